namespace MediaOps.Runtime;

/// <summary>The values that make up an entity's address: its own id, and those of the entities above it where paths name them.</summary>
internal static class EntityAddresses
{
    /// <summary>No service has longer ones, and no request line has room for many.</summary>
    private const int MaxIdLength = 2048;

    /// <summary>The names of the values, the entity's own id last; none for a singleton.</summary>
    public static string[] AddressNames(this EntityDefinition entity)
        => entity.PathProperties.Length > 0 ? entity.PathProperties : entity.Singleton ? [] : [entity.IdProperty];

    /// <summary>The name under which paths hold the entity's own id; null for a singleton.</summary>
    public static string? IdName(this EntityDefinition entity) => entity.Singleton ? null : entity.AddressNames() is [.., var own] ? own : null;

    /// <summary>The address of an entity below others.</summary>
    public static PathValues Address(this EntityDefinition entity, PathValues above, string id) => entity.IdName() is { } own ? above.With(own, id) : above;

    /// <summary>The values of an address in order, for a handle; the id is null where it is not known.</summary>
    public static IEnumerable<string?> AddressValues(this EntityDefinition entity, PathValues address, string? id)
        => entity.AddressNames().Select(name => name == entity.IdName() ? id : address[name]);

    /// <summary>What the addresses of a parent's children have in common: the parent's id, under the children's name for it, and what is above the parent.</summary>
    public static PathValues Above(this EntityDefinition child, EntityDefinition parent, PathValues parentAddress, string parentId)
    {
        PathValues above = PathValues.Empty;
        foreach (string name in parent.AddressNames())
        {
            if (name != parent.IdName() && parentAddress[name] is { } value)
            {
                above = above.With(name, value);
            }
        }

        return child.ParentProperty is { } by ? above.With(by, parentId) : above;
    }

    /// <summary>How the children of one parent are listed: by a path of their own, or because the only list there is has a place for the parent; null where the schema does not tell.</summary>
    public static ActionDefinition? ListOfParent(this EntityDefinition child)
        => child.ListByParent ?? (child.List is { } list && child.ParentProperty is { } by && list.Path.Placeholders.Contains(by, StringComparer.Ordinal) ? list : null);

    /// <summary>What addresses have in common, from values that a caller gave.</summary>
    /// <exception cref="ArgumentException">There are too few or too many values, or one cannot stand in a path.</exception>
    public static PathValues Above(this EntityDefinition entity, string[] values, EntityDefinition? parent)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] names = entity.AddressNames() is [.. var all, _] && !entity.Singleton ? all : entity.AddressNames();
        if (values.Length != names.Length)
        {
            throw new ArgumentException($"The address of {entity.Plural} needs {names.Length} values ({string.Join(", ", names)}), but {values.Length} were given.", nameof(values));
        }

        PathValues above = PathValues.Empty;
        for (int i = 0; i < names.Length; i++)
        {
            if (parent is not null && i == names.Length - 1)
            {
                EntityIds.Check(parent, values[i], names[i]);
            }
            else if (PathTemplate.Fault(values[i]) is { } fault)
            {
                throw new ArgumentException($"{names[i]} {fault}.", names[i]);
            }

            above = above.With(names[i], values[i]);
        }

        return above;
    }

    /// <summary>The address of a child's parent.</summary>
    public static PathValues ParentAddress(this EntityDefinition parent, PathValues childAddress, string parentId)
    {
        PathValues above = PathValues.Empty;
        foreach (string name in parent.AddressNames())
        {
            if (name != parent.IdName() && childAddress[name] is { } value)
            {
                above = above.With(name, value);
            }
        }

        return parent.Address(above, parentId);
    }

    /// <summary>
    /// Whether two texts are the id of one entity. Services are free with upper and lower case; and where an id is a whole path, the names above the
    /// entity's own may come back in another form, such as a project's number instead of its name.
    /// </summary>
    public static bool IsSameId(this EntityDefinition entity, string one, string other)
    {
        if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string[] ones = one.Split('/');
        string[] others = other.Split('/');
        return entity.IsSpread() && ones.Length == others.Length && string.Equals(ones[^1], others[^1], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the entity's own id fills several segments of a path.</summary>
    private static bool IsSpread(this EntityDefinition entity) => entity.IdName() is { } own && entity.Read?.Path.IsSpread(own) == true;

    /// <summary>Why a text cannot be the id of such an entity in a path; null where it can. Ids that the service tells are held to this where they are learnt.</summary>
    public static string? IdFault(this EntityDefinition entity, string? id)
        => id?.Length > MaxIdLength ? $"is longer than {MaxIdLength} characters"
            : entity.IsSpread()
                ? PathTemplate.SegmentsFault(id) ?? (entity.IdPattern is { } pattern && !PatternCache.IsMatch(id!, pattern) ? $"does not fit the pattern {pattern}, which keeps its segments apart" : null)
                : PathTemplate.Fault(id);
}
