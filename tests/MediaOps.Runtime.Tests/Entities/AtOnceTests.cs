namespace MediaOps.Runtime.Tests.Entities;

/// <summary>Actions that the service finishes before it answers, as with programs: whatever the status, there is no operation id.</summary>
public class AtOnceTests
{
    private const string DoneHandle = "mediaops:1:done:Test:Program:";

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_creation_accepted_without_an_operation_id_is_done_where_the_schema_follows_none(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(202, Programs.Json("stopped", name: "made")).Reply(200, Programs.Json("stopped", name: "read"));
        EntityCollectionCore<Program, ProgramData> programs = Programs.Of(bench);
        Program program = await Bench.Run(
            async,
            () => programs.Create(RequestBody.None, null, null, CancellationToken.None),
            () => programs.CreateAsync(RequestBody.None, null, null, CancellationToken.None));
        Assert.Equal(["POST Programs", Programs.Read], bench.Told);
        Assert.Equal((Programs.Id, "stopped", "read"), (program.Id, program.State, program.Name));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Its_operation_has_succeeded_at_once_and_a_handle_that_another_process_can_ask_for(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(202, Programs.Json("stopped"));
        EntityCollectionCore<Program, ProgramData> programs = Programs.Of(bench);
        Operation<Program> operation = await Bench.Run(
            async,
            () => programs.SendCreate(RequestBody.None, null, CancellationToken.None),
            () => programs.SendCreateAsync(RequestBody.None, null, CancellationToken.None));
        Assert.Equal((OperationState.Succeeded, Programs.Id, DoneHandle + "Create:nb%3Apgid%3A1"), (operation.State, operation.TargetEntityId, operation.Id));
        Operation<Program> again = programs.GetOperation(operation.Id, null, CancellationToken.None);
        Assert.Equal((OperationState.Succeeded, Programs.Id), (again.State, again.TargetEntityId));
        Assert.Single(bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_deletion_answered_204_leaves_a_gone_entity_and_reads_nothing(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(204);
        Program program = Programs.Make(bench);
        await Bench.Run(
            async,
            () => program.Core.Run(Programs.Definition.Delete!, RequestBody.None, null, CancellationToken.None),
            () => program.Core.RunAsync(Programs.Definition.Delete!, RequestBody.None, null, CancellationToken.None));
        Assert.Equal(["DELETE Programs('nb:pgid:1')"], bench.Told);
        Assert.Equal("deleted", program.State);
        await Assert.ThrowsAsync<InvalidEntityStateException>(() => Programs.Send(async, program, Programs.Start));
        Assert.Single(bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_update_answered_204_is_done_and_the_entity_is_read(bool async)
    {
        var bench = new Bench();
        bench.Handler.Reply(204).Reply(200, Programs.Json("stopped", name: "new"));
        Program program = Programs.Make(bench);
        program.Name = "new";
        await Update(async, program);
        Assert.Equal(["PATCH Programs('nb:pgid:1')", Programs.Read], bench.Told);
        await Update(async, program);
        Assert.Equal(2, bench.Told.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_same_update_answered_202_is_followed(bool async)
    {
        var bench = new Bench();
        bench.Accept().Pending().Record("Succeeded");
        bench.Handler.Reply(200, Programs.Json("stopped", name: "new"));
        Program program = Programs.Make(bench);
        program.Name = "new";
        await Update(async, program);
        Assert.Equal(["PATCH Programs('nb:pgid:1')", Bench.Poll, Bench.Poll, Programs.Read], bench.Told);
    }

    [Theory]
    [InlineData(204, OperationState.Succeeded, DoneHandle + "Update:nb%3Apgid%3A1")]
    [InlineData(202, OperationState.InProgress, "op1")]
    public async Task The_operation_of_an_update_tells_which_of_both_it_is(int status, OperationState state, string id)
    {
        var bench = new Bench();
        bench.Handler.Reply(status, null, ("operation-id", "op1"));
        Program program = Programs.Make(bench);
        program.Name = "new";
        Operation<Program> operation = await program.Core.SendUpdateAsync(CancellationToken.None);
        Assert.Equal((state, id), (operation.State, operation.Id));
    }

    [Fact]
    public async Task An_update_answered_202_without_an_id_cannot_be_followed_and_says_so()
    {
        var bench = new Bench();
        bench.Handler.Reply(202);
        Program program = Programs.Make(bench);
        program.Name = "new";
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => program.Core.SendUpdateAsync(CancellationToken.None));
        Assert.True(e.OutcomeUnknown);
        Assert.Contains("operation-id", e.Message, StringComparison.Ordinal);
    }

    private static Task Update(bool async, Program program) => Bench.Run(
        async,
        () => program.Core.Update(null, CancellationToken.None),
        () => program.Core.UpdateAsync(null, CancellationToken.None));
}
