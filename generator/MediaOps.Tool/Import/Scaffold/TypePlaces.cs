namespace MediaOps.Tool.Import;

/// <summary>Where each type is declared: in the file of the one entity that uses it, in service.json where several do, nowhere where none does.</summary>
internal sealed class TypePlaces
{
    private readonly Dictionary<ScaffoldEntity, List<ScaffoldType>> _own = [];

    private TypePlaces()
    {
    }

    /// <summary>The types that several entities use.</summary>
    public List<ScaffoldType> Shared { get; } = [];

    /// <summary>The places of a service's types.</summary>
    public static TypePlaces Of(ScaffoldService service)
    {
        var places = new TypePlaces();
        var types = service.Types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        var users = new Dictionary<string, ScaffoldEntity?>(StringComparer.Ordinal);
        foreach (ScaffoldEntity entity in service.Entities)
        {
            foreach (string name in Reached(entity, types))
            {
                users[name] = users.ContainsKey(name) ? null : entity;
            }
        }

        foreach (ScaffoldType type in service.Types.Where(type => users.ContainsKey(type.Name)).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            if (users[type.Name] is not { } entity)
            {
                places.Shared.Add(type);
            }
            else if (places._own.TryGetValue(entity, out List<ScaffoldType>? own))
            {
                own.Add(type);
            }
            else
            {
                places._own.Add(entity, [type]);
            }
        }

        return places;
    }

    /// <summary>The types of an entity's own.</summary>
    public IReadOnlyList<ScaffoldType> Of(ScaffoldEntity entity) => _own.GetValueOrDefault(entity) ?? [];

    private static HashSet<string> Reached(ScaffoldEntity entity, Dictionary<string, ScaffoldType> types)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(entity.Properties.Select(property => property.Type)
            .Concat(entity.AllActions.SelectMany(action => action.Parameters).Select(parameter => parameter.Type))
            .Concat(entity.AllActions.Select(action => action.Returns?.Type).OfType<string>()));
        while (open.TryPop(out string? name))
        {
            name = name.TrimEnd('[', ']', '{', '}');
            if (types.TryGetValue(name, out ScaffoldType? type) && reached.Add(name))
            {
                foreach (ScaffoldProperty property in type.Properties)
                {
                    open.Push(property.Type);
                }
            }
        }

        return reached;
    }
}
