namespace MediaOps.Analyzers.Fuzzing.Schemas;

/// <summary>A made-up service: what its client is written from, and what its remote side obeys.</summary>
/// <param name="Entities">Its kinds of entities. A parent comes before its children.</param>
public sealed record ServiceModel(IReadOnlyList<EntityModel> Entities)
{
    /// <summary>The kinds whose parent is of a kind.</summary>
    public IEnumerable<EntityModel> ChildrenOf(EntityModel parent) => Entities.Where(entity => entity.Parent == parent.Index);
}

/// <summary>One kind of entity. States are numbered as in its enum, where 0 is <c>Unknown</c>.</summary>
public sealed record EntityModel
{
    /// <summary>Its place in <see cref="ServiceModel.Entities"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The names of its states; the first one is <c>Unknown</c>.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>The states that a create may end in; the first one is the default.</summary>
    public required IReadOnlyList<int> Creatable { get; init; }

    /// <summary>The state of what was deleted; 0 where the enum has none.</summary>
    public required int Gone { get; init; }

    /// <summary>The kind of its parent; null for none.</summary>
    public required int? Parent { get; init; }

    /// <summary>Whether its client implements the members of its interface explicitly.</summary>
    public required bool IsExplicit { get; init; }

    /// <summary>What can be done with it.</summary>
    public required IReadOnlyList<ActionModel> Actions { get; init; }

    /// <summary>For each settable property the states in which it can be updated; null for what the update allows.</summary>
    public required IReadOnlyList<IReadOnlyList<int>?> Properties { get; init; }

    /// <summary>The name of its enum.</summary>
    public string StateEnum => Name + "State";

    /// <summary>A state as C# names it.</summary>
    public string State(int state) => StateEnum + "." + States[state];

    /// <summary>The states that it can be seen in.</summary>
    public IEnumerable<int> Living => Enumerable.Range(1, States.Count - 1).Where(state => state != Gone);
}

/// <summary>What an action is besides a change of state.</summary>
public enum ActionKind
{
    /// <summary>Nothing.</summary>
    Ordinary,

    /// <summary>It sends what was edited.</summary>
    Update,

    /// <summary>The entity is gone afterwards.</summary>
    Delete,
}

/// <summary>One action of an entity.</summary>
public sealed record ActionModel
{
    /// <summary>Its place in <see cref="EntityModel.Actions"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Its name, without the suffixes of its forms.</summary>
    public required string Name { get; init; }

    /// <summary>What it is besides.</summary>
    public ActionKind Kind { get; init; }

    /// <summary>The states in which it is allowed; null for every state.</summary>
    public IReadOnlyList<int>? From { get; init; }

    /// <summary>The states on the way.</summary>
    public IReadOnlyList<int> Via { get; init; } = [];

    /// <summary>The states in which it ends; empty where it leaves the state as it was.</summary>
    public IReadOnlyList<int> To { get; init; } = [];

    /// <summary>The states in which it may end when it fails.</summary>
    public IReadOnlyList<int> OnFailure { get; init; } = [];

    /// <summary>The states that the parent must be in; null for any.</summary>
    public IReadOnlyList<int>? Parent { get; init; }

    /// <summary>The kind of children that must be in certain states; null for none.</summary>
    public (int Entity, IReadOnlyList<int> States)? Children { get; init; }

    /// <summary>Whether the rule is inferred.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Where an entity can be after the action was accepted and something went wrong.</summary>
    public IEnumerable<int> AfterFault(int before) => OnFailure.Concat(Via).Concat(To).Append(before).Distinct();
}
