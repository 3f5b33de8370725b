using MediaOps.Schema;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

/// <summary>What descriptions say beside values: that there may be none, and where nothing is.</summary>
public sealed class OddValueTests
{
    [Theory]
    [InlineData("\"openapi\": \"3.0.3\"", "\"type\": \"string\", \"nullable\": true")]
    [InlineData("\"openapi\": \"3.1.0\"", "\"type\": [ \"string\", \"null\" ]")]
    public void That_there_may_be_no_value_is_no_value_of_an_enum_and_no_default(string version, string type)
    {
        Imported imported = Imported.OpenApi(Lamp(version, $$"""{ {{type}}, "enum": [ "red", null ], "default": null }"""));

        PropertySpec colour = imported.Entity("Lamp").Properties.Single(property => property.Name == "Colour");
        Assert.Equal(["red"], imported.Entity("Lamp").Types.Single(known => known.Name == colour.Type.Name).Values.Select(value => value.Wire));
        Assert.Null(colour.Default);
        Assert.DoesNotContain("sentinel", string.Concat(imported.Result.Files.Select(file => file.Text)), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(imported.Problems());
    }

    [Theory]
    [InlineData("{ \"$ref\": \"#/components/schemas/Nope\" }")]
    [InlineData("{ \"description\": \"A colour.\", \"$ref\": \"#/components/schemas/Nope\" }")]
    [InlineData("{ \"$ref\": \"nowhere.json#/Nope\" }")]
    public void A_reference_to_nothing_is_told_at_its_place(string colour)
    {
        Imported imported = Imported.OpenApi(Lamp("\"openapi\": \"3.0.3\"", colour));

        Gap gap = Assert.Single(imported.Gaps.Kept, gap => gap.Message.Contains("is not there", StringComparison.Ordinal));
        Assert.Equal("#/components/schemas/Lamp/properties/colour", gap.Origin.Pointer);
        Assert.Empty(imported.Problems());
    }

    [Fact]
    public void References_into_lists_and_to_the_description_itself_lead_somewhere()
        => Assert.DoesNotContain(
            Imported.OpenApi(Lamp("\"openapi\": \"3.0.3\"", "{ \"$ref\": \"#/paths/~1lamps~1{id}/get/parameters/0/schema\" }")).Gaps.Kept,
            gap => gap.Message.Contains("is not there", StringComparison.Ordinal));

    [Theory]
    [InlineData("image/png", true)]
    [InlineData("application/xml", true)]
    [InlineData("application/problem+json", false)]
    [InlineData("*/*", false)]
    public void A_read_that_answers_with_no_JSON_is_left_out_and_told(string type, bool isLeftOut)
    {
        Imported imported = Imported.OpenApi(Lamp("\"openapi\": \"3.0.3\"", "{ \"type\": \"string\" }")
            .Replace("\"paths\": {", $$$"""
                "paths": { "/picture": { "get": { "operationId": "Shop_Picture", "responses": { "200": { "description": "ok", "content": { "{{{type}}}": { "schema": { "type": "string" } } } } } } },
                """, StringComparison.Ordinal));

        Assert.Equal(isLeftOut, imported.Gaps.Kept.Any(gap => gap.Message.StartsWith("'Shop_Picture' is left out", StringComparison.Ordinal)));
        Assert.Equal(isLeftOut, !imported.Result.Service.Entities.Any(entity => entity.Name == "Shop"));
        Assert.Empty(imported.Problems());
    }

    private static string Lamp(string version, string colour) => $$"""
        {
          {{version}}, "info": { "title": "Lamps", "version": "1" }, "servers": [ { "url": "https://lamps.example/" } ],
          "paths": {
            "/lamps/{id}": {
              "get": {
                "operationId": "getLamp", "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ],
                "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Lamp" } } } } }
              }
            }
          },
          "components": { "schemas": { "Lamp": { "type": "object", "properties": { "id": { "type": "string" }, "colour": {{colour}} } } } }
        }
        """;
}
