namespace MediaOps.Tool.Import.Botocore;

/// <summary>Makes a singleton of operations that belong to no entity.</summary>
internal sealed class GroupMapper(ImportContext context, bool isRpc)
{
    private readonly ActionMapper _actions = new(context, isRpc);

    /// <summary>The singleton with an action for each operation.</summary>
    public ScaffoldEntity Map(string name, IReadOnlyList<Route> routes)
    {
        var entity = new ScaffoldEntity { Name = name, Singleton = true, Origin = routes[0].Operation.Origin };
        NameScope names = NameScope.OfEntity(name);
        foreach (Route route in routes)
        {
            NameScope scope = NameScope.OfParameters([]);
            ScaffoldAction action = _actions.Start(names.Take(CSharpName.Of(route.Operation.Name, "Action"), NameScope.ActionForms), route, Address.None, scope);
            if (isRpc)
            {
                Target(action, route, scope);
            }

            _actions.Beside(action, route, scope);
            _actions.Body(action, route, _actions.RequestOf(route).Body, scope);
            action.Returns = _actions.Returns(route);
            entity.Actions.Add(action);
        }

        return entity;
    }

    /// <summary>The protocol names the operation in a header: a parameter that nobody needs to give.</summary>
    private void Target(ScaffoldAction action, Route route, NameScope scope)
    {
        string target = context.Model.Metadata.TargetPrefix + "." + route.Operation.Name;
        if (SourceText.IsLiteral(target))
        {
            action.Parameters.Add(new ScaffoldParameter
            {
                Name = scope.Take("Target"),
                Wire = "X-Amz-Target",
                Type = "string",
                In = "header",
                Default = target,
                Origin = route.Operation.Origin,
                Description = "The operation; the default is the one.",
            });
        }
    }
}
