using MediaOps.Schema;
using MediaOps.Tool.Diff.Facets;

namespace MediaOps.Tool.Diff.Tables;

/// <summary>Judges the states in which something is allowed; none named means each.</summary>
internal static class StateRules
{
    /// <summary>The changes between two rules.</summary>
    /// <param name="old">The old states; null for each.</param>
    /// <param name="new">The new states; null for each.</param>
    /// <param name="place">Where the new ones stand.</param>
    /// <param name="isInferred">Whether the new rule has no source, so that it only warns.</param>
    /// <param name="refused">What happens where it is no longer allowed.</param>
    /// <param name="unnamed">What it means to name none.</param>
    public static IEnumerable<Change> Compare(EquatableArray<string>? old, EquatableArray<string>? @new, Place place, bool isInferred, string refused, string unnamed)
    {
        if (Equals(old, @new))
        {
            return [];
        }

        if (@new is null)
        {
            return [new Change(ChangeKind.Compatible, place, $"{Show.Word(place.Path)} of {place.Subject} is gone.", unnamed, IsOld: true)];
        }

        string[] less = [.. (old ?? default).Except(@new.Value, StringComparer.Ordinal)];
        string[] more = [.. @new.Value.Except(old ?? default, StringComparer.Ordinal)];
        ChangeKind narrowed = isInferred ? ChangeKind.BreakingBehaviour : ChangeKind.BreakingSource;
        string narrowedSentence = isInferred ? "A call elsewhere is a warning (the rule is inferred)." : refused;
        return
        [
            .. old is null ? [new Change(narrowed, place, $"{place.Subject} is allowed in {Show.Names(@new.Value)} only; it was allowed in every state.", narrowedSentence)] : Enumerable.Empty<Change>(),
            .. less.Length > 0 ? [new Change(narrowed, place, $"{Show.Word(place.Path)} of {place.Subject} lost {Show.Names(less)}.", narrowedSentence)] : Enumerable.Empty<Change>(),
            .. old is not null && more.Length > 0 ? [new Change(ChangeKind.Compatible, place, $"{Show.Word(place.Path)} of {place.Subject} gained {Show.Names(more)}.", "It is allowed in more states.")] : Enumerable.Empty<Change>(),
            .. old is not null && less.Length + more.Length == 0 ? [new Change(ChangeKind.Compatible, place, $"{Show.Word(place.Path)} of {place.Subject} has another order.", "The order means nothing.")] : Enumerable.Empty<Change>(),
        ];
    }
}
