namespace MediaOps.Tool.Import.Botocore;

/// <summary>What a create or an update writes. What becomes a property is taken; the rest is left for parameters.</summary>
internal sealed class Writing
{
    private readonly Dictionary<string, AwsMember> _members = new(StringComparer.Ordinal);
    private readonly List<AwsMember> _left = [];

    /// <summary>The body of a request; nothing where there is none.</summary>
    public Writing(Request? request)
    {
        foreach (AwsMember member in request?.Body ?? [])
        {
            if (_members.TryAdd(member.Wire, member))
            {
                _left.Add(member);
            }
        }

        Needs = _members.Values.Where(member => request!.Requires(member)).Select(member => member.Wire).ToHashSet(StringComparer.Ordinal);
        Wires = _members.Keys.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The names on the wire.</summary>
    public IReadOnlySet<string> Wires { get; }

    /// <summary>The names on the wire of what must be given.</summary>
    public IReadOnlySet<string> Needs { get; }

    /// <summary>What is not taken.</summary>
    public IReadOnlyList<AwsMember> Left => _left;

    /// <summary>A member by its name on the wire, or null.</summary>
    public AwsMember? Find(string wire) => _members.GetValueOrDefault(wire);

    /// <summary>Takes a member: it is written as a property.</summary>
    public void Take(AwsMember member) => _left.RemoveAll(left => ReferenceEquals(left, member));
}
