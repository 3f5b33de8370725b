namespace MediaOps.Runtime.Tests.Operations;

public class WaitAllTests
{
    [Fact]
    public async Task Each_operation_has_its_own_outcome_in_the_order_given()
    {
        // Each bench has a service and a clock of its own: the outcomes do not depend on who is asked first.
        Bench good = new Bench().Accept().Pending().Record("Succeeded").Entity("running");
        Bench bad = new Bench().Accept().Record("Failed", "InternalError", "broke");
        Bench lost = new Bench().Accept();
        lost.Handler.Reply(500);
        Bench slow = new Bench(polling: new PollingOptions { Timeout = TimeSpan.FromSeconds(60) }).Accept().Pending(3);
        Operation[] operations = [await Start(good), await Start(bad), await Start(lost), await Start(slow)];

        IReadOnlyList<OperationOutcome> outcomes = await Operation.WaitAllAsync(operations, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(operations, outcomes.Select(static o => o.Operation));
        Assert.Equal([true, false, false, false], outcomes.Select(static o => o.IsSuccess));
        Assert.Null(outcomes[0].Exception);
        Assert.Equal("InternalError", Assert.IsType<OperationFailedException>(outcomes[1].Exception).ErrorCode);
        Assert.Equal(500, Assert.IsType<ServiceException>(Assert.IsType<OperationPollException>(outcomes[2].Exception).InnerException).Status);
        Assert.Equal("op1", Assert.IsType<OperationTimeoutException>(outcomes[3].Exception).OperationId);
    }

    [Fact]
    public async Task All_waits_run_at_the_same_time()
    {
        var bench = new Bench(clock: new ManualTimeProvider());
        bench.Accept("op1").Accept("op2").Accept("op3");
        Operation[] operations = [await Start(bench), await Start(bench), await Start(bench)];
        Task<IReadOnlyList<OperationOutcome>> all = Operation.WaitAllAsync(operations, cancellationToken: TestContext.Current.CancellationToken);
        for (int i = 0; i < 6; i++)
        {
            bench.Handler.Then(static (request, _) => ScriptedHandler.Response(
                200, request.Uri.AbsolutePath.Contains("Operations", StringComparison.Ordinal) ? """{"State":"Succeeded"}""" : Channels.Json("running")));
        }

        // One interval is enough for all three: one after the other they would take three.
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.All(await all, static outcome => Assert.True(outcome.IsSuccess));
        Assert.Equal(0, bench.Handler.Left);
    }

    [Fact]
    public async Task A_cancelled_token_ends_all_waits_and_loses_no_handle()
    {
        var bench = new Bench(clock: new ManualTimeProvider());
        bench.Accept("op1").Accept("op2");
        Operation[] operations = [await Start(bench), await Start(bench)];
        using var source = new CancellationTokenSource();
        Task<IReadOnlyList<OperationOutcome>> all = Operation.WaitAllAsync(operations, cancellationToken: source.Token);
        await source.CancelAsync();
        Assert.Equal(["op1", "op2"], (await all).Select(static o => Assert.IsType<OperationWaitCanceledException>(o.Exception).OperationId));
    }

    [Fact]
    public async Task No_operations_are_over_at_once_and_none_in_the_place_of_one_is_an_error()
    {
        Assert.Empty(await Operation.WaitAllAsync([], cancellationToken: TestContext.Current.CancellationToken));
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => Operation.WaitAllAsync([new Made(), null!]));
        Assert.Contains("index 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_time_out_is_thrown_and_a_defect_of_the_progress_ends_the_wait_that_it_is_told_of()
    {
        Bench bench = new Bench().Accept().Accept();
        var endless = new PollingOptions { Timeout = TimeSpan.MaxValue };
        var broken = new PollingOptions { Progress = new Told<OperationProgress>(static _ => throw new FormatException()) };
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Operation.WaitAllAsync([await Start(bench)], endless));
        OperationOutcome outcome = Assert.Single(await Operation.WaitAllAsync([await Start(bench)], broken));
        Assert.IsType<FormatException>(Assert.IsType<OperationPollException>(outcome.Exception).InnerException);
    }

    [Fact]
    public async Task Operations_made_for_a_test_can_be_waited_for()
        => Assert.True(Assert.Single(await Operation.WaitAllAsync([new Made()], cancellationToken: TestContext.Current.CancellationToken)).IsSuccess);

    private static async Task<Operation> Start(Bench bench) => await Bench.Send(true, bench.Channel("stopped"), Channels.Start);

    private sealed class Made : Operation
    {
        public override Task WaitForCompletionAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
