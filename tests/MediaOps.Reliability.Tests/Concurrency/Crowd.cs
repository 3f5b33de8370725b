namespace MediaOps.Reliability.Tests.Concurrency;

/// <summary>32 callers that begin at the same moment: the even ones call sync members on threads of their own, the odd ones async members.</summary>
internal static class Crowd
{
    public const int Size = 32;

    /// <summary>Lets all of them do something at once.</summary>
    /// <param name="call">Gets the caller's number, and whether to call the async form.</param>
    public static Task RunAsync(Func<int, bool, Task> call)
    {
        var start = new Barrier(Size);
        return Task.WhenAll(Enumerable.Range(0, Size).Select(number => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return call(number, number % 2 == 1);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}
