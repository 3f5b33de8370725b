using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>A placeholder of a path template.</summary>
/// <param name="Name">The name between the braces.</param>
/// <param name="ManySegments">Whether it is written {+Name} and may fill several segments.</param>
internal readonly record struct Placeholder(string Name, bool ManySegments);

/// <summary>Path templates.</summary>
internal static class PathChecks
{
    /// <summary>The placeholders of a template; what is unbalanced is left out, <see cref="Balanced"/> reports it.</summary>
    public static IEnumerable<Placeholder> Placeholders(string path)
    {
        int at = 0;
        while ((at = path.IndexOf('{', at)) >= 0)
        {
            int end = path.IndexOf('}', at);
            if (end < 0)
            {
                yield break;
            }

            string name = path.Substring(at + 1, end - at - 1);
            bool many = name.Length > 0 && name[0] == '+';
            yield return new Placeholder(many ? name.Substring(1) : name, many);
            at = end + 1;
        }
    }

    /// <summary>Reports braces and quotes without partner.</summary>
    public static void Balanced(string path, string at, FindingSink sink) => Report(path, Problem(path), at, sink);

    /// <summary>Reports braces without partner in a text that is no path, where a quote is a quote.</summary>
    public static void BalancedBraces(string text, string at, FindingSink sink) => Report(text, BraceProblem(text), at, sink);

    /// <summary>Reports placeholders that nothing fills.</summary>
    public static void Known(string path, HashSet<string> known, string at, FindingSink sink)
    {
        foreach (Placeholder placeholder in Placeholders(path).Where(placeholder => !known.Contains(placeholder.Name)))
        {
            sink.Report(Rules.UnknownPlaceholder, at, Messages.Clean(placeholder.Name), Messages.Suggest(placeholder.Name, known));
        }
    }

    /// <summary>Reports {+Name} whose value no pattern fixes. The pattern of a name that is unknown is not looked for: it has a finding already.</summary>
    /// <param name="path">The template.</param>
    /// <param name="patterns">Each name that may fill it, with its pattern and the place where that would stand.</param>
    /// <param name="at">Where the template stands.</param>
    /// <param name="sink">Takes the findings.</param>
    public static void Segments(string path, IReadOnlyDictionary<string, (string? Pattern, string Place)> patterns, string at, FindingSink sink)
    {
        foreach (Placeholder placeholder in Placeholders(path).Where(placeholder => placeholder.ManySegments))
        {
            if (patterns.TryGetValue(placeholder.Name, out (string? Pattern, string Place) filler) && !PatternChecks.FixesSegments(filler.Pattern))
            {
                sink.Report(Rules.OpenSegments, at, placeholder.Name, filler.Place);
            }
        }
    }

    /// <summary>Whether each brace and quote has its partner.</summary>
    public static bool IsBalanced(string path) => Problem(path) is null;

    private static void Report(string text, string? problem, string at, FindingSink sink)
    {
        if (problem is not null)
        {
            sink.Report(Rules.UnbalancedPath, at, Messages.Clean(text), problem);
        }
    }

    private static string? Problem(string path) => BraceProblem(path) ?? (path.Count(c => c == '\'') % 2 == 0 ? null : "an odd number of quotes");

    private static string? BraceProblem(string path)
    {
        bool open = false;
        foreach (char c in path)
        {
            if (c == '{' && open)
            {
                return "a '{' inside of another";
            }

            if (c == '}' && !open)
            {
                return "a '}' without '{'";
            }

            open = c == '{' || (open && c != '}');
        }

        if (open)
        {
            return "a '{' without '}'";
        }

        if (Placeholders(path).FirstOrDefault(placeholder => !Names.IsIdentifier(placeholder.Name)) is { Name: not null } bad)
        {
            return $"'{{{Messages.Clean(bad.Name)}}}', which is no name,";
        }

        return null;
    }
}
