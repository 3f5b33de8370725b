using System.Globalization;
using System.Text.Json.Nodes;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import.Yaml;

/// <summary>What is written as YAML is read as what it was.</summary>
public sealed class RoundTripTests
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("MEDIAOPS_LONG") == "1" ? 20_000 : 400;
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("MEDIAOPS_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : 1;

    private static readonly string[] Texts =
    [
        "", " ", "a", "yes", "No", "on", "null", "~", "true", "FALSE", "12", "0x1F", "0o7", "1e3", ".5", "-", "- a", "? a", ": a", "a: b", "a:", "#", "a #b", "a#b", "[a]", "{a}", "a,b", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a",
        "'", "\"", "it's", "\"quoted\"", "\\", "\\n", "two\nlines", "\n", "\nstart", "end\n", "end\n\n", " start", "end ", "tab\tinside", "\t", "a\r\nb", "\u0000", "\u0007\u001b", "\u0085", "\u00a0", "\u2028", "\ufeff", "größe", "名前", "\U0001F600",
        "---", "...", "--- a", "<<", "2024-05-01", "12:30:45", "/jobs/{jobId}:cancel", "#/components/schemas/Job", "https://a.example/?x=1&y={2}", "application/json; charset=utf-8", "^[a-z]+(-[0-9]{1,3})*$", "=", ".inf", ".nan",
    ];

    [Fact]
    public void A_tree_that_a_program_writes_as_YAML_is_read_as_the_same_tree() => All((tree, random) => YamlText.Of(tree, random));

    [Fact]
    public void A_tree_as_JSON_is_YAML_of_the_same_tree() => All((tree, random) => tree.ToJsonString(new() { WriteIndented = random.Next(2) == 0 }));

    private static void All(Func<JsonObject, Random, string> write)
    {
        for (int number = 0; number < Cases; number++)
        {
            var random = new Random(Seed + number);
            var tree = new JsonObject();
            Fill(tree, random, 0);
            string text = write(tree, random);

            string read = Read(text);

            Assert.True(read == tree.ToJsonString(), $"MEDIAOPS_SEED={Seed + number}\n{tree.ToJsonString()}\n{read}\n{text}");
        }
    }

    private static string Read(string text)
    {
        try
        {
            return YamlSource.Of(text).Root.ToJsonString();
        }
        catch (SourceException refusal)
        {
            return $"({refusal.Line},{refusal.Column}): {refusal.Message}";
        }
    }

    private static JsonNode? Any(Random random, int depth)
    {
        switch (random.Next(depth > 4 ? 5 : 8))
        {
            case 0:
                return null;
            case 1:
                return random.Next(2) == 0;
            case 2:
                return JsonNode.Parse(Pick(random, "0", "-1", "12", "1.50", "-0.25", "1e3", "2.5E-7", "9007199254740993", "123456789012345678901234567890"));
            case 3 or 4:
                return Text(random);
            case 5:
                return new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Any(random, depth + 1))]);
            default:
                var members = new JsonObject();
                Fill(members, random, depth + 1);
                return members;
        }
    }

    private static void Fill(JsonObject members, Random random, int depth)
    {
        for (int count = random.Next(5); count > 0; count--)
        {
            members[Text(random)] = Any(random, depth);
        }
    }

    private static string Text(Random random) => random.Next(4) == 0
        ? new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)(random.Next(8) == 0 ? random.Next(0xa0, 0xd800) : random.Next(0x20, 0x7f)))])
        : Pick(random, Texts);

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];
}
