using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaOps.Replay.Tests.Scripts;

/// <summary>The smallest bodies that are still the service's.</summary>
internal static class Bodies
{
    public const string Created = "2019-03-04T05:06:07.1234567Z";

    /// <summary>What the service writes for a time that it has not filled in.</summary>
    public const string NoTime = "0001-01-01T00:00:00Z";

    public const string NewEvent = """{"location":"westus2","tags":{"desk":"news"},"properties":{"description":"evening","input":{"streamingProtocol":"RTMP"}}}""";

    public const string NewOutput = """{"properties":{"assetName":"evening-tape","archiveWindowLength":"PT5M"}}""";

    public const string NewEndpoint = """{"location":"westus2","properties":{"scaleUnits":2,"cdnEnabled":false}}""";

    public static string Event(string name, string? state, string provisioning = "Succeeded", string description = "evening", string created = Created) => Text(new JsonObject
    {
        ["name"] = name,
        ["id"] = "/media/liveevents/" + name,
        ["type"] = "Microsoft.Media/mediaservices/liveevents",
        ["location"] = "West US 2",
        ["tags"] = new JsonObject { ["desk"] = "news" },
        ["properties"] = new JsonObject
        {
            ["description"] = description,
            ["resourceState"] = state,
            ["provisioningState"] = provisioning,
            ["created"] = created,
            ["lastModified"] = created,
            ["streamOptions"] = new JsonArray(),
            ["input"] = new JsonObject { ["keyFrameIntervalDuration"] = "", ["streamingProtocol"] = "RTMP", ["endpoints"] = new JsonArray() },
            ["encoding"] = new JsonObject { ["encodingType"] = "Basic", ["presetName"] = null },
            ["crossSiteAccessPolicies"] = new JsonObject { ["clientAccessPolicy"] = null, ["crossDomainPolicy"] = null },
        },
    });

    public static string Output(string name, string state, string provisioning = "Succeeded") => Text(new JsonObject
    {
        ["name"] = name,
        ["id"] = "/media/liveoutputs/" + name,
        ["properties"] = new JsonObject
        {
            ["assetName"] = "evening-tape",
            ["archiveWindowLength"] = "PT5M",
            ["hls"] = null,
            ["outputSnapTime"] = 0,
            ["provisioningState"] = provisioning,
            ["resourceState"] = state,
            ["created"] = Created,
        },
    });

    public static string Endpoint(string name, string? state, int units = 2, string description = "", string provisioning = "Succeeded", bool isZeroed = false) => Text(new JsonObject
    {
        ["name"] = name,
        ["id"] = "/media/streamingendpoints/" + name,
        ["location"] = "West US 2",
        ["tags"] = new JsonObject(),
        ["properties"] = new JsonObject
        {
            ["description"] = description,
            ["scaleUnits"] = units,
            ["accessControl"] = null,
            ["cdnEnabled"] = false,
            ["hostName"] = isZeroed ? null : name + ".streaming.example.net",
            ["freeTrialEndTime"] = NoTime,
            ["provisioningState"] = provisioning,
            ["resourceState"] = state,
            ["created"] = isZeroed ? NoTime : Created,
        },
    });

    public static string List(params string[] items) => $$"""{"value":[{{string.Join(',', items)}}]}""";

    /// <summary>The error is there after success too; its code is None then.</summary>
    public static string Status(string id, string status, string code, string? message) => Text(new JsonObject
    {
        ["name"] = id,
        ["status"] = status,
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["target"] = Guid.Empty.ToString("D", CultureInfo.InvariantCulture) },
    });

    public static string Error(string code, string message) => Text(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    private static string Text(JsonObject body) => body.ToJsonString();
}
