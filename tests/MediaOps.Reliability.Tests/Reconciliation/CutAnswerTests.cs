using Media.AzureV2;
using MediaOps.Emulation;
using MediaOps.EndToEnd.Tests.Services;

namespace MediaOps.Reliability.Tests.Reconciliation;

/// <summary>The answer to a write is cut, after the service has acted and before: what it has taken is followed, what it has not is told, and nothing is sent twice.</summary>
public sealed class CutAnswerTests : IDisposable
{
    private readonly ServiceBench _bench = new("ams-v2", clock => new EmulatorOptions
    {
        TimeProvider = clock,
        DurationOf = static (_, action) => action == "Update" ? TimeSpan.FromSeconds(3) : null,
    });

    public static TheoryData<string, bool> Actions { get; } = new(
        from action in new[] { "start", "stop", "update", "delete" }
        from async in new[] { true, false }
        select (action, async));

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task What_the_service_has_taken_comes_to_its_end(string action, bool async)
    {
        Channel channel = await ReadyAsync(action);
        _bench.Faults.Add(Fault.DropAfter(), Method(action));

        await Act(channel, action, async);

        Assert.Equal(1, Sent(action));
        Assert.Equal(action switch { "start" => "Running", "delete" => null, _ => "Stopped" }, _bench.Emulator.Entities.SingleOrDefault()?.State);
        Assert.Equal(action == "update" ? "new" : "old", channel.Description);
        Assert.Equal(action switch { "start" => ChannelState.Running, "delete" => ChannelState.Deleted, _ => ChannelState.Stopped }, channel.State);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task What_has_not_reached_the_service_is_told_and_may_be_asked_again(string action, bool async)
    {
        Channel channel = await ReadyAsync(action);
        string state = channel.StateText!;
        _bench.Faults.Add(Fault.DropBefore(), Method(action));

        ServiceException e = await Assert.ThrowsAnyAsync<ServiceException>(() => Act(channel, action, async));

        Assert.True(e.OutcomeUnknown);
        if (action != "update")
        {
            // An update may take its time without a state that shows it.
            var unconfirmed = Assert.IsType<UnconfirmedWriteException>(e);
            Assert.Equal(("Channel", channel.Id, state), (unconfirmed.Entity, unconfirmed.EntityId, unconfirmed.LastState));
            Assert.Equal(action, unconfirmed.Action, ignoreCase: true);
        }

        Assert.Equal((1, state), (Sent(action), _bench.State("Channel")));
        await Act(channel, action, async);
        Assert.Equal(2, Sent(action));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_operation_that_comes_back_is_good_for_another_process(bool async)
    {
        Channel channel = await ReadyAsync("start");
        _bench.Faults.Add(Fault.DropAfter(), "POST");

        Operation<Channel> operation = async ? await channel.SendStartOperationAsync() : channel.SendStartOperation();

        Assert.Equal((OperationState.InProgress, channel.Id), (operation.State, operation.TargetEntityId));
        Operation<Channel> same = await Connect().Channels.GetOperationAsync(operation.Id, channel.Id);
        await same.WaitForCompletionAsync();
        Assert.Equal(ChannelState.Running, (await same.GetTargetAsync()).State);
        Assert.Equal(1, Sent("start"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_after_the_cut_is_a_failure(bool async)
    {
        Channel channel = await ReadyAsync("start");
        _bench.Faults.Add(Fault.OperationFails("NoCapacity"), "POST");
        _bench.Faults.Add(Fault.DropAfter(), "POST");
        await Assert.ThrowsAsync<OperationFailedException>(() => Act(channel, "start", async));
        Assert.Equal(1, Sent("start"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reset_ends_where_it_begins_and_stays_unknown(bool async)
    {
        Channel channel = await ReadyAsync("stop");
        _bench.Faults.Add(Fault.DropAfter(), "POST");
        int before = _bench.Requests.All.Count;
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Act(channel, "reset", async));
        Assert.True(e.OutcomeUnknown);
        Assert.Equal(before + 1, _bench.Requests.All.Count);
    }

    private static string Method(string action) => action switch { "update" => "PATCH", "delete" => "DELETE", _ => "POST" };

    private static async Task Act(Channel channel, string action, bool async)
    {
        switch (action)
        {
            case "start":
                await Call(async, () => channel.Start(), () => channel.StartAsync());
                break;
            case "stop":
                await Call(async, () => channel.Stop(), () => channel.StopAsync());
                break;
            case "reset":
                await Call(async, () => channel.Reset(), () => channel.ResetAsync());
                break;
            case "update":
                channel.Description = "new";
                await Call(async, () => channel.Update(), () => channel.UpdateAsync());
                break;
            default:
                await Call(async, () => channel.Delete(), () => channel.DeleteAsync());
                break;
        }
    }

    private static Task Call(bool async, Action sync, Func<Task> asynchronous) => async ? asynchronous() : Task.Run(sync);

    private CloudMediaContext Connect() => new(new Uri("https://account.restv2.westus.media.azure.net/api/"), new StaticTokenCredential("token"), _bench.Options);

    private async Task<Channel> ReadyAsync(string action)
    {
        Channel channel = await Connect().Channels.CreateAsync(new ChannelCreationOptions
        {
            Name = "live",
            Description = "old",
            Input = new ChannelInput { StreamingProtocol = StreamingProtocol.RTMP },
        });
        if (action == "stop")
        {
            await channel.StartAsync();
        }

        return channel;
    }

    private int Sent(string action) => _bench.Requests.All.Count(request => request.Method.Method == Method(action)
        && (Method(action) != "POST" || request.Uri.AbsolutePath.EndsWith("/" + action, StringComparison.OrdinalIgnoreCase)));
}
