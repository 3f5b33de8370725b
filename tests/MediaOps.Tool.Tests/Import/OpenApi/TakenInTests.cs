using System.Text;
using System.Text.Json.Nodes;
using MediaOps.Tool.Import;
using MediaOps.Tool.Import.OpenApi;

namespace MediaOps.Tool.Tests.Import;

/// <summary>What a description takes in from other files.</summary>
public sealed class TakenInTests
{
    [Fact]
    public void References_of_what_is_taken_in_stay_those_of_their_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.json", """
            {
                "definitions": {
                    "Thing": { "properties": { "inner": { "$ref": "c.json#/definitions/Inner" }, "own": { "$ref": "#/definitions/Inner" } } },
                    "Inner": { "properties": { "fromB": { "type": "string" } } }
                }
            }
            """);
        folder.Write("c.json", """{ "definitions": { "Inner": { "properties": { "fromC": { "type": "string" } } } } }""");

        JsonNode definitions = Prepared(folder, """{ "A": { "$ref": "b.json#/definitions/Thing" }, "Inner": { "properties": { "fromMain": {} } } }""")["definitions"]!;

        JsonNode properties = definitions["Thing"]!["properties"]!;
        Assert.Equal("fromC", OnlyMember(properties["inner"]!));
        Assert.Equal("fromB", OnlyMember(properties["own"]!));

        string OnlyMember(JsonNode reference) => Assert.Single(definitions[reference["$ref"]!.GetValue<string>()["#/definitions/".Length..]]!["properties"]!.AsObject()).Key;
    }

    [Fact]
    public void A_member_that_is_called_paths_is_no_place_to_copy_into()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.json", """{ "p": { "paths": { "x": { "$ref": "b.json#/p" }, "y": { "$ref": "b.json#/p" } } } }""");

        Imported imported = Read(folder, """{ "/a": { "$ref": "b.json#/p" } }""", "{}");

        Assert.Empty(imported.Result.Errors);
    }

    [Fact]
    public void Copies_have_a_limit_that_is_told_once()
    {
        using var folder = new TemporaryFolder();
        string words = new('x', 1024 * 1024);
        folder.Write("b.json", $$$"""{ "p": { "get": { "description": "{{{words}}}", "responses": { "200": { "description": "ok" } } } } }""");
        string[] paths = [.. Enumerable.Range(0, 3_000).Select(number => $$"""  "/a{{number}}": { "$ref": "b.json#/p" }""")];

        Imported imported = Read(folder, "{" + string.Join(',', paths) + "}", """{ "A": { "$ref": "b.json#/p" } }""");

        Assert.Single(imported.Of(GapRules.Limit), gap => gap.Message.Contains("megabytes", StringComparison.Ordinal));
        Assert.Empty(imported.Of(GapRules.Unreadable));
    }

    [Fact]
    public void Thousands_of_things_may_have_the_same_name()
    {
        using var folder = new TemporaryFolder();
        string[] things = [.. Enumerable.Range(0, 8_000).Select(number => $$$""" "{{{number}}}": { "X": { "type": "string" } }""")];
        folder.Write("b.json", "{" + string.Join(',', things) + "}");
        string[] properties = [.. Enumerable.Range(0, 8_000).Select(number => $$"""  "p{{number}}": { "$ref": "b.json#/{{number}}/X" }""")];

        JsonObject definitions = Prepared(folder, """{ "X_2": {}, "A": { "properties": {""" + string.Join(',', properties) + "} } }")["definitions"]!.AsObject();

        Assert.Equal(8_002, definitions.Count);
        Assert.Empty(definitions["X_2"]!.AsObject());
        Assert.Equal("string", definitions["X_8001"]!["type"]!.GetValue<string>());
        Assert.Equal("#/definitions/X_8001", definitions["A"]!["properties"]!["p7999"]!["$ref"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("description.json")]
    [InlineData("b.json")]
    [InlineData("c.json#/nowhere")]
    public void A_description_as_a_whole_is_no_part_of_itself(string reference)
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.json", """{ "$ref": "description.json" }""");
        folder.Write("c.json", """{ "nowhere": { "$ref": "description.json#/definitions/None" } }""");

        Imported imported = Read(folder, "{}", $$"""{ "A": { "$ref": "{{reference}}" } }""");

        Assert.Contains("that is not there", Assert.Single(imported.Of(GapRules.Unreadable)).Message, StringComparison.Ordinal);
    }

    private static Imported Read(TemporaryFolder folder, string paths, string definitions) => Imported.OpenApi(Text(paths, definitions), path: Path.Combine(folder.Path, "description.json"));

    private static JsonObject Prepared(TemporaryFolder folder, string definitions)
    {
        var source = JsonSource.Parse(Path.Combine(folder.Path, "description.json"), "description.json", Encoding.UTF8.GetBytes(Text("{}", definitions)));
        References.Prepare(source, new Gaps());
        return source.Root;
    }

    private static string Text(string paths, string definitions) =>
        $$"""{ "swagger": "2.0", "info": { "title": "T", "version": "1" }, "paths": {{paths}}, "definitions": {{definitions}} }""";
}
