using System.Globalization;

namespace MediaOps.Tool.Import;

/// <summary>A kind of thing that a source does not say, or that the schema language cannot.</summary>
/// <param name="Id">The id, from <c>MOPS2001</c>.</param>
/// <param name="IsOpen">Whether the schema has errors until somebody fills the gap; else it is a loss that one may live with.</param>
/// <param name="Message">What is missing, with places for the particulars.</param>
/// <param name="Help">What to do.</param>
internal sealed record GapRule(string Id, bool IsOpen, string Message, string Help);

/// <summary>Something that an import could not take over, with its place in the source.</summary>
/// <param name="Rule">The kind.</param>
/// <param name="Origin">The place.</param>
/// <param name="Message">What is missing, on one line of printable text.</param>
internal sealed record Gap(GapRule Rule, Origin Origin, string Message);

/// <summary>The gaps of an import in the order in which they were found. Of one kind only so many are kept; the rest is counted.</summary>
internal sealed class Gaps
{
    private readonly List<Gap> _gaps = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The gaps that are kept.</summary>
    public IReadOnlyList<Gap> Kept => _gaps;

    /// <summary>How many there are, with those that are not kept.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them leave an error in the schema.</summary>
    public int Open { get; private set; }

    /// <summary>Adds a gap.</summary>
    /// <param name="rule">The kind.</param>
    /// <param name="origin">The place in the source.</param>
    /// <param name="arguments">The particulars; text of the source is made harmless.</param>
    public void Add(GapRule rule, Origin origin, params ReadOnlySpan<object> arguments)
    {
        Count++;
        Open += rule.IsOpen ? 1 : 0;
        int seen = _counts[rule.Id] = _counts.GetValueOrDefault(rule.Id) + 1;
        if (seen > Limits.GapsOfAKind)
        {
            return;
        }

        object[] clean = new object[arguments.Length];
        for (int i = 0; i < clean.Length; i++)
        {
            clean[i] = arguments[i] is string text ? SourceText.Short(text) : arguments[i];
        }

        _gaps.Add(new Gap(rule, origin, string.Format(CultureInfo.InvariantCulture, rule.Message, clean)));
    }

    /// <summary>How many gaps of a kind there are, with those that are not kept.</summary>
    public int Of(GapRule rule) => _counts.GetValueOrDefault(rule.Id);
}
