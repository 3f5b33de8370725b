using System.Text.RegularExpressions;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>One change of one file; the numbers choose tokens, whatever their count.</summary>
internal sealed record Change(int File, ChangeKind Kind, int At, int Other, string Hostile)
{
    public string Apply(string text)
    {
        MatchCollection tokens = Regex.Matches(text, """
            "(\\.|[^"\\])*"|[-+.\w]+|[\[\]{}:,]
            """.Trim(), RegexOptions.None, TimeSpan.FromSeconds(5));
        if (tokens.Count == 0)
        {
            return text;
        }

        Match token = tokens[At % tokens.Count];
        Match other = tokens[Other % tokens.Count];
        return Kind switch
        {
            ChangeKind.Delete => Replace(text, token, ""),
            ChangeKind.Duplicate => Replace(text, token, token.Value + token.Value),
            ChangeKind.Replace => Replace(text, token, Hostile),
            ChangeKind.Insert => Replace(text, token, Hostile + token.Value),
            ChangeKind.Copy => Replace(text, token, other.Value),
            ChangeKind.Swap when token.Index < other.Index => Replace(Replace(text, other, token.Value), token, other.Value),
            ChangeKind.Swap => Replace(Replace(text, token, other.Value), other, token.Value),
            _ => text[..token.Index],
        };
    }

    private static string Replace(string text, Match part, string replacement) => string.Concat(text.AsSpan(0, part.Index), replacement, text.AsSpan(part.Index + part.Length));
}

/// <summary>What a change does.</summary>
internal enum ChangeKind
{
    Delete,
    Duplicate,
    Replace,
    Insert,
    Copy,
    Swap,
    Cut,
}

/// <summary>What a change brings in.</summary>
internal static class HostileTokens
{
    /// <summary>What no good schema holds: tokens, names and texts that attack the reader, the names or the C#.</summary>
    public static readonly string[] All =
    [
        "null", "true", "-1", "1e999", "99999999999999999999", "0.5", "{", "}", "[", "]", "[]", "{}", ",", ":", "\"", "//", "/* ", "\ufeff", "\0", "\u2028", "'", "\\",
        "\"\"", "\" \"", "\"class\"", "\"Equals\"", "\"Core\"", "\"StartAsync\"", "\"Unknown\"", "\"Operation\"", "\"State\"", "\"System\"", "\"x-suppress\"", "\"json\"", "\"string[]\"", "\"int{}\"",
        "\"{Id}\"", "\"{+Id}\"", "\"GET /a/{Id}/{Id}\"", "\"POST /a'b\"", "\"@previous\"", "\"P1Y\"", "\"1ms\"", "\"720h\"", "\".\"", "\"a..b\"", "\".a.\"", "\"(a+)+$\"", "\"[\"", "\"(?<x>\"", "\"*.com\"",
        "\"\\\"; } class Injected { } //\"", "\"</summary>\"", "\"\\u2028class Injected { }\"", "\"\\ud800\"", "\"\\u0000\"", "\"\u202e\"", "\"\\n#error\"", "\"{0}\"", "\"" + new string('A', 65) + "\"",
        "\"a\": 1, \"a\": 2", "\"parent\": { \"entity\": \"Camera\", \"by\": \"Id\" },", "\"overloads\": [{ \"a\": \"Name\" }, { \"b\": \"Name\" }],", "\"requires\": { \"self\": { \"State\": \"Idle\" } },",
        "\"required\": true,", "\"access\": \"readOnly\",", "\"access\": \"writeOnly\",", "\"default\": \"x\",", "\"minimum\": 5, \"maximum\": 1,", "\"pattern\": \"(\",", "\"wire\": \"a.b\",",
        string.Concat(Enumerable.Repeat("[", 10_000)), string.Concat(Enumerable.Repeat("{\"a\":", 10_000)),
    ];
}
