using MediaOps.Schema;

namespace MediaOps.Tool.Diff.Facets;

/// <summary>Makes facets of members that are records themselves.</summary>
internal static class Nested
{
    /// <summary>A record that may be missing.</summary>
    /// <param name="member">The member.</param>
    /// <param name="word">The word of the schema language.</param>
    /// <param name="read">Reads the record.</param>
    /// <param name="table">How two of them are compared.</param>
    /// <param name="subject">What it is, in words; null for the owner.</param>
    /// <param name="appeared">What it means that it is new.</param>
    /// <param name="vanished">What it means that it is gone.</param>
    public static Facet<T> Part<T, TPart>(string member, string word, Func<T, TPart?> read, Table<TPart> table, Func<Place, string>? subject, Effect appeared, Effect vanished)
        where TPart : class => new(member, (old, @new, place) =>
        {
            Place below = place.Below(word, subject?.Invoke(place));
            string name = subject is null ? $"{Show.Word(word)} of {place.Subject}" : below.Subject;
            return (read(old), read(@new)) switch
            {
                (null, null) => [],
                (null, { }) => [new Change(appeared.Kind, below, $"{name} is new.", appeared.Sentence)],
                ({ }, null) => [new Change(vanished.Kind, below, $"{name} is gone.", vanished.Sentence, IsOld: true)],
                ({ } before, { } after) => table.Compare(before, after, below),
            };
        });

    /// <summary>A record that is always there; its word is empty where its members stand beside those of the owner.</summary>
    public static Facet<T> Whole<T, TPart>(string member, string word, Func<T, TPart> read, Table<TPart> table) =>
        new(member, (old, @new, place) => table.Compare(read(old), read(@new), place.Below(word)));

    /// <summary>A list of named records.</summary>
    /// <param name="member">The member.</param>
    /// <param name="word">The word of the schema language.</param>
    /// <param name="read">Reads the list.</param>
    /// <param name="key">What makes two of them the same; it is also their path below the word.</param>
    /// <param name="noun">What one is, such as <c>the property</c>.</param>
    /// <param name="table">How two of them are compared.</param>
    /// <param name="added">What a new one means.</param>
    /// <param name="removed">What it means that one is gone.</param>
    public static Facet<T> Items<T, TItem>(
        string member, string word, Func<T, EquatableArray<TItem>> read, Func<TItem, string> key, string noun, Func<Table<TItem>> table, Func<T, TItem, Effect> added, Func<T, TItem, Effect> removed)
        where TItem : class, IEquatable<TItem> => new(member, (old, @new, place) =>
        {
            Dictionary<string, TItem> before = ByKey(read(old), key);
            Dictionary<string, TItem> after = ByKey(read(@new), key);
            Place At(string name) => place.Below(word).Below(name, $"{noun} {name}{Context(place)}");
            return
            [
                .. before.Where(item => !after.ContainsKey(item.Key)).Select(item => Made(removed(@new, item.Value), At(item.Key), "gone", isOld: true)),
                .. after.Where(item => !before.ContainsKey(item.Key)).Select(item => Made(added(@new, item.Value), At(item.Key), "new", isOld: false)),
                .. after.Where(item => before.ContainsKey(item.Key)).SelectMany(item => table().Compare(before[item.Key], item.Value, At(item.Key))),
            ];
        });

    /// <summary>A list of names with values, such as headers.</summary>
    public static Facet<T> Pairs<T>(string member, string word, Func<T, EquatableArray<NamedText>> read, string noun, Effect added, Effect removed, Effect changed) =>
        Items(member, word, read, pair => pair.Name, noun, () => Values(changed), (_, _) => added, (_, _) => removed);

    /// <summary>The members of an enum that is generated: its numbers follow the order of the schema.</summary>
    /// <param name="member">The member.</param>
    /// <param name="word">The word of the schema language.</param>
    /// <param name="read">Reads the list.</param>
    /// <param name="key">What makes two of them the same.</param>
    /// <param name="noun">What one is.</param>
    /// <param name="table">How two of them are compared.</param>
    /// <param name="added">What a new one means.</param>
    /// <param name="removed">What it means that one is gone.</param>
    /// <param name="isGenerated">Whether there is an enum at all; null for always.</param>
    public static Facet<T> Numbered<T, TItem>(
        string member, string word, Func<T, EquatableArray<TItem>> read, Func<TItem, string> key, string noun, Func<Table<TItem>> table, Func<T, TItem, Effect> added, Func<T, TItem, Effect> removed, Func<T, bool>? isGenerated = null)
        where TItem : class, IEquatable<TItem>
    {
        Facet<T> items = Items(member, word, read, key, noun, table, added, removed);
        return new(member, (old, @new, place) => items.Compare(old, @new, place)
            .Concat(isGenerated?.Invoke(@new) == false ? [] : Renumbered(read(old), read(@new), key, place.Below(word))));
    }

    private static IEnumerable<Change> Renumbered<TItem>(EquatableArray<TItem> old, EquatableArray<TItem> @new, Func<TItem, string> key, Place place)
        where TItem : class, IEquatable<TItem>
    {
        string[] before = [.. old.Select(key)];
        string[] after = [.. @new.Select(key)];
        string[] moved = [.. after.Where((name, index) => Array.IndexOf(before, name) is >= 0 and var was && was != index)];
        return moved.Length == 0
            ? []
            : [new Change(ChangeKind.BreakingBinary, place, $"The numbers of {Show.Names(moved)} of {place.Subject} changed.", "Programs that are not compiled anew take one value for another; numbers that were stored mean something else. New values do no harm at the end.")];
    }

    /// <summary>Names and their values.</summary>
    private static Table<NamedText> Values(Effect changed) => new(
        Of<NamedText>.Key(nameof(NamedText.Name)),
        new Facet<NamedText>(nameof(NamedText.Value), (old, @new, place) => old.Value == @new.Value
            ? []
            : [new Change(changed.Kind, place, $"The value of {place.Subject} was {Show.Value(old.Value)} and is {Show.Value(@new.Value)}.", changed.Sentence)]));

    private static string Context(Place place) => place.Subject.StartsWith("the service", StringComparison.Ordinal) ? string.Empty : " of " + place.Subject;

    private static Change Made(Effect effect, Place place, string what, bool isOld) => new(effect.Kind, place, Capital(place.Subject) + " is " + what + ".", effect.Sentence, isOld);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static Dictionary<string, TItem> ByKey<TItem>(IEnumerable<TItem> items, Func<TItem, string> key) =>
        items.GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
