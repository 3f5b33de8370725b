using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime;

/// <summary>Log messages of the transport: hosts and paths, never queries and tokens.</summary>
internal static partial class TransportLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Repeating {Method} {Path} after {Status} in {Delay}, attempt {Attempt}.")]
    public static partial void Repeating(ILogger logger, HttpMethod method, string path, int status, int attempt, TimeSpan delay, Exception? fault);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "{Host} refused the token; asking the credential for a new one.")]
    public static partial void TokenRefused(ILogger logger, string host);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "Following the redirect ({Status}) of {Method} from {Source} to {Target}.")]
    public static partial void Redirected(ILogger logger, HttpMethod method, string source, string target, int status);

    [LoggerMessage(EventId = 4, Level = LogLevel.Information, Message = "{Endpoint} told its base: {Host}.")]
    public static partial void Discovered(ILogger logger, string endpoint, string host);
}
