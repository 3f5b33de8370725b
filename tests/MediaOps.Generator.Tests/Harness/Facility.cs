namespace MediaOps.Generator.Tests.Harness;

/// <summary>A service that says, in four small files, what ams-v2 does not: every kind of tracking, addresses of several parts, singletons, values and every place where a parameter can travel.</summary>
internal static class Facility
{
    private const string Folder = "/project/schema/facility/";

    /// <summary>The service: options, four ways of authentication, four tracking profiles, paging by token.</summary>
    public static SchemaText Service { get; } = new(Folder + "service.json", """
        {
          "service": "Facility", "namespace": "Acme.Facility", "endpoint": "https://{Region}.facility.example.com/v1",
          "options": {
            "Region": { "type": "string", "required": true, "pattern": "^[a-z]+-[0-9]$", "description": "The region, such as north-1." },
            "Project": { "type": "string", "required": true, "pattern": "^[a-z0-9]+$" }
          },
          "auth": [
            { "scheme": "sigv4", "signingName": "facility", "region": "{Region}" }, { "scheme": "apiKey", "header": "x-facility-key" },
            { "scheme": "basic" }, { "scheme": "bearer", "scopes": [ "https://facility.example.com/.default" ] }
          ],
          "query": { "api-version": "7" },
          "wire": { "names": "camelCase", "enums": "UPPER_SNAKE", "duration": "google", "envelope": "{entity}" },
          "types": { "Mode": { "enum": { "LowLatency": null, "Normal": null } } },
          "tracking": {
            "lro": {
              "kind": "operation", "accepted": [ 200, 202 ], "handle": { "body": "name", "pattern": "^projects/[a-z0-9]+/operations/[a-z0-9]+$" }, "poll": "GET /{+Handle}",
              "status": { "done": "done" }, "error": { "code": { "body": "error.code" }, "message": { "body": "error.message" } },
              "result": { "via": "poll-body", "path": "response" }, "cancel": "POST /{+Handle}:cancel", "delay": { "min": "1s", "timeout": "10m" }
            },
            "url": {
              "kind": "status-url", "accepted": [ 201, 202 ], "handle": { "header": [ "Operation-Location", "Location" ] }, "trustHosts": [ "*.example.com" ],
              "status": { "pendingHttp": [ 202 ] }, "result": { "via": "location" }, "retryAfter": "x-wait", "delay": { "min": "2s", "interval": "5s", "timeout": "10m" }
            },
            "body": {
              "kind": "entity-state", "accepted": [ 200 ], "status": { "path": "progress", "succeeded": [ "Done" ], "failed": [ "Broken" ], "unknown": "failed" },
              "result": { "via": "none" }, "delay": { "min": "1s", "timeout": "10m" }
            },
            "state": {
              "kind": "entity-state", "accepted": [ 200, 202 ], "settle": "10s", "absent": "pending",
              "outcome": { "path": "last.result", "succeeded": [ "Good" ], "failed": [ "Bad" ], "canceled": [ "Stopped" ] },
              "result": { "via": "read" }, "delay": { "min": "1s", "timeout": "10m" }
            }
          },
          "paging": { "style": "token", "items": "items", "next": "nextToken", "param": "pageToken", "limit": "pageSize", "max": 50 },
          "errors": {
            "code": { "body": "error.status" }, "message": { "body": "error.message" }, "okWhen": { "path": "success", "equals": "true" }, "enum": "FacilityErrorCode",
            "codes": { "NotFound": { "wire": [ "NOT_FOUND", "5" ], "http": 404, "category": "not-found" } }
          }
        }
        """);

    /// <summary>An entity whose id the caller chooses: made by PUT at its own address, with parameters everywhere.</summary>
    public static SchemaText Event { get; } = new(Folder + "Event.json", """
        {
          "entity": "Event",
          "id": { "property": "Name", "assignedBy": "caller", "pattern": "^[a-z0-9-]{1,32}$", "example": "derby" },
          "types": {
            "Entry": { "properties": { "Text": { "type": "string" }, "Mode": { "type": "Mode" } } },
            "Frame": { "properties": { "Number": { "type": "long" } } }
          },
          "properties": {
            "Name": { "type": "string", "in": "path", "access": "createOnly", "required": true },
            "Location": { "type": "string", "access": "createOnly", "required": true },
            "Title": { "type": "string", "wire": "properties.title", "maxLength": 9 },
            "Mode": { "type": "Mode", "wire": "properties.mode" },
            "Length": { "type": "duration", "wire": "properties.length" },
            "State": { "type": "EventState", "access": "readOnly", "wire": "properties.state" }
          },
          "state": {
            "property": "State", "initial": "Idle", "read": "GET /projects/{Project}/events/{Name}/state", "path": "status.state",
            "values": { "Idle": { "kind": "stable" }, "Starting": { "kind": "transitional" }, "OnAir": { "kind": "stable" }, "Deleted": { "kind": "gone" } }
          },
          "lifecycle": {
            "create": { "http": "PUT /projects/{Project}/events/{Name}", "to": [ "Idle", "OnAir" ], "tracking": "url", "idempotency": { "query": "requestId" },
              "parameters": { "AutoStart": { "type": "bool", "in": "query" }, "Trace": { "type": "string", "in": "header", "wire": "x-trace", "maxLength": 5 } } },
            "read": { "http": "GET /projects/{Project}/events/{Name}" },
            "list": { "http": "GET /projects/{Project}/events", "items": "events", "parameters": { "Since": { "type": "datetime", "in": "query" }, "Mode": { "type": "Mode", "in": "query", "required": true } } },
            "update": { "http": "PUT /projects/{Project}/events/{Name}", "from": "Idle", "to": "Idle", "always": [ "Location", "Mode" ], "fieldMask": { "query": "mask" },
              "parameters": { "Force": { "type": "bool", "in": "query", "default": false } } },
            "delete": { "http": "DELETE /projects/{Project}/events/{Name}", "from": "Idle", "to": "Deleted", "tracking": "url" }
          },
          "actions": {
            "Start": { "http": "POST /projects/{Project}/events/{Name}:start", "from": "Idle", "via": "Starting", "to": "OnAir", "onFailure": "Idle", "tracking": [ "lro", "url", "state" ],
              "body": { "event": "{Name}" }, "idempotency": { "header": "x-request-id" },
              "parameters": { "Delay": { "type": "duration" }, "Priority": { "type": "int", "in": "query", "minimum": 1 }, "Reason": { "type": "string", "in": "header", "wire": "x-reason", "required": true } } },
            "GetStatus": { "http": "POST /projects/{Project}/events/{Name}/status", "from": [ "Idle", "OnAir" ], "to": "@previous", "tracking": "lro", "returns": { "type": "Entry", "path": "status" } },
            "GetEntries": { "http": "POST /projects/{Project}/events/{Name}/entries", "tracking": "url", "returns": { "type": "Entry[]", "path": "value", "paged": true } },
            "ListFrames": { "http": "GET /projects/{Project}/events/{Name}/frames", "returns": { "type": "Frame[]", "paged": true } },
            "Count": { "http": "GET /projects/{Project}/events/{Name}/count", "returns": { "type": "int", "path": "count" } },
            "Modes": { "http": "GET /projects/{Project}/events/{Name}/modes", "returns": { "type": "Mode[]" } },
            "Suggest": { "http": "GET /projects/{Project}/events/{Name}/suggest", "returns": { "type": "Mode" } },
            "Replace": { "http": "PUT /projects/{Project}/events/{Name}/entries/{Number}", "from": [ "Idle", "OnAir" ], "to": [ "Idle", "OnAir" ],
              "parameters": { "Number": { "type": "int", "in": "path" }, "Entry": { "type": "Entry", "in": "wholeBody", "required": true } } }
          }
        }
        """);

    /// <summary>An entity inside of another: its address holds the other's id.</summary>
    public static SchemaText Output { get; } = new(Folder + "Output.json", """
        {
          "entity": "Output",
          "parent": { "entity": "Event", "by": "EventName" },
          "id": { "property": "Name", "assignedBy": "caller", "pattern": "^[a-z0-9-]{1,32}$" },
          "properties": {
            "Name": { "type": "string", "in": "path", "access": "createOnly", "required": true },
            "EventName": { "type": "string", "in": "path", "access": "createOnly" },
            "Asset": { "type": "string", "access": "createOnly", "required": true },
            "State": { "type": "OutputState", "access": "readOnly" }
          },
          "state": { "property": "State", "initial": "Ready", "values": { "Ready": { "kind": "stable" }, "Deleted": { "kind": "gone" } } },
          "lifecycle": {
            "create": { "http": "PUT /projects/{Project}/events/{EventName}/outputs/{Name}", "to": "Ready" },
            "read": { "http": "GET /projects/{Project}/events/{EventName}/outputs/{Name}" },
            "list": { "http": "GET /projects/{Project}/events/{EventName}/outputs" },
            "delete": { "http": "DELETE /projects/{Project}/events/{EventName}/outputs/{Name}", "from": "Ready", "to": "Deleted" }
          }
        }
        """);

    /// <summary>An entity of which there is one, with a long-running value.</summary>
    public static SchemaText Account { get; } = new(Folder + "Account.json", """
        {
          "entity": "Account", "singleton": true,
          "description": "The account that the project pays with.",
          "types": { "Report": { "properties": { "Total": { "type": "decimal" } } } },
          "properties": { "Owner": { "type": "string", "required": true }, "Balance": { "type": "decimal", "access": "readOnly" } },
          "lifecycle": { "read": { "http": "GET /projects/{Project}/account" }, "update": { "http": "PUT /projects/{Project}/account" } },
          "actions": {
            "Close": { "http": "POST /projects/{Project}/account:close", "tracking": "lro" },
            "Ping": { "http": "POST /projects/{Project}/account:ping", "parameters": { "Text": { "type": "string", "in": "wholeBody" } } },
            "GetReport": { "http": "POST /projects/{Project}/account:report", "tracking": "lro", "returns": { "type": "Report", "path": "report" } }
          }
        }
        """);

    /// <summary>Actions that belong to no entity.</summary>
    public static SchemaText Tools { get; } = new(Folder + "Tools.json", """
        {
          "entity": "Tools", "singleton": true,
          "actions": {
            "Find": { "http": "GET /tools/{Kind}", "parameters": { "Kind": { "type": "Mode", "in": "path" }, "At": { "type": "guid", "in": "query" } }, "returns": { "type": "json" } },
            "Purge": { "http": "POST /tools/purge", "body": { "project": "{Project}", "region": "{Region}", "deep": true } }
          }
        }
        """);

    /// <summary>All of it.</summary>
    public static SchemaText[] All { get; } = [Service, Event, Output, Account, Tools];

    /// <summary>All of it with some files in another version.</summary>
    public static SchemaText[] With(params SchemaText[] changed) => [.. All.Select(file => changed.FirstOrDefault(other => other.Path == file.Path) ?? file)];
}
