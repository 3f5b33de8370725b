using System.Text.Json;
using MediaOps.Runtime.Tests.Queries;

namespace MediaOps.Runtime.Tests.Entities;

/// <summary>A creation whose answer was lost, where the service gives the id: what it has made is looked for by a name that is unique, and nothing is sent again.</summary>
public sealed class LostCreationTests
{
    private const string Look = "GET Channels?$filter=Name eq 'live'&$top=2";
    private const string Lost = "connection reset";

    private static readonly QueryMember Name = new("Name", "Name") { IsUnique = true };

    /// <summary>Lists that do not show that the service has made ours, and not that it has not.</summary>
    private static readonly string[] Odd =
    [
        Item("live") + "," + Item("live", id: "nb:chid:2"),
        Item("live") + "," + Item("other", id: "nb:chid:2"),
        Item("other"),
        Item("Live"),
        """{ "Id": "nb:chid:1", "State": "stopped" }""",
        """{ "Id": "nb:chid:1", "State": "stopped", "Name": ["live"] }""",
        """{ "Id": "nb:chid:1", "State": "stopped", "Name": "live", "Description": "another" }""",
        """{ "Id": "..", "State": "stopped", "Name": "live" }""",
        """{ "Id": "a\u202eb", "State": "stopped", "Name": "live" }""",
        """{ "Id": "", "State": "stopped", "Name": "live" }""",
        """{ "State": "stopped", "Name": "live" }""",
        "17",
    ];

    private readonly Bench _bench = new();

    public static TheoryData<bool> Both => [true, false];

    public static TheoryData<bool, string> Others => new(
        from async in Both
        from list in Odd
        select (async.Data, list));

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_the_service_has_made_is_found_by_its_name(bool async)
    {
        _bench.Handler.Fail(new IOException(Lost));
        List().List(Item("live"));
        Channel channel = await Create(async);
        Assert.Equal((Channels.Id, "stopped"), (channel.Id, channel.State));
        Assert.Equal(["POST Channels", Look, Look], _bench.Told);
        Assert.All(_bench.Handler.Requests, request => Assert.Equal(!async, request.WasSync));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_form_that_only_sends_gives_an_operation_that_has_ended(bool async)
    {
        _bench.Handler.Fail(new IOException(Lost));
        List(Item("live"));
        Operation<Channel> operation = await Send(async);
        Assert.Equal((OperationState.Succeeded, Channels.Id), (operation.State, operation.TargetEntityId));
        Assert.Equal(2, _bench.Told.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task One_that_is_on_its_way_is_followed_by_its_state_also_in_another_process(bool async)
    {
        _bench.Handler.Fail(new IOException(Lost));
        List(Item("live", "starting"));
        Operation<Channel> operation = await Send(async, "Running");
        Assert.Equal(("mediaops:1:state:Test:Channel:Create:nb%3Achid%3A1:by-reading", OperationState.InProgress), (operation.Id, operation.State));

        var other = new Bench();
        other.Entity("starting").Entity("running").Entity("running");
        Operation<Channel> same = await other.Collection.GetOperationAsync(operation.Id, entityId: null, CancellationToken.None);
        await same.WaitForCompletionAsync();
        Assert.Equal((OperationState.Succeeded, Channels.Id), (same.State, same.TargetEntityId));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task One_that_is_not_yet_in_the_state_that_was_asked_for_is_waited_for(bool async)
    {
        _bench.Handler.Fail(new IOException(Lost));
        List(Item("live"));
        _bench.Entity("stopped").Entity("starting").Entity("running");
        Assert.Equal("running", (await Create(async, "Running")).State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task One_that_falls_back_from_its_way_to_that_state_has_failed(bool async)
    {
        _bench.Handler.Fail(new IOException(Lost));
        List(Item("live"));
        _bench.Entity("starting").Entity("stopped");
        var e = await Assert.ThrowsAsync<OperationFailedException>(() => Create(async, "Running"));
        Assert.Equal(Channels.Id, e.Operation.TargetEntityId);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_creation_without_a_trace_is_told_by_the_name_and_without_an_id(bool async)
    {
        _bench.Handler.Fail(new IOException(Lost));
        Empty(times: 7);
        var e = await Assert.ThrowsAsync<UnconfirmedWriteException>(() => Create(async));
        Assert.Equal(("Channel", null, "Create", null, true), (e.Entity, e.EntityId, e.Action, e.LastState, e.OutcomeUnknown));
        Assert.StartsWith("The answer to Create of Channel with Name 'live' was lost, and 00:00:10 later there is none. It was not sent again", e.Message, StringComparison.Ordinal);
        Assert.Equal(Lost, e.InnerException!.InnerException!.Message);
        Assert.Equal(TimeSpan.FromSeconds(10), _bench.Clock.GetUtcNow() - _bench.Began);
        Assert.Equal(["POST Channels", .. Enumerable.Repeat(Look, 7)], _bench.Told);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task What_may_be_another_one_leaves_the_outcome_unknown_at_once(bool async, string list)
    {
        _bench.Handler.Fail(new IOException(Lost));
        List(list);
        await Unknown(async, requests: 2);
    }

    [Theory]
    [InlineData(true, 403)]
    [InlineData(true, 404)]
    [InlineData(false, 414)]
    public async Task A_list_that_is_refused_leaves_the_outcome_unknown(bool async, int status)
    {
        _bench.Handler.Fail(new IOException(Lost)).Reply(status);
        await Unknown(async, requests: 2);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_acceptance_that_tells_neither_operation_nor_id_is_found(bool async)
    {
        _bench.Handler.Reply(202);
        List(Item("live"));
        Assert.Equal(Channels.Id, (await Create(async)).Id);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_acceptance_of_which_nothing_is_seen_is_still_an_acceptance(bool async)
    {
        _bench.Handler.Reply(202);
        Empty(times: 7);
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Create(async));
        Assert.Equal((202, true), (e.Status, e.OutcomeUnknown));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_cancellation_while_looking_tells_that_the_outcome_is_unknown(bool async)
    {
        using var source = new CancellationTokenSource();
        _bench.Handler.Fail(new IOException(Lost)).Then((_, _) =>
        {
            source.Cancel();
            return ScriptedHandler.Response(200, """{"value":[]}""");
        });
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create(async, token: source.Token));
        Assert.True(Assert.IsType<ServiceException>(e.InnerException).OutcomeUnknown);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Without_a_unique_member_a_value_or_a_list_nobody_looks(bool async)
    {
        foreach ((EntityDefinition definition, QueryMember member, string name) in new[]
        {
            (Channels.Definition, new QueryMember("Name", "Name"), "live"),
            (Channels.Definition, new QueryMember("Name", "Name eq Name or Name") { IsUnique = true }, "live"),
            (Channels.Definition, new QueryMember("Title", "Title") { IsUnique = true }, "live"),
            (Channels.Definition, Name, ""),
            (Listed(null), Name, "live"),
            (Listed("Accounts('{Account}')/Channels"), Name, "live"),
        })
        {
            int before = _bench.Told.Count;
            _bench.Handler.Fail(new IOException(Lost));
            await Unknown(async, before + 1, name, definition, member);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_list_of_a_parent_is_asked_where_there_is_no_other(bool async)
    {
        _bench.Handler.Fail(new IOException(Lost));
        List(Item("live"));
        var definition = new EntityDefinition
        {
            Name = "Channel",
            Plural = "Channels",
            PathProperties = ["Account", "Id"],
            ParentProperty = "Account",
            Create = new("Create", ActionKind.Create, "POST", "Accounts('{Account}')/Channels"),
            Read = new("Read", ActionKind.Read, "GET", "Accounts('{Account}')/Channels('{Id}')"),
            ListByParent = new("ListByParent", ActionKind.List, "GET", "Accounts('{Account}')/Channels"),
        };
        var channels = new EntityCollectionCore<Channel, ChannelData>(Binding(definition, Name), _bench.Connection, "a'b");
        Channel channel = await Bench.Run(async, () => channels.Create(Body("live"), null, null, default), () => channels.CreateAsync(Body("live"), null, null, default));
        Assert.Equal("GET Accounts('a''b')/Channels?$filter=Name eq 'live'&$top=2", _bench.Told[1]);
        Assert.Equal(("a'b", Channels.Id), (channel.Core.Address["Account"], channel.Id));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task No_name_leaves_its_quotes(bool async)
    {
        string[] names =
        [
            "'", "it's", "' or Name ne '", "x' and startswith(Name,'", "a&$filter=true", "a%27 or true", "\u2019", "\u02bc", "\uff07", "\u202e'", "a\0b\r\nc", "\u00fcber \u6f22\u5b57 \U0001F600",
            new string('\'', 10_000), new string('\u6f22', 10_000), string.Concat(Enumerable.Repeat("' or 'a' eq 'a", 700)),
        ];
        foreach (string name in names)
        {
            var bench = new Bench();
            bench.Handler.Fail(new IOException(Lost)).Then((request, _) =>
            {
                string[] members = request.Uri.Query.TrimStart('?').Split('&');
                Assert.Equal(2, members.Length);
                Func<IChannel, bool> filter = ODataFilter.Parse(Uri.UnescapeDataString(members[0]["$filter=".Length..]));
                Assert.True(filter(new Queries.Channel { Name = name }));
                Assert.False(filter(new Queries.Channel { Name = "another" }));
                return ScriptedHandler.Response(200, $$"""{"value":[{{Item(name)}}]}""");
            });
            var channels = new EntityCollectionCore<Channel, ChannelData>(Binding(Channels.Definition, Name), bench.Connection);
            Channel channel = await Bench.Run(async, () => channels.Create(Body(name), null, null, default), () => channels.CreateAsync(Body(name), null, null, default));
            Assert.Equal(Channels.Id, channel.Id);
        }
    }

    [Fact]
    public async Task A_name_that_would_forge_a_log_stands_in_the_message_as_one_line()
    {
        string name = "a\r\nINFO all is well \u001b[2J\u202e" + new string('x', 10_000);
        _bench.Handler.Fail(new IOException(Lost));
        Empty(times: 7);
        var e = await Assert.ThrowsAsync<UnconfirmedWriteException>(() => Create(async: true, name: name));
        Assert.StartsWith("The answer to Create of Channel with Name 'a INFO all is well [2J ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(e.Message, char.IsControl);
        Assert.InRange(e.Message.Length, 0, 2000);
    }

    private static EntityDefinition Listed(string? path) => new()
    {
        Name = "Channel",
        Plural = "Channels",
        Create = Channels.Definition.Create,
        Read = Channels.Definition.Read,
        List = path is null ? null : new("List", ActionKind.List, "GET", path),
    };

    private static EntityBinding<Channel, ChannelData> Binding(EntityDefinition definition, QueryMember member)
        => new(definition, ChannelData.Read, static core => new Channel(core), []) { Members = [member] };

    private static string Item(string name, string state = "stopped", string id = Channels.Id)
        => JsonSerializer.Serialize(new Dictionary<string, string> { ["Id"] = id, ["State"] = state, ["Name"] = name, ["Description"] = "d" });

    private static RequestBody Body(string name, string? state = null) => RequestBody.Write((name, state), static (writer, sent) =>
    {
        writer.WriteStartObject();
        writer.WriteString("Name", sent.name);
        writer.WriteString("Description", "d");
        writer.WriteString("Key", "never told");
        if (sent.state is not null)
        {
            writer.WriteString("State", sent.state);
        }

        writer.WriteEndObject();
    });

    private Task<Channel> Create(bool async, string? state = null, string name = "live", EntityDefinition? definition = null, QueryMember? member = null, CancellationToken token = default)
    {
        var channels = new EntityCollectionCore<Channel, ChannelData>(Binding(definition ?? Channels.Definition, member ?? Name), _bench.Connection);
        RequestBody body = Body(name, state is null ? null : "running");
        return Bench.Run(async, () => channels.Create(body, state, null, token), () => channels.CreateAsync(body, state, null, token));
    }

    private Task<Operation<Channel>> Send(bool async, string? state = null)
    {
        var channels = new EntityCollectionCore<Channel, ChannelData>(Binding(Channels.Definition, Name), _bench.Connection);
        RequestBody body = Body("live", state is null ? null : "running");
        return Bench.Run(async, () => channels.SendCreate(body, state, default), () => channels.SendCreateAsync(body, state, default));
    }

    private async Task Unknown(bool async, int requests, string name = "live", EntityDefinition? definition = null, QueryMember? member = null)
    {
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Create(async, name: name, definition: definition, member: member));
        Assert.Equal((0, true, Lost), (e.Status, e.OutcomeUnknown, e.InnerException!.Message));
        Assert.Equal(requests, _bench.Told.Count);
        Assert.Equal(0, _bench.Handler.Left);
    }

    private LostCreationTests List(params string[] items)
    {
        _bench.Handler.Reply(200, $$"""{"value":[{{string.Join(',', items)}}]}""");
        return this;
    }

    private void Empty(int times)
    {
        for (int i = 0; i < times; i++)
        {
            List();
        }
    }
}
