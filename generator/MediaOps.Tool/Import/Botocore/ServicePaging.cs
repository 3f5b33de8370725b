namespace MediaOps.Tool.Import.Botocore;

/// <summary>How the lists of a service are paged: by a token in the answer that goes into the next query.</summary>
/// <param name="Next">Where the token is in the answer.</param>
/// <param name="Param">The query member that carries it.</param>
/// <param name="Limit">The query member of the page size, or null.</param>
internal sealed record ServicePaging(string Next, string Param, string? Limit)
{
    /// <summary>The names that most lists have; null where none is paged.</summary>
    public static ServicePaging? Of(AwsModel model) => model.Operations
        .Select(operation => Of(model, operation))
        .OfType<ServicePaging>()
        .GroupBy(paging => paging)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key.Param, StringComparer.Ordinal)
        .ThenBy(group => group.Key.Limit, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    /// <summary>How one operation is paged: as its paginator says, or, where there is none, as the usual names tell; else null.</summary>
    public static ServicePaging? Of(AwsModel model, AwsOperation operation)
    {
        AwsPaginator paginator = model.Paginators.GetValueOrDefault(operation.Name)
            ?? new AwsPaginator(operation.Origin, "NextToken", "NextToken", "MaxResults", null);
        if (operation.Method != "GET" || model.Find(operation.Input) is not { } input || model.BodyOf(model.Find(operation.Output)) is not { } output)
        {
            return null;
        }

        AwsMember? param = Named(input, paginator.InputToken, AwsPlace.Query);
        AwsMember? next = Named(output, paginator.OutputToken, AwsPlace.Body);
        return param is null || next is null || WirePath.Of(next.Wire) is not { } path || !SourceText.IsLiteral(param.Wire)
            ? null
            : new ServicePaging(path, param.Wire, Named(input, paginator.LimitKey, AwsPlace.Query) is { } limit && SourceText.IsLiteral(limit.Wire) ? limit.Wire : null);
    }

    /// <summary>Whether an operation is paged so; a page size of another name is no matter.</summary>
    public bool Pages(AwsModel model, AwsOperation operation) => Of(model, operation) is { } own && own.Next == Next && own.Param == Param;

    private static AwsMember? Named(AwsShape shape, string? name, AwsPlace place) => shape.Members.FirstOrDefault(member =>
        member.Place == place && name is not null && member.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
