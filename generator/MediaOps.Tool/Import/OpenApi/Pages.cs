using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>How an answer holds a list.</summary>
/// <param name="Items">Where the items are; null where the body is the list.</param>
/// <param name="Next">Where the link or token of the next page is; null where there are no pages.</param>
/// <param name="Item">The schema of an item.</param>
internal sealed record Pages(string? Items, string? Next, IOpenApiSchema? Item)
{
    private static readonly string[] Links = ["nextLink", "@odata.nextLink", "odata.nextLink", "next", "nextPageLink"];
    private static readonly string[] Tokens = ["nextPageToken", "nextToken", "continuationToken", "next_page_token", "pageToken"];
    private static readonly string[] TokenParameters = ["pageToken", "nextToken", "continuationToken", "page_token", "$skipToken", "marker"];
    private static readonly string[] LimitParameters = ["$top", "pageSize", "maxResults", "limit", "page_size", "maxItems", "top"];

    /// <summary>The list in the answer of an operation, or null.</summary>
    public static Pages? Find(ApiOperation operation, Schemas schemas)
    {
        if (operation.Answer is not { } answer)
        {
            return null;
        }

        OpenApiSchema body = schemas.View(answer).Schema;
        if (IsList(body))
        {
            return new Pages(null, null, body.Items);
        }

        IReadOnlyList<SchemaMember> members = schemas.Members(body);
        JsonObject? pageable = Extensions.Of(operation.Operation.Extensions, "x-ms-pageable") as JsonObject;
        SchemaMember[] lists = [.. members.Where(member => IsList(schemas.View(member.Schema).Schema))];
        SchemaMember? items = lists.FirstOrDefault(member => member.Name == (pageable.Text("itemName") ?? "value")) ?? (lists.Length == 1 ? lists[0] : null);
        string? next = pageable is not null ? pageable.Text("nextLinkName") : Links.Concat(Tokens).FirstOrDefault(name => members.Any(member => member.Name == name));

        // An object that holds a list among much else is no page.
        return items is null || (pageable is null && next is null && members.Count > 3) || WirePath.Of(items.Name) is not { } place
            ? null
            : new Pages(place, next is null ? null : WirePath.Of(next), schemas.View(items.Schema).Schema.Items);
    }

    /// <summary>How the service's lists are paged: as most of them are.</summary>
    public static ScaffoldPaging? Common(IEnumerable<(ApiOperation Operation, Pages Pages)> lists)
    {
        var groups = lists.GroupBy(list => (list.Pages.Items, list.Pages.Next)).OrderByDescending(group => group.Key.Next is not null).ThenByDescending(group => group.Count()).ToArray();
        if (groups.Length == 0)
        {
            return null;
        }

        (string? items, string? next) = groups[0].Key;
        string[] parameters = [.. groups[0].SelectMany(list => list.Operation.Parameters).Where(parameter => parameter.In == ParameterLocation.Query).Select(parameter => parameter.Name!).Distinct(StringComparer.Ordinal)];
        string? token = TokenParameters.FirstOrDefault(parameters.Contains);
        string? limit = LimitParameters.FirstOrDefault(parameters.Contains);
        if (next is not null && Tokens.Any(name => WirePath.Of(name) == next) && token is not null)
        {
            return new ScaffoldPaging("token", items, next, token, limit);
        }

        // A list without pages is one with a single page: the link to another is never there.
        return new ScaffoldPaging("nextLink", items, next ?? "nextLink", null, limit);
    }

    private static bool IsList(OpenApiSchema schema) => schema.Items is not null && Schemas.KindOf(schema) is Schemas.Unsaid or JsonSchemaType.Array;
}
