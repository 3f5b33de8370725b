using Media.MkIo;
using MediaOps.Emulation;

namespace MediaOps.EndToEnd.Tests.Services;

/// <summary>Actions without operations: the state is asked for at an address of its own, and may be old for a while.</summary>
public sealed class MkIoTests
{
    private static readonly Uri Endpoint = new("https://app.mk.io/api/v1/projects/demo/media/");

    private static MkIoClient Connect(ServiceBench bench) => new(Endpoint, new StaticTokenCredential("token"), bench.Options);

    private static LiveEventCreationOptions News => new()
    {
        Name = "news",
        Input = new LiveEventInput { StreamingProtocol = LiveEventInputProtocol.RTMP },
        Encoding = new LiveEventEncoding { EncodingType = LiveEventEncodingType.PassthroughBasic },
    };

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(true, 0)]
    [InlineData(true, 14)]
    public async Task The_story_is_told_however_long_the_old_state_shows(bool async, int? oldStateFor)
    {
        using var bench = new ServiceBench("mkio", clock => new EmulatorOptions
        {
            TimeProvider = clock,
            DurationOf = (_, _) => TimeSpan.FromSeconds(40),
            OldStateFor = oldStateFor is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        });
        MkIoClient media = Connect(bench);

        LiveEvent news = async ? await media.LiveEvents.CreateAsync(News) : media.LiveEvents.Create(News);
        Assert.Equal(LiveEventState.Stopped, news.ResourceState);
        await Bench.Call(async, () => news.Start(), () => news.StartAsync());
        Assert.Equal(LiveEventState.Running, news.ResourceState);
        await Bench.Call(async, () => news.Stop(), () => news.StopAsync());
        Assert.Equal(LiveEventState.Stopped, news.ResourceState);
        await Bench.Call(async, () => news.Delete(), () => news.DeleteAsync());

        Assert.Empty(bench.Emulator.Entities);
        Assert.Equal("->Allocating Allocating>Stopped Stopped>Starting Starting>Running Running>Stopping Stopping>Stopped Stopped>Deleting Deleting>Deleted", bench.Changes);
        Assert.Contains(bench.Requests.All, r => r.Uri.AbsolutePath.EndsWith("/liveEvents/news/state", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_start_that_falls_back_has_failed_and_does_not_wait_for_the_end_of_time()
    {
        using var bench = new ServiceBench("mkio");
        LiveEvent news = await Connect(bench).LiveEvents.CreateAsync(News);
        bench.Faults.Add(Fault.OperationFails("NoCapacity"), "POST", "*/start");
        DateTimeOffset begin = bench.Clock.GetUtcNow();

        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => news.StartAsync());

        Assert.Equal(OperationState.Failed, failure.Operation.State);
        Assert.InRange(bench.Clock.GetUtcNow() - begin, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_handle_says_nothing_of_the_host_and_is_enough()
    {
        using var bench = new ServiceBench("mkio");
        LiveEvent news = await Connect(bench).LiveEvents.CreateAsync(News);

        string id = (await news.SendStartOperationAsync()).Id;
        Assert.DoesNotContain("mk.io", id, StringComparison.Ordinal);
        Operation<LiveEvent> operation = await Connect(bench).LiveEvents.GetOperationAsync(id);
        await operation.WaitForCompletionAsync();

        Assert.Equal(LiveEventState.Running, (await operation.GetTargetAsync()).ResourceState);
    }

    [Fact]
    public async Task A_key_in_a_header_is_the_other_way_in()
    {
        using var bench = new ServiceBench("mkio");
        var media = new MkIoClient(Endpoint, new StaticApiKeyCredential("my-key"), bench.Options);

        await media.LiveEvents.CreateAsync(News);

        Assert.All(bench.Requests.All, r => Assert.Equal("my-key", r.Header("x-mkio-token")));
        Assert.All(bench.Requests.All, r => Assert.Null(r.Header("Authorization")));
    }

    [Fact]
    public async Task A_parameter_has_the_name_of_the_service_on_the_wire()
    {
        using var bench = new ServiceBench("mkio");
        StreamingEndpoint origin = await Connect(bench).StreamingEndpoints.CreateAsync(new StreamingEndpointCreationOptions { Name = "origin" });

        await origin.ScaleAsync(2);

        Assert.Contains(bench.Requests.All, r => r.Uri.AbsolutePath.EndsWith("/scale", StringComparison.Ordinal) && r.Body == """{"scaleUnit":2}""");
        Assert.Equal(StreamingEndpointState.Stopped, origin.ResourceState);
    }
}
