using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Reads what a description says of the service as a whole.</summary>
internal sealed class ServiceReader(OpenApiDocument document, ScaffoldService service, NameScope options, Gaps gaps)
{
    /// <summary>Where a service without an address is looked for, so that the schema is whole.</summary>
    public const string NoEndpoint = "https://service.example/";

    /// <summary>Fills address, authorization and what every request carries.</summary>
    public void Fill()
    {
        service.Version = document.Info?.Version is { } version && SourceText.IsLiteral(version) ? version : null;
        service.Description = SourceText.Prose(document.Info?.Description ?? document.Info?.Title);
        Endpoint();
        Authorization();
    }

    private void Endpoint()
    {
        OpenApiServer? server = (document.Servers ?? []).FirstOrDefault(candidate => candidate.Url?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true) ?? document.Servers?.FirstOrDefault();
        string url = HostTemplate() ?? server?.Url ?? string.Empty;
        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            url = "https:" + url;
        }

        string sample = url.Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal);
        bool usable = SourceText.IsLiteral(url)
            && PathTemplate.Problem("/" + url.Replace("://", "/", StringComparison.Ordinal)) is null
            && Uri.TryCreate(sample, UriKind.Absolute, out Uri? uri)
            && uri is { Scheme: "https" or "http", UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };
        if (!usable)
        {
            gaps.Add(GapRules.Endpoint, service.Origin.Below("servers"), NoEndpoint);
            service.Endpoint = NoEndpoint;
            return;
        }

        service.Endpoint = PathTemplate.Rename(url.EndsWith('/') ? url : url + "/", placeholder =>
        {
            string name = options.Take(CSharpName.Of(placeholder, "Host"));
            OpenApiServerVariable? variable = server?.Variables?.TryGetValue(placeholder, out OpenApiServerVariable? declared) == true ? declared : null;
            service.Options.Add(new ScaffoldOption { Name = name, Description = SourceText.Prose(variable?.Description) });
            return name;
        });
    }

    /// <summary>Azure's way to have a part of the host filled by the client.</summary>
    private string? HostTemplate()
    {
        if (Extensions.Of(document.Extensions, "x-ms-parameterized-host") is not { } host || host.Text("hostTemplate") is not { } template)
        {
            return null;
        }

        // A placeholder for the whole address has no scheme; its value cannot hold one here.
        return template.StartsWith("http", StringComparison.Ordinal) ? template : "https://" + template;
    }

    private void Authorization()
    {
        foreach ((string name, IOpenApiSecurityScheme scheme) in document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal))
        {
            ScaffoldAuth? auth = scheme?.Type switch
            {
                SecuritySchemeType.OAuth2 => new ScaffoldAuth("bearer", ScopesOf(scheme)),
                SecuritySchemeType.OpenIdConnect => new ScaffoldAuth("bearer"),
                SecuritySchemeType.Http when string.Equals(scheme.Scheme, "basic", StringComparison.OrdinalIgnoreCase) => new ScaffoldAuth("basic"),
                SecuritySchemeType.Http when string.Equals(scheme.Scheme, "bearer", StringComparison.OrdinalIgnoreCase) => new ScaffoldAuth("bearer"),
                SecuritySchemeType.ApiKey when scheme is { In: ParameterLocation.Header, Name: { Length: > 0 and <= 256 } header } && header.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') => new ScaffoldAuth("apiKey", Header: header),
                _ => null,
            };
            if (auth is null)
            {
                gaps.Add(GapRules.Authorization, service.Origin, $"the scheme '{SourceText.Short(name)}' is none of the language");
            }
            else if (service.Auth.All(known => known.Scheme != auth.Scheme))
            {
                service.Auth.Add(auth);
            }
        }
    }

    /// <summary>The scopes; the one that Azure's descriptions name stands for that of the resource manager.</summary>
    private static string[] ScopesOf(IOpenApiSecurityScheme scheme)
    {
        OpenApiOAuthFlow?[] flows = [scheme.Flows?.ClientCredentials, scheme.Flows?.AuthorizationCode, scheme.Flows?.Implicit, scheme.Flows?.Password];
        string[] scopes = [.. flows.SelectMany(flow => flow?.Scopes?.Keys ?? []).Where(SourceText.IsLiteral).Distinct(StringComparer.Ordinal).Take(20)];
        return scopes is ["user_impersonation"] ? ["https://management.azure.com/.default"] : scopes;
    }
}
