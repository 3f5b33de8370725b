using System.Globalization;
using Media.AzureV2;
using MediaOps.Emulation;

namespace MediaOps.Reliability.Tests.Soak;

/// <summary>Very many operations at the same time, on a network that is bad all the time.</summary>
[Collection(nameof(Alone))]
public sealed class SoakTests
{
    private const double FaultyShare = 0.05;

    /// <summary>What may be left is the same for any number of operations, but for a little: one that was held on to by anything would be larger than this.</summary>
    private const int BytesLeft = 64 * 1024;
    private const int BytesLeftOfAnOperation = 16;

    private readonly Random _random = Runs.Begin();
    private readonly SoakClock _clock = new();
    private int _brokenWaits;
    private int _lostAnswers;
    private int _failed;

    [Fact]
    public async Task Many_operations_at_once_on_a_bad_network_all_end_as_they_really_did_and_leave_nothing_behind()
    {
        int count = Runs.Count(500, 10_000);
        using var service = new SoakService(_clock, _random, count);
        using var network = new FaultyNetwork(new EmulatorHandler(service.Emulator), _random, FaultyShare);
        var media = new CloudMediaContext(
            new Uri("https://account.restv2.westus.media.azure.net/api/"), new StaticTokenCredential("token"), new MediaOpsOptions { Handler = network, TimeProvider = _clock });

        // The first wave fills what is kept for reuse: buffers, and room in the lists of clock and emulator.
        await Task.Run(() => WaveAsync(media, service));
        long before = Memory(service);
        DateTimeOffset begin = _clock.GetUtcNow();
        await Task.Run(() => WaveAsync(media, service));
        TimeSpan passed = _clock.GetUtcNow() - begin;
        long left = Memory(service) - before;

        Assert.Equal((0, 0), (_clock.Live, network.Open));
        Assert.True(left < BytesLeft + ((long)BytesLeftOfAnOperation * count), $"{left:N0} bytes are left of {count:N0} operations.");
        Assert.True(passed > TimeSpan.FromHours(20), $"Only {passed} have passed.");
        GC.KeepAlive(media);
        await ReliabilityPage.TellAsync("soak", Report(count, network, passed, left));
    }

    /// <summary>One operation on every channel, all at the same time.</summary>
    private async Task WaveAsync(CloudMediaContext media, SoakService service)
    {
        var before = service.Truths.ToDictionary(static truth => truth.Key, static truth => (truth.Value.State, truth.Value.Begun), StringComparer.Ordinal);
        var operations = before.ToDictionary(
            static truth => truth.Key,
            truth => new SoakOperation(media, _clock, _random, truth.Key, Enum.Parse<ChannelState>(truth.Value.State)),
            StringComparer.Ordinal);
        Task all = Task.WhenAll([.. operations.Values.Select(static operation => operation.RunAsync())]);
        Assert.All(operations.Values, static operation => Assert.Equal(OperationState.Unknown, operation.End));
        Assert.True(_clock.Live >= operations.Count, "Not every operation is in flight.");
        while (!all.IsCompleted)
        {
            // Whoever has no timer is on the way to one, on another thread.
            Assert.True(_clock.GoOn() || SpinWait.SpinUntil(() => _clock.Live > 0 || all.IsCompleted, TimeSpan.FromSeconds(30)), "An operation has neither an end nor a timer.");
        }

        await all;
        foreach ((string id, SoakOperation operation) in operations)
        {
            (string from, int begun) = before[id];
            SoakService.Truth truth = service.Truths[id];
            bool fails = SoakService.Fails(id);
            Assert.Equal(fails ? OperationState.Failed : OperationState.Succeeded, operation.End);
            Assert.Equal(fails ? from : from == "Stopped" ? "Running" : "Stopped", truth.State);

            // Of a failure whose answer was lost the channel shows no trace, so that it may have been asked for again.
            Assert.True(truth.Begun - begun == 1 || (fails && operation.LostAnswers > 0), $"{id} was asked for {truth.Begun - begun} times.");
            _brokenWaits += operation.BrokenWaits;
            _lostAnswers += operation.LostAnswers;
            _failed += fails ? 1 : 0;
        }
    }

    /// <summary>What is held when the service has forgotten its records.</summary>
    private long Memory(SoakService service)
    {
        _clock.Skip(TimeSpan.FromDays(4));
        _ = service.Emulator.Entities.Count;
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private string Report(int count, FaultyNetwork network, TimeSpan passed, long left) => string.Create(CultureInfo.InvariantCulture, $"""
        {count:N0} starts and stops of channels are in flight at the same time, twice, in one process: their durations are drawn from a minute to a day, the service asks for five minutes between
        polls, {FaultyShare:P0} of all requests meet a fault (dropped before or after the service acted, 429, 503, 500, half a JSON), and some of the waits time out or are cancelled and begin again by
        the handle. Each outcome is compared with what the service really did.

        | What | Found |
        |---|---:|
        | operations, all ended as they really did | {2 * count:N0} |
        | of them failed at the service | {_failed:N0} |
        | taken twice by the service, other than after a failure | 0 |
        | requests | {network.Requests:N0} |
        | faults | {network.Faults:N0} |
        | sends that were refused or whose answer was lost | {_lostAnswers:N0} |
        | waits that ended before their operation, and were begun again | {_brokenWaits:N0} |
        | time that passed in the second round, on the clock of the test | {passed.TotalHours:N1} hours |
        | timers left | {_clock.Live} |
        | answers not given back | {network.Open} |
        | memory after the second round, against that after the first | {left / 1024.0:N1} KB |
        """);
}

/// <summary>Memory is measured: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
