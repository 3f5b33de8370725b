namespace MediaOps.Schema.Tests;

/// <summary>A small service without a fault, from which each test breaks one thing.</summary>
internal static class Sample
{
    public const string ServicePath = "schema/svc/service.json";
    public const string MachinePath = "schema/svc/Machine.json";
    public const string PartPath = "schema/svc/Part.json";

    public const string Service =
        """
        {
          "$schema": "../language/service.schema.json",
          "service": "Svc", "namespace": "Media.Svc", "client": "SvcClient",
          "endpoint": "https://{Account}.example.com/api",
          "options": { "Account": { "type": "string", "required": true, "pattern": "^[a-z0-9]+$" } },
          "wire": { "names": "camelCase", "enums": "UPPER_SNAKE", "duration": "seconds" },
          "types": { "Span": { "properties": { "First": { "type": "int" }, "Last": { "type": "int", "minimum": 1, "maximum": 9 } } } },
          "tracking": {
            "op": {
              "kind": "operation", "accepted": [202], "handle": { "header": "operation-id" }, "poll": "GET /Operations('{Handle}')",
              "status": { "path": "State", "pending": ["InProgress"], "succeeded": ["Succeeded"], "failed": ["Failed"] },
              "delay": { "min": "5s", "interval": "10s", "timeout": "10m" }
            },
            "poll": { "kind": "entity-state", "accepted": [200], "settle": "10s" },
            "url": { "kind": "status-url", "accepted": [202], "handle": { "header": "Location" }, "trustHosts": ["api.example.com"], "status": { "pendingHttp": [202] } }
          },
          "errors": { "enum": "SvcError", "code": { "body": "error.code" }, "codes": { "Busy": { "category": "conflict", "http": 409 }, "Missing": { "category": "not-found" } } }
        }
        """;

    public const string Machine =
        """
        {
          "$schema": "../language/entity.schema.json",
          "entity": "Machine",
          "id": { "property": "Id", "pattern": "^m-[0-9]+$", "example": "m-1" },
          "types": {
            "Colour": { "enum": { "Red": null, "DarkBlue": null } },
            "Settings": { "properties": { "Colour": { "type": "Colour", "default": "Red" }, "Range": { "type": "Span" } } }
          },
          "properties": {
            "Id": { "type": "string", "access": "readOnly" },
            "Name": { "type": "string", "required": true, "access": "createOnly", "minLength": 1, "maxLength": 32, "pattern": "^[a-z]+$" },
            "Settings": { "type": "Settings", "updatableIn": "Idle" },
            "Speed": { "type": "int", "minimum": 1, "maximum": 9, "default": 3 },
            "State": { "type": "MachineState", "access": "readOnly" }
          },
          "state": {
            "property": "State", "initial": "Idle", "creatable": ["Idle"],
            "values": {
              "Idle": { "kind": "stable" }, "Starting": { "kind": "transitional" }, "Running": { "kind": "stable" },
              "Stopping": { "kind": "transitional" }, "Removed": { "kind": "gone" }
            },
            "spontaneous": { "Running": "Idle" }
          },
          "lifecycle": {
            "create": { "http": "POST /machines", "to": "Idle", "tracking": "op", "overloads": [{ "name": "Name", "colour": "Settings.Colour" }] },
            "read": { "http": "GET /machines/{Id}" },
            "list": { "http": "GET /machines" },
            "update": { "http": "PATCH /machines/{Id}", "from": "Idle", "tracking": "op" },
            "delete": { "http": "DELETE /machines/{Id}", "from": "Idle", "to": "Removed" }
          },
          "actions": {
            "Start": { "http": "POST /machines/{Id}/start", "from": "Idle", "via": "Starting", "to": "Running", "onFailure": "Idle", "tracking": "op", "errors": ["Busy"] },
            "Stop": {
              "http": "POST /machines/{Id}/stop", "from": "Running", "via": "Stopping", "to": "Idle", "tracking": "poll", "delay": { "min": "1s", "timeout": "5m" },
              "requires": { "children": { "Part": "Off" }, "self": { "Speed": 3 } }
            }
          }
        }
        """;

    public const string Part =
        """
        {
          "$schema": "../language/entity.schema.json",
          "entity": "Part",
          "parent": { "entity": "Machine", "by": "MachineId", "list": "GET /machines/{MachineId}/parts" },
          "id": { "property": "Id" },
          "properties": {
            "Id": { "type": "string", "access": "readOnly" },
            "MachineId": { "type": "string", "required": true, "access": "createOnly" },
            "State": { "type": "PartState", "access": "readOnly" }
          },
          "state": { "property": "State", "initial": "Off", "values": { "Off": { "kind": "stable" }, "On": { "kind": "stable" } } },
          "lifecycle": { "create": { "http": "POST /parts", "to": "Off" }, "read": { "http": "GET /parts/{Id}" } },
          "actions": {
            "Switch": { "http": "POST /parts/{Id}/switch", "from": ["Off", "On"], "to": ["On", "Off"], "requires": { "parent": "Idle" } }
          }
        }
        """;

    /// <summary>The files with one text replaced in one of them; the text must be there.</summary>
    public static (string Path, string Text)[] With(string path, string old, string replacement)
    {
        (string Path, string Text)[] files = [(ServicePath, Service), (MachinePath, Machine), (PartPath, Part)];
        int index = Array.FindIndex(files, file => file.Path == path);
        Assert.Contains(old, files[index].Text, StringComparison.Ordinal);
        int at = files[index].Text.IndexOf(old, StringComparison.Ordinal);
        files[index].Text = string.Concat(files[index].Text.AsSpan(0, at), replacement, files[index].Text.AsSpan(at + old.Length));
        return files;
    }

    /// <summary>The machine's file alone.</summary>
    public static ParsedFile Parse(string machine) => SchemaParser.Parse(machine, MachinePath, FileKind.Entity);
}
