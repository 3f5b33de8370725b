using System.Text.Json.Nodes;

namespace MediaOps.Tool.Tests.Import;

/// <summary>Spoils a description as a careless or hostile author would: members go, move, double, change their kind or their name.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly string[] Words =
    [
        "type", "properties", "allOf", "oneOf", "items", "enum", "$ref", "required", "readOnly", "x-ms-mutability", "x-ms-pageable", "x-ms-enum", "x-ms-long-running-operation", "parameters", "name", "in",
        "schema", "pattern", "default", "minimum", "maxLength", "additionalProperties", "format", "value", "id", "status", "get", "put", "post", "delete", "responses", "200", "202", "headers", "Location",
        "ToString", "class", "Equals", "", " ", "größe", "a.b", "['x']", "\u202E", "/x/{y}", "/x/{y}/{y}", "Studio", "StudioState", "Studios", "State", "String", "2", "~/", "properties.name",
    ];

    private static readonly string[] Texts =
    [
        "", "string", "integer", "object", "array", "null", "#/definitions/Studio", "#/definitions/StudioProperties", "#/components/schemas/Job", "#/components/schemas/Output", "#/nowhere/at/all", "other.json#/definitions/X",
        "date-time", "duration", "uuid", "int32", "int64", "password", "query", "path", "header", "body", "cookie", "formData", "(", "^(a+)+$", "^[a-z]+$", "location", "azure-async-operation", "create", "read", "Studios_Get",
        "Deleted", "Running", "Opening", "\u0000\u001b[2J", "*/ class X { }", "https://{a}.b/{c}", "/{", "http://x:1/y?z", "application/xml", new('n', 5_000), "2.0", "9.9", "1e999", "é", "名前",
    ];

    /// <summary>The text with some changes in it.</summary>
    public string Of(string text)
    {
        JsonNode root = JsonNode.Parse(text)!;
        for (int change = random.Next(1, 12); change > 0; change--)
        {
            List<JsonNode> holders = [.. Holders(root)];
            Change(holders[random.Next(holders.Count)], holders);
        }

        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> Holders(JsonNode node)
    {
        yield return node;
        foreach (JsonNode inner in (node is JsonObject members ? members.Select(member => member.Value) : node.AsArray()).Where(value => value is JsonObject or JsonArray).SelectMany(value => Holders(value!)))
        {
            yield return inner;
        }
    }

    private void Change(JsonNode holder, List<JsonNode> holders)
    {
        if (holder is JsonArray items)
        {
            if (items.Count > 0 && random.Next(2) == 0)
            {
                items.RemoveAt(random.Next(items.Count));
            }
            else
            {
                items.Add(Any(holders));
            }

            return;
        }

        var members = (JsonObject)holder;
        string? name = members.Count == 0 ? null : members.ElementAt(random.Next(members.Count)).Key;
        switch (random.Next(6))
        {
            case 0 when name is not null:
                members.Remove(name);
                break;
            case 1 or 2 when name is not null:
                members[name] = Any(holders);
                break;
            case 3 when name is not null:
                JsonNode? moved = members[name]?.DeepClone();
                members.Remove(name);
                members[Pick(Words)] = moved;
                break;
            default:
                members[Pick(Words)] = Any(holders);
                break;
        }
    }

    private JsonNode? Any(List<JsonNode> holders) => random.Next(9) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-3, 300),
        3 => 1e300 * random.NextDouble(),
        4 => new JsonObject(),
        5 => new JsonArray(),
        6 => holders[random.Next(holders.Count)].DeepClone(),
        _ => Pick(Texts),
    };

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
