namespace ChannelOperationsSample;

/// <summary>Reads the command line.</summary>
internal static class Arguments
{
    /// <summary>The server to run against, or null for the emulator.</summary>
    public static Uri? Endpoint(string[] args) => args switch
    {
        [] => null,
        ["--endpoint", var text] when Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) => uri,
        _ => throw new ArgumentException("Usage: ChannelOperations [--endpoint https://host/api/]", nameof(args)),
    };
}
