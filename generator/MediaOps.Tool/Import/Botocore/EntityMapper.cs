namespace MediaOps.Tool.Import.Botocore;

/// <summary>Makes an entity of a resource: what its operations read and write becomes its properties.</summary>
internal sealed class EntityMapper(ImportContext context, Resource resource, ScaffoldEntity entity, NameScope names)
{
    private readonly ActionMapper _actions = new(context, isRpc: false);
    private readonly EntityRoot _root = EntityRoot.Of(context.Model, resource);

    /// <summary>Fills the entity.</summary>
    /// <param name="parent">The entity that it belongs to, or null.</param>
    /// <param name="waiters">The waiters of the service.</param>
    public void Map(ScaffoldEntity? parent, WaiterTable waiters)
    {
        entity.Origin = resource.Read.Operation.Origin;
        entity.Description = SourceText.Prose(_root.Shape.Documentation);
        StateProperty? state = waiters.StateOf(context.Model, resource, _root);
        var create = new Writing(resource.Create is { } makes ? _actions.RequestOf(makes) : null);
        var update = new Writing(resource.Update is { } changes ? _actions.RequestOf(changes) : null);
        new PropertyMapper(context, entity, names, state).Map(_root.Shape, create, update);
        Address address = Address.Of(resource, entity, names, create.Wires);
        if (!resource.Singleton)
        {
            ScaffoldProperty id = address.Properties[^1];
            entity.Id = new ScaffoldId(id.Name, ByCaller: id.Access == "createOnly");
            entity.Parent = parent is null ? null : (parent.Name, address.Properties[resource.Parent!.Read.Uri.Placeholders.Count() - 1].Name);
        }

        Verbs(address, create, update);
        foreach (Route route in resource.Actions)
        {
            entity.Actions.Add(Action(route, address));
        }

        if (state is not null)
        {
            new StateMapper(context, resource, entity, state).Map(waiters);
        }

        AskOnly();
        Shared();
    }

    private void Verbs(Address address, Writing create, Writing update)
    {
        NameScope none = Parameters();
        entity.Read = _actions.Start("Read", resource.Read, address, none);
        entity.Read.EntityAt = _root.Path;
        Unread();
        if (resource.Create is { } makes)
        {
            NameScope scope = Parameters();
            entity.Create = _actions.Start("Create", makes, address, scope);
            entity.Create.EntityAt = _root.In(context.Model, makes);
            _actions.Beside(entity.Create, makes, scope);
            _actions.Body(entity.Create, makes, create.Left, scope);
        }

        if (resource.List is { } lists)
        {
            NameScope scope = Parameters();
            entity.List = _actions.Start("List", lists, address, scope);
            entity.List.Items = ListOutput.Of(context.Model, lists.Operation) is { } items ? WirePath.Of(items.Member.Wire) : null;
            Pages(lists);
            _actions.Beside(entity.List, lists, scope);
        }

        if (resource.Update is { } changes)
        {
            NameScope scope = Parameters();
            entity.Update = _actions.Start("Update", changes, address, scope);
            entity.Update.EntityAt = _root.In(context.Model, changes);
            _actions.Beside(entity.Update, changes, scope);
            _actions.Body(entity.Update, changes, update.Left, scope);
            entity.Update.Always.AddRange(entity.Properties.Where(property => property.Access is null or "writeOnly" && update.Needs.Contains(property.Wire)).Select(property => property.Name));
        }

        if (resource.Delete is { } removes)
        {
            NameScope scope = Parameters();
            entity.Delete = _actions.Start("Delete", removes, address, scope);
            _actions.Beside(entity.Delete, removes, scope);
            _actions.Body(entity.Delete, removes, _actions.RequestOf(removes).Body, scope);
        }
    }

    private NameScope Parameters() => NameScope.OfParameters(entity.Properties.Select(property => property.Name));

    /// <summary>Reading is told what to read by the address alone.</summary>
    private void Unread()
    {
        foreach (AwsMember member in _actions.RequestOf(resource.Read).Beside.Where(member => member.Place != AwsPlace.Uri))
        {
            context.Gaps.Add(GapRules.LeftOut, member.Origin, resource.Read.Operation.Name + "." + member.Name, "what reads an entity takes no parameters");
        }
    }

    private void Pages(Route lists)
    {
        if (ServicePaging.Of(context.Model, lists.Operation) is { } own && context.Paging?.Pages(context.Model, lists.Operation) != true)
        {
            context.Gaps.Add(GapRules.Paging, lists.Operation.Origin, lists.Operation.Name, $"the token is in '{own.Next}' and goes into '{own.Param}'");
        }
    }

    private ScaffoldAction Action(Route route, Address address)
    {
        string name = names.Take(ActionMapper.NameOf(route, resource.Noun), NameScope.ActionForms);
        NameScope scope = NameScope.OfParameters([]);
        ScaffoldAction action = _actions.Start(name, route, address, scope);
        Request request = _actions.RequestOf(route);
        _actions.Beside(action, route, scope);
        if (request.Whole is { } whole && context.Model.Find(whole.Shape) is { IsDocument: true })
        {
            _actions.Body(action, route, [whole], scope);
            action.Parameters[^1].In = action.Method == "GET" ? action.Parameters[^1].In : "wholeBody";
        }
        else
        {
            _actions.Body(action, route, request.Body, scope);
        }

        // An answer that is the entity says nothing new; the state in it is looked at all the same.
        action.EntityAt = _root.In(context.Model, route);
        if (!route.Asks && _root.IsIn(context.Model, route))
        {
            return action;
        }

        action.EntityAt = null;
        action.Returns = _actions.Returns(route);
        return action;
    }

    /// <summary>Who waits for a state is not told what the service answered before.</summary>
    private void AskOnly()
    {
        foreach (ScaffoldAction action in entity.Actions.Where(action => action.Tracking.Count > 0))
        {
            action.Returns = null;
        }
    }

    /// <summary>Errors that all have stand once.</summary>
    private void Shared()
    {
        ScaffoldAction[] all = [.. entity.AllActions];
        entity.Errors.AddRange(all.Length < 2 ? [] : all[0].Errors.Where(code => all.All(action => action.Errors.Contains(code))));
        foreach (ScaffoldAction action in all)
        {
            action.Errors.RemoveAll(entity.Errors.Contains);
        }
    }
}
