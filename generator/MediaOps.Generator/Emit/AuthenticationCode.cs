using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>How a client is given credentials: one way for each scheme of the schema, typed by it.</summary>
/// <param name="Type">The type of the credential; null where none is needed.</param>
/// <param name="Markup">What the credential gives.</param>
/// <param name="Expression">An expression that makes the authentication of <c>credential</c> and of the options.</param>
internal sealed record AuthenticationCode(string? Type, string Markup, string Expression)
{
    private const string Authentication = "global::MediaOps.Runtime.Authentication.";

    /// <summary>The credential as a parameter; none where none is needed.</summary>
    public IEnumerable<ActionParameter> Parameters => Type is null ? [] : [new ActionParameter(Type, "credential", Default: null, Markup)];

    /// <summary>The ways of a service. Of two with one type of credential the first stays: they would be one constructor.</summary>
    public static IReadOnlyList<AuthenticationCode> Of(ServiceSpec service)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        AuthenticationCode[] ways = [.. service.Auth.Select(auth => Of(auth, service)).Where(way => types.Add(way.Type ?? ""))];
        return ways.Length == 0 ? [None] : ways;
    }

    private static AuthenticationCode None { get; } = new(null, "", Authentication + "None");

    private static AuthenticationCode Of(AuthSpec auth, ServiceSpec service) => auth.Scheme switch
    {
        AuthScheme.Bearer => new("global::MediaOps.IMediaOpsCredential", "Gives the tokens.", Authentication + "Bearer(credential" + string.Concat(auth.Scopes.Select(scope => ", " + Literal.Text(scope))) + ")"),
        AuthScheme.ApiKey => new("global::MediaOps.IApiKeyCredential", "Gives the key.", Authentication + "ApiKey(credential, " + Literal.Text(auth.Header) + ")"),
        AuthScheme.Basic => new("global::MediaOps.IBasicCredential", "Gives user and password.", Authentication + "Basic(credential)"),
        AuthScheme.SigV4 => new(
            "global::MediaOps.IAwsCredential",
            "Gives the keys that requests are signed with.",
            Authentication + "SigV4(credential, " + Literal.Text(auth.SigningName) + ", " + Filled(auth.Region ?? "", service) + ")"),
        _ => None,
    };

    /// <summary>A text with options in it as an expression: each place becomes the parameter that fills it.</summary>
    private static string Filled(string template, ServiceSpec service)
    {
        var parts = new List<string>();
        int start = 0;
        while (start < template.Length)
        {
            int open = template.IndexOf('{', start);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            string? option = close < 0 ? null : service.Options.Select(option => option.Name).FirstOrDefault(name => string.Equals(name, template.Substring(open + 1, close - open - 1), StringComparison.Ordinal));
            int end = option is null ? template.Length : open;
            if (end > start)
            {
                parts.Add(Literal.Text(template.Substring(start, end - start)));
            }

            if (option is not null)
            {
                parts.Add(ParameterName.Of(option));
            }

            start = option is null ? template.Length : close + 1;
        }

        return parts.Count == 0 ? Literal.Text("") : string.Join(" + ", parts);
    }
}
