using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace MediaOps.Benchmarks.Compiling;

/// <summary>Schema files of a service of any size.</summary>
internal static class SchemaSource
{
    private const string Folder = "/project/schema/studio/";

    /// <summary>A service and its entities.</summary>
    /// <param name="entities">How many entities it has.</param>
    public static ImmutableArray<AdditionalText> Write(int entities) => [new SchemaText(Folder + "service.json", Service), .. Enumerable.Range(0, entities).Select(number => Entity(number))];

    /// <summary>An entity.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="description">What is said of one of its properties, which no other file depends on.</param>
    public static SchemaText Entity(int number, string description = "Bits of a second.")
    {
        string name = "Encoder" + number.ToString("0000", CultureInfo.InvariantCulture);
        return new SchemaText(Folder + name + ".json", EntityText.Replace("#NAME#", name, StringComparison.Ordinal).Replace("#DESCRIPTION#", description, StringComparison.Ordinal));
    }

    private const string Service = """
        {
          "service": "Studio", "namespace": "Acme.Studio", "endpoint": "https://studio.example.com/api",
          "auth": [ { "scheme": "bearer", "scopes": [ "https://studio.example.com/.default" ] } ],
          "wire": { "names": "camelCase", "enums": "asIs", "duration": "iso8601" },
          "tracking": {
            "operation": {
              "kind": "operation", "accepted": [ 202 ], "handle": { "header": "operation-id" }, "poll": "GET /operations/{Handle}",
              "status": { "path": "status", "pending": [ "InProgress" ], "succeeded": [ "Succeeded" ], "failed": [ "Failed" ] },
              "result": { "via": "read" }, "delay": { "min": "1s", "interval": "5s", "timeout": "10m" }
            }
          },
          "paging": { "style": "offset", "items": "value", "param": "skip", "limit": "take", "max": 100 },
          "errors": { "code": { "body": "error.code" }, "message": { "body": "error.message" }, "codes": { "WrongState": { "http": 409, "category": "precondition" } } }
        }
        """;

    private const string EntityText = """
        {
          "entity": "#NAME#",
          "id": { "property": "Id", "pattern": "^enc-[0-9a-f]{8}$", "example": "enc-0123abcd" },
          "types": { "#NAME#Input": { "properties": { "Url": { "type": "uri", "required": true }, "Delay": { "type": "duration" }, "Tags": { "type": "string[]" } } } },
          "properties": {
            "Id": { "type": "string", "access": "readOnly" },
            "Name": { "type": "string", "required": true, "access": "createOnly", "maxLength": 64 },
            "Description": { "type": "string", "maxLength": 256 },
            "Bitrate": { "type": "int", "minimum": 1, "updatableIn": [ "Stopped" ], "description": "#DESCRIPTION#" },
            "Input": { "type": "#NAME#Input" },
            "Created": { "type": "datetime", "access": "readOnly" },
            "State": { "type": "#NAME#State", "access": "readOnly" }
          },
          "state": {
            "property": "State", "initial": "Stopped",
            "values": {
              "Stopped": { "kind": "stable" }, "Starting": { "kind": "transitional" }, "Running": { "kind": "stable" }, "Stopping": { "kind": "transitional" }, "Deleted": { "kind": "gone" }
            }
          },
          "lifecycle": {
            "create": { "http": "POST /#NAME#s", "to": "Stopped" },
            "read": { "http": "GET /#NAME#s/{Id}" },
            "list": { "http": "GET /#NAME#s" },
            "update": { "http": "PATCH /#NAME#s/{Id}", "from": "Stopped", "to": "Stopped" },
            "delete": { "http": "DELETE /#NAME#s/{Id}", "from": "Stopped", "to": "Deleted" }
          },
          "actions": {
            "Start": { "http": "POST /#NAME#s/{Id}/start", "from": "Stopped", "via": "Starting", "to": "Running", "onFailure": "Stopped", "tracking": "operation" },
            "Stop": { "http": "POST /#NAME#s/{Id}/stop", "from": "Running", "via": "Stopping", "to": "Stopped", "tracking": "operation" }
          }
        }
        """;
}
