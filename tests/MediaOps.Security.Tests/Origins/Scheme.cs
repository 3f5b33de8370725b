using MediaOps.Runtime;

namespace MediaOps.Security.Tests.Origins;

/// <summary>A way to authorize requests, with a credential whose secrets a test can look for.</summary>
internal static class Scheme
{
    /// <summary>Stands in every secret, and nowhere else.</summary>
    public const string Marker = "M4rk3r";

    public static readonly string[] Names = ["bearer", "apiKey", "basic", "sigV4"];

    public static Authentication Make(string name) => name switch
    {
        "bearer" => Authentication.Bearer(new StaticTokenCredential(Marker + "-token"), "scope"),
        "apiKey" => Authentication.ApiKey(new StaticApiKeyCredential(Marker + "-key"), "x-api-key"),
        "basic" => Authentication.Basic(new StaticBasicCredential("user", Marker + "-password")),
        "sigV4" => Authentication.SigV4(new StaticAwsCredential("AKID", Marker + "-secret", Marker + "-session"), "media", "eu-west-1"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such scheme."),
    };

    /// <summary>Whether a request has a credential of any scheme in it.</summary>
    public static bool IsAuthorized(RecordedRequest request) => request.Headers.ContainsKey("Authorization") || request.Headers.ContainsKey("x-api-key");
}
