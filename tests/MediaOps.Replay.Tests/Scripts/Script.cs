using System.Globalization;
using MediaOps.Replay.Tests.Recordings;

namespace MediaOps.Replay.Tests.Scripts;

/// <summary>Writes a recording by hand: the same traffic, with names and bodies of our own.</summary>
internal sealed class Script(string name, Era era)
{
    private const string Host = "https://management.azure.com";
    private const string Account = "/subscriptions/5f2c9d1e-7a40-4b8e-9c63-2d1f0e8a7b55/resourceGroups/studio/providers/Microsoft.Media/mediaservices/studiolive";

    private readonly List<Interaction> _interactions = [];
    private int _operations;

    public string Name => $"{name}, {era}";

    public Recording Recording => new(Name, [.. _interactions]);

    /// <summary>A look at an entity or a list.</summary>
    public Script Shows(string path, string body, int status = 200) => Add("GET", UrlOf(path), null, status, body);

    /// <summary>A write that is over with its answer.</summary>
    public Script AtOnce(string method, string path, string? request, string answer = "", int status = 200) => Add(method, UrlOf(path), request, status, answer);

    /// <summary>A write that goes on, and the statuses of its operation.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">What is written to.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="answer">The body of the first answer.</param>
    /// <param name="pending">How often the operation is still running when somebody asks.</param>
    /// <param name="end">The last status; null where nobody waits for it.</param>
    /// <param name="error">The code beside it.</param>
    /// <param name="message">The message beside it.</param>
    public Script Long(string method, string path, string? request = null, string answer = "", int pending = 1, string? end = "Succeeded", string error = "None", string? message = null)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{++_operations:D12}");
        string entity = ResourcePath.Changed(method, path.Split('?')[0]);
        string kind = entity.Contains("/liveOutputs/", StringComparison.Ordinal) ? "liveoutputoperations"
            : entity.StartsWith("liveEvents", StringComparison.Ordinal) ? "liveeventoperations" : "streamingendpointoperations";

        // The service writes these URLs in lower case, as it does with its own resource groups.
        string status = UrlOf($"{kind}/{id}").AbsoluteUri.Replace("resourceGroups", "resourcegroups", StringComparison.Ordinal);
        string result = era.HasResultLocation ? UrlOf($"{entity}/operationlocations/{id}").AbsoluteUri.Replace("liveEvents", "liveevents", StringComparison.Ordinal) : status;
        var poll = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Azure-AsyncOperation"] = status };
        if (era.RetryAfter is { } seconds)
        {
            poll["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var first = new Dictionary<string, string>(poll, StringComparer.OrdinalIgnoreCase) { ["Location"] = result };
        Add(method, UrlOf(path), request, method == "PUT" ? era.Created : 202, answer, first);
        if (era.RepeatsLocation)
        {
            poll = first;
        }

        if (end is null)
        {
            return this;
        }

        if (pending > 0)
        {
            Add("GET", new Uri(status), null, 200, Bodies.Status(id, "InProgress", "None", null), poll, pending);
        }

        return Add("GET", new Uri(status), null, 200, Bodies.Status(id, end, error, message), poll);
    }

    private Script Add(string method, Uri uri, string? request, int status, string body, IReadOnlyDictionary<string, string>? headers = null, int repeat = 1)
    {
        var all = new Dictionary<string, string>(headers ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json; odata.metadata=minimal" };
        _interactions.Add(new Interaction(method, uri, request, status, all, body, repeat));
        return this;
    }

    private Uri UrlOf(string path) => new($"{Host}{Account}/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}api-version={era.ApiVersion}");
}
