namespace MediaOps.Runtime.Tests.Tracking;

/// <summary>Operations that are asked for again, by another process: with what is in the handle and nothing else.</summary>
public sealed class HandleTests
{
    public static TheoryData<bool> Both => Stage.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_state_operation_is_asked_for_again_by_its_entity(bool async)
    {
        Stage stage = new Stage(Stage.ByState).Reply(200, Stage.Entity("STARTING"));
        string id = (await Bench.Send(async, stage.Channel(), stage.Start)).Id;
        Assert.Equal("mediaops:1:state:Test:Channel:Start:1:state", id);

        Stage other = new Stage(Stage.ByState).State("STARTING", "RUNNING");
        Operation<Channel> same = await Get(other, async, id);
        Assert.Equal((OperationState.InProgress, id), (same.State, same.Id));
        await Bench.Run(async, () => same.WaitForCompletion(), () => same.WaitForCompletionAsync());
        Assert.Equal(["0 " + Stage.Read, "5 " + Stage.Read], other.Told);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_url_operation_is_asked_for_again_without_a_host_in_its_handle(bool async)
    {
        Stage stage = new Stage(Stage.ByUrl).Reply(202, null, ("Azure-AsyncOperation", "https://media.example/API/ops/7?api-version=3"));
        string id = (await Bench.Send(async, stage.Channel(), stage.Start)).Id;
        Assert.DoesNotContain("media.example", id, StringComparison.Ordinal);

        Stage other = new Stage(Stage.ByUrl).Reply(200, """{"status":"InProgress"}""").Reply(200, """{"status":"Succeeded"}""").State("RUNNING");
        Operation<Channel> same = await Get(other, async, id);
        await Bench.Run(async, () => same.WaitForCompletion(), () => same.WaitForCompletionAsync());
        Assert.Equal(["0 GET /API/ops/7?api-version=3", "5 GET /API/ops/7?api-version=3", "5 " + Stage.Read], other.Told);
    }

    [Fact]
    public async Task A_handle_without_an_entity_in_hand_is_asked_for_too()
    {
        Stage stage = new Stage(Stage.ByState, Stage.ByUrl).State("RUNNING");
        Operation same = await stage.Connection.Operations.GetOperationAsync("mediaops:1:state:Test:Channel:Start:1:state");
        Assert.Equal((OperationState.Succeeded, "1"), (same.State, same.TargetEntityId));
    }

    [Fact]
    public async Task A_plain_id_stays_the_services_own()
    {
        Stage stage = new Stage(Stage.ByRecord).Reply(200, """{"name":"operations/op-1"}""").Reply(200, """{"name":"operations/op-1","done":true}""");
        Operation<Channel> sent = await Bench.Send(true, stage.Channel(), stage.Start);
        Assert.Equal("operations/op-1", sent.Id);
        Assert.Equal(OperationState.Succeeded, (await stage.Connection.Operations.GetOperationAsync(sent.Id)).State);
    }

    [Fact]
    public async Task An_id_that_needs_its_entity_to_be_asked_for_takes_the_entity_with_it()
    {
        var tracking = new TrackingDefinition
        {
            Name = "op",
            HandleHeaders = ["operation-id"],
            Poll = PathTemplate.Parse("/channels/{Id}/operations/{Handle}"),
            StatusPath = "State",
            Succeeded = ["Done"],
            Delay = Stage.Delay,
        };
        Stage stage = new Stage(tracking).Reply(202, null, ("operation-id", "a/b:c")).Reply(200, """{"State":"Done"}""").Reply(200, """{"State":"Done"}""");
        Operation<Channel> sent = await Bench.Send(true, stage.Channel(), stage.Start);
        Assert.Equal("mediaops:1:op:Test:Channel:Start:1:op/a%2Fb%3Ac", sent.Id);
        Assert.Equal(OperationState.Succeeded, (await stage.Connection.Operations.GetOperationAsync(sent.Id)).State);
        Assert.Equal("0 GET /api/channels/1/operations/a%2Fb%3Ac", stage.Told[^1]);
        await Assert.ThrowsAsync<ArgumentException>(() => stage.Connection.Operations.GetOperationAsync("a/b:c"));
    }

    [Theory]
    [InlineData("mediaops:1:state:Other:Channel:Start:1:state", "another service")]
    [InlineData("mediaops:2:state:Test:Channel:Start:1:state", "version")]
    [InlineData("mediaops:1:state:Test:Channel:Explode:1:state", "action")]
    [InlineData("mediaops:1:state:Test:Channel:Start:1:other", "kind")]
    [InlineData("mediaops:1:url:Test:Channel:Start:1:state/0/%2Fapi%2Fx", "kind")]
    [InlineData("mediaops:1:state:Test:Channel:Start:1/2:state", "address")]
    [InlineData("mediaops:1:state:Test:Channel:Start::state", "which Channel")]
    [InlineData("mediaops:1:state:Test:Channel:Start:..:state", "dot segment")]
    [InlineData("mediaops:1:state:Test:Channel:Start:%2e%2e:state", "dot segment")]
    [InlineData("mediaops:1:state:Test:Channel:Start:1:state/0", "damaged")]
    [InlineData("mediaops:1:url:Test:Channel:Start:1:url", "damaged")]
    [InlineData("mediaops:1:url:Test:Channel:Start:1:url/0/%2Fother%2Fx", "outside")]
    [InlineData("mediaops:1:url:Test:Channel:Start:1:url/0/%2Fapi%2F..%2Fx", "URL")]
    [InlineData("mediaops:1:url:Test:Channel:Start:1:url/0/%40evil.example%2Fapi%2Fx", "URL")]
    [InlineData("mediaops:1:url:Test:Channel:Start:1:url/evil.example/%2Fapi%2Fx", "URL")]
    [InlineData("mediaops:1:url:Test:Channel:Start:1:url/2/%2Fapi%2Fx", "URL")]
    [InlineData("mediaops:1:url:Test:Channel:Start:1:url/0/%2Fapi%2Fx/9/%2Fapi%2Fx", "URL")]
    [InlineData("mediaops:1:op:Test:Channel:Start:1:lro/secrets%2F1", "cannot be one")]
    public async Task A_hostile_handle_is_refused_and_nothing_is_sent(string id, string reason)
    {
        var stage = new Stage(Stage.ByState, Stage.ByUrl, Stage.ByRecord);
        Assert.Contains(reason, (await Assert.ThrowsAsync<ArgumentException>(() => stage.Connection.Operations.GetOperationAsync(id))).Message, StringComparison.Ordinal);
        Assert.Contains(reason, (await Assert.ThrowsAsync<ArgumentException>(() => stage.Collection.GetOperationAsync(id, null, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Empty(stage.Told);
    }

    [Theory]
    [InlineData("%2Fapi%2Fchannels%2F1%2Fstart", true)]
    [InlineData("%2Fapi%2Fadmin", false)]
    [InlineData("%2Fapi%2Fchannels%2F1%2Fstart%2Fadmin", false)]
    [InlineData("%2Fapi%2Fchannels%2F1%2Fx%2Fstart", false)]
    public void A_status_in_an_entity_is_asked_for_where_its_action_went_and_nowhere_else(string path, bool asked)
    {
        Stage stage = new Stage(Stage.ByProvisioning).Reply(200, """{"properties":{"provisioningState":"Creating"}}""");
        Exception? refusal = Record.Exception(() => stage.Connection.Operations.GetOperation("mediaops:1:state:Test:Channel:Start::provisioning/0/" + path));
        Assert.Equal((asked, asked ? 1 : 0), (refusal is null, stage.Told.Count));
        Assert.True(asked || (refusal is ArgumentException && refusal.Message.Contains("outside", StringComparison.Ordinal)), refusal?.ToString());
    }

    [Fact]
    public async Task A_handle_of_one_entity_is_not_asked_for_under_another()
    {
        var stage = new Stage(Stage.ByState);
        await Assert.ThrowsAsync<ArgumentException>(() => stage.Collection.GetOperationAsync("mediaops:1:state:Test:Channel:Start:1:state", "2", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => stage.Collection.GetOperationAsync("mediaops:1:state:Test:Program:Start:1:state", null, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => stage.Connection.Operations.GetOperationAsync("mediaops:1:state:Test:Program:Start:1:state"));
        Assert.Empty(stage.Told);
    }

    private static Task<Operation<Channel>> Get(Stage stage, bool async, string id) => Bench.Run(
        async,
        () => stage.Collection.GetOperation(id, null, CancellationToken.None),
        () => stage.Collection.GetOperationAsync(id, null, CancellationToken.None));
}
