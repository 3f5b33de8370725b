using System.Collections.Immutable;
using System.Linq;

namespace MediaOps.Analyzers;

/// <summary>What is known of the value of a variable or an expression. <see cref="Unknown"/> is the default.</summary>
internal abstract record Value
{
    public static readonly Value Unknown = new NotKnown();

    public static readonly Value Null = new NullValue();

    /// <summary>The object that the value speaks of; -1 for none.</summary>
    public virtual int Subject => -1;

    /// <summary>The version of that object for which the value holds; -1 where it holds for all.</summary>
    public virtual int Version => -1;

    private sealed record NotKnown : Value;

    private sealed record NullValue : Value;
}

/// <summary>An entity: always the same object, as long as the id is the same.</summary>
/// <param name="Id">The object.</param>
/// <param name="MayBeNull">Whether another path left null here: then a null says nothing of the object.</param>
internal sealed record EntityValue(int Id, bool MayBeNull = false) : Value
{
    public override int Subject => Id;
}

/// <summary>Something that hangs on an entity: its collection of children, a complex property.</summary>
internal sealed record OwnedValue(int Id) : Value
{
    public override int Subject => Id;
}

/// <summary>A copy of an entity's state.</summary>
internal sealed record StateCopy(int Id, int At) : Value
{
    public override int Subject => Id;

    public override int Version => At;
}

/// <summary>A condition on an entity's state.</summary>
/// <param name="Id">The object.</param>
/// <param name="At">Its version.</param>
/// <param name="WhenTrue">The states in which it can be true.</param>
/// <param name="WhenFalse">The states in which it can be false.</param>
internal sealed record StateTest(int Id, int At, StateSet WhenTrue, StateSet WhenFalse) : Value
{
    public override int Subject => Id;

    public override int Version => At;
}

/// <summary>The condition that a variable is null, or that it is not.</summary>
internal sealed record NullTest(object Place, bool NullWhenTrue) : Value;

/// <summary>A handle of an operation.</summary>
/// <param name="Id">The entity it works on.</param>
/// <param name="At">Its version since it was sent.</param>
/// <param name="End">What success means.</param>
internal sealed record OperationValue(int Id, int At, Effect End) : Value
{
    public override int Subject => Id;

    public override int Version => At;
}

/// <summary>A task that changes an entity when it ends.</summary>
/// <param name="Id">The entity; -1 for none.</param>
/// <param name="At">Its version since the call.</param>
/// <param name="End">What success means; null for nothing.</param>
/// <param name="Result">What awaiting it gives.</param>
/// <param name="Call">The call that began it; 0 for one that changes nothing that is seen.</param>
/// <param name="Told">What its success tells of the moment of the call; null for nothing.</param>
internal sealed record TaskValue(int Id, int At, Effect? End, Value Result, int Call = 0, Told? Told = null) : Value
{
    public override int Subject => Id;

    public override int Version => At;

    /// <summary>Whether it cannot succeed.</summary>
    public bool Fails { get; init; }

    /// <summary>Whether awaiting it tells nothing of how it ended.</summary>
    public bool Quiet { get; init; }

    /// <summary>The entity that this task makes, or that is where it puts it, whatever others did meanwhile; -1 for none: what leaves the state as it is, only reads, or only sends has no last word.</summary>
    public int Last => Quiet || At < 0 || (End is not null && Result is OperationValue) ? -1 : Id;
}

/// <summary>What the success of a call tells of the moment of the call: where an entity was.</summary>
/// <param name="Id">The entity.</param>
/// <param name="At">Its version at that moment.</param>
/// <param name="States">The states of which it had one.</param>
/// <param name="ByService">Whether only the service was asked: the object that the program has may show an older state.</param>
/// <param name="Cause">The words for it.</param>
/// <param name="Next">What it tells besides.</param>
internal sealed record Told(int Id, int At, StateSet States, bool ByService, Cause Cause, Told? Next)
{
    public bool Speaks(int id) => Id == id || Next?.Speaks(id) == true;

    public bool Speaks(int id, int version) => (Id == id && At == version) || Next?.Speaks(id, version) == true;
}

/// <summary>A task that ends with many others.</summary>
internal sealed record TasksValue(ImmutableArray<Value> Parts) : Value
{
    public bool Equals(TasksValue? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Length;
}

/// <summary>What an action that ends well does to its entity.</summary>
/// <param name="States">Where it is then.</param>
/// <param name="InFlight">Whether it is still on its way there.</param>
/// <param name="Risk">Where it may be if the action does not end well, or has not ended.</param>
/// <param name="Lag">What a late read may still show.</param>
/// <param name="Cause">The words for it.</param>
internal sealed record Effect(StateSet States, bool InFlight, StateSet Risk, StateSet Lag, Cause? Cause);

/// <summary>Why something is known: words for a message.</summary>
/// <param name="What">What happened.</param>
/// <param name="Line">Where, counted from 1.</param>
internal sealed record Cause(string What, int Line)
{
    public override string ToString() => What + " on line " + Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
