using Media.AzureV2;
using MediaOps.Emulation;
using MediaOps.EndToEnd.Tests;

namespace MediaOps.Reliability.Tests.Concurrency;

/// <summary>One operation, and one channel's start, in the hands of 32 callers; the service is the emulator.</summary>
public sealed class OperationTests
{
    private static readonly int Rounds = Runs.Count(10, 100);

    [Fact]
    public async Task All_who_wait_for_one_operation_see_its_end_and_nobody_sees_it_undone()
    {
        for (int round = 0; round < Rounds; round++)
        {
            using var stage = new Stage();
            Channel channel = await stage.Media.Channels.CreateAsync(Stage.Live);
            Operation<Channel> operation = await channel.SendStartOperationAsync();

            await Crowd.RunAsync(async (number, async) =>
            {
                if (number < 16)
                {
                    await (async ? operation.WaitForCompletionAsync() : Sync(() => operation.WaitForCompletion()));
                    Assert.Equal((OperationState.Succeeded, ChannelState.Running), (operation.State, channel.State));
                    return;
                }

                for (OperationState last = operation.State; last != OperationState.Succeeded; last = operation.State)
                {
                    await (async ? operation.RefreshAsync() : Sync(() => operation.Refresh()));
                }

                for (int look = 0; look < 100; look++)
                {
                    Assert.Equal(OperationState.Succeeded, operation.State);
                    await Task.Yield();
                }
            });

            Assert.Equal(1, stage.Starts);
        }

        await ConcurrencyReport.TellAsync("one operation waited for by 16 callers and polled by 16", $"{Rounds:N0} operations: every caller saw the success, nobody saw it undone");
    }

    [Fact]
    public async Task Of_all_who_start_one_channel_one_does_and_the_others_are_told_why_not()
    {
        for (int round = 0; round < Rounds; round++)
        {
            using var stage = new Stage();
            Channel channel = await stage.Media.Channels.CreateAsync(Stage.Live);
            int started = 0;
            int refused = 0;

            await Crowd.RunAsync(async (_, async) =>
            {
                try
                {
                    await (async ? channel.StartAsync() : Sync(() => channel.Start()));
                    Interlocked.Increment(ref started);
                }
                catch (InvalidEntityStateException)
                {
                    Interlocked.Increment(ref refused);
                }
                catch (ServiceException e) when (e.GetErrorCode() == OperationErrorCode.OperationInProgress)
                {
                    Interlocked.Increment(ref refused);
                }
            });

            await channel.RefreshAsync();
            Assert.Equal((1, Crowd.Size - 1, 1, ChannelState.Running), (started, refused, stage.Starts, channel.State));
        }

        await ConcurrencyReport.TellAsync("one channel started by 32 callers", $"{Rounds:N0} channels: one start each, 31 callers refused with the reason");
    }

    private static Task Sync(Action call)
    {
        call();
        return Task.CompletedTask;
    }

    /// <summary>A service in memory whose time passes while somebody waits.</summary>
    private sealed class Stage : IDisposable
    {
        private readonly ManualTimeProvider _clock = new() { AutoAdvance = true };
        private readonly Emulator _emulator;
        private readonly EmulatorHandler _handler;
        private int _starts;

        public Stage()
        {
            _emulator = Emulator.FromDirectory(Path.Combine(AppContext.BaseDirectory, "schema", "ams-v2"), new EmulatorOptions { TimeProvider = new ServiceClock(_clock) });
            _emulator.Changed += (_, change) => Interlocked.Add(ref _starts, change.To == "Starting" ? 1 : 0);
            _handler = new EmulatorHandler(_emulator);
            Media = new CloudMediaContext(
                new Uri("https://account.restv2.westus.media.azure.net/api/"), new StaticTokenCredential("token"), new MediaOpsOptions { Handler = _handler, TimeProvider = _clock });
        }

        public static ChannelCreationOptions Live => new() { Name = "live", Input = new ChannelInput { StreamingProtocol = StreamingProtocol.RTMP } };

        public CloudMediaContext Media { get; }

        public int Starts => Volatile.Read(ref _starts);

        public void Dispose()
        {
            _handler.Dispose();
            _emulator.Dispose();
        }
    }
}
