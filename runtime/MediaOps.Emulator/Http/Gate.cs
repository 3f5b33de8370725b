using System.Text;
using MediaOps.Emulation.Model;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>What every request must have before it is looked at: credentials, the service's version, a body that is not too large.</summary>
internal static class Gate
{
    private const string Signature = "AWS4-HMAC-SHA256 ";

    /// <param name="model">The service.</param>
    /// <param name="options">Choices.</param>
    /// <param name="exchange">The request.</param>
    /// <param name="isHandedOut">Whether the service has made the URL itself, version and all.</param>
    public static EmulatedResponse? Check(ServiceModel model, EmulatorOptions options, Exchange exchange, bool isHandedOut)
    {
        EmulatedRequest request = exchange.Request;
        if (request.Body is null)
        {
            return exchange.Error(413, model.Errors[Refusal.BadRequest].Code, $"The body is larger than {options.MaxRequestBytes} bytes.");
        }

        if (options.RequireToken && model.Spec.Auth.Count > 0 && !model.Spec.Auth.Any(a => Accepts(a, request, options)))
        {
            return exchange.Error(401, "Unauthorized", "The credentials are missing or not good.").With("WWW-Authenticate", Challenge(model.Spec.Auth[0].Scheme));
        }

        return !isHandedOut && Version(model.Spec) is { } version && Supported(version, model.Spec.Version!, request) is { } problem
            ? exchange.Refuse(Refusal.BadRequest, problem)
            : null;
    }

    private static bool Accepts(AuthSpec auth, EmulatedRequest request, EmulatorOptions options)
    {
        string? credential = auth.Scheme switch
        {
            AuthScheme.Bearer => After("Bearer ", request.Header("Authorization")),
            AuthScheme.ApiKey => request.Header(auth.Header ?? "x-api-key"),
            AuthScheme.Basic => UserAndPassword(After("Basic ", request.Header("Authorization"))),
            AuthScheme.SigV4 => AccessKey(After(Signature, request.Header("Authorization")), auth.SigningName, request),
            _ => null,
        };
        return auth.Scheme == AuthScheme.None || (!string.IsNullOrEmpty(credential) && (options.AcceptToken?.Invoke(credential) ?? true));
    }

    private static string? After(string scheme, string? header) =>
        header?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true ? header[scheme.Length..].Trim() : null;

    private static string? UserAndPassword(string? encoded)
    {
        byte[] bytes = new byte[encoded?.Length ?? 0];
        return encoded is not null && Convert.TryFromBase64String(encoded, bytes, out int count) && bytes.AsSpan(0, count).Contains((byte)':')
            ? Encoding.UTF8.GetString(bytes, 0, count)
            : null;
    }

    // The signature itself is not checked: nobody here knows the secret key.
    private static string? AccessKey(string? parameters, string? signingName, EmulatedRequest request)
    {
        Dictionary<string, string> parts = (parameters ?? string.Empty).Split(',', StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2)).Where(p => p.Length == 2).DistinctBy(p => p[0], StringComparer.Ordinal).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        string[] scope = parts.GetValueOrDefault("Credential", string.Empty).Split('/');
        bool signed = parts.ContainsKey("SignedHeaders") && parts.GetValueOrDefault("Signature") is { Length: 64 } && request.Header("X-Amz-Date") is not null;
        return signed && scope is [var key, _, _, var service, "aws4_request"] && (signingName is null || service == signingName) ? key : null;
    }

    private static string Challenge(AuthScheme scheme) => scheme switch
    {
        AuthScheme.Basic => "Basic",
        AuthScheme.SigV4 => Signature.Trim(),
        AuthScheme.ApiKey => "ApiKey",
        _ => "Bearer",
    };

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
