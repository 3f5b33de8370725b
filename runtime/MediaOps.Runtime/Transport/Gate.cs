namespace MediaOps.Runtime;

internal static class Gate
{
    /// <summary>Enters a semaphore that sync and async callers share.</summary>
    public static async ValueTask EnterAsync(this SemaphoreSlim gate, bool async, CancellationToken cancellationToken)
    {
        if (async)
        {
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            gate.Wait(cancellationToken);
        }
    }
}
