using System;
using System.Collections.Generic;

namespace MediaOps.Schema;

/// <summary>The names of the members of one generated class: given to those who ask first.</summary>
internal sealed class ClassMembers
{
    private readonly Dictionary<string, Owner> _owners = new(StringComparer.Ordinal);
    private readonly List<Clash> _clashes = [];
    private readonly string? _class;

    private ClassMembers(string? name) => _class = name;

    /// <summary>What could not be named.</summary>
    public IReadOnlyList<Clash> Clashes => _clashes;

    /// <summary>A class that has only what each has: C# lets no member be named like it, and what every object has is hidden by none.</summary>
    public static ClassMembers Of(string name) => new ClassMembers(name).Reserve(ReservedNames.OfObject, "a member of every object");

    /// <summary>A class that nobody sees and that has a free name: what every object has gets another name in it.</summary>
    public static ClassMembers Hidden() => new(name: null);

    /// <summary>Keeps names for generated code.</summary>
    public ClassMembers Reserve(IEnumerable<string> names, string why)
    {
        foreach (string name in names)
        {
            _owners[name] = new Owner(why, Member: null);
        }

        return this;
    }

    /// <summary>Takes all names that come with a member of the file, or none.</summary>
    /// <param name="what">What it is: <c>a property</c>.</param>
    /// <param name="claimant">Which it is: <c>property Name</c>.</param>
    /// <param name="member">Its path.</param>
    /// <param name="names">The names.</param>
    public bool Take(string what, string claimant, string member, IReadOnlyList<string> names) => Take(what, claimant, member, member, names);

    /// <summary>Takes all names that come with another file's member, or none; who has one already is told.</summary>
    /// <param name="claimant">Which it is: <c>the parent</c>.</param>
    /// <param name="member">What it comes from in this file.</param>
    /// <param name="names">The names.</param>
    public bool TakeFor(string claimant, string member, IReadOnlyList<string> names) => Take(claimant, claimant, member, at: null, names);

    private bool Take(string what, string claimant, string member, string? at, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (string.Equals(name, _class, StringComparison.Ordinal))
            {
                _clashes.Add(new Clash(Rules.NamedLikeItsType, member, name));
                return false;
            }

            if (_owners.TryGetValue(name, out Owner? owner))
            {
                Refuse(name, owner, what, claimant, at ?? owner.Member ?? member);
                return false;
            }
        }

        foreach (string name in names)
        {
            _owners[name] = new Owner(claimant, member);
        }

        return true;
    }

    private void Refuse(string name, Owner owner, string what, string claimant, string at)
    {
        if (owner.Member is null)
        {
            _clashes.Add(new Clash(Rules.ReservedName, at, name, what, owner.Claimant));
        }
        else if (!string.Equals(owner.Claimant, claimant, StringComparison.Ordinal))
        {
            // Two of one name in one list are said to be so by the reader of the text.
            _clashes.Add(Clash.Between(at, name, owner.Claimant, claimant));
        }
    }

    private sealed record Owner(string Claimant, string? Member);
}
