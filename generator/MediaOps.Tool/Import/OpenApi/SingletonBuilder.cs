namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Makes a singleton of each group of operations that belong to no entity.</summary>
internal sealed class SingletonBuilder(ScaffoldService service, ActionBuilder actions, Dictionary<string, string> options, NameScope types, NameScope client, Gaps gaps)
{
    /// <summary>Adds the singletons.</summary>
    public void Add(IReadOnlyList<ApiOperation> operations)
    {
        foreach (IGrouping<string, ApiOperation> group in operations.GroupBy(operation => CSharpName.Of(operation.Group, "Operations"), StringComparer.Ordinal))
        {
            if (service.Entities.Count >= Limits.Entities)
            {
                gaps.Add(GapRules.Limit, group.First().Origin, Limits.Entities, "entities and groups");
                return;
            }

            string name = NameOf(group.Key);
            var singleton = new ScaffoldEntity { Name = name, Singleton = true, Origin = group.First().Origin };
            NameScope scope = NameScope.OfEntity(name);
            foreach (ApiOperation operation in group.Take(Limits.Members))
            {
                string wanted = CSharpName.Of(operation.Verb, "Call");
                singleton.Actions.Add(actions.Action(scope.TakeAction(wanted), operation, Address.OfService(options), null, null));
            }

            service.Entities.Add(singleton);
        }
    }

    /// <summary>The group's own name; one that an entity or its collection has gets a word more.</summary>
    private string NameOf(string group)
    {
        string name = group;
        string wanted = group.EndsWith("Operations", StringComparison.Ordinal) ? group : group + "Operations";
        for (int number = 1; !(NameScope.EntityTypes(name).All(types.IsFree) && client.IsFree(name)); number++)
        {
            name = number == 1 ? wanted : wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        types.Take(name, NameScope.EntityTypes);
        client.TryTake(name);
        return name;
    }
}
