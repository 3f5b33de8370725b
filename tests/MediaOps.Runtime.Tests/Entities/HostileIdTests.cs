namespace MediaOps.Runtime.Tests.Entities;

/// <summary>Ids that the service tells: one that cannot be used is the service's error, found where it is learnt, and loses nothing that runs.</summary>
public class HostileIdTests
{
    private const string Climbs = "..";
    private const string Invisible = "a\u202eb";

    private readonly Bench _bench = new();

    public static TheoryData<bool> Both => [true, false];

    public static TheoryData<bool, string> Ids
    {
        get
        {
            var data = new TheoryData<bool, string>();
            foreach (string id in new[] { Climbs, ".", Invisible, "a\u001b[31m", "\ufffd" })
            {
                data.Add(true, id);
                data.Add(false, id);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_operation_id_that_cannot_be_asked_for_is_an_accepted_action_that_cannot_be_followed(bool async)
    {
        foreach (string id in new[] { Climbs, ".", Invisible })
        {
            _bench.Accept(id);
            ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Bench.Send(async, _bench.Channel("stopped"), Channels.Start));
            Assert.Equal((202, true), (e.Status, e.OutcomeUnknown));
            Assert.Throws<ArgumentException>(() => _bench.Connection.Operations.GetOperation(id));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_creation_that_is_done_with_such_an_id_says_so(bool async, string id)
    {
        _bench.Handler.Reply(201, Channels.Json("stopped", id: id));
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Create(async));
        Assert.True(e.OutcomeUnknown);
        Assert.Contains("its id", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_creation_that_runs_is_followed_in_spite_of_it(bool async, string id)
    {
        _bench.Handler.Reply(202, Channels.Json("stopped", id: id), ("operation-id", "op1"));
        _bench.Record("Succeeded", target: Channels.Id).Entity("stopped");
        Assert.Equal(Channels.Id, (await Create(async)).Id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_record_with_such_an_id_ends_the_wait_with_the_handle(bool async, string id)
    {
        _bench.Accept().Record("Succeeded", target: id);
        OperationPollException e = await Assert.ThrowsAsync<OperationPollException>(() => Create(async));
        Assert.Equal("op1", e.OperationId);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_list_with_such_an_id_is_an_error_of_the_service(bool async, string id)
    {
        _bench.Handler.Reply(200, $$"""{"value":[{{Channels.Json("stopped", id: id)}}]}""");
        await Assert.ThrowsAsync<ServiceException>(() => Bench.Run(
            async,
            () => _ = _bench.Collection.List(default).ToList(),
            async () => _ = await _bench.Collection.ListAsync(default).ToListAsync()));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_read_that_is_answered_with_another_entity_is_not_believed(bool async)
    {
        _bench.Handler.Reply(200, Channels.Json("running", id: "nb:chid:2"));
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Bench.Run(
            async,
            () => _bench.Collection.Get(Channels.Id, default),
            () => _bench.Collection.GetAsync(Channels.Id, default)));
        Assert.Contains("'nb:chid:2' where 'nb:chid:1'", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Ids_that_differ_in_case_are_the_same(bool async)
    {
        _bench.Handler.Reply(200, Channels.Json("running", id: "NB:chid:1"));
        Channel channel = await Bench.Run(async, () => _bench.Collection.Get(Channels.Id, default), () => _bench.Collection.GetAsync(Channels.Id, default));
        Assert.Equal("running", channel.State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_record_that_tells_of_another_entity_is_not_believed(bool async)
    {
        _bench.Record("Succeeded", target: "nb:chid:2");
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Bench.Run(
            async,
            () => _bench.Collection.GetOperation("op1", Channels.Id, default),
            () => _bench.Collection.GetOperationAsync("op1", Channels.Id, default)));
        Assert.Contains("nb:chid:2", e.Message, StringComparison.Ordinal);
        _bench.Accept().Record("Succeeded", target: "nb:chid:2");
        await Assert.ThrowsAsync<OperationPollException>(() => Bench.Act(async, _bench.Channel("stopped"), Channels.Start));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_id_of_what_was_made_is_kept_where_another_member_cannot_be_read(bool async)
    {
        string body = $$"""{"State":17,"Id":"{{Channels.Id}}"}""";
        var channels = new EntityCollectionCore<Channel, ChannelData>(Picky, _bench.Connection);
        _bench.Handler.Reply(201, body);
        Operation<Channel> operation = await Bench.Run(
            async,
            () => channels.SendCreate(RequestBody.None, null, default),
            () => channels.SendCreateAsync(RequestBody.None, null, default));
        Assert.Equal((Channels.Id, OperationState.Succeeded), (operation.TargetEntityId, operation.State));

        _bench.Handler.Reply(201, body).Reply(200, body);
        var e = await Assert.ThrowsAsync<OperationPollException>(() => Bench.Run(
            async,
            () => channels.Create(RequestBody.None, null, null, default),
            () => channels.CreateAsync(RequestBody.None, null, null, default)));
        Assert.Contains("nb%3Achid%3A1", e.OperationId, StringComparison.Ordinal);
        Assert.Contains("nb%3Achid%3A1", e.Message, StringComparison.Ordinal);
    }

    /// <summary>A reader that finds a number where a text should be.</summary>
    private static EntityBinding<Channel, ChannelData> Picky { get; } = new(
        Channels.Definition,
        static (ref System.Text.Json.Utf8JsonReader _) => throw new System.Text.Json.JsonException("State is no text."),
        static core => new Channel(core),
        []);

    private Task<Channel> Create(bool async) => Bench.Run(
        async,
        () => _bench.Collection.Create(RequestBody.None, null, null, default),
        () => _bench.Collection.CreateAsync(RequestBody.None, null, null, default));
}
