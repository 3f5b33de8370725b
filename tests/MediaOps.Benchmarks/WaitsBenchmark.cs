using System.Globalization;
using Media.AzureV2;
using MediaOps.Benchmarks.Measuring;
using MediaOps.Benchmarks.Polling;

namespace MediaOps.Benchmarks;

/// <summary>What many waits hold while nothing happens, and what a long one costs.</summary>
internal static class WaitsBenchmark
{
    private const double BytesOfAWait = 600;
    private const double MillisecondsOfADay = 20;
    private const int PollsOfADay = 24 * 60 * 2;

    /// <summary>Begins many waits and counts what they hold; waits for a day on a clock that does not.</summary>
    public static async Task<Section> RunAsync(Size size)
    {
        Spread bytes = (await Rounds.MeasureAsync(size.WarmUps, size.Rounds, () => IdleAsync(size.Waits))).Of(round => round[0]);
        Spread day = (await Rounds.MeasureAsync(size.WarmUps, size.Rounds, DayAsync)).Of(round => round[0]);
        return new Section(
            "waits",
            "Waiting",
            string.Create(CultureInfo.InvariantCulture, $"""
            {size.Waits:N0} operations are waited for at the same time by `WaitForCompletionAsync` with a token that can be cancelled, on the system's clock: what the heap holds more while they pause, timers and registrations
            included. The day is {PollsOfADay:N0} polls of a stub, on a clock where each pause of 30 s is over at once: CPU time. {size.Rounds} rounds each.
            """),
            [
                new("an idle wait holds", bytes.Text("F0", " bytes"), "<= 600 bytes", bytes.Median <= BytesOfAWait),
                new("a wait of 24 hours", day.Text("F1", " ms"), "< 20 ms", day.Median < MillisecondsOfADay),
            ]);
    }

    private static CloudMediaContext Connect(Stub service, TimeProvider clock) =>
        new(new Uri("https://media.example/api/"), new StaticTokenCredential("token"), new MediaOpsOptions { Handler = service, TimeProvider = clock });

    private static async Task<double> IdleAsync(int waits)
    {
        using var service = new Stub();
        using var stop = new CancellationTokenSource();
        CloudMediaContext media = Connect(service, TimeProvider.System);
        var operations = new MediaOps.Operation[waits];
        for (int i = 0; i < waits; i++)
        {
            operations[i] = await media.Operations.GetOperationAsync("op1", CancellationToken.None);
        }

        var all = new Task[waits];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < waits; i++)
        {
            all[i] = operations[i].WaitForCompletionAsync(cancellationToken: stop.Token);
        }

        double held = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / waits;
        await stop.CancelAsync();
        await Task.WhenAll(all).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        GC.KeepAlive(operations);
        return all.Count(wait => wait.IsCanceled) == waits ? held : throw new InvalidOperationException("Not every wait was still waiting.");
    }

    private static async Task<double> DayAsync()
    {
        using var service = new Stub();
        CloudMediaContext media = Connect(service, new ShortcutTimeProvider());
        MediaOps.Operation operation = await media.Operations.GetOperationAsync("op1", CancellationToken.None);
        int before = service.Polls;
        service.PollsLeft = PollsOfADay - 1;
        double milliseconds = (await Cpu.OfAsync(() => operation.WaitForCompletionAsync(new PollingOptions { Timeout = TimeSpan.FromDays(2) }))).TotalMilliseconds;
        return service.Polls - before == PollsOfADay ? milliseconds : throw new InvalidOperationException($"{service.Polls - before} polls are not those of a day.");
    }

    /// <summary>How much is waited for.</summary>
    /// <param name="Waits">Waits at the same time.</param>
    /// <param name="WarmUps">Rounds that do not count.</param>
    /// <param name="Rounds">Rounds that do.</param>
    internal sealed record Size(int Waits, int WarmUps, int Rounds)
    {
        /// <summary>What docs/benchmarks.md shows.</summary>
        public static Size Full { get; } = new(100_000, 1, 5);

        /// <summary>Just enough to run every line of the benchmark.</summary>
        public static Size Tiny { get; } = new(50, 0, 1);
    }
}
