using System.Collections.Immutable;
using System.Linq;

namespace MediaOps.Analyzers;

/// <summary>Where an object comes from: what it can be the same as.</summary>
internal enum Origin
{
    /// <summary>Made in this body: no other variable can have it unless it was given to it.</summary>
    Fresh,

    /// <summary>There before the body began: a parameter or a field. Two of them can be one.</summary>
    Entry,

    /// <summary>Got from elsewhere: can be any entity.</summary>
    Elsewhere,
}

/// <summary>What is known of one entity at one place.</summary>
internal sealed record EntityState(EntityFacts Facts, int Version, Origin Origin)
{
    /// <summary>The states it can be in.</summary>
    public StateSet States { get; init; } = StateSet.All;

    /// <summary>Whether an operation that was sent on it has not been waited for, on every path.</summary>
    public bool InFlight { get; init; }

    /// <summary>The calls whose tasks were not awaited: each may still move it, at any moment.</summary>
    public ImmutableArray<int> Pending { get; init; } = [];

    /// <summary>Whether what is seen of it now may not be true any more a moment later.</summary>
    public bool Unsettled => !Pending.IsEmpty;

    /// <summary>Whether other code may have it and act on it.</summary>
    public bool Escaped { get; init; }

    /// <summary>Whether it does not exist on some path.</summary>
    public bool Maybe { get; init; }

    /// <summary>Whether a call that cannot succeed was taken to have succeeded: no path really goes on from there.</summary>
    public bool Assumed { get; init; }

    /// <summary>The object of its parent; -1 for unknown.</summary>
    public int Parent { get; init; } = -1;

    /// <summary>What a late read may still show.</summary>
    public StateSet Lag { get; init; }

    /// <summary>Why the states are what they are; null where there are many reasons.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The properties that were assigned and not sent, on every path.</summary>
    public ImmutableArray<Edit> Edits { get; init; } = [];

    public bool Equals(EntityState? other) =>
        ReferenceEquals(this, other)
        || (other is not null
        && ReferenceEquals(Facts, other.Facts)
        && Version == other.Version
        && Origin == other.Origin
        && States == other.States
        && InFlight == other.InFlight
        && Pending.SequenceEqual(other.Pending)
        && Escaped == other.Escaped
        && Maybe == other.Maybe
        && Assumed == other.Assumed
        && Parent == other.Parent
        && Lag == other.Lag
        && Cause == other.Cause
        && Edits.SequenceEqual(other.Edits));

    public override int GetHashCode() => Version;

    /// <summary>Whether two different objects can be one entity of the service.</summary>
    public bool CanBe(EntityState other) =>
        Facts.States == other.Facts.States
        && (Origin == Origin.Elsewhere || other.Origin == Origin.Elsewhere || (Origin == Origin.Entry && other.Origin == Origin.Entry));

    /// <summary>What holds on two paths.</summary>
    /// <param name="other">The state on the other path.</param>
    /// <param name="version">The version that stands for: one or the other.</param>
    public EntityState Join(EntityState other, int version) => Assumed == other.Assumed ? Mix(other, version)
        : (Assumed ? other : this) with
        {
            Version = Version == other.Version ? Version : version,
            Pending = Union(Pending, other.Pending),
            Escaped = Escaped || other.Escaped,
        };

    /// <summary>One more task that is not awaited.</summary>
    /// <param name="call">The call; in a loop the task of the last turn may be lost, and then nobody will know when it ends.</param>
    public EntityState Begin(int call) => this with { Pending = Union(Pending, Pending.Contains(call) ? [-call] : [call]) };

    /// <summary>A task has ended.</summary>
    public EntityState End(int call) => this with { Pending = Pending.Remove(call) };

    private static ImmutableArray<int> Union(ImmutableArray<int> left, ImmutableArray<int> right) =>
        left.IsEmpty ? right : right.IsEmpty ? left : [.. left.Union(right).OrderBy(call => call)];

    private EntityState Mix(EntityState other, int version) => this with
    {
        Version = Version == other.Version ? Version : version,
        Origin = Origin > other.Origin ? Origin : other.Origin,
        States = States | other.States,
        InFlight = InFlight && other.InFlight,
        Pending = Union(Pending, other.Pending),
        Escaped = Escaped || other.Escaped,
        Maybe = Maybe || other.Maybe,
        Parent = Parent == other.Parent ? Parent : -1,
        Lag = Lag | other.Lag,
        Cause = Cause == other.Cause ? Cause : null,
        Edits = [.. Edits.Where(edit => other.Edits.Contains(edit))],
    };
}

/// <summary>A property that was assigned.</summary>
/// <param name="Property">Its name.</param>
/// <param name="UpdatableIn">Where an update may send it.</param>
internal sealed record Edit(string Property, StateSet UpdatableIn);
