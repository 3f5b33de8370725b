namespace MediaOps.Tool.Import.Botocore;

/// <summary>The list in an answer.</summary>
/// <param name="Member">The member that holds the items.</param>
/// <param name="Item">What the items are.</param>
internal sealed record ListOutput(AwsMember Member, AwsShape Item)
{
    /// <summary>The list of structures that an operation answers with: the one that its paginator names, else the only one.</summary>
    public static ListOutput? Of(AwsModel model, AwsOperation operation)
    {
        ListOutput[] lists = [.. All(model, operation)];
        string? key = model.Paginators.GetValueOrDefault(operation.Name)?.ResultKey;
        return lists.FirstOrDefault(list => list.Member.Name == key) ?? (lists is [var only] ? only : null);
    }

    private static IEnumerable<ListOutput> All(AwsModel model, AwsOperation operation)
    {
        foreach (AwsMember member in model.BodyOf(model.Find(operation.Output))?.Members ?? [])
        {
            if (member.Place == AwsPlace.Body && model.Find(member.Shape) is { Kind: "list" } list && model.Find(list.Of) is { IsStructure: true } item)
            {
                yield return new ListOutput(member, item);
            }
        }
    }
}
