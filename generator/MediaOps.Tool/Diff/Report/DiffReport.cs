using System.Globalization;

namespace MediaOps.Tool.Diff.Report;

/// <summary>The changes between two sides, with the places where they are shown.</summary>
/// <param name="Items">The changes.</param>
/// <param name="AllowsBreaking">Whether breaking changes are no reason to fail.</param>
internal sealed record DiffReport(IReadOnlyList<Reported> Items, bool AllowsBreaking)
{
    /// <summary>What the process ends with.</summary>
    public int ExitCode => !AllowsBreaking && Items.Any(item => item.Change.IsBreaking) ? Tool.ExitCode.Findings : Tool.ExitCode.Success;

    /// <summary>A sentence that says how it went.</summary>
    public string Summary
    {
        get
        {
            string[] counts = [.. Kinds.All.Select(kind => (Kind: kind, Count: Items.Count(item => item.Change.Kind == kind))).Where(counted => counted.Count > 0)
                .Select(counted => string.Create(CultureInfo.InvariantCulture, $"{counted.Count} {Kinds.Name(counted.Kind)}"))];
            return counts.Length == 0 ? "Nothing changed." : "Changes: " + string.Join(", ", counts) + ".";
        }
    }

    /// <summary>Compares.</summary>
    public static DiffReport Of(SchemaSide old, SchemaSide @new, bool allowsBreaking)
    {
        string ServiceOf(Change change, SchemaSide side) => side.Services.Count == 1 ? side.Services[0].Spec.Name : change.Place.Service;
        return new DiffReport(
            [.. SchemaDiff.Compare(old.Services, @new.Services)
                .Where(change => !@new.Asked.IsFile || change.Place.Entity == @new.Asked.Entity)
                .Select(change => new Reported(change, @new.Find(ServiceOf(change, @new), change.Place), old.Find(ServiceOf(change, old), change.Place)))],
            allowsBreaking);
    }
}

/// <summary>A change with its places; one that is gone has at least that of what was around it.</summary>
/// <param name="Change">The change.</param>
/// <param name="New">The place in the new file; null where there is none.</param>
/// <param name="Old">The place in the old file; null where there is none.</param>
internal sealed record Reported(Change Change, Location? New, Location? Old)
{
    /// <summary>Where the thing itself stands.</summary>
    public Location? At => Change.IsOld ? Old ?? New : New ?? Old;
}

/// <summary>The names of kinds of changes.</summary>
internal static class Kinds
{
    /// <summary>The kinds, the worst first.</summary>
    public static IReadOnlyList<ChangeKind> All { get; } = [ChangeKind.BreakingSource, ChangeKind.BreakingBinary, ChangeKind.BreakingBehaviour, ChangeKind.Compatible];

    /// <summary>How a kind is written.</summary>
    public static string Name(ChangeKind kind) => kind switch
    {
        ChangeKind.BreakingSource => "breaking-source",
        ChangeKind.BreakingBinary => "breaking-binary",
        ChangeKind.BreakingBehaviour => "breaking-behaviour",
        _ => "compatible",
    };
}
