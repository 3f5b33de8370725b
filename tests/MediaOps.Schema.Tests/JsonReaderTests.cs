using System.Globalization;
using System.Text;
using System.Text.Json;
using MediaOps.Schema.Text;
using JsonDocument = MediaOps.Schema.Text.JsonDocument;

namespace MediaOps.Schema.Tests;

/// <summary>The reader agrees with System.Text.Json on what is valid, and recovers from what is not.</summary>
public sealed class JsonReaderTests
{
    private static readonly string[] Literals = ["true", "false", "null"];
    private static readonly string[] Pieces = ["a", "é", "\\n", "\\\"", "\\u0041", "\\uD83D\\uDE00", "😀", "//", "/*", "{", "]", "\\\\"];
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = JsonReader.MaxDepth };

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData(" [ 1 , -0 , 2.50 , 1e5 , -1E-7 , true , false , null ] ")]
    [InlineData("{ \"a\": { \"b\": [ { } ] } }")]
    [InlineData("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 \\uD83D\\uDE00 \u00e9\"")]
    [InlineData("// first\n{ /* x */ \"a\": 1, // y\r\n \"b\": [1, 2,], }\n// last")]
    [InlineData("0")]
    public void It_reads_what_System_Text_Json_reads(string text) => AssertSame(text);

    [Fact]
    public void It_reads_2000_random_texts_as_System_Text_Json_does()
    {
        var random = new Random(20170412);
        for (int i = 0; i < 2000; i++)
        {
            var text = new StringBuilder();
            Write(text, random, 0);
            AssertSame(text.ToString());
        }
    }

    [Fact]
    public void It_refuses_what_System_Text_Json_refuses_when_characters_of_random_texts_are_changed()
    {
        var random = new Random(31337);
        for (int i = 0; i < 3000; i++)
        {
            var text = new StringBuilder();
            Write(text, random, 0);
            int at = random.Next(text.Length);
            text[at] = "{}[],:\"\\ x0-.e/*\n"[random.Next(17)];
            string changed = text.ToString();
            bool valid = JsonReader.Read(changed).Problems.Count == 0;
            Assert.True(IsValid(changed) == valid, $"{(valid ? "read" : "refused")}: {changed}");
        }
    }

    [Fact]
    public void Values_know_their_place()
    {
        const string Text = "{\n  \"a\": [true, \"xé\"]\n}";
        JsonMember member = Assert.Single(JsonReader.Read(Text).Root.Members);
        Assert.Equal("\"a\"", Text.Substring(member.NameStart, member.NameLength));
        JsonValue item = member.Value.Items[1];
        Assert.Equal("\"xé\"", Text.Substring(item.Start, item.Length));
        Assert.Equal(new SourceSpan(item.Start, 4, 1, 14, 1, 18), new LineMap(Text).Span(item.Start, item.Length));
    }

    [Theory]
    [InlineData("a\r\nb\nc\rd", 7, 3)]
    [InlineData("a\u2028b", 2, 1)]
    [InlineData("", 0, 0)]
    public void Lines_end_as_a_compiler_counts_them(string text, int offset, int line) => Assert.Equal(line, new LineMap(text).Span(offset, 0).StartLine);

    [Theory]
    [InlineData("{ \"a\" 1, \"b\": 2 }", "expected ':'", "b")]
    [InlineData("{ \"a\": 1 \"b\": 2 }", "expected ','", "b")]
    [InlineData("{ \"a\": , \"b\": 2 }", "expected a value for 'a'", "b")]
    [InlineData("{ a: 1, \"b\": 2 }", "expected a member name in double quotes", "b")]
    [InlineData("{ \"a\": tru, \"b\": 2 }", "'tru' is not a JSON value", "b")]
    [InlineData("{ \"a\": 01, \"b\": 2 }", "'01' is not a JSON number", "b")]
    [InlineData("{ \"a\": \"x\n, \"b\": 2 }", "the string is not closed", "b")]
    [InlineData("{ \"a\": [1, 2}, \"b\": 2 }", "expected ']', found '}'", "b")]
    [InlineData("{ \"a\": \"\\q\", \"b\": 2 }", "unknown escape", "b")]
    [InlineData("{ ,, \"b\": 2 }", "unexpected ','", "b")]
    [InlineData("{ \"b\": 2", "'{' is never closed by '}'", "b")]
    [InlineData("{ \"b\": 2 } x", "unexpected text after the end", "b")]
    [InlineData("{ \"b\": 2 /* ", "the comment is never closed", "b")]
    [InlineData("{ \"a\": \"\\uD83D\", \"b\": 2 }", "half of a surrogate pair", "b")]
    [InlineData("{ \"a\": \"\t\", \"b\": 2 }", "must be written as an escape", "b")]
    public void After_a_mistake_it_goes_on(string text, string message, string survivor)
    {
        JsonDocument document = JsonReader.Read(text);
        Assert.Contains(document.Problems, problem => problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal("2", document.Root.Find(survivor)?.Value.Text);
    }

    [Fact]
    public void Every_mistake_of_a_text_is_found_at_once()
    {
        JsonDocument document = JsonReader.Read("{ \"a\": tru,\n \"b\" 1,\n \"c\": 01,\n \"d\": [1 2],\n \"e\": 5 }");
        Assert.Equal(4, document.Problems.Count);
        Assert.Equal("5", document.Root.Find("e")?.Value.Text);
    }

    [Fact]
    public void Of_a_name_that_stands_twice_the_first_is_kept()
    {
        JsonDocument document = JsonReader.Read("{ \"a\": 1, \"a\": 2 }");
        Assert.Equal((JsonProblemKind.DuplicateName, 10), (document.Problems.Single().Kind, document.Problems.Single().Start));
        Assert.Equal("1", document.Root.Members.Single().Value.Text);
    }

    [Fact]
    public void A_byte_order_mark_at_the_start_is_nothing() => Assert.Empty(JsonReader.Read("\uFEFF{}").Problems);

    [Fact]
    public void A_lone_surrogate_never_leaves_the_reader()
    {
        JsonDocument document = JsonReader.Read("[\"\\uDE00\", \"\\uD83D\\uD83D\\uDE00\", \"\uD83D\"]");
        Assert.Equal(["\uFFFD", "\uFFFD\U0001F600", "\uFFFD"], document.Root.Items.Select(item => item.Text));
        Assert.Equal(3, document.Problems.Count);
    }

    [Fact]
    public void Nesting_of_10000_levels_is_one_problem_and_the_rest_is_read()
    {
        string text = "{ \"a\": " + new string('[', 10_000) + "\"]\"" + new string(']', 10_000) + ", \"b\": 2 }";
        JsonDocument document = JsonReader.Read(text);
        Assert.Contains("64 levels", Assert.Single(document.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("2", document.Root.Find("b")?.Value.Text);
        Assert.Empty(JsonReader.Read(new string('[', 64) + new string(']', 64)).Problems);
    }

    [Fact]
    public void A_text_over_the_limit_is_not_read_and_one_at_the_limit_is()
    {
        Assert.Contains("1 MB", JsonReader.Read(new string(' ', JsonReader.MaxLength + 1)).Problems.Single().Message, StringComparison.Ordinal);
        Assert.Empty(JsonReader.Read("{}" + new string(' ', JsonReader.MaxLength - 2)).Problems);
    }

    [Theory]
    [InlineData("{}[],:\"\\ \n")]
    [InlineData("[[[[{\"")]
    [InlineData("\"a\":,")]
    [InlineData("\0\uD800\uFFFF\u202E")]
    public void A_megabyte_of_garbage_ends_with_a_bounded_number_of_problems(string alphabet)
    {
        var random = new Random(7);
        string text = string.Create(JsonReader.MaxLength, alphabet, (span, letters) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = letters[random.Next(letters.Length)];
            }
        });
        Assert.InRange(JsonReader.Read(text).Problems.Count, 1, JsonReader.MaxProblems);
        Assert.InRange(SchemaParser.Parse(text, "x.json", FileKind.Entity).Findings.Count, 1, JsonReader.MaxProblems + 10);
    }

    private static void AssertSame(string text)
    {
        JsonDocument read = JsonReader.Read(text);
        Assert.Empty(read.Problems);
        using var expected = System.Text.Json.JsonDocument.Parse(text, Lenient);
        AssertSame(expected.RootElement, read.Root);
    }

    private static void AssertSame(JsonElement expected, JsonValue actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                JsonProperty[] members = [.. expected.EnumerateObject()];
                Assert.Equal((JsonKind.Object, members.Length), (actual.Kind, actual.Members.Count));
                for (int i = 0; i < members.Length; i++)
                {
                    Assert.Equal(members[i].Name, actual.Members[i].Name);
                    AssertSame(members[i].Value, actual.Members[i].Value);
                }

                break;
            case JsonValueKind.Array:
                JsonElement[] items = [.. expected.EnumerateArray()];
                Assert.Equal((JsonKind.Array, items.Length), (actual.Kind, actual.Items.Count));
                for (int i = 0; i < items.Length; i++)
                {
                    AssertSame(items[i], actual.Items[i]);
                }

                break;
            case JsonValueKind.String:
                Assert.Equal((JsonKind.String, expected.GetString()), (actual.Kind, actual.Text));
                break;
            default:
                Assert.Equal(expected.GetRawText(), actual.Text);
                break;
        }
    }

    private static bool IsValid(string text)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text, Lenient);
            return !HasDuplicates(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException)
        {
            // The others for half of a surrogate pair, escaped or not.
            return false;
        }
    }

    private static bool HasDuplicates(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).Any(group => group.Count() > 1 || HasDuplicates(group.First().Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasDuplicates),
        JsonValueKind.String => element.GetString() is null,
        _ => false,
    };

    private static void Write(StringBuilder text, Random random, int depth)
    {
        Blank(text, random);
        switch (random.Next(depth > 5 ? 4 : 6))
        {
            case 0:
                text.Append(((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-9, 9))).ToString("R", CultureInfo.InvariantCulture));
                break;
            case 1:
                text.Append(random.Next(-1000, 1000));
                break;
            case 2:
                text.Append(Literals[random.Next(Literals.Length)]);
                break;
            case 3:
                String(text, random);
                break;
            case 4:
                Many(text, random, '[', ']', () => Write(text, random, depth + 1));
                break;
            default:
                int number = 0;
                Many(text, random, '{', '}', () =>
                {
                    text.Append('"').Append(number++).Append("\":");
                    Write(text, random, depth + 1);
                });
                break;
        }

        Blank(text, random);
    }

    private static void Many(StringBuilder text, Random random, char open, char close, Action item)
    {
        text.Append(open);
        int count = random.Next(5);
        for (int i = 0; i < count; i++)
        {
            item();
            text.Append(i < count - 1 || random.Next(4) == 0 ? "," : string.Empty);
        }

        text.Append(close);
    }

    private static void String(StringBuilder text, Random random)
    {
        text.Append('"');
        for (int i = random.Next(8); i > 0; i--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        text.Append('"');
    }

    private static void Blank(StringBuilder text, Random random) => text.Append(random.Next(12) switch { 0 => " ", 1 => "\n", 2 => "\t", 3 => "/* x */", 4 => "// y\n", _ => string.Empty });
}
