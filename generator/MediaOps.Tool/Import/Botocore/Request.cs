namespace MediaOps.Tool.Import.Botocore;

/// <summary>What an operation sends, member by member.</summary>
internal sealed class Request
{
    /// <summary>The request of an operation.</summary>
    public Request(AwsModel model, AwsOperation operation, bool isRpc)
    {
        AwsShape? input = model.Find(operation.Input);
        IReadOnlyList<AwsMember> members = input?.Members ?? [];
        Required = input?.Required ?? new HashSet<string>(StringComparer.Ordinal);
        Token = members.FirstOrDefault(member => member.IsIdempotencyToken && member.Place is AwsPlace.Body or AwsPlace.Query or AwsPlace.Header);
        Beside = [.. members.Where(member => !isRpc && member.Place != AwsPlace.Body && member != Token)];
        Body = [.. members.Where(member => (isRpc || member.Place == AwsPlace.Body) && member != Token)];
        if (input?.Payload is not { } payload || isRpc)
        {
            return;
        }

        Whole = Body.FirstOrDefault(member => member.Name == payload);
        AwsShape? shape = model.Find(Whole?.Shape);
        Body = shape is { IsStructure: true, IsDocument: false } ? shape.Members : [];
        BodyRequired = shape?.Required;
    }

    /// <summary>The member that is the whole body, or null.</summary>
    public AwsMember? Whole { get; }

    /// <summary>The members of the body.</summary>
    public IReadOnlyList<AwsMember> Body { get; }

    /// <summary>What travels beside the body.</summary>
    public IReadOnlyList<AwsMember> Beside { get; }

    /// <summary>The idempotency token, or null.</summary>
    public AwsMember? Token { get; }

    private IReadOnlySet<string> Required { get; }

    private IReadOnlySet<string>? BodyRequired { get; }

    /// <summary>Whether a member must be given.</summary>
    public bool Requires(AwsMember member) =>
        (BodyRequired is not null && member.Place == AwsPlace.Body && !ReferenceEquals(member, Whole) ? BodyRequired : Required).Contains(member.Name);
}
