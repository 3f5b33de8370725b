namespace MediaOps.Runtime.Tests.Entities;

public class CreateTests
{
    private static readonly RequestBody Body = RequestBody.Write("live", static (writer, name) =>
    {
        writer.WriteStartObject();
        writer.WriteString("Name", name);
        writer.WriteEndObject();
    });

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_creation_sends_the_body_waits_and_reads_the_entity(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(202, Channels.Json("stopped"), ("operation-id", "op1"));
        bench.Pending().Record("Succeeded", target: Channels.Id).Entity("stopped", "final");
        Channel channel = await Create(bench, async);
        Assert.Equal(["POST Channels", Bench.Poll, Bench.Poll, Bench.Read], bench.Told);
        Assert.Equal("""{"Name":"live"}""", bench.Handler.Requests[0].Body);
        Assert.Equal((Channels.Id, "stopped", "final"), (channel.Id, channel.State, channel.Description));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_id_is_known_at_once_where_the_answer_has_it(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(202, Channels.Json("stopped"), ("operation-id", "op1"));
        Operation<Channel> operation = await Send(bench, async);
        Assert.Equal((Channels.Id, OperationState.InProgress), (operation.TargetEntityId, operation.State));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"Id":null}""")]
    [InlineData("""{"Id":"nb:chid""")]
    public async Task Else_the_operations_record_tells_it_and_a_body_that_cannot_be_read_loses_nothing(string body)
    {
        var bench = new Bench();
        bench.Handler.Reply(202, body, ("operation-id", "op1"));
        Operation<Channel> operation = await Send(bench, async: true);
        Assert.Null(operation.TargetEntityId);
        await Assert.ThrowsAsync<InvalidOperationException>(() => operation.GetTargetAsync());
        bench.Record("Succeeded", target: Channels.Id).Entity("stopped");
        await operation.WaitForCompletionAsync();
        Assert.Equal(Channels.Id, operation.TargetEntityId);
        Assert.Same(await Again(), await Again());

        Task<Channel> Again()
        {
            bench.Entity("stopped");
            return operation.GetTargetAsync();
        }
    }

    [Fact]
    public async Task A_creation_that_is_done_at_once_takes_the_entity_from_the_answer()
    {
        var bench = new Bench();
        bench.Handler.Reply(201, Channels.Json("running", "made"));
        Operation<Channel> operation = await Send(bench, async: true);
        Assert.Equal((OperationState.Succeeded, Channels.Id), (operation.State, operation.TargetEntityId));
        Assert.Equal("mediaops:1:done:Test:Channel:Create:nb%3Achid%3A1", operation.Id);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task It_is_not_read_again_which_could_only_fail_it(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(201, Channels.Json("running", "made"));
        Channel channel = await Create(bench, async);
        Assert.Equal(("running", "made"), (channel.State, channel.Description));
        Assert.Single(bench.Told);
    }

    [Theory]
    [InlineData(true, """{"Id":"nb:chid:1"}""")]
    [InlineData(false, """{"Id":"nb:chid:1"}""")]
    public async Task An_answer_that_tells_no_state_is_not_the_whole_entity(bool async, string body)
    {
        var bench = new Bench();
        bench.Handler.Reply(201, body);
        bench.Entity("stopped", "read");
        Assert.Equal("read", (await Create(bench, async)).Description);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    public async Task A_creation_that_is_done_at_once_without_an_id_is_an_error_that_says_so(string body)
    {
        var bench = new Bench();
        bench.Handler.Reply(201, body);
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Send(bench, async: true));
        Assert.True(e.OutcomeUnknown);
        Assert.Contains("no id", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creation_that_succeeds_without_ever_telling_the_id_keeps_the_handle()
    {
        var bench = new Bench();
        bench.Accept().Record("Succeeded");
        OperationPollException e = await Assert.ThrowsAsync<OperationPollException>(() => Create(bench, async: true));
        Assert.Equal(("op1", OperationState.Succeeded, true), (e.OperationId, e.LastState, e.OutcomeUnknown));
    }

    [Fact]
    public async Task A_creation_is_judged_by_the_state_that_was_asked_for_when_its_record_expired()
    {
        var bench = new Bench();
        bench.Handler.Reply(202, Channels.Json("stopped"), ("operation-id", "op1"));
        bench.Missing().Entity("starting").Missing().Entity("running").Entity("running");
        Channel channel = await bench.Collection.CreateAsync(Body, "Running", null, CancellationToken.None);
        Assert.Equal("running", channel.State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_entity_that_appears_late_is_read_again(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(202, Channels.Json("stopped"), ("operation-id", "op1"));
        bench.Record("Succeeded", target: Channels.Id).NoEntity().NoEntity().Entity("stopped", "late");
        Assert.Equal("late", (await Create(bench, async)).Description);
    }

    private static Task<Channel> Create(Bench bench, bool async) => Bench.Run(
        async,
        () => bench.Collection.Create(Body, null, null, CancellationToken.None),
        () => bench.Collection.CreateAsync(Body, null, null, CancellationToken.None));

    private static Task<Operation<Channel>> Send(Bench bench, bool async) => Bench.Run(
        async,
        () => bench.Collection.SendCreate(Body, null, CancellationToken.None),
        () => bench.Collection.SendCreateAsync(Body, null, CancellationToken.None));
}
