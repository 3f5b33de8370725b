using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>Schema files with a few changes, as a careless or hostile author makes them.</summary>
/// <param name="Original">The files before.</param>
/// <param name="Changes">What was done to them.</param>
internal sealed record MutatedFiles(IReadOnlyList<SchemaText> Original, IReadOnlyList<Change> Changes)
{
    /// <summary>The files after.</summary>
    public SchemaText[] Files
    {
        get
        {
            SchemaText[] files = [.. Original];
            foreach (Change change in Changes)
            {
                int which = change.File % files.Length;
                files[which] = files[which] with { Text = change.Apply(files[which].Text!) };
            }

            return files;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("\n", Changes) + "\n" + string.Join("\n", Files.Select(file => file.Path + "\n" + file.Text));
}

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

/// <summary>Random changes.</summary>
internal static class MutationGen
{
    /// <summary>What no good schema holds: tokens, names and texts that attack the reader, the names or the C#.</summary>
    private static readonly string[] Hostile =
    [
        "null", "true", "-1", "1e999", "99999999999999999999", "0.5", "{", "}", "[", "]", "[]", "{}", ",", ":", "\"", "//", "/* ", "\ufeff", "\0", "\u2028", "'", "\\",
        "\"\"", "\" \"", "\"class\"", "\"Equals\"", "\"Core\"", "\"StartAsync\"", "\"Unknown\"", "\"Operation\"", "\"State\"", "\"System\"", "\"x-suppress\"", "\"json\"", "\"string[]\"", "\"int{}\"",
        "\"{Id}\"", "\"{+Id}\"", "\"GET /a/{Id}/{Id}\"", "\"POST /a'b\"", "\"@previous\"", "\"P1Y\"", "\"1ms\"", "\"720h\"", "\".\"", "\"a..b\"", "\".a.\"", "\"(a+)+$\"", "\"[\"", "\"(?<x>\"", "\"*.com\"",
        "\"\\\"; } class Injected { } //\"", "\"</summary>\"", "\"\\u2028class Injected { }\"", "\"\\ud800\"", "\"\\u0000\"", "\"\u202e\"", "\"\\n#error\"", "\"{0}\"", "\"" + new string('A', 65) + "\"",
        "\"a\": 1, \"a\": 2", "\"parent\": { \"entity\": \"Camera\", \"by\": \"Id\" },", "\"overloads\": [{ \"a\": \"Name\" }, { \"b\": \"Name\" }],", "\"requires\": { \"self\": { \"State\": \"Idle\" } },",
        "\"required\": true,", "\"access\": \"readOnly\",", "\"access\": \"writeOnly\",", "\"default\": \"x\",", "\"minimum\": 5, \"maximum\": 1,", "\"pattern\": \"(\",", "\"wire\": \"a.b\",",
        string.Concat(Enumerable.Repeat("[", 10_000)), string.Concat(Enumerable.Repeat("{\"a\":", 10_000)),
    ];

    /// <summary>Random changes of random valid schemas.</summary>
    public static Gen<MutatedFiles> Files { get; } =
        from schema in SchemaGen.Valid
        from count in Gen.Choose(1, 4)
        from changes in Gen.ArrayOf(Change(), count)
        select new MutatedFiles(schema.Files, changes);

    /// <summary>The same with fewer changes.</summary>
    public static IEnumerable<MutatedFiles> Smaller(MutatedFiles files) => files.Changes.Count < 2
        ? []
        : files.Changes.Select((_, i) => files with { Changes = [.. files.Changes.Take(i), .. files.Changes.Skip(i + 1)] });

    private static Gen<Change> Change() =>
        from file in Gen.Choose(0, 11)
        from kind in Gen.Frequency(
            (2, Gen.Constant(ChangeKind.Delete)),
            (2, Gen.Constant(ChangeKind.Duplicate)),
            (4, Gen.Constant(ChangeKind.Replace)),
            (4, Gen.Constant(ChangeKind.Insert)),
            (4, Gen.Constant(ChangeKind.Copy)),
            (2, Gen.Constant(ChangeKind.Swap)),
            (1, Gen.Constant(ChangeKind.Cut)))
        from at in Gen.Choose(0, 1_000_000)
        from other in Gen.Choose(0, 1_000_000)
        from hostile in Gen.Elements(Hostile)
        select new Change(file, kind, at, other, hostile);
}
