namespace MediaOps.Runtime;

/// <summary>Lets time pass, on the client's clock.</summary>
internal static class Pause
{
    /// <summary>Timers and wait handles take no more than some weeks; a wait that is longer pauses again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(20);

    /// <exception cref="OperationCanceledException">The token was cancelled before the time had passed.</exception>
    public static ValueTask ForAsync(bool async, TimeProvider clock, TimeSpan delay, CancellationToken cancellationToken)
        => async && delay > TimeSpan.Zero && delay <= Longest
            ? new ValueTask(Task.Delay(delay, clock, cancellationToken))
            : InPartsAsync(async, clock, delay, cancellationToken);

    private static async ValueTask InPartsAsync(bool async, TimeProvider clock, TimeSpan delay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (delay > TimeSpan.Zero)
        {
            TimeSpan part = delay < Longest ? delay : Longest;
            if (async)
            {
                await Task.Delay(part, clock, cancellationToken).ConfigureAwait(false);
            }
            else if (clock == TimeProvider.System)
            {
                cancellationToken.WaitHandle.WaitOne(part);
                cancellationToken.ThrowIfCancellationRequested();
            }
            else
            {
                BlockOnTimer(clock, part, cancellationToken);
            }

            delay -= part;
        }
    }

    private static void BlockOnTimer(TimeProvider clock, TimeSpan delay, CancellationToken cancellationToken)
    {
        using var elapsed = new ManualResetEventSlim();
        using ITimer timer = clock.CreateTimer(static state => ((ManualResetEventSlim)state!).Set(), elapsed, delay, Timeout.InfiniteTimeSpan);
        elapsed.Wait(cancellationToken);
    }
}
