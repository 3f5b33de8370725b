using System.Text.RegularExpressions;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Model;

/// <summary>Makes the ids of operations: a GUID, or what the pattern of a profile's handle asks for, such as <c>projects/p/locations/l/operations/operation-1</c>.</summary>
internal sealed partial class HandleMaker
{
    private readonly string _prefix;
    private readonly string[]? _segments;
    private readonly Regex? _pattern;

    /// <param name="profile">The profile, or null where no profile has a pattern.</param>
    /// <param name="prefix">What ids begin with that no pattern describes.</param>
    /// <exception cref="EmulatorSchemaException">Nothing that could be made matches the pattern.</exception>
    public HandleMaker(TrackingSpec? profile, string prefix)
    {
        _prefix = prefix;
        if (profile?.HandlePattern is not { } pattern)
        {
            return;
        }

        _pattern = WholePattern.Compile(pattern);
        _segments = [.. Slashes().Split(pattern.TrimStart('^').TrimEnd('$'))];
        _ = Make([.. _segments.Select(_ => "x")]);
    }

    /// <param name="path">The decoded segments of the request that begins the operation: what the pattern leaves open between its words is taken from the same place there.</param>
    public string Make(IReadOnlyList<string> path)
    {
        string id = Guid.NewGuid().ToString("D");
        if (_segments is null)
        {
            return _prefix + id;
        }

        string[] start = [.. _segments.SkipLast(1).Select((s, i) => Word().IsMatch(s) ? s : i < path.Count ? path[i] : "x")];
        string last = Uri.UnescapeDataString(LiteralStart().Match(_segments[^1]).Value);
        string[] forms = ["operation-" + id, id, id.Replace("-", string.Empty, StringComparison.Ordinal), DateTime.UtcNow.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        return forms.SelectMany(form => new[] { form, last + form }).Select(form => string.Join('/', [.. start, form])).FirstOrDefault(form => WholePattern.IsMatch(_pattern!, form))
            ?? throw new EmulatorSchemaException($"The emulator cannot make a handle that matches '{_pattern}'. Let its last segment take a GUID or a run of digits.");
    }

    // A slash inside a character class separates nothing.
    [GeneratedRegex(@"/(?![^\[\]]*\])", RegexOptions.None, 1000)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]*(?![*+?{])", RegexOptions.None, 1000)]
    private static partial Regex LiteralStart();
}
