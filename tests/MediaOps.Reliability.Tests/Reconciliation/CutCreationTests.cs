using MediaOps.Emulation;
using MediaOps.EndToEnd.Tests.Services;
using LiveStream = Media.GoogleLiveStream;
using V2 = Media.AzureV2;
using V3 = Media.AzureV3;

namespace MediaOps.Reliability.Tests.Reconciliation;

/// <summary>The answer to a creation is cut. What is made is looked for by the id that the caller chose, or by a name that is unique where the service gives the id.</summary>
public sealed class CutCreationTests
{
    public static TheoryData<string, bool> Services { get; } = new(
        from service in new[] { "ams-v3", "livestream", "ams-v2" }
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

        Assert.Equal(("Create", null, true), (e.Action, e.LastState, e.OutcomeUnknown));
        Assert.Equal(service switch { "ams-v3" => "news", "livestream" => "projects/my-project/locations/europe-west1/channels/news", _ => null }, e.EntityId);
        Assert.Contains("news'", e.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Emulator.Entities);
        Assert.Equal(1, Sent(bench, service));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_program_is_found_by_its_name_wherever_it_is_made(bool async)
    {
        using var bench = new ServiceBench("ams-v2");
        V2.Channel channel = await Azure(bench).Channels.CreateAsync(Live());
        bench.Faults.Add(Fault.DropAfter(), "POST", "/Programs");
        var options = new V2.ProgramCreationOptions { Name = "part 1", AssetId = "nb:cid:UUID:2c30f424-ab90-40c6-ba41-52a993e9d393", ArchiveWindowLength = TimeSpan.FromHours(1) };

        V2.Program program = async ? await channel.Programs.CreateAsync(options) : channel.Programs.Create(options);

        Assert.Equal((channel.Id, V2.ProgramState.Stopped), (program.ChannelId, program.State));
        Assert.Equal(program.Id, Assert.Single(bench.Emulator.Entities, static entity => entity.Entity == "Program").Id);
        await program.DeleteAsync();
        Assert.Empty(channel.Programs.List());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_endpoint_that_is_to_run_is_waited_for_until_it_runs(bool async)
    {
        using var bench = new ServiceBench("ams-v2");
        bench.Faults.Add(Fault.DropAfter(), "POST");
        V2.StreamingEndpointCollection endpoints = Azure(bench).StreamingEndpoints;
        var options = new V2.StreamingEndpointCreationOptions { Name = "edge", ScaleUnits = 1, State = V2.StreamingEndpointState.Running };

        V2.StreamingEndpoint endpoint = async ? await endpoints.CreateAsync(options) : endpoints.Create(options);

        Assert.Equal((V2.StreamingEndpointState.Running, "Running"), (endpoint.State, bench.State("StreamingEndpoint")));
        Assert.Equal(1, Sent(bench, "ams-v2"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_operation_of_a_creation_that_was_found_tells_what_was_made(bool async)
    {
        using var bench = new ServiceBench("ams-v2");
        bench.Faults.Add(Fault.DropAfter(), "POST");
        V2.ChannelCollection channels = Azure(bench).Channels;

        Operation<V2.Channel> operation = async ? await channels.SendCreateOperationAsync(Live()) : channels.SendCreateOperation(Live());

        string id = Assert.Single(bench.Emulator.Entities).Id;
        Assert.Equal((OperationState.Succeeded, id), (operation.State, operation.TargetEntityId));
        Assert.Equal(id, (await operation.GetTargetAsync()).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_that_was_taken_before_is_not_taken_for_ours(bool async)
    {
        using var bench = new ServiceBench("ams-v2");
        V2.ChannelCreationOptions another = Live();
        another.Description = "somebody's";
        await Azure(bench).Channels.CreateAsync(another);
        bench.Faults.Add(Fault.DropAfter(), "POST");
        V2.ChannelCreationOptions ours = Live();
        ours.Description = "ours";

        ServiceException e = await Assert.ThrowsAsync<ServiceException>(async () =>
            _ = async ? await Azure(bench).Channels.CreateAsync(ours) : Azure(bench).Channels.Create(ours));

        Assert.True(e.OutcomeUnknown);
        Assert.Single(bench.Emulator.Entities);
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

    private static V2.ChannelCreationOptions Live() => new() { Name = "news", Input = new V2.ChannelInput { StreamingProtocol = V2.StreamingProtocol.RTMP } };

    private static V2.CloudMediaContext Azure(ServiceBench bench)
        => new(new Uri("https://account.restv2.westus.media.azure.net/api/"), new StaticTokenCredential("token"), bench.Options);

    private static LiveStream.LiveStreamClient Google(ServiceBench bench)
        => new(new Uri("https://livestream.googleapis.com/v1/"), "my-project", "europe-west1", new StaticTokenCredential("token"), bench.Options);

    /// <returns>The state of what was made.</returns>
    private static async Task<string> CreateAsync(ServiceBench bench, string service, bool async)
    {
        if (service == "ams-v2")
        {
            V2.ChannelCollection live = Azure(bench).Channels;
            return (async ? await live.CreateAsync(Live()) : live.Create(Live())).State.ToString();
        }

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
