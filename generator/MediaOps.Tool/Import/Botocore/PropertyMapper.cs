namespace MediaOps.Tool.Import.Botocore;

/// <summary>Makes properties of what is read, made and changed. Where creating or changing takes another type than reading gives, that stays a parameter.</summary>
internal sealed class PropertyMapper(ImportContext context, ScaffoldEntity entity, NameScope names, StateProperty? state)
{
    /// <summary>Adds the properties.</summary>
    /// <param name="read">What is read.</param>
    /// <param name="create">What a create writes.</param>
    /// <param name="update">What an update writes.</param>
    public void Map(AwsShape read, Writing create, Writing update)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (AwsMember member in read.Members.Where(member => member.Place == AwsPlace.Body && known.Add(member.Wire)))
        {
            Add(member, create, update);
        }

        foreach (AwsMember member in create.Left.Where(member => !known.Contains(member.Wire)).ToArray())
        {
            WriteOnly(member, create, update);
        }
    }

    private void Add(AwsMember member, Writing create, Writing update)
    {
        bool isState = state is not null && ReferenceEquals(member, state.Member);
        string type = isState ? entity.Name + "State" : context.Types.Of(member);
        if (Property(member, type) is not { } property)
        {
            return;
        }

        AwsMember? made = create.Find(member.Wire);
        AwsMember? changed = update.Find(member.Wire);
        bool makes = !isState && made is not null && context.Types.Of(made) == type;
        bool changes = !isState && changed is not null && context.Types.Of(changed) == type && (makes || made is null);
        property.Access = makes ? changes ? null : "createOnly" : changes ? null : "readOnly";
        property.Required = makes && create.Needs.Contains(member.Wire);
        if (makes)
        {
            create.Take(made!);
        }

        if (changes)
        {
            update.Take(changed!);
        }

        if (changes && made is null && create.Wires.Count > 0)
        {
            context.Gaps.Add(GapRules.Approximated, changed!.Origin, entity.Name + "." + property.Name, "a property that may be given to create too", "the service takes it with an update only");
        }
    }

    /// <summary>What both take and nothing shows is written only; what one of them takes is its parameter.</summary>
    private void WriteOnly(AwsMember member, Writing create, Writing update)
    {
        string type = context.Types.Of(member);
        if (update.Find(member.Wire) is { } changed && context.Types.Of(changed) == type && Property(member, type) is { } property)
        {
            property.Access = "writeOnly";
            property.Required = create.Needs.Contains(member.Wire);
            create.Take(member);
            update.Take(changed);
        }
    }

    private ScaffoldProperty? Property(AwsMember member, string type)
    {
        if (WirePath.Of(member.Wire) is not { } wire || entity.Properties.Count >= Limits.Members)
        {
            context.Gaps.Add(GapRules.LeftOut, member.Origin, entity.Name + "." + member.Name, "its name on the wire cannot be written");
            return null;
        }

        string name = CSharpName.Of(member.Name, "Property");
        var property = new ScaffoldProperty { Name = names.Take(names.IsFree(name) ? name : name + "Value"), Wire = wire, Type = type };
        Values.Fill(property, member, context.Model.Find(member.Shape), context.Gaps);
        entity.Properties.Add(property);
        return property;
    }
}
