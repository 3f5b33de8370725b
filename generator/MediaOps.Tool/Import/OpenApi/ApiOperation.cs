using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>An operation of a description.</summary>
/// <param name="Method">The method in capitals.</param>
/// <param name="Path">The path with the placeholders of the description.</param>
/// <param name="Operation">What is said of it.</param>
/// <param name="Parameters">Its parameters with those of its path.</param>
/// <param name="Origin">The place.</param>
internal sealed record ApiOperation(string Method, string Path, OpenApiOperation Operation, IReadOnlyList<IOpenApiParameter> Parameters, Origin Origin)
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "PATCH"];

    /// <summary>The group: what stands before the underscore of the id, else the tag, else the first word of the path.</summary>
    public string Group => Operation.OperationId?.Split('_') is [{ Length: > 0 } group, ..] and { Length: > 1 } ? group
        : Operation.Tags?.FirstOrDefault()?.Reference.Id ?? Path.Split('/', '{').FirstOrDefault(step => step.Length > 0) ?? "Operations";

    /// <summary>What is done: the id after its underscore, else the whole of it, else method and path.</summary>
    public string Verb => Operation.OperationId is { Length: > 0 } id ? id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..] : Method.ToLowerInvariant() + " " + Path;

    /// <summary>What it is called for people.</summary>
    public string Display => Operation.OperationId ?? Method + " " + Path;

    /// <summary>The answers that are not errors, the usual one first.</summary>
    public IEnumerable<(string Status, IOpenApiResponse Response)> Successes => (Operation.Responses ?? [])
        .Where(answer => answer is { Key: ['2', _, _], Value: not null })
        .OrderBy(answer => answer.Key, StringComparer.Ordinal)
        .Select(answer => (answer.Key, answer.Value));

    /// <summary>The body of the usual answer, or null.</summary>
    public IOpenApiSchema? Answer => Successes.Select(answer => Json(answer.Response.Content)).FirstOrDefault(schema => schema is not null);

    /// <summary>The body of the request where it is JSON, or null.</summary>
    public IOpenApiSchema? Body => Json(Operation.RequestBody?.Content);

    /// <summary>All operations that the language can ask, in the order of the description.</summary>
    public static IReadOnlyList<ApiOperation> Of(OpenApiDocument document, Origin root, Gaps gaps)
    {
        var found = new List<ApiOperation>();
        foreach ((string path, IOpenApiPathItem item) in document.Paths ?? [])
        {
            foreach ((HttpMethod method, OpenApiOperation operation) in item?.Operations ?? [])
            {
                if (operation is null)
                {
                    continue;
                }

                Origin origin = root.Below("paths", path, method.Method.ToLowerInvariant());
                if (found.Count >= Limits.Operations)
                {
                    gaps.Add(GapRules.Limit, origin, Limits.Operations, "operations");
                    return found;
                }

                string name = method.Method.ToUpperInvariant();
                string? problem = !Methods.Contains(name, StringComparer.Ordinal) ? "the language has no method " + name : PathTemplate.Problem(path);
                if (problem is not null)
                {
                    gaps.Add(GapRules.LeftOut, origin, operation.OperationId ?? name + " " + path, problem);
                    continue;
                }

                var made = new ApiOperation(name, PathTemplate.Plain(path), operation, Merge(item!.Parameters, operation.Parameters), origin);
                if (made.Method == "GET" && made.AnswersNoJson)
                {
                    gaps.Add(GapRules.LeftOut, origin, made.Display, "its answer is no JSON, and it is asked for nothing else");
                    continue;
                }

                found.Add(made);
            }
        }

        return found;
    }

    /// <summary>An extension of the operation that is true.</summary>
    public bool Is(string extension) => Extensions.Of(Operation.Extensions, extension) is System.Text.Json.Nodes.JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>Whether it answers with pictures, texts or the like.</summary>
    private bool AnswersNoJson => Successes.SelectMany(answer => answer.Response.Content ?? new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)).Select(type => type.Key).ToArray()
        is { Length: > 0 } types && !types.Any(IsJson);

    private static bool IsJson(string type) => type.Contains("json", StringComparison.OrdinalIgnoreCase) || type == "*/*";

    private static IOpenApiSchema? Json(IDictionary<string, IOpenApiMediaType>? content) =>
        content?.FirstOrDefault(type => type.Key.Contains("json", StringComparison.OrdinalIgnoreCase)).Value?.Schema ?? content?.FirstOrDefault(type => type.Key is "*/*").Value?.Schema;

    /// <summary>The operation's own parameters replace those of the path.</summary>
    private static List<IOpenApiParameter> Merge(IList<IOpenApiParameter>? shared, IList<IOpenApiParameter>? own) => [..
        (own ?? []).Concat(shared ?? [])
        .Where(parameter => parameter?.Name is not null)
        .DistinctBy(parameter => (parameter.Name, parameter.In))
        .Take(Limits.Members)];
}
