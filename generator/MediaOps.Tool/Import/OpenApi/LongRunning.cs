using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Tells how the end of an operation is seen, and gives the service the profiles for it.</summary>
internal sealed class LongRunning(ScaffoldService service, Gaps gaps)
{
    private const string StatusUrl = "asyncOperation";
    private const string StatusUrlThenLocation = "asyncOperationLocation";
    private const string StatusUrlWithValue = "asyncOperationValue";
    private const string Location = "location";
    private static readonly string[] StatusHeaders = ["Azure-AsyncOperation", "Operation-Location"];
    private static readonly ScaffoldDelay Delay = new(Min: "1s", Interval: "10s", Timeout: "60m");

    /// <summary>Whether an operation may end after its answer.</summary>
    public static bool IsLong(ApiOperation operation) => operation.Is("x-ms-long-running-operation") || Headers(operation).Any();

    /// <summary>The names of the profiles of an operation, in the order in which they are tried.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="answers">Whether it answers with a value of its own.</param>
    /// <param name="provisioning">Where the entity says how far a request is, or null.</param>
    public IReadOnlyList<string> Of(ApiOperation operation, string name, bool answers, string? provisioning)
    {
        if (!IsLong(operation))
        {
            return [];
        }

        string[] headers = [.. Headers(operation)];
        string? final = (Extensions.Of(operation.Operation.Extensions, "x-ms-long-running-operation-options") as JsonObject).Text("final-state-via");
        bool byStatus = headers.Length == 0 || headers.Any(header => StatusHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)) || final is "azure-async-operation" or "operation-location";
        bool byLocation = headers.Length == 0 || headers.Contains(Location, StringComparer.OrdinalIgnoreCase) || final == "location";
        var profiles = new List<string>();
        if (byStatus)
        {
            profiles.Add(!answers ? StatusUrl : final is "azure-async-operation" or "operation-location" ? StatusUrlWithValue : StatusUrlThenLocation);
        }

        if (byLocation)
        {
            profiles.Add(Location);
        }

        if (provisioning is not null && !answers)
        {
            profiles.Add(Provisioning(provisioning));
        }

        if (headers.Length == 0 && final is null)
        {
            gaps.Add(GapRules.Tracking, operation.Origin, name, "; the headers of Azure's resource manager are assumed");
        }

        profiles.ForEach(Declare);
        return profiles;
    }

    private static IEnumerable<string> Headers(ApiOperation operation) => operation.Successes
        .Where(answer => answer.Status is "201" or "202")
        .SelectMany(answer => (answer.Response.Headers ?? new Dictionary<string, Microsoft.OpenApi.IOpenApiHeader>(StringComparer.Ordinal)).Keys.Select(header => (answer.Status, header)))
        .Where(header => StatusHeaders.Contains(header.header, StringComparer.OrdinalIgnoreCase) || (header.Status == "202" && header.header.Equals(Location, StringComparison.OrdinalIgnoreCase)))
        .Select(header => header.header)
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private string Provisioning(string path)
    {
        string name = path.Contains('.', StringComparison.Ordinal) ? "provisioningState" : "ownProvisioningState";
        if (service.Tracking.All(tracking => tracking.Name != name))
        {
            var tracking = new ScaffoldTracking { Name = name, Kind = "entity-state", StatusPath = path, ResultVia = "read", Delay = Delay };
            tracking.Accepted.AddRange([200, 201, 202]);
            Status(tracking);
            service.Tracking.Add(tracking);
        }

        return name;
    }

    private void Declare(string name)
    {
        if (service.Tracking.Any(tracking => tracking.Name == name))
        {
            return;
        }

        var tracking = new ScaffoldTracking { Name = name, Kind = "status-url", Delay = Delay };
        tracking.Accepted.AddRange([201, 202]);
        if (Uri.TryCreate(service.Endpoint, UriKind.Absolute, out Uri? endpoint) && !service.Endpoint.Split('/')[2].Contains('{', StringComparison.Ordinal) && endpoint.HostNameType == UriHostNameType.Dns)
        {
            tracking.TrustHosts.Add(endpoint.Host);
        }

        if (name == Location)
        {
            tracking.HandleHeaders.Add("Location");
            tracking.PendingHttp.Add(202);
            tracking.ResultVia = "poll-body";
        }
        else
        {
            tracking.HandleHeaders.AddRange(StatusHeaders);
            tracking.StatusPath = "status";
            Status(tracking);
            (tracking.ErrorCode, tracking.ErrorMessage) = ("error.code", "error.message");
            tracking.ResultVia = name == StatusUrl ? "read" : name == StatusUrlWithValue ? "poll-body" : "location";
            tracking.ResultPath = name == StatusUrlWithValue ? "properties" : null;
        }

        service.Tracking.Add(tracking);
    }

    private static void Status(ScaffoldTracking tracking)
    {
        tracking.Pending.AddRange(["InProgress", "Accepted", "NotStarted", "Running", "Creating", "Updating", "Deleting"]);
        tracking.Succeeded.Add("Succeeded");
        tracking.Failed.Add("Failed");
        tracking.Canceled.AddRange(["Canceled", "Cancelled"]);
    }
}
