using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Tells how the end of an operation is seen, and gives the service the profiles for it.</summary>
internal sealed class LongRunning(ScaffoldService service, Schemas schemas, Gaps gaps)
{
    private const string StatusUrl = "asyncOperation";
    private const string StatusUrlOfPatch = "asyncOperationOfPatch";
    private const string StatusUrlThenLocation = "asyncOperationLocation";
    private const string StatusUrlWithValue = "asyncOperationValue";
    private const string StatusUrlWithResult = "asyncOperationResult";
    private const string StatusUrlIsValue = "asyncOperationRecord";
    private const string Location = "location";
    private const string LocationOfAccepted = "locationOfAccepted";
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

        // Of the headers that Azure's services send, their descriptions name one, all, or none.
        bool isOfAzure = operation.Is("x-ms-long-running-operation");
        bool byStatus = isOfAzure || headers.Any(header => StatusHeaders.Contains(header, StringComparer.OrdinalIgnoreCase));
        bool byLocation = isOfAzure || headers.Contains(Location, StringComparer.OrdinalIgnoreCase);
        bool isOfResource = operation.Method is "PUT" or "PATCH";
        provisioning = !answers ? provisioning : isOfResource ? ProvisioningIn(operation.Answer) : null;
        var profiles = new List<string>();
        if (byStatus)
        {
            // What a PUT or PATCH has made is where it went, whatever other URL the answer names.
            profiles.Add(
                operation.Method == "PATCH" ? StatusUrlOfPatch
                : isOfResource || !answers ? StatusUrl
                : final is "azure-async-operation" or "operation-location" ? ValueIn(operation.Answer, final)
                : StatusUrlThenLocation);
        }

        if (byLocation)
        {
            // With 201 it may be the URL of the resource, which is better asked how far it is.
            profiles.Add(isOfResource && provisioning is not null ? LocationOfAccepted : Location);
        }

        if (provisioning is not null)
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
        .Where(answer => answer.Status is "200" or "201" or "202")
        .SelectMany(answer => (answer.Response.Headers ?? new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)).Keys.Select(header => (answer.Status, header)))
        .Where(header => StatusHeaders.Contains(header.header, StringComparer.OrdinalIgnoreCase) || (header.Status == "202" && header.header.Equals(Location, StringComparison.OrdinalIgnoreCase)))
        .Select(header => header.header)
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The profile of a value that is in the record of the operation: at a place of its own, unless the value is described as the record itself.</summary>
    private string ValueIn(IOpenApiSchema? answer, string final)
    {
        (string profile, string place) = final == "operation-location" ? (StatusUrlWithResult, "result") : (StatusUrlWithValue, "properties");
        return schemas.Members(schemas.View(answer).Schema).Any(member => member.Name == place || member.Name == "status") ? StatusUrlIsValue : profile;
    }

    /// <summary>Where a resource in an answer says how far a request is, or null.</summary>
    private string? ProvisioningIn(IOpenApiSchema? answer)
    {
        IReadOnlyList<SchemaMember> members = schemas.Members(schemas.View(answer).Schema);
        IOpenApiSchema? inner = members.FirstOrDefault(member => member.Name == "properties")?.Schema;
        return Tells(members) ? "provisioningState" : inner is not null && Tells(schemas.Members(schemas.View(inner).Schema)) ? "properties.provisioningState" : null;

        static bool Tells(IEnumerable<SchemaMember> members) => members.Any(member => member.Name == "provisioningState");
    }

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

        // The answer to a PATCH with 200 is the resource as it is now, whatever URL is beside it.
        tracking.Accepted.AddRange(name == LocationOfAccepted ? [202] : name is Location or StatusUrlOfPatch ? [202, 201] : [202, 201, 200]);
        if (Uri.TryCreate(service.Endpoint, UriKind.Absolute, out Uri? endpoint) && !service.Endpoint.Split('/')[2].Contains('{', StringComparison.Ordinal) && endpoint.HostNameType == UriHostNameType.Dns)
        {
            tracking.TrustHosts.Add(endpoint.Host);
        }

        if (name is Location or LocationOfAccepted)
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
            (tracking.ResultVia, tracking.ResultPath) = name switch
            {
                StatusUrlThenLocation => ("location", null),
                StatusUrlWithValue => ("poll-body", "properties"),
                StatusUrlWithResult => ("poll-body", "result"),
                StatusUrlIsValue => ("poll-body", null),
                _ => ("read", (string?)null),
            };
        }

        service.Tracking.Add(tracking);
    }

    /// <summary>The three ends are fixed, and every other word means that it still runs: services invent them freely.</summary>
    private static void Status(ScaffoldTracking tracking)
    {
        tracking.Succeeded.Add("Succeeded");
        tracking.Failed.Add("Failed");
        tracking.Canceled.AddRange(["Canceled", "Cancelled"]);
    }
}
