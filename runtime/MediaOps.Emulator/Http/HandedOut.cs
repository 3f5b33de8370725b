using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>The URLs that a service hands out for its operations: absolute, in lower case whatever the client asked in, with a query of their own.</summary>
internal static class HandedOut
{
    /// <summary>The URL that a profile's handle is.</summary>
    public static string UrlOf(ServiceModel model, Exchange exchange, Operation operation, TrackingSpec profile, EmulatorOptions options) =>
        TellsByHttpOnly(profile) ? ResultUrl(model, exchange, operation, options) : StatusUrl(model, exchange, operation, options);

    /// <summary>Where the status is told in a body.</summary>
    public static string StatusUrl(ServiceModel model, Exchange exchange, Operation operation, EmulatorOptions options) =>
        Url(model, exchange, operation, RouteKind.StatusUrl, options);

    /// <summary>Where 202 means: not yet, and 200 comes with the result.</summary>
    public static string ResultUrl(ServiceModel model, Exchange exchange, Operation operation, EmulatorOptions options) =>
        Url(model, exchange, operation, RouteKind.ResultUrl, options);

    /// <summary>Whether a profile reads nothing but the HTTP status of a poll.</summary>
    public static bool TellsByHttpOnly(TrackingSpec profile) => profile.Status is { Path: null, Done: null };

    private static string Url(ServiceModel model, Exchange exchange, Operation operation, RouteKind kind, EmulatorOptions options)
    {
        var values = new Dictionary<string, string>(exchange.Values, StringComparer.Ordinal) { ["Handle"] = operation.Id };
        foreach ((string name, string value) in operation.Entity.Values)
        {
            values[name] = value;
        }

        string query = options.StatusUrlQuery ?? string.Join('&', model.Spec.Query.Select(q => $"{Uri.EscapeDataString(q.Name)}={Uri.EscapeDataString(q.Value)}"));
        return exchange.HandedOutRoot + model.Routes.HandedOut(operation.Entity.Model, kind).Expand(values, lower: true) + (query.Length > 0 ? "?" + query : string.Empty);
    }
}
