using Media.AzureV3;

namespace MediaOps.Replay.Tests.Stories;

/// <summary>Makes clients of an account over a server in memory, on a clock that jumps to the next poll.</summary>
internal static class Bench
{
    /// <summary>A client of the account that an address belongs to.</summary>
    public static AmsV3Client Client(Uri address, HttpMessageHandler server, GuardMode guard = GuardMode.Refresh, TimeProvider? clock = null)
    {
        string[] path = address.AbsolutePath.Trim('/').Split('/');
        return AmsV3Client.Create(
            Guid.Parse(path[1]),
            path[3],
            path[7],
            new StaticTokenCredential("token"),
            new MediaOpsOptions { Handler = server, GuardMode = guard, TimeProvider = clock ?? new ManualTimeProvider { AutoAdvance = true } });
    }
}
