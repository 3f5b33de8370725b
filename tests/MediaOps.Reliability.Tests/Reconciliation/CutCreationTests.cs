using MediaOps.Emulation;
using MediaOps.EndToEnd.Tests.Services;
using LiveStream = Media.GoogleLiveStream;
using V3 = Media.AzureV3;

namespace MediaOps.Reliability.Tests.Reconciliation;

/// <summary>The answer to a creation is cut. Where the caller names what is made, it is looked for by that name.</summary>
public sealed class CutCreationTests
{
    public static TheoryData<string, bool> Services { get; } = new(
        from service in new[] { "ams-v3", "livestream" }
        from async in new[] { true, false }
        select (service, async));

    [Theory]
    [MemberData(nameof(Services))]
    public async Task What_the_service_has_made_is_found_by_its_name(string service, bool async)
    {
        using var bench = new ServiceBench(service);
        bench.Faults.Add(Fault.DropAfter(), Method(service));

        Assert.Equal("Stopped", await CreateAsync(bench, service, async));

        Assert.Equal("Stopped", Assert.Single(bench.Emulator.Entities).State);
        Assert.Equal(1, Sent(bench, service));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task What_it_has_not_made_is_told(string service, bool async)
    {
        using var bench = new ServiceBench(service);
        bench.Faults.Add(Fault.DropBefore(), Method(service));

        var e = await Assert.ThrowsAsync<UnconfirmedWriteException>(() => CreateAsync(bench, service, async));

        Assert.EndsWith("news", e.EntityId, StringComparison.Ordinal);
        Assert.Equal(("Create", null, true), (e.Action, e.LastState, e.OutcomeUnknown));
        Assert.Empty(bench.Emulator.Entities);
        Assert.Equal(1, Sent(bench, service));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_elses_of_that_name_is_not_taken_for_ours(bool async)
    {
        using var bench = new ServiceBench("livestream");
        await Google(bench).Channels.CreateAsync(new LiveStream.ChannelCreationOptions { ChannelId = "news", Output = new LiveStream.ChannelOutput { Uri = "gs://another/" } });
        bench.Faults.Add(Fault.DropBefore(), "POST");
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => CreateAsync(bench, "livestream", async));
        Assert.True(e.OutcomeUnknown);
    }

    private static string Method(string service) => service == "ams-v3" ? "PUT" : "POST";

    private static int Sent(ServiceBench bench, string service) => bench.Requests.All.Count(request => request.Method.Method == Method(service));

    private static LiveStream.LiveStreamClient Google(ServiceBench bench)
        => new(new Uri("https://livestream.googleapis.com/v1/"), "my-project", "europe-west1", new StaticTokenCredential("token"), bench.Options);

    /// <returns>The state of what was made.</returns>
    private static async Task<string> CreateAsync(ServiceBench bench, string service, bool async)
    {
        if (service == "ams-v3")
        {
            V3.LiveEventCollection events = V3.AmsV3Client.Create(new Guid("5a6f0b1e-7c0d-4b7b-9f53-0c9f6a1b2c3d"), "group", "media", new StaticTokenCredential("token"), bench.Options).LiveEvents;
            var news = new V3.LiveEventCreationOptions { Name = "news", Location = "westeurope", Input = new V3.LiveEventInput { StreamingProtocol = V3.LiveEventInputProtocol.RTMP } };
            return (async ? await events.CreateAsync(news) : events.Create(news)).ResourceState.ToString();
        }

        LiveStream.ChannelCollection channels = Google(bench).Channels;
        var options = new LiveStream.ChannelCreationOptions { ChannelId = "news", Output = new LiveStream.ChannelOutput { Uri = "gs://bucket/live/" } };
        return (async ? await channels.CreateAsync(options) : channels.Create(options)).StreamingState.ToString();
    }
}
