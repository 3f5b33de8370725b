using System.Globalization;
using System.Text;

namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>The matrix as people read it: what comes of each fault at each request, whatever form, kind and way.</summary>
internal static class Table
{
    private static readonly (string Title, Step[] Steps)[] Columns =
    [
        ("the send", [Step.Send]),
        ("a look for a lost send", [Step.Look]),
        ("a poll", [Step.FirstPoll, Step.NextPoll, Step.LastPoll]),
        ("the final read", [Step.FinalRead]),
    ];

    public static string Write()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Grid.All.Count:N0} calls, each with one fault: 4 forms, 5 kinds of calls (create under an id of the caller's, create under a name that is unique, update, delete, action),").Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"4 ways to see the end (operation, status URL, entity state, at once), every request of the call, {Fault.All.Count} faults, once and for ever. All end as the table says; every run of the tests").Append('\n');
        text.Append("runs all of them.\n\n");
        text.Append("| Fault at | ").AppendJoin(" | ", Columns.Select(static column => column.Title)).Append(" |\n|---|").AppendJoin('|', Columns.Select(static _ => "---")).Append("|\n");
        foreach (Fault fault in Fault.All)
        {
            text.Append("| ").Append(fault.Name).Append(" | ").AppendJoin(" | ", Columns.Select(column => Entry(fault, column.Steps))).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Entry(Fault fault, Step[] steps)
    {
        string once = Ends(fault, steps, always: false);
        string always = Ends(fault, steps, always: true);
        return once == always ? once : $"{once}; for ever: {always}";
    }

    private static string Ends(Fault fault, Step[] steps, bool always)
        => string.Join(" or ", Grid.All
            .Where(cell => cell.Fault == fault && cell.Always == always && steps.Contains(cell.Step))
            .Select(static cell => Rules.Of(cell).Outcome)
            .Distinct()
            .Order()
            .Select(Word)) is { Length: > 0 } ends ? ends : "-";

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.NotAsked => "not asked",
        Outcome.TimedOut => "timed out",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
