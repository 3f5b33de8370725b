namespace MediaOps.Tool.Import;

/// <summary>An entity, or a group of actions that belong to none.</summary>
internal sealed class ScaffoldEntity
{
    /// <summary>The C# name, unique in the service.</summary>
    public required string Name { get; set; }

    /// <summary>The name of its collection; null for the name with s.</summary>
    public string? Plural { get; set; }

    /// <summary>Whether it is a singleton: no id, no collection, no create, list or delete.</summary>
    public bool Singleton { get; set; }

    /// <summary>The place in the source.</summary>
    public Origin Origin { get; set; }

    /// <summary>A sentence.</summary>
    public string? Description { get; set; }

    /// <summary>How it is identified; null for a singleton.</summary>
    public ScaffoldId? Id { get; set; }

    /// <summary>The entity that it belongs to, with the property that holds that one's id.</summary>
    public (string Entity, string By)? Parent { get; set; }

    /// <summary>The properties.</summary>
    public List<ScaffoldProperty> Properties { get; } = [];

    /// <summary>The states.</summary>
    public ScaffoldState? State { get; set; }

    /// <summary>The verb that makes it.</summary>
    public ScaffoldAction? Create { get; set; }

    /// <summary>The verb that reads it.</summary>
    public ScaffoldAction? Read { get; set; }

    /// <summary>The verb that lists it.</summary>
    public ScaffoldAction? List { get; set; }

    /// <summary>The verb that changes it.</summary>
    public ScaffoldAction? Update { get; set; }

    /// <summary>The verb that removes it.</summary>
    public ScaffoldAction? Delete { get; set; }

    /// <summary>The actions of its own.</summary>
    public List<ScaffoldAction> Actions { get; } = [];

    /// <summary>Codes that every action may answer with, by their C# names.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>The verbs that it has, then its actions.</summary>
    public IEnumerable<ScaffoldAction> AllActions => new[] { Create, Read, List, Update, Delete }.OfType<ScaffoldAction>().Concat(Actions);
}

/// <summary>How an entity is identified.</summary>
/// <param name="Property">The C# name of the property.</param>
/// <param name="ByCaller">Whether the caller chooses it.</param>
/// <param name="Pattern">A pattern of well-formed ids.</param>
internal sealed record ScaffoldId(string Property, bool ByCaller, string? Pattern = null);

/// <summary>The states of an entity. The state property must be readOnly and of type <c>{Entity}State</c>, which is generated and not among the types.</summary>
internal sealed class ScaffoldState
{
    /// <summary>The C# name of the property that holds the state.</summary>
    public required string Property { get; set; }

    /// <summary>The place in the source.</summary>
    public Origin Origin { get; set; }

    /// <summary>The state after creation; null where the source does not say it.</summary>
    public string? Initial { get; set; }

    /// <summary>The states.</summary>
    public List<ScaffoldStateValue> Values { get; } = [];

    /// <summary>Changes that happen without a call.</summary>
    public SortedDictionary<string, List<string>> Spontaneous { get; } = new(StringComparer.Ordinal);
}

/// <summary>A state.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Wire">The text on the wire.</param>
/// <param name="Kind"><c>stable</c>, <c>transitional</c>, <c>fault</c> or <c>gone</c>; see <see cref="StateWords.KindOf"/>.</param>
/// <param name="Description">A sentence.</param>
internal sealed record ScaffoldStateValue(string Name, string Wire, string Kind, string? Description = null);
