using System;

namespace MediaOps.Analyzers;

/// <summary>A set of states: a bit for each member of the enum, one for every value that the enum does not name, and one for: does not exist any more.</summary>
internal readonly struct StateSet(ulong bits) : IEquatable<StateSet>
{
    /// <summary>How many members of an enum can be told apart.</summary>
    public const int Capacity = 62;

    public static readonly StateSet None = new(0);

    /// <summary>The entity was deleted.</summary>
    public static readonly StateSet Gone = new(1UL << 62);

    /// <summary>A value that the enum does not name.</summary>
    public static readonly StateSet Unnamed = new(1UL << 63);

    /// <summary>Nothing is known.</summary>
    public static readonly StateSet All = new(ulong.MaxValue);

    private readonly ulong _bits = bits;

    public bool IsEmpty => _bits == 0;

    /// <summary>Whether nothing is known: no rule may speak.</summary>
    public bool IsAll => _bits == ulong.MaxValue;

    public static StateSet Bit(int index) => new(1UL << index);

    public bool Contains(int index) => (_bits & (1UL << index)) != 0;

    public bool Overlaps(StateSet other) => (_bits & other._bits) != 0;

    public bool IsWithin(StateSet other) => (_bits & ~other._bits) == 0;

    public static StateSet operator |(StateSet left, StateSet right) => new(left._bits | right._bits);

    public static StateSet operator &(StateSet left, StateSet right) => new(left._bits & right._bits);

    public static StateSet operator ~(StateSet set) => new(~set._bits);

    public static bool operator ==(StateSet left, StateSet right) => left._bits == right._bits;

    public static bool operator !=(StateSet left, StateSet right) => left._bits != right._bits;

    public bool Equals(StateSet other) => _bits == other._bits;

    public override bool Equals(object? obj) => obj is StateSet other && Equals(other);

    public override int GetHashCode() => _bits.GetHashCode();
}
