using System.Net.Sockets;

namespace MediaOps.Runtime;

/// <summary>Which attempts are repeated, and after how long.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>A read may always be repeated; a write only where nothing can have been done.</summary>
    public static bool MayRepeat(bool isWrite, Answer answer)
    {
        if (answer.StrayedTo is not null)
        {
            return false;
        }

        if (isWrite)
        {
            return answer.NothingSent || answer.Status == 429 || (answer.Status == 503 && answer.RetryAfter is not null);
        }

        // An answer that is too large, or not what its encoding says, would be so again, and what a handler throws of its own kind is not the network's fault.
        bool broken = answer.Fault is HttpRequestException or IOException or TimeoutException or SocketException;
        return answer.Status is 408 or 429 or >= 500 || (broken && answer.Status is 0 or (>= 200 and < 300));
    }

    /// <summary>What the service asks for, up to a minute; else longer each time, with jitter so that many clients do not come back at once.</summary>
    public static TimeSpan Delay(int attempt, TimeSpan? retryAfter)
    {
        if (retryAfter is { } asked)
        {
            return asked < Longest ? asked : Longest;
        }

        TimeSpan delay = First * Math.Pow(2, attempt) * (0.8 + (Random.Shared.NextDouble() * 0.4));
        return delay < Longest ? delay : Longest;
    }
}
