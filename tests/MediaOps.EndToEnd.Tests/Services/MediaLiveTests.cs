using Media.AwsMediaLive;
using MediaOps.Emulation;

namespace MediaOps.EndToEnd.Tests.Services;

/// <summary>Signed requests, answers that wrap the entity, keys that keep a repeated request from acting twice.</summary>
public sealed class MediaLiveTests
{
    private static MediaLiveClient Connect(ServiceBench bench) =>
        new(new Uri("https://medialive.eu-west-1.amazonaws.com/"), "eu-west-1", new StaticAwsCredential("AKID", "secret"), bench.Options);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_channel_lives_from_creation_to_deletion(bool async)
    {
        using var bench = new ServiceBench("medialive");
        MediaLiveClient media = Connect(bench);
        var options = new ChannelCreationOptions { Name = "news", ChannelClass = ChannelClass.SinglePipeline };

        Channel channel = async ? await media.Channels.CreateAsync(options) : media.Channels.Create(options);
        Assert.Equal(("news", ChannelState.Idle), (channel.Name, channel.State));
        await Bench.Call(async, () => channel.Start(), () => channel.StartAsync());
        Assert.Equal(ChannelState.Running, channel.State);
        await Bench.Call(async, () => channel.Stop(), () => channel.StopAsync());
        Assert.Equal(ChannelState.Idle, channel.State);
        await Bench.Call(async, () => channel.UpdateClass(ChannelClass.Standard), () => channel.UpdateClassAsync(ChannelClass.Standard));
        Assert.Equal((ChannelState.Idle, ChannelClass.Standard), (channel.State, channel.ChannelClass));
        await Bench.Call(async, () => channel.Delete(), () => channel.DeleteAsync());

        Assert.Empty(bench.Emulator.Entities);
        Assert.All(bench.Requests.All, r => Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKID/", r.Header("Authorization"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_is_sent_again_carries_the_same_key_and_a_signature_of_its_own()
    {
        using var bench = new ServiceBench("medialive");
        bench.Faults.Add(Fault.Status(503, TimeSpan.FromSeconds(2)), "POST", "/prod/channels");

        Channel channel = await Connect(bench).Channels.CreateAsync(new ChannelCreationOptions { Name = "news" });

        Assert.Equal(channel.Id, Assert.Single(bench.Emulator.Entities).Id);
        RecordedRequest[] sent = [.. bench.Requests.All.Where(r => r.Method == HttpMethod.Post)];
        Assert.Equal(2, sent.Length);
        Assert.Equal(sent[0].Body, sent[1].Body);
        Assert.Contains("requestId", sent[0].Body, StringComparison.Ordinal);
        Assert.NotEqual(sent[0].Header("Authorization"), sent[1].Header("Authorization"));
    }

    [Fact]
    public async Task A_channel_that_cannot_be_made_stays_behind_in_its_state()
    {
        using var bench = new ServiceBench("medialive");
        bench.Faults.Add(Fault.OperationFails("InternalServerErrorException"), "POST", "/prod/channels");

        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => Connect(bench).Channels.CreateAsync(new ChannelCreationOptions { Name = "news" }));

        Assert.Equal(OperationState.Failed, failure.Operation.State);
        Assert.Equal("CreateFailed", bench.State("Channel"));
    }

    [Fact]
    public async Task The_code_of_a_refusal_comes_from_the_header()
    {
        using var bench = new ServiceBench("medialive");

        var error = await Assert.ThrowsAsync<ServiceException>(() => Connect(bench).Channels.GetAsync("12345"));

        Assert.Equal((404, "NotFoundException"), (error.Status, error.ErrorCode));
    }

    [Fact]
    public async Task Tokens_lead_through_a_list_and_every_page_is_signed()
    {
        using var bench = new ServiceBench("medialive", clock => new EmulatorOptions { TimeProvider = clock, PageSize = 2, DurationOf = (_, _) => TimeSpan.Zero });
        MediaLiveClient media = Connect(bench);
        for (int i = 0; i < 3; i++)
        {
            await media.Inputs.CreateAsync(new InputCreationOptions { Name = "input-" + i });
        }

        Assert.Equal(["input-0", "input-1", "input-2"], media.Inputs.List().Select(input => input.Name));
    }
}
