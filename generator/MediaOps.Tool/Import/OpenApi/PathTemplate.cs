using System.Buffers;
using System.Text.RegularExpressions;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Paths of a description.</summary>
internal static partial class PathTemplate
{
    private static readonly SearchValues<char> Refused = SearchValues.Create(" #\\\"<>'?&");

    /// <summary>Why the language cannot write a path; null where it can.</summary>
    public static string? Problem(string path)
    {
        string plain = Plain(path);
        if (!SourceText.IsLiteral(plain) || plain[0] != '/' || plain.AsSpan().ContainsAny(Refused) || plain.Split('/').Any(step => step is "." or ".."))
        {
            return "its path holds what no path of the language may";
        }

        string rest = Placeholder().Replace(plain, string.Empty);
        return rest.AsSpan().IndexOfAny("{}") >= 0 ? "a brace of its path has no partner"
            : Placeholders(plain).GroupBy(name => name, StringComparer.Ordinal).Any(group => group.Count() > 1) ? "a part of its path stands there twice"
            : null;
    }

    /// <summary>The path without what follows a question mark, and without a slash at its end.</summary>
    public static string Plain(string path)
    {
        string plain = path.Split('?')[0];
        return plain.Length > 1 && plain.EndsWith('/') ? plain.TrimEnd('/') is { Length: > 0 } cut ? cut : "/" : plain;
    }

    /// <summary>The names in braces.</summary>
    public static IEnumerable<string> Placeholders(string path) => Placeholder().Matches(path).Select(match => match.Groups["name"].Value);

    /// <summary>The path with other names in its braces.</summary>
    public static string Rename(string path, Func<string, string> name) => Placeholder().Replace(path, match => "{" + name(match.Groups["name"].Value) + "}");

    /// <summary>The name in braces that is the whole of the last step, or null.</summary>
    public static string? LastPlaceholder(string path) => path[(path.LastIndexOf('/') + 1)..] is ['{', .., '}'] last && last.IndexOf('}', StringComparison.Ordinal) == last.Length - 1 ? last[1..^1] : null;

    /// <summary>The path without its last step.</summary>
    public static string Above(string path) => path.LastIndexOf('/') is var end and > 0 ? path[..end] : "/";

    /// <summary>Whether a path goes on below another one.</summary>
    public static bool IsBelow(string path, string above) => path.Length > above.Length && path.StartsWith(above, StringComparison.Ordinal) && path[above.Length] is '/' or ':';

    [GeneratedRegex(@"\{(?<name>[^{}/]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();
}
