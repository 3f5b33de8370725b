using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>
/// Takes out of a description what the format's library throws at, and as little else as possible: it knows no words but those that it was made for, and says nothing of where it met another.
/// Each part is given to it alone, from the whole down to the single word.
/// </summary>
/// <param name="source">The description, which loses what is taken out.</param>
/// <param name="gaps">Learns what that is.</param>
/// <param name="problemOf">What the library throws at a description, or null.</param>
internal sealed class Sieve(JsonSource source, Gaps gaps, Func<JsonObject, Exception?> problemOf)
{
    /// <summary>How many times the size of the description is looked at; what is then still wrong goes as a whole.</summary>
    private const int MostRounds = 40;

    /// <summary>What says which format it is has to be there.</summary>
    private static readonly string[] Head = ["swagger", "openapi"];

    private readonly List<string> _way = [];
    private readonly List<bool> _isItem = [];
    private long _effort = MostRounds * (1_000 + Size(source.Root));

    /// <summary>Takes out all that cannot be read, unless that is everything.</summary>
    public void Run()
    {
        if (ProblemOf(new JsonObject()) is null)
        {
            Clean(source.Root);
        }
    }

    private void Clean(JsonNode holder)
    {
        // From the end, so that the places of items before are still those of the source.
        string[] names = holder is JsonObject members ? [.. members.Select(member => member.Key)] : [.. Enumerable.Range(0, holder.AsArray().Count).Select(Number)];
        foreach (string name in names.Reverse().Where(name => _way.Count > 0 || !Head.Contains(name, StringComparer.Ordinal)))
        {
            _way.Add(name);
            _isItem.Add(holder is JsonArray);
            JsonNode? part = Inside(holder, name);
            Exception? problem = ProblemOf(part);
            if (problem is not null && part is JsonObject or JsonArray && _effort > 0)
            {
                Clean(part);
                problem = ProblemOf(part);
            }

            if (problem is not null)
            {
                string what = part is JsonValue value ? name + ": " + value : name;
                gaps.Add(GapRules.LeftOut, new Origin(source.Name, "#").Below([.. _way]), what, "the library of the format cannot read it (" + SourceText.Short(problem.Message.TrimEnd('.')) + ")");
                Remove(holder, name);
            }

            _way.RemoveAt(_way.Count - 1);
            _isItem.RemoveAt(_isItem.Count - 1);
        }
    }

    /// <summary>What the library throws at a description of nothing but this part.</summary>
    private Exception? ProblemOf(JsonNode? part)
    {
        _effort -= Size(part);
        JsonNode? alone = part?.DeepClone();
        for (int step = _way.Count - 1; step >= 0; step--)
        {
            alone = _isItem[step] ? new JsonArray(alone) : new JsonObject { [_way[step]] = alone };
        }

        JsonObject description = alone!.AsObject();
        foreach (string word in Head)
        {
            if (source.Root[word] is { } version)
            {
                description[word] = version.DeepClone();
            }
        }

        return problemOf(description);
    }

    private static JsonNode? Inside(JsonNode holder, string name) => holder is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)] : holder[name];

    private static void Remove(JsonNode holder, string name)
    {
        if (holder is JsonArray items)
        {
            items.RemoveAt(int.Parse(name, CultureInfo.InvariantCulture));
        }
        else
        {
            holder.AsObject().Remove(name);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Size(JsonNode? node) => node switch
    {
        JsonObject members => 1 + members.Sum(member => Size(member.Value)),
        JsonArray items => 1 + items.Sum(Size),
        _ => 1,
    };
}
