using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit.Members;

/// <summary>Members by their place in the JSON: dotted wire names such as <c>IP.Allow</c> and <c>IP.Deny</c> share the object <c>IP</c>.</summary>
internal sealed class WireTree
{
    private readonly List<WireTree> _children = [];

    private WireTree(string segment, string field)
    {
        Segment = segment;
        Field = field;
    }

    /// <summary>The name of the JSON member.</summary>
    public string Segment { get; }

    /// <summary>The name of the static field that holds the encoded name.</summary>
    public string Field { get; }

    /// <summary>The property, or null for an object that holds others.</summary>
    public Member? Member { get; private set; }

    /// <summary>What the object holds.</summary>
    public IReadOnlyList<WireTree> Children => _children;

    /// <summary>All nodes below this one.</summary>
    public IEnumerable<WireTree> All => _children.SelectMany(child => child.All.Prepend(child));

    /// <summary>Whether the name stands in JSON as it is: then its encoded form serves the reader as well as the writer.</summary>
    public bool IsPlain => Segment.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '$' or '@' or ':');

    /// <summary>Puts members into the tree; of two with one wire name the first stays (the schema library reports the second).</summary>
    public static WireTree Of(IEnumerable<Member> members)
    {
        var root = new WireTree("", "");
        int objects = 0;
        foreach (Member member in members)
        {
            WireTree node = root;
            IReadOnlyList<string> path = WirePath.Split(member.Spec.Wire);
            for (int i = 0; i < path.Count && node.Member is null; i++)
            {
                bool last = i == path.Count - 1;
                WireTree? next = node._children.Find(child => string.Equals(child.Segment, path[i], StringComparison.Ordinal));
                if (next is null)
                {
                    next = new WireTree(path[i], last ? FieldOf(member) : "Object_" + Literal.Number(++objects)) { Member = last ? member : null };
                    node._children.Add(next);
                }

                node = next;
            }
        }

        return root;
    }

    /// <summary>Schema names have no underscore, so a name with one is free.</summary>
    private static string FieldOf(Member member) => member.Name is "WireNames" || ReservedNames.OfObject.Contains(member.Name) ? member.Name + "_" : member.Name;
}
