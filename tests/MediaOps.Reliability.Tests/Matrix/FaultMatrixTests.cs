namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>
/// Each fault at each request of each form of each kind of call, however its end is seen: the call ends as the rules say, the service acts at most once, the
/// operation can be asked for again, no wait goes on, and nothing leaves for another host.
/// </summary>
public sealed class FaultMatrixTests
{
    /// <summary>The wait's own time-out of five minutes, and what retries and looking may add.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);

    public static TheoryData<string, string> Blocks { get; } = new(
        from way in Enum.GetNames<Way>()
        from kind in Enum.GetNames<Kind>()
        select (way, kind));

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Every_cell_ends_as_the_rules_say(string way, string kind)
    {
        Cell[] cells = [.. Grid.All.Where(cell => cell.Way.ToString() == way && cell.Kind.ToString() == kind)];
        var wrong = new List<string>();
        foreach (Cell cell in cells)
        {
            if (await JudgeAsync(cell) is { } complaint)
            {
                wrong.Add($"{cell}: {complaint}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cells.Length} cells, {cells.Length - wrong.Count} as the rules say");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task The_steps_are_the_requests_of_a_call_that_nothing_disturbs(string way, string kind)
    {
        var nothing = new Fault("nothing", FaultClass.ClockGoesBack, static hit => hit.Act());
        foreach (Form form in Enum.GetValues<Form>())
        {
            using var story = new Story(new Cell(Enum.Parse<Way>(way), Enum.Parse<Kind>(kind), form, Step.Send, nothing, Always: true));
            Assert.Equal(Outcome.Done, await story.PlayAsync());
            IReadOnlyList<Step> steps = Grid.Steps(Enum.Parse<Way>(way), Enum.Parse<Kind>(kind));
            Assert.Equal(
                (1, steps.Contains(Step.LastPoll) ? 3 : 0, steps.Contains(Step.FinalRead) ? 1 : 0),
                (story.Wire.Sends, story.Wire.Polls, story.Wire.Reads));
        }
    }

    [Fact]
    public async Task The_page_shows_the_table_of_the_rules()
    {
        string table = Table.Write();
        await ReliabilityPage.TellAsync("matrix", table);
        Assert.True(table == await ReliabilityPage.ReadAsync("matrix"), "docs/reliability.md shows another matrix. To write it: MEDIAOPS_UPDATE_DOCS=1 dotnet test tests/MediaOps.Reliability.Tests --filter FaultMatrixTests");
    }

    /// <summary>Whether the fault says that a deletion has ended: who believes it is not wrong.</summary>
    private static bool IsToldGone(Cell cell) => cell is { Kind: Kind.Delete, Fault.Class: FaultClass.NotFound, Step: not Step.Send };

    /// <returns>What is wrong; null where nothing is.</returns>
    private static async Task<string?> JudgeAsync(Cell cell)
    {
        Expected expected = Rules.Of(cell);
        using var story = new Story(cell);
        Outcome outcome = await story.PlayAsync();
        string? end = cell.Kind switch { Kind.Action => "RECORDING", Kind.Delete => null, _ => "IDLE" };
        bool mayResume = outcome is Outcome.NotAsked or Outcome.TimedOut || (outcome == Outcome.Done && story.Handle is not null);
        return outcome != expected.Outcome ? $"{outcome} instead of {expected.Outcome}"
            : story.Wire.Sends != expected.Sends ? $"{story.Wire.Sends} sends instead of {expected.Sends}"
            : story.Service.Acts != expected.Acts ? $"the service acted {story.Service.Acts} times instead of {expected.Acts}"
            : story.Wire.RequestIds != 1 ? $"{story.Wire.RequestIds} client request ids"
            : story.Wire.Strays > 0 ? "a request left for another host"
            : story.Took > Bound ? $"it took {story.Took}"
            : outcome is Outcome.NotAsked or Outcome.TimedOut or Outcome.Failed && story.Handle is null ? "the handle is lost"
            : cell.Fault.Class == FaultClass.UnknownFailure && cell.Way is Way.Operation or Way.StatusUrl && story.ErrorCode != "QuantumFlux" ? $"the code is {story.ErrorCode ?? "lost"}"
            : mayResume && await story.ResumeAsync() is var state and not OperationState.Succeeded ? $"asked again it is {state}"
            : outcome == Outcome.Done && !IsToldGone(cell) && story.Service.State != end ? $"the service has it {story.Service.State ?? "gone"}"
            : null;
    }
}
