using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Reads where errors are and which codes there are off the bodies of failures.</summary>
internal static class ErrorReader
{
    private static readonly string[] Codes = ["code", "errorCode"];
    private static readonly string[] Messages = ["message", "detail", "errorMessage", "title"];

    /// <summary>The errors of a service; null where no operation tells of one.</summary>
    public static ScaffoldErrors? Read(IEnumerable<ApiOperation> operations, Schemas schemas, string enumName, Gaps gaps)
    {
        OpenApiSchema[] bodies = [.. operations
            .SelectMany(operation => operation.Operation.Responses ?? [])
            .Where(answer => answer.Key is "default" or ['4' or '5', _, _])
            .SelectMany(answer => answer.Value?.Content?.Values.Take(1) ?? [])
            .Select(content => schemas.View(content?.Schema).Schema)
            .Distinct<OpenApiSchema>(ReferenceEqualityComparer.Instance)];
        foreach (OpenApiSchema body in bodies)
        {
            IReadOnlyList<SchemaMember> members = schemas.Members(body);
            if (Find(members, "") is { } own)
            {
                return own;
            }

            if (members.FirstOrDefault(member => member.Name == "error") is { } inner && Find(schemas.Members(schemas.View(inner.Schema).Schema), "error.") is { } nested)
            {
                return nested;
            }
        }

        return null;

        ScaffoldErrors? Find(IReadOnlyList<SchemaMember> members, string prefix)
        {
            SchemaMember? code = members.FirstOrDefault(member => Codes.Contains(member.Name, StringComparer.Ordinal));
            SchemaMember? message = Messages.Select(name => members.FirstOrDefault(member => member.Name == name)).FirstOrDefault(member => member is not null);
            if (code is null)
            {
                return null;
            }

            var errors = new ScaffoldErrors { Enum = enumName, CodeBody = prefix + code.Name, MessageBody = message is null ? null : prefix + message.Name };
            SchemaView view = schemas.View(code.Schema);
            foreach (ScaffoldEnumValue value in EnumValues.Of(view.Schema.Enum?.Take(Limits.EnumValues) ?? [], view.Extension("x-ms-enum"), operations.First().Origin, gaps))
            {
                (string category, bool retry) = ErrorWords.CategoryOf(value.Name, null);
                errors.Codes.Add(new ScaffoldErrorCode(value.Name, [value.Wire], null, category, retry, Inferred: true, value.Description));
            }

            return errors;
        }
    }
}
