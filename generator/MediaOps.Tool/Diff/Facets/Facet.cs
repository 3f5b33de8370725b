namespace MediaOps.Tool.Diff.Facets;

/// <summary>One member of a spec record, and how a change of it is judged.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Member">The name of the member; a test finds members without a facet.</param>
/// <param name="Compare">The changes between two records.</param>
internal sealed record Facet<T>(string Member, Func<T, T, Place, IEnumerable<Change>> Compare);

/// <summary>All facets of a record: a row for each of its members.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="facets">The rows.</param>
internal sealed class Table<T>(params Facet<T>[] facets)
{
    /// <summary>The rows.</summary>
    public IReadOnlyList<Facet<T>> Facets { get; } = facets;

    /// <summary>The changes between two records.</summary>
    public IEnumerable<Change> Compare(T old, T @new, Place place) => Facets.SelectMany(facet => facet.Compare(old, @new, place));
}

/// <summary>Makes facets of values and of lists of names; those of other records are in <see cref="Nested"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
internal static class Of<T>
{
    /// <summary>What makes two records the same thing: where it differs, one is gone and another is new.</summary>
    public static Facet<T> Key(string member) => new(member, (_, _, _) => []);

    /// <summary>A value whose every change means the same.</summary>
    /// <param name="member">The member.</param>
    /// <param name="word">The word of the schema language, with the path to it.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="effect">What a change means.</param>
    public static Facet<T> Value<TValue>(string member, string word, Func<T, TValue> read, Effect effect) => Judged(member, word, read, (_, _) => effect);

    /// <summary>A value whose change means more or less, depending on what it was and is.</summary>
    public static Facet<T> Judged<TValue>(string member, string word, Func<T, TValue> read, Func<TValue, TValue, Effect> judge) => new(member, (old, @new, place) =>
    {
        TValue before = read(old);
        TValue after = read(@new);
        return EqualityComparer<TValue>.Default.Equals(before, after) ? [] : [Changed(place, word, Show.Value(before), Show.Value(after), judge(before, after), isGone: after is null)];
    });

    /// <summary>A description: only documentation changes.</summary>
    public static Facet<T> Description(string member, Func<T, string?> read) => new(member, (old, @new, place) => read(old) == read(@new)
        ? []
        : [new Change(ChangeKind.Compatible, place.Below("description"), $"The description of {place.Subject} changed.", "Only documentation changes.", read(@new) is null)]);

    /// <summary>A set of names.</summary>
    /// <param name="member">The member.</param>
    /// <param name="word">The word of the schema language.</param>
    /// <param name="read">Reads the names.</param>
    /// <param name="added">What new names mean.</param>
    /// <param name="removed">What it means that some are gone.</param>
    /// <param name="reordered">What another order means.</param>
    public static Facet<T> Names(string member, string word, Func<T, IEnumerable<string>> read, Effect added, Effect removed, Effect? reordered = null) => Set(member, word, read, (_, _) => added, (_, _) => removed, reordered);

    /// <summary>A set of names, judged with the records around it.</summary>
    public static Facet<T> Set(string member, string word, Func<T, IEnumerable<string>> read, Func<T, T, Effect> added, Func<T, T, Effect> removed, Effect? reordered = null) => new(member, (old, @new, place) =>
    {
        string[] before = [.. read(old)];
        string[] after = [.. read(@new)];
        if (before.SequenceEqual(after, StringComparer.Ordinal))
        {
            return [];
        }

        string[] more = [.. after.Except(before, StringComparer.Ordinal)];
        string[] less = [.. before.Except(after, StringComparer.Ordinal)];
        Effect order = reordered ?? Effect.Compatible("The order means nothing.");
        return
        [
            .. less.Length > 0 ? [new Change(removed(old, @new).Kind, place.Below(word), $"{Show.Word(word)} of {place.Subject} lost {Show.Names(less)}.", removed(old, @new).Sentence, after.Length == 0)] : Enumerable.Empty<Change>(),
            .. more.Length > 0 ? [new Change(added(old, @new).Kind, place.Below(word), $"{Show.Word(word)} of {place.Subject} gained {Show.Names(more)}.", added(old, @new).Sentence)] : Enumerable.Empty<Change>(),
            .. more.Length + less.Length == 0 ? [new Change(order.Kind, place.Below(word), $"{Show.Word(word)} of {place.Subject} has another order.", order.Sentence)] : Enumerable.Empty<Change>(),
        ];
    });

    /// <summary>A fact that has a source, or has none: the compiler warns of what is inferred and refuses what is stated.</summary>
    public static Facet<T> Inferred(string member, Func<T, bool> read) => Judged(member, "inferred", read, (_, isInferred) => isInferred
        ? Effect.Compatible("A call that breaks the rule is a warning now, and the guard lets it through after one read.")
        : Effect.Source("A call that breaks the rule was a warning and is an error, and the guard refuses it."));

    private static Change Changed(Place place, string word, string before, string after, Effect effect, bool isGone) =>
        new(effect.Kind, place.Below(word), $"{Show.Word(word)} of {place.Subject} was {before} and is {after}.", effect.Sentence, isGone);
}
