using System.Reflection;

namespace MediaOps.Generator.Tests.Harness;

/// <summary>Schema files as the compiler would hand them over.</summary>
internal static class Schemas
{
    /// <summary>The folder in which the ams-v2 files pretend to be.</summary>
    public const string Folder = "/project/schema/ams-v2/";

    /// <summary>The files of ams-v2 as they are in the repository.</summary>
    public static SchemaText[] AmsV2 { get; } = [.. new[] { "service.json", "Channel.json", "Program.json", "StreamingEndpoint.json" }.Select(name => new SchemaText(Folder + name, Read("ams-v2/" + name)))];

    /// <summary>The folders of the services in the repository.</summary>
    public static string[] Services { get; } = [.. Resources().Select(name => name[..name.IndexOf('/', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The service file of ams-v2.</summary>
    public static SchemaText AmsV2Service => AmsV2[0];

    /// <summary>The Channel file of ams-v2.</summary>
    public static SchemaText Channel => AmsV2[1];

    /// <summary>The Program file of ams-v2.</summary>
    public static SchemaText Program => AmsV2[2];

    /// <summary>The files of a service as they are in the repository.</summary>
    public static SchemaText[] Of(string service) => [.. Resources().Where(name => name.StartsWith(service + "/", StringComparison.Ordinal)).Select(name => new SchemaText("/project/schema/" + name, Read(name)))];

    /// <summary>The files of ams-v2 with some of them in another version.</summary>
    public static SchemaText[] AmsV2With(params SchemaText[] changed) => [.. AmsV2.Select(file => changed.FirstOrDefault(other => other.Path == file.Path) ?? file)];

    /// <summary>A service with nothing but what is needed.</summary>
    public static SchemaText SmallService(string folder = "/project/schema/studio/", string name = "Studio", string types = "") => new(folder + "service.json", $$"""
        {
          "service": "{{name}}", "namespace": "Acme.{{name}}", "endpoint": "https://studio.example.com/api",
          "auth": [ { "scheme": "bearer", "scopes": [ "https://studio.example.com/.default" ] } ],
          "wire": { "names": "camelCase", "enums": "asIs", "duration": "iso8601" },
          "types": { {{types}} },
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
        """);

    /// <summary>An entity with states, actions and a few properties.</summary>
    public static SchemaText SmallEntity(string name, string folder = "/project/schema/studio/", string properties = "", string types = "", string actions = "") => new(folder + name + ".json", $$"""
        {
          "entity": "{{name}}",
          "id": { "property": "Id", "pattern": "^enc-[0-9a-f]{8}$", "example": "enc-0123abcd" },
          "types": { {{types}} },
          "properties": {
            "Id": { "type": "string", "access": "readOnly" },
            "Name": { "type": "string", "required": true, "access": "createOnly", "maxLength": 64 },
            "Bitrate": { "type": "int", "minimum": 1, "updatableIn": [ "Stopped" ] },
            {{properties}}
            "State": { "type": "{{name}}State", "access": "readOnly" }
          },
          "state": {
            "property": "State", "initial": "Stopped",
            "values": { "Stopped": { "kind": "stable" }, "Starting": { "kind": "transitional" }, "Running": { "kind": "stable" }, "Stopping": { "kind": "transitional" }, "Deleted": { "kind": "gone" } }
          },
          "lifecycle": {
            "create": { "http": "POST /{{name}}s", "to": "Stopped" },
            "read": { "http": "GET /{{name}}s/{Id}" },
            "list": { "http": "GET /{{name}}s" },
            "update": { "http": "PATCH /{{name}}s/{Id}", "from": "Stopped", "to": "Stopped" },
            "delete": { "http": "DELETE /{{name}}s/{Id}", "from": "Stopped", "to": "Deleted" }
          },
          "actions": {
            {{actions}}
            "Start": { "http": "POST /{{name}}s/{Id}/start", "from": "Stopped", "via": "Starting", "to": "Running", "onFailure": "Stopped", "tracking": "operation" },
            "Stop": { "http": "POST /{{name}}s/{Id}/stop", "from": "Running", "via": "Stopping", "to": "Stopped", "tracking": "operation" }
          }
        }
        """);

    /// <summary>A small service with ten entities.</summary>
    public static SchemaText[] Ten { get; } = [SmallService(), .. Enumerable.Range(0, 10).Select(i => SmallEntity("Encoder" + (char)('A' + i)))];

    private static IEnumerable<string> Resources() => Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal));

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException("No resource " + name + ".");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>A schema file.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text; null for a file that cannot be read.</param>
/// <param name="IsOurs">Whether the item carries our metadata.</param>
/// <param name="Namespace">The item's metadata of that name.</param>
internal sealed record SchemaText(string Path, string? Text, bool IsOurs = true, string? Namespace = null)
{
    /// <summary>The file with a part of its text replaced, which must be there.</summary>
    public SchemaText With(string part, string replacement) => Text!.Contains(part, StringComparison.Ordinal)
        ? this with { Text = Text.Replace(part, replacement, StringComparison.Ordinal) }
        : throw new ArgumentException("The file does not hold: " + part, nameof(part));
}
