using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

public sealed class HostileTests
{
    private const string ToA = """{ "$ref": "#/definitions/A" }""";

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        using (FileStream file = File.Create(Path.Combine(folder.Path, "big.json")))
        {
            file.SetLength(100L * 1024 * 1024);
        }

        Run run = await Run.InAsync(folder.Path, "import", "openapi", "big.json");

        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Contains("the file has 100 MB, and at most 64 MB are read", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "schema")));
    }

    [Theory]
    [InlineData("""{ "a": """, 100_000)]
    [InlineData("[", 100_000)]
    [InlineData("[", 10_000_000)]
    public void A_file_that_is_nested_too_deeply_is_refused(string opening, int times)
    {
        SourceException refusal = Refused(string.Concat(Enumerable.Repeat(opening, times)));

        Assert.Contains("depth", refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_is_nested_as_deeply_as_is_allowed_is_read()
    {
        string open = string.Concat(Enumerable.Repeat("""{ "type": "object", "properties": { "p": """, 90));
        string close = string.Concat(Enumerable.Repeat(" } }", 90));

        Imported imported = Imported.OpenApi(Answering(ToA, "{ \"A\": " + open + "{ \"type\": \"string\" }" + close + " }"));

        Assert.Empty(imported.Result.Errors);
        Assert.Equal(90, imported.Result.Service.Types.Count);
    }

    [Theory]
    [InlineData("""{ "A": { "$ref": "#/definitions/B" }, "B": { "$ref": "#/definitions/A" } }""")]
    [InlineData("""{ "A": { "$ref": "#/definitions/A" } }""")]
    [InlineData("""{ "A": { "allOf": [ { "$ref": "#/definitions/B" } ] }, "B": { "allOf": [ { "$ref": "#/definitions/A" } ] } }""")]
    [InlineData("""{ "A": { "properties": { "x": { "type": "string" } }, "allOf": [ { "$ref": "#/definitions/A" }, { "$ref": "#/definitions/B" } ] }, "B": { "allOf": [ { "$ref": "#/definitions/A" }, { "$ref": "#/definitions/B" } ] } }""")]
    [InlineData("""{ "A": { "type": "array", "items": { "$ref": "#/definitions/A" } } }""")]
    [InlineData("""{ "A": { "type": "object", "additionalProperties": { "$ref": "#/definitions/A" } } }""")]
    [InlineData("""{ "A": { "required": [ "b" ], "properties": { "b": { "$ref": "#/definitions/B" } } }, "B": { "required": [ "a" ], "properties": { "a": { "$ref": "#/definitions/A" } } } }""")]
    public void References_in_a_circle_have_an_end(string definitions)
    {
        Imported imported = Imported.OpenApi(Answering(ToA, definitions));

        Assert.Empty(imported.Problems());
    }

    [Fact]
    public void A_circle_of_required_members_is_opened_and_told()
    {
        Imported imported = Imported.OpenApi(Answering(ToA, """
            {
                "A": { "required": [ "b", "c" ], "properties": { "b": { "$ref": "#/definitions/B" }, "c": { "type": "string" } } },
                "B": { "required": [ "a" ], "properties": { "a": { "$ref": "#/definitions/A" } } }
            }
            """));

        Assert.Empty(imported.Problems());
        Assert.Contains(imported.Of(GapRules.Constraint), gap => gap.Message.Contains("circle", StringComparison.Ordinal));
        Assert.Contains("\"C\": { \"type\": \"string\", \"required\": true }", string.Concat(imported.Result.Files.Select(file => file.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_values_of_an_enum_are_a_text_and_a_gap()
    {
        string values = string.Join(',', Enumerable.Range(0, 1_000_000).Select(number => $"\"v{number}\""));

        Imported imported = Imported.OpenApi(Answering($$"""{ "properties": { "kind": { "type": "string", "enum": [ {{values}} ] } } }"""));

        Assert.Empty(imported.Problems());
        Assert.Contains(imported.Of(GapRules.Limit), gap => gap.Message.Contains("1000 values", StringComparison.Ordinal));
        Assert.InRange(imported.Result.Files.Sum(file => file.Text.Length), 1, 10_000);
    }

    [Fact]
    public void A_hundred_thousand_members_are_cut()
    {
        string members = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $$"""  "m{{number}}": { "type": "string" }"""));

        Imported imported = Imported.OpenApi(Answering($$"""{ "properties": { {{members}} } }"""));

        Assert.Empty(imported.Result.Errors);
        Assert.NotEmpty(imported.Of(GapRules.Limit));
        Assert.Equal(Limits.Members, imported.Result.Service.Types[0].Properties.Count);
    }

    [Fact]
    public void Thousands_of_types_that_extend_all_others_end()
    {
        string extended = string.Join(',', Enumerable.Range(0, 2_000).Select(number => $$"""{ "$ref": "#/definitions/T{{number}}" }"""));
        string types = string.Join(',', Enumerable.Range(0, 2_000).Select(number =>
            $$""" "T{{number}}": { "properties": { "p{{number}}": { "$ref": "#/definitions/T{{(number + 1) % 2_000}}" } }, "allOf": [ {{(number % 100 == 0 ? extended : "{ \"$ref\": \"#/definitions/T0\" }")}} ] }"""));

        Imported imported = Imported.OpenApi(Answering("""{ "$ref": "#/definitions/T0" }""", "{ " + types + " }"));

        Assert.Empty(imported.Result.Errors);
    }

    [Fact]
    public void Names_that_are_not_of_CSharp_get_names_that_are()
    {
        string[] names = ["class", "ToString", "GetType", "a-b", "a_b", "a b", "A B", "2x", "größe", "x\\u202Ey", "*/ } class X {", "\\u0000", "a\\\"b", "Core", "Refresh", "op", "Result", "System"];
        string members = string.Join(',', names.Select(name => $$""" "{{name}}": { "type": "string", "description": "*/ \u2028 {{name}} </summary>" }"""));

        Imported imported = Imported.OpenApi(Answering($$"""{ "properties": { {{members}} } }"""));

        Assert.Empty(imported.Problems());
        string text = string.Concat(imported.Result.Files.Select(file => file.Text));
        Assert.Contains("\"AB\": {", text, StringComparison.Ordinal);
        Assert.Contains("\"AB2\": {", text, StringComparison.Ordinal);
        Assert.Contains(imported.Of(GapRules.LeftOut), gap => gap.Message.Contains("ASCII", StringComparison.Ordinal));
        Assert.DoesNotContain(imported.Gaps.Kept, gap => gap.Message.Any(char.IsControl));
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("openapi: 3.0.0\n", "if it is YAML, its name has to end in .yaml")]
    [InlineData("[]", "no object")]
    [InlineData("{}", "neither 'swagger' nor 'openapi'")]
    [InlineData("{ \"openapi\": \"3.0.0\", \"openapi\": \"3.0.0\" }", "openapi")]
    [InlineData("{ \"openapi\": \"9.9\" }", "OpenAPI description")]
    [InlineData("{ \"openapi\": [] }", "OpenAPI description")]
    [InlineData("{ \"a\": \"\\ud800\" }", "half of a character")]
    public void What_is_no_description_is_refused_with_a_reason(string text, string reason) =>
        Assert.Contains(reason, Refused(text).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Contains("UTF-8", Assert.Throws<SourceException>(() => JsonSource.Parse("f", "f", [.. "{ \"a\": \""u8, 0xFF, .. "\" }"u8])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_refusal_tells_line_and_column()
    {
        SourceException refusal = Refused("{\n  \"openapi\": \"3.0.0\",\n  oops\n}");

        Assert.Equal((3, 3), (refusal.Line, refusal.Column));
    }

    [Fact]
    public void References_to_files_stay_on_the_disk_and_beside_the_description()
    {
        using var folder = new TemporaryFolder();
        folder.Write("common/types.json", """{ "definitions": { "Name": { "properties": { "first": { "$ref": "#/definitions/Word" } } }, "Word": { "type": "string", "maxLength": 9 } } }""");
        string text = Answering("""{ "properties": { "name": { "$ref": "common/types.json#/definitions/Name" }, "net": { "$ref": "https://evil.example/x.json#/definitions/X" }, "root": { "$ref": "/etc/hosts#/definitions/X" } } }""");

        Imported imported = Imported.OpenApi(text, path: Path.Combine(folder.Path, "description.json"));

        Assert.Empty(imported.Problems());
        Assert.Contains("\"First\": { \"type\": \"string\", \"maxLength\": 9 }", string.Concat(imported.Result.Files.Select(file => file.Text)), StringComparison.Ordinal);
        Assert.Equal(2, imported.Of(GapRules.Unreadable).Count);
    }

    [Fact]
    public void An_id_of_another_resource_in_a_path_that_is_not_below_it_is_filled_by_the_client()
    {
        string elsewhere = Imported.Text("resource-manager.json").Replace("/studios/{studioName}/takes", "/archive/{studioName}/takes", StringComparison.Ordinal);

        Imported imported = Imported.OpenApi(elsewhere);

        Assert.Empty(imported.Problems());
        Assert.Contains(imported.Service.Options, option => option.Name == "StudioName");
    }

    private static SourceException Refused(string text) => Assert.Throws<SourceException>(() => Imported.OpenApi(text));

    /// <summary>A description of one operation that answers with a schema.</summary>
    private static string Answering(string schema, string definitions = "{}") => $$"""
        {
          "swagger": "2.0", "info": { "title": "T", "version": "1" }, "host": "a.example", "schemes": [ "https" ],
          "paths": { "/x": { "get": { "operationId": "Things_Get", "responses": { "200": { "description": "ok", "schema": {{schema}} } } } } },
          "definitions": {{definitions}}
        }
        """;
}
