namespace MediaOps.Tool.Import.Botocore;

/// <summary>The property that holds the state of an entity, as its waiters ask for it.</summary>
/// <param name="Member">The member.</param>
/// <param name="States">Its type, an enum.</param>
/// <param name="Path">How waiters call it.</param>
internal sealed record StateProperty(AwsMember Member, AwsShape States, string Path);

/// <summary>The waiters of a service by what they read. Those that nothing has used at the end are told.</summary>
internal sealed class WaiterTable(AwsModel model, Gaps gaps)
{
    private readonly ILookup<string, AwsWaiter> _byOperation = model.Waiters.ToLookup(waiter => waiter.Operation, StringComparer.Ordinal);
    private readonly HashSet<AwsWaiter> _used = new(ReferenceEqualityComparer.Instance);

    /// <summary>The waiters that read an entity.</summary>
    public IEnumerable<AwsWaiter> Of(Resource resource) => _byOperation[resource.Read.Operation.Name];

    /// <summary>Remembers that a waiter was taken over, or that it was told why not.</summary>
    public void Use(AwsWaiter waiter) => _used.Add(waiter);

    /// <summary>Tells the waiters that are not used.</summary>
    public void Report()
    {
        foreach (AwsWaiter waiter in model.Waiters.Where(waiter => !_used.Contains(waiter)))
        {
            gaps.Add(GapRules.LeftOut, waiter.Origin, waiter.Name, "it waits for no state of an entity");
        }
    }

    /// <summary>The enum that most acceptors of an entity's waiters look at; null where they look at none.</summary>
    public StateProperty? StateOf(AwsModel of, Resource resource, EntityRoot root)
    {
        string? path = Of(resource)
            .SelectMany(waiter => waiter.Acceptors)
            .Where(acceptor => acceptor.Matcher == "path")
            .GroupBy(acceptor => acceptor.Argument ?? string.Empty, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault(group => Member(of, root, group.Key) is not null)?.Key;
        return path is not null && Member(of, root, path) is { } member ? new StateProperty(member, of.Find(member.Shape)!, path) : null;
    }

    private static AwsMember? Member(AwsModel model, EntityRoot root, string path)
    {
        string name = root.Member is not null && path.StartsWith(root.Member + ".", StringComparison.Ordinal) ? path[(root.Member.Length + 1)..] : root.Member is null ? path : string.Empty;
        AwsMember? member = root.Shape.Members.FirstOrDefault(member => member.Name == name && member.Place == AwsPlace.Body);
        return model.Find(member?.Shape) is { Kind: "string", Values.Count: > 0 and <= Limits.States } ? member : null;
    }
}
