using System.Globalization;
using Media.AzureV2;
using MediaOps.Emulation;

namespace MediaOps.EndToEnd.Tests;

/// <summary>Channels and their programs: from one to the other, and what one's state means to the other.</summary>
public sealed class RelativesTests : IDisposable
{
    private readonly Bench _bench = new();

    public static TheoryData<bool> Both => [true, false];

    private CloudMediaContext Media => _bench.Media;

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_program_is_of_the_channel_whose_collection_made_it(bool async)
    {
        Channel one = Media.Channels.Create(Bench.Options("one"));
        Channel two = Media.Channels.Create(Bench.Options("two"));
        ProgramCreationOptions options = Options("first");

        Program first = await Bench.Call(async, () => one.Programs.Create(options), () => one.Programs.CreateAsync(options));
        Program second = await Bench.Call(async, () => two.Programs.Create(options = Options("second")), () => two.Programs.CreateAsync(options = Options("second")));
        options.ChannelId = two.Id;
        options.Name = "third";
        await Bench.Call(async, () => Media.Programs.Create(options), () => Media.Programs.CreateAsync(options));

        Assert.Equal((one.Id, two.Id), (first.ChannelId, second.ChannelId));
        Assert.Equal(["first"], await Names(one.Programs, async));
        Assert.Equal(["second", "third"], await Names(two.Programs, async));
        Assert.Equal(["first", "second", "third"], await Names(Media.Programs, async));
    }

    [Fact]
    public async Task Options_stay_as_they_are_and_serve_for_several_channels()
    {
        Channel one = Media.Channels.Create(Bench.Options("one"));
        Channel two = Media.Channels.Create(Bench.Options("two"));
        ProgramCreationOptions options = Options("a");

        await one.Programs.CreateAsync(options);
        options.Name = "b";
        Program second = await two.Programs.CreateAsync(options);

        Assert.Null(options.ChannelId);
        Assert.Equal(two.Id, second.ChannelId);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_program_without_a_channel_or_with_another_one_is_refused_before_anything_is_sent(bool async)
    {
        Channel channel = Media.Channels.Create(Bench.Options());
        ProgramCreationOptions stray = Options("stray");
        stray.ChannelId = "nb:chid:UUID:00000000-0000-0000-0000-000000000000";
        int sent = _bench.Requests.All.Count;

        ArgumentException none = await Assert.ThrowsAsync<ArgumentException>(() =>
            Bench.Call(async, () => Media.Programs.Create("a", TimeSpan.FromHours(1), Bench.AssetId), () => Media.Programs.CreateAsync("a", TimeSpan.FromHours(1), Bench.AssetId)));
        ArgumentException other = await Assert.ThrowsAsync<ArgumentException>(() =>
            Bench.Call(async, () => channel.Programs.Create(stray), () => channel.Programs.CreateAsync(stray)));

        Assert.Equal(("ChannelId", "ChannelId"), (none.ParamName, other.ParamName));
        Assert.Equal(sent, _bench.Requests.All.Count);
    }

    [Fact]
    public async Task One_exception_names_every_limit_that_a_program_violates()
    {
        Channel channel = Media.Channels.Create(Bench.Options());
        int sent = _bench.Requests.All.Count;

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() =>
            channel.Programs.CreateAsync(new ProgramCreationOptions(" news", TimeSpan.FromMinutes(4), "asset") { Description = new string('x', 257) }));

        Assert.All(["Name", "Description", "ArchiveWindowLength", "AssetId"], name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
        Assert.Equal(sent, _bench.Requests.All.Count);
    }

    [Fact]
    public async Task The_channel_of_a_program_is_read_once_until_the_program_is_refreshed()
    {
        Channel channel = Media.Channels.Create(Bench.Options());
        IProgram program = channel.Programs.Create("news", TimeSpan.FromHours(1), Bench.AssetId);
        int sent = _bench.Requests.All.Count;

        IChannel first = await program.GetChannelAsync();
        Assert.Same(first, program.Channel);
        Assert.Equal((channel.Id, sent + 1), (first.Id, _bench.Requests.All.Count));
        program.Refresh();
        Assert.NotSame(first, program.Channel);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_program_is_not_started_while_its_channel_is_stopped_and_the_reason_is_told(bool async)
    {
        Channel channel = Media.Channels.Create(Bench.Options());
        Program program = channel.Programs.Create("news", TimeSpan.FromHours(1), Bench.AssetId);

        InvalidEntityStateException refusal = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Call(async, () => program.Start(), () => program.StartAsync()));

        Assert.Equal(("Program", program.Id, "Start", false), (refusal.Entity, refusal.EntityId, refusal.Action, refusal.RefusedByService));
        Assert.Equal(("Channel", channel.Id, "Stopped"), (refusal.BlockedBy, refusal.BlockedById, refusal.State));
        Assert.Equal(["Running"], refusal.AllowedStates);
        Assert.DoesNotContain(_bench.Requests.All, request => request.Uri.AbsolutePath.EndsWith("/Start", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Without_guards_the_service_refuses_with_its_code(bool async)
    {
        using var bench = new Bench(new MediaOpsOptions { GuardMode = GuardMode.Off });
        Channel channel = bench.Media.Channels.Create(Bench.Options());
        Program program = channel.Programs.Create("news", TimeSpan.FromHours(1), Bench.AssetId);

        InvalidEntityStateException refusal = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Call(async, () => program.Start(), () => program.StartAsync()));

        Assert.True(refusal.RefusedByService);
        Assert.Equal("InvalidOperation", Assert.IsType<ServiceException>(refusal.InnerException).ErrorCode);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_channel_with_a_running_program_is_not_stopped(bool async)
    {
        using var bench = new Bench(new MediaOpsOptions { GuardRequires = GuardRequires.All });
        Channel channel = bench.Media.Channels.Create(Bench.Options());
        channel.Start();
        Program program = channel.Programs.Create("news", TimeSpan.FromHours(1), Bench.AssetId);
        program.Start();

        InvalidEntityStateException refusal = await Assert.ThrowsAsync<InvalidEntityStateException>(() => Bench.Call(async, () => channel.Stop(), () => channel.StopAsync()));
        Assert.Equal(("Program", program.Id, "Running", false), (refusal.BlockedBy, refusal.BlockedById, refusal.State, refusal.RefusedByService));

        program.Stop();
        await Bench.Call(async, () => channel.Stop(), () => channel.StopAsync());
        Assert.Equal(ChannelState.Stopped, channel.State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_scaled_endpoint_is_in_its_earlier_state_again(bool async)
    {
        StreamingEndpoint endpoint = Media.StreamingEndpoints.Create(new StreamingEndpointCreationOptions("edge", 1) { State = StreamingEndpointState.Running });
        Assert.Equal(StreamingEndpointState.Running, endpoint.State);

        await Bench.Call(async, () => endpoint.Scale(3), () => endpoint.ScaleAsync(3));
        Assert.Equal((StreamingEndpointState.Running, 3), (endpoint.State, endpoint.ScaleUnits));
        endpoint.Stop();
        Operation<StreamingEndpoint> operation = await Bench.Call(async, () => endpoint.SendScaleOperation(0), () => endpoint.SendScaleOperationAsync(0));
        Assert.Equal(StreamingEndpointState.Scaling, endpoint.State);
        await operation.WaitForCompletionAsync();
        Assert.Equal((StreamingEndpointState.Stopped, 0), (endpoint.State, endpoint.ScaleUnits));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_list_of_more_than_a_page_is_read_to_its_end_and_a_query_takes_what_it_asks_for(bool async)
    {
        using var bench = new Bench(durationOf: static (_, _) => TimeSpan.Zero);
        Channel channel = bench.Media.Channels.SendCreateOperation(Bench.Options()).GetTarget();
        for (int i = 0; i < 1_001; i++)
        {
            _ = channel.Programs.SendCreateOperation(Options(i.ToString("0000", CultureInfo.InvariantCulture)));
        }

        Assert.Equal(1_001, (await Names(channel.Programs, async)).Distinct(StringComparer.Ordinal).Count());
        EntityQuery<IProgram> query = channel.Programs.Where(p => p.ArchiveWindowLength == TimeSpan.FromHours(1)).OrderByDescending(p => p.Name).Skip(1).Take(2);
        IReadOnlyList<IProgram> two = await Bench.Call(async, () => [.. query], () => query.ToListAsync());
        Assert.Equal(["0999", "0998"], two.Select(program => program.Name));
        Assert.Equal(1_001, await Bench.Call(async, () => channel.Programs.Count(), () => channel.Programs.AsQuery().CountAsync()));
    }

    [Fact]
    public void What_a_query_cannot_ask_is_refused_by_name()
    {
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => Media.Channels.Where(c => c.Name!.Trim() == "live").FirstOrDefault());

        Assert.Contains("Trim", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scripted_answer_of_seconds_as_text_is_read_as_a_time_span()
    {
        StreamingEndpoint endpoint = Media.StreamingEndpoints.Create("edge", 1);
        _bench.Faults.Add(Fault.Body($$"""{ "Id": "{{endpoint.Id}}", "Name": "edge", "State": "Stopped", "CacheControl": { "MaxAge": "1800" }, "StreamingEndpointVersion": "1.0", "FreeTrialEndTime": "0001-01-01T00:00:00" }"""));
        endpoint.Refresh();

        Assert.Equal((TimeSpan.FromMinutes(30), new Version(1, 0), null), (endpoint.CacheControl!.MaxAge, endpoint.StreamingEndpointVersion, endpoint.FreeTrialEndTime));
    }

    private static ProgramCreationOptions Options(string name) => new(name, TimeSpan.FromHours(1), Bench.AssetId);

    private static async Task<IReadOnlyList<string>> Names(ProgramCollection programs, bool async) =>
        async ? await programs.ListAsync().Select(program => program.Name).ToListAsync() : [.. programs.List().Select(program => program.Name)];
}
