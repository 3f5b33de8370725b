using System.Globalization;

namespace MediaOps.Tool.Import.Botocore;

/// <summary>Names of entities: each brings types into the service and a member into the client.</summary>
internal sealed class EntityNames
{
    private readonly NameScope _members;

    /// <summary>The names of a service that has no entities yet.</summary>
    public EntityNames(ScaffoldService service)
    {
        string client = service.Name + "Client";
        Types = NameScope.OfTypes(service.Name, client, service.Errors?.Enum);
        _members = NameScope.OfClient(client);
    }

    /// <summary>The types of the service.</summary>
    public NameScope Types { get; }

    /// <summary>An entity for a resource, with its name only.</summary>
    public ScaffoldEntity Of(Resource resource)
    {
        string name = CSharpName.Of(resource.Noun, "Entity");
        if (resource.Singleton)
        {
            return new ScaffoldEntity { Name = Both(name), Singleton = true };
        }

        name = Types.Take(name, NameScope.EntityTypes);
        return new ScaffoldEntity { Name = name, Plural = _members.Take(CSharpName.Plural(name)) };
    }

    /// <summary>The name of a group; where an entity is called so, it is the entity's operations.</summary>
    public string OfGroup(string group)
    {
        return Both(IsFree(group) ? group : CSharpName.Singular(group) + "Operations");
    }

    /// <summary>A name that is free among the types and among the members of the client.</summary>
    private string Both(string name)
    {
        string wanted = name;
        for (int number = 2; !IsFree(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        _members.Take(name);
        return Types.Take(name, NameScope.EntityTypes);
    }

    private bool IsFree(string name) => _members.IsFree(name) && NameScope.EntityTypes(name).All(Types.IsFree);

    /// <summary>The names of an entity's members, with those that its relatives bring.</summary>
    public static NameScope Members(ScaffoldEntity entity, ScaffoldEntity? parent, IEnumerable<string> children)
    {
        NameScope names = NameScope.OfEntity(entity.Name);
        foreach (string relative in children.Concat(parent is null ? [] : [parent.Name]))
        {
            names.TryTake(relative);
        }

        return names;
    }
}
