using System.Globalization;
using MediaOps.Emulation;
using MediaOps.EndToEnd.Tests;

namespace MediaOps.Reliability.Tests.Soak;

/// <summary>The emulator with many channels, half of them running, whose operations take from a minute to most of a day; and what really became of each channel.</summary>
internal sealed class SoakService : IDisposable
{
    private const double ShortestMinutes = 1;
    private const double LongestMinutes = 24 * 60;

    /// <summary>Operations on channels whose ids end so fail: one that was stopped, and one that ran.</summary>
    private const string FailingEnds = "05";

    private readonly Dictionary<string, Truth> _truths = new(StringComparer.Ordinal);

    public SoakService(SoakClock clock, Random random, int channels)
    {
        Emulator = Emulator.FromDirectory(
            Path.Combine(AppContext.BaseDirectory, "schema", "ams-v2"),
            new EmulatorOptions
            {
                TimeProvider = new ServiceClock(clock),
                DurationOf = (_, _) => TimeSpan.FromMinutes(ShortestMinutes * Math.Pow(LongestMinutes / ShortestMinutes, random.NextDouble())),
                RetryAfter = TimeSpan.FromMinutes(5),
                OperationRecordLifetime = TimeSpan.FromDays(3),
                MaxRequestLog = 0,
            });
        foreach (char last in FailingEnds)
        {
            Emulator.Faults.Add(Fault.OperationFails("InternalError"), "POST", $"*{last}')/St*", times: int.MaxValue);
        }

        for (int number = 0; number < channels; number++)
        {
            string id = "nb:chid:UUID:00000000-0000-0000-0000-" + number.ToString("x12", CultureInfo.InvariantCulture);
            bool runs = number % 2 == 1;
            _truths[id] = new Truth(runs ? "Running" : "Stopped");
            string state = runs ? "Running" : "Stopped";
            Emulator.Seed("Channel", $$"""
                {"Id":"{{id}}","Name":"c{{number}}","State":"{{state}}","Created":"2015-01-01T00:00:00.0000000Z","LastModified":"2015-01-01T00:00:00.0000000Z","Input":{"StreamingProtocol":"RTMP"} }
                """);
        }

        Emulator.Changed += (_, change) => _truths[change.Id].See(change.To!);
    }

    public Emulator Emulator { get; }

    public IReadOnlyDictionary<string, Truth> Truths => _truths;

    public static bool Fails(string channelId) => FailingEnds.Contains(channelId[^1], StringComparison.Ordinal);

    public void Dispose() => Emulator.Dispose();

    /// <summary>What became of one channel.</summary>
    internal sealed class Truth(string state)
    {
        /// <summary>The state in which it is.</summary>
        public string State { get; private set; } = state;

        /// <summary>How many operations have begun on it.</summary>
        public int Begun { get; private set; }

        public void See(string state)
        {
            State = state;
            Begun += state is "Starting" or "Stopping" ? 1 : 0;
        }
    }
}
