using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>Schema files beside those of the repository.</summary>
internal static class Schemas
{
    private const string Program = """
        {
          "$schema": "../language/entity.schema.json", "entity": "Program",
          "parent": { "entity": "Channel", "by": "ChannelId", "list": "GET /Channels('{ChannelId}')/Programs" },
          "id": { "property": "Id", "pattern": "^nb:pgid:UUID:[0-9a-fA-F-]{36}$" },
          "properties": {
            "Id": { "type": "string", "access": "readOnly" }, "Name": { "type": "string", "required": true, "access": "createOnly" }, "Description": { "type": "string" },
            "ChannelId": { "type": "string", "required": true, "access": "createOnly" }, "AssetId": { "type": "string", "required": true },
            "ArchiveWindowLength": { "type": "duration", "required": true, "minimum": "PT5M", "maximum": "PT25H" }, "State": { "type": "ProgramState", "access": "readOnly" } },
          "state": { "property": "State", "initial": "Stopped", "values": {
            "Stopped": { "kind": "stable" }, "Starting": { "kind": "transitional" }, "Running": { "kind": "stable" }, "Stopping": { "kind": "transitional" }, "Deleted": { "kind": "gone" } } },
          "lifecycle": {
            "create": { "http": "POST /Programs", "to": "Stopped" }, "read": { "http": "GET /Programs('{Id}')" }, "list": { "http": "GET /Programs" },
            "update": { "http": "PATCH /Programs('{Id}')", "from": "Stopped", "tracking": "operation" },
            "delete": { "http": "DELETE /Programs('{Id}')", "from": "Stopped", "to": "Deleted" } },
          "actions": {
            "Start": { "http": "POST /Programs('{Id}')/Start", "from": "Stopped", "requires": { "parent": "Running" }, "via": "Starting", "to": "Running", "onFailure": "Stopped", "tracking": "operation" },
            "Stop": { "http": "POST /Programs('{Id}')/Stop", "from": "Running", "via": "Stopping", "to": "Stopped", "tracking": "operation" },
            "Twist": { "http": "POST /Programs('{Id}')/Twist", "from": ["Stopped", "Running"], "via": ["Starting", "Stopping"], "to": "@previous", "tracking": "operation" } }
        }
        """;

    private const string Endpoint = """
        {
          "$schema": "../language/entity.schema.json", "entity": "StreamingEndpoint", "id": { "property": "Id", "pattern": "^nb:oid:UUID:[0-9a-fA-F-]{36}$" },
          "properties": {
            "Id": { "type": "string", "access": "readOnly" }, "Name": { "type": "string", "required": true, "access": "createOnly" }, "Description": { "type": "string" },
            "Created": { "type": "datetime", "access": "readOnly" }, "LastModified": { "type": "datetime", "access": "readOnly" }, "HostName": { "type": "string", "access": "readOnly" },
            "ScaleUnits": { "type": "int", "access": "createOnly" }, "CdnEnabled": { "type": "bool", "default": false, "updatableIn": "Stopped" },
            "State": { "type": "StreamingEndpointState", "access": "readOnly" } },
          "state": { "property": "State", "initial": "Stopped", "creatable": ["Stopped", "Running"], "values": {
            "Stopped": { "kind": "stable" }, "Starting": { "kind": "transitional" }, "Running": { "kind": "stable" }, "Stopping": { "kind": "transitional" },
            "Scaling": { "kind": "transitional" }, "Deleting": { "kind": "transitional" }, "Deleted": { "kind": "gone" } } },
          "lifecycle": {
            "create": { "http": "POST /StreamingEndpoints", "to": { "by": "State" }, "tracking": "operation" }, "read": { "http": "GET /StreamingEndpoints('{Id}')" },
            "list": { "http": "GET /StreamingEndpoints" }, "update": { "http": "PATCH /StreamingEndpoints('{Id}')", "from": ["Stopped", "Running"], "tracking": "operation" },
            "delete": { "http": "DELETE /StreamingEndpoints('{Id}')", "from": "Stopped", "via": "Deleting", "to": "Deleted", "tracking": "operation" } },
          "actions": {
            "Start": { "http": "POST /StreamingEndpoints('{Id}')/Start", "from": "Stopped", "via": "Starting", "to": "Running", "tracking": "operation" },
            "Stop": { "http": "POST /StreamingEndpoints('{Id}')/Stop", "from": "Running", "via": "Stopping", "to": "Stopped", "tracking": "operation" },
            "Scale": { "http": "POST /StreamingEndpoints('{Id}')/Scale", "from": ["Running", "Stopped"], "via": "Scaling", "to": "@previous", "tracking": "operation",
              "parameters": { "ScaleUnits": { "type": "int", "required": true, "wire": "scaleUnits", "minimum": 0, "maximum": 10 } } } }
        }
        """;

    private static (string Path, string Text) Service => ("s/service.json", Read("service.json"));

    /// <summary>Channel, whose Stop needs stopped programs, and a Program that can be twisted.</summary>
    public static List<(string Path, string Text)> WithProgram(Action<JsonObject>? program = null, Action<JsonObject>? channel = null) =>
    [
        Service,
        ("s/Channel.json", Edit(Edit(Read("Channel.json"), c => c["actions"]!["Stop"]!["requires"] = JsonNode.Parse("""{ "children": { "Program": "Stopped" } }""")), channel)),
        ("s/Program.json", Edit(Program, program)),
    ];

    public static List<(string Path, string Text)> WithEndpoint() => [Service, ("s/StreamingEndpoint.json", Endpoint)];

    public static string ProgramBody(string name, string channel) =>
        $$"""{ "Name": "{{name}}", "ChannelId": "{{channel}}", "AssetId": "nb:cid:UUID:2c30f424-ab90-40c6-ba41-52a993e9d393", "ArchiveWindowLength": "PT1H" }""";

    public static string Read(string file) => File.ReadAllText(Path.Combine(Bench.Schema, file));

    private static string Edit(string text, Action<JsonObject>? edit)
    {
        JsonObject file = JsonNode.Parse(text)!.AsObject();
        edit?.Invoke(file);
        return file.ToJsonString();
    }
}
