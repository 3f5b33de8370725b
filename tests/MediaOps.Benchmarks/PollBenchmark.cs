using System.Globalization;
using Azure.Core.Pipeline;
using Media.AzureV2;
using MediaOps.Benchmarks.Measuring;
using MediaOps.Benchmarks.Polling;

namespace MediaOps.Benchmarks;

/// <summary>What one poll costs, against the plainest program and against the clients of Azure.</summary>
internal static class PollBenchmark
{
    private const double BytesOverRaw = 1.15;
    private const double NanosecondsOverRaw = 300;
    private const double BytesOfAzure = 0.35;

    /// <summary>Polls in three ways.</summary>
    public static async Task<Section> RunAsync(Size size)
    {
        using var service = new Stub();
        using var raw = new RawClient(service);
        var media = new CloudMediaContext(
            new Uri("https://media.example/api/"), new StaticTokenCredential("token"), new MediaOpsOptions { Handler = service, TimeProvider = new ShortcutTimeProvider() });
        MediaOps.Operation operation = await media.Operations.GetOperationAsync("op1");
        HttpPipeline pipeline = AzureClient.Connect(service);

        Func<Task>[] ways =
        [
            () => RepeatAsync(size.Calls, raw.PollAsync),
            () => RepeatAsync(size.Calls, () => operation.RefreshAsync()),
            () => WaitAsync(service, size.Calls, async () => await (await media.Operations.GetOperationAsync("op1")).WaitForCompletionAsync(Endless)),
            () => WaitAsync(service, size.Calls, async () => await (await AzureClient.ComeBackAsync(pipeline)).WaitForCompletionResponseAsync(AzureClient.AtOnce)),
        ];
        Rounds bytes = await Rounds.MeasureAsync(size.WarmUps, size.Rounds, [.. ways.Select(way => PerCall(size, () => Heap.OfAsync(way)))]);
        Rounds time = await Rounds.MeasureAsync(size.WarmUps, size.Rounds, [.. ways.Select(way => PerCall(size, async () => (await Cpu.OfAsync(way)).TotalNanoseconds))]);

        Spread overRaw = bytes.Of(round => round[Ours] / round[Raw]);
        Spread ofAzure = bytes.Of(round => round[OurWait] / round[AzureWait]);
        Spread nanoseconds = time.Of(round => round[Ours] - round[Raw]);
        return new Section(
            "poll",
            "A poll",
            string.Create(CultureInfo.InvariantCulture, $"""
            One stub, without a network, answers all: `HttpClient` and source-generated `System.Text.Json`; `Operation.RefreshAsync`; our `WaitForCompletionAsync`; and `WaitForCompletionResponseAsync`
            of Azure.Core {typeof(HttpPipeline).Assembly.GetName().Version!.ToString(3)} with its default pipeline, each {size.Calls:N0} polls a round, {size.Rounds} rounds in turns. Allocation and CPU are of the whole process. Our wait makes a timer
            for each poll, on a clock where it is over at once; Azure's strategy says zero, and it makes none.
            """),
            [
                new("bytes of the raw call", bytes.Of(round => round[Raw]).Text("F0")),
                new("bytes of our poll, by those of the raw call", overRaw.Text("F2"), "<= 1.15", overRaw.Median <= BytesOverRaw),
                new("CPU of the raw call", time.Of(round => round[Raw]).Text("F0", " ns")),
                new("CPU of our poll beyond it", nanoseconds.Text("F0", " ns"), "<= 300 ns", nanoseconds.Median <= NanosecondsOverRaw),
                new("bytes of a poll of Azure's wait", bytes.Of(round => round[AzureWait]).Text("F0")),
                new("bytes of a poll of our wait, by those of Azure's", ofAzure.Text("F2"), "<= 0.35", ofAzure.Median <= BytesOfAzure),
                new("CPU of a poll of our wait, by that of Azure's", time.Of(round => round[OurWait] / round[AzureWait]).Text("F2")),
            ]);
    }

    private const int Raw = 0;
    private const int Ours = 1;
    private const int OurWait = 2;
    private const int AzureWait = 3;

    private static readonly PollingOptions Endless = new() { Timeout = TimeSpan.FromDays(365) };

    private static Func<Task<double>> PerCall(Size size, Func<Task<double>> measure) => async () => await measure() / size.Calls;

    private static async Task RepeatAsync(int calls, Func<Task> poll)
    {
        for (int i = 0; i < calls; i++)
        {
            await poll();
        }
    }

    private static async Task WaitAsync(Stub service, int polls, Func<Task> wait)
    {
        int before = service.Polls;
        service.PollsLeft = polls - 1;
        await wait();
        service.PollsLeft = int.MaxValue;
        if (service.Polls - before != polls)
        {
            throw new InvalidOperationException($"{service.Polls - before} polls were sent where {polls} are measured.");
        }
    }

    /// <summary>How often is polled.</summary>
    /// <param name="Calls">Polls in a round.</param>
    /// <param name="WarmUps">Rounds that do not count.</param>
    /// <param name="Rounds">Rounds that do.</param>
    internal sealed record Size(int Calls, int WarmUps, int Rounds)
    {
        /// <summary>What docs/benchmarks.md shows.</summary>
        public static Size Full { get; } = new(20_000, 3, 9);

        /// <summary>Just enough to run every line of the benchmark.</summary>
        public static Size Tiny { get; } = new(20, 0, 1);
    }
}
