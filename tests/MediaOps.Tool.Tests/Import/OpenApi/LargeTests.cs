using System.Text.Json.Nodes;
using MediaOps.Schema;

namespace MediaOps.Tool.Tests.Import;

public sealed class LargeTests
{
    [Fact]
    public void A_resource_manager_with_eighty_long_operations_compiles_without_a_hand()
    {
        Imported imported = Imported.OpenApi(Large.Text(kinds: 16, actions: 2));

        Assert.Empty(imported.Problems());
        SchemaService service = SchemaSet.Load(imported.Result.Files).Services.Single();
        Assert.Equal(80, service.Entities.SelectMany(EntityActions.Of).Count(action => action.Tracking.Count > 0));
        Assert.Equal(16, service.Entities.Count(entity => !entity.Singleton));
    }

    [Fact]
    public void More_operations_than_a_service_has_are_read_as_far_as_the_limit()
    {
        Imported imported = Imported.OpenApi(Large.Text(kinds: 800, actions: 4));

        Assert.Empty(imported.Result.Errors);
        Assert.NotEmpty(imported.Of(MediaOps.Tool.Import.GapRules.Limit));
    }

    /// <summary>A description in the manner of Azure's resource manager, as large as is wanted.</summary>
    private static class Large
    {
        private static readonly JsonArray Places = new("subscriptionId", "group", "name");

        /// <summary>The text: each kind has create, update and delete that run long, read and list, and long-running actions.</summary>
        public static string Text(int kinds, int actions)
        {
            var paths = new JsonObject();
            var definitions = new JsonObject
            {
                ["Status"] = Of("""{ "type": "string", "readOnly": true, "enum": [ "Stopped", "Starting", "Running", "Failed" ], "x-ms-enum": { "name": "Status" } }"""),
            };
            for (int kind = 0; kind < kinds; kind++)
            {
                string name = "Machine" + (char)('A' + kind % 26) + kind;
                string all = "/subscriptions/{subscriptionId}/groups/{group}/providers/Example/" + name + "s";
                paths[all] = new JsonObject { ["get"] = Operation(name + "s_List", name + "List", isLong: false) };
                paths[all + "/{name}"] = new JsonObject
                {
                    ["get"] = Operation(name + "s_Get", name, isLong: false),
                    ["put"] = Operation(name + "s_CreateOrUpdate", name, isLong: true, body: name),
                    ["patch"] = Operation(name + "s_Update", name, isLong: true, body: name),
                    ["delete"] = Operation(name + "s_Delete", null, isLong: true),
                };
                for (int action = 0; action < actions; action++)
                {
                    paths[all + "/{name}/act" + action] = new JsonObject { ["post"] = Operation(name + "s_Act" + action, null, isLong: true) };
                }

                definitions[name] = Of("""{ "properties": { "id": { "type": "string", "readOnly": true }, "name": { "type": "string", "readOnly": true }, "properties": { "$ref": "#/definitions/NAMEProperties" } } }""", name);
                definitions[name + "Properties"] = Of("""{ "properties": { "provisioningState": { "type": "string", "readOnly": true }, "status": { "$ref": "#/definitions/Status" }, "size": { "type": "integer", "format": "int32" } } }""", name);
                definitions[name + "List"] = Of("""{ "properties": { "value": { "type": "array", "items": { "$ref": "#/definitions/NAME" } }, "nextLink": { "type": "string" } } }""", name);
            }

            return new JsonObject
            {
                ["swagger"] = "2.0",
                ["info"] = new JsonObject { ["title"] = "LargeManagementClient", ["version"] = "2024-01-01" },
                ["host"] = "management.example.com",
                ["schemes"] = new JsonArray("https"),
                ["paths"] = paths,
                ["definitions"] = definitions,
            }.ToJsonString();
        }

        private static JsonObject Operation(string id, string? answer, bool isLong, string? body = null)
        {
            static JsonObject Parameter(string name) => new() { ["name"] = name, ["in"] = "path", ["required"] = true, ["type"] = "string" };
            var parameters = new JsonArray([.. Places.Select(place => (JsonNode)Parameter(place!.GetValue<string>()))]);
            if (body is not null)
            {
                parameters.Add(new JsonObject { ["name"] = "body", ["in"] = "body", ["required"] = true, ["schema"] = Reference(body) });
            }

            var ok = new JsonObject { ["description"] = "ok" };
            if (answer is not null)
            {
                ok["schema"] = Reference(answer);
            }

            var operation = new JsonObject { ["operationId"] = id, ["parameters"] = parameters, ["responses"] = new JsonObject { ["200"] = ok } };
            if (isLong)
            {
                operation["x-ms-long-running-operation"] = true;
                operation["responses"]!["202"] = new JsonObject { ["description"] = "begun" };
            }

            return operation;
        }

        private static JsonObject Reference(string name) => new() { ["$ref"] = "#/definitions/" + name };

        private static JsonNode Of(string json, string name = "") => JsonNode.Parse(json.Replace("NAME", name, StringComparison.Ordinal))!;
    }
}
