using MediaOps.Emulation.Model;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>What every request must have before it is looked at: credentials, the service's version, a body that is not too large.</summary>
internal static class Gate
{
    public static EmulatedResponse? Check(ServiceModel model, EmulatorOptions options, Exchange exchange)
    {
        EmulatedRequest request = exchange.Request;
        if (request.Body is null)
        {
            return exchange.Error(413, model.Errors[Refusal.BadRequest].Code, $"The body is larger than {options.MaxRequestBytes} bytes.");
        }

        if (options.RequireToken && model.Spec.Auth.Count > 0 && !model.Spec.Auth.Any(a => Accepts(a, request, options)))
        {
            return exchange.Error(401, "Unauthorized", "The credentials are missing or not good.").With("WWW-Authenticate", "Bearer");
        }

        return Version(model.Spec) is { } version && Supported(version, model.Spec.Version!, request) is { } problem
            ? exchange.Refuse(Refusal.BadRequest, problem)
            : null;
    }

    private static bool Accepts(AuthSpec auth, EmulatedRequest request, EmulatorOptions options)
    {
        string? credential = auth.Scheme switch
        {
            AuthScheme.Bearer => request.Header("Authorization") is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null,
            AuthScheme.ApiKey => request.Header(auth.Header ?? "x-api-key"),
            _ => null,
        };
        return auth.Scheme == AuthScheme.None || (!string.IsNullOrEmpty(credential) && (options.AcceptToken?.Invoke(credential) ?? true));
    }

    // A service refuses a call without its version; the other headers of the schema have defaults.
    private static (string Name, bool InQuery)? Version(ServiceSpec service) =>
        service.Version is not { } version ? null
        : service.Headers.FirstOrDefault(h => h.Value == version) is { } header ? (header.Name, false)
        : service.Query.FirstOrDefault(q => q.Value == version) is { } query ? (query.Name, true)
        : null;

    private static string? Supported((string Name, bool InQuery) place, string version, EmulatedRequest request)
    {
        string? given = place.InQuery ? QueryString.Parse(request.Query).GetValueOrDefault(place.Name) : request.Header(place.Name);
        return string.IsNullOrEmpty(given) ? $"{place.Name} is missing; send {version}."
            : Major(given) == Major(version) ? null
            : $"{place.Name} names a version that is not supported; send {version}.";
    }

    private static string Major(string version) => version.Split('.', '-')[0];
}
