using System.Text.Json;

namespace MediaOps.Schema.Tests;

/// <summary>The JSON Schemas that editors use say the same as the parser.</summary>
public sealed class LanguageTests
{
    private static readonly Draft07 Language = Draft07.Load(Path.Combine(Files.Root, "language"));

    public static TheoryData<string> ShapeNames => [.. Vocabulary.All.Select(shape => shape.Name)];

    public static TheoryData<string, string> SchemaFilePaths =>
    [
        .. Directory.EnumerateDirectories(Files.Root)
            .Where(folder => File.Exists(Path.Combine(folder, SchemaFiles.ServiceFileName)))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json"))
            .Select(file => (Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileName(file))),
    ];

    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void Parser_and_JSON_Schema_know_the_same_words(string shape)
    {
        IEnumerable<string> words = Definition(shape).GetProperty("properties").EnumerateObject().Select(word => word.Name);
        Assert.Equal(Vocabulary.All.Single(known => known.Name == shape).Words.Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void Every_word_is_explained(string shape)
    {
        Assert.All(Definition(shape).GetProperty("properties").EnumerateObject(), word =>
            Assert.True(word.Value.TryGetProperty("description", out JsonElement text) && text.GetString()!.Length > 10, $"{shape}/{word.Name}"));
        Assert.False(Definition(shape).GetProperty("additionalProperties").GetBoolean());
        Assert.True(Definition(shape).GetProperty("patternProperties").TryGetProperty("^x-", out _));
    }

    [Fact]
    public void Every_definition_is_a_shape_of_the_parser_or_a_kind_of_text()
    {
        IEnumerable<string> definitions = Language.Schema("common.schema.json").GetProperty("definitions").EnumerateObject().Select(definition => definition.Name);
        Assert.Equal(
            Vocabulary.All.Select(shape => shape.Name).Except(["service", "entity"]).Concat(["typeName", "http"]).Order(StringComparer.Ordinal),
            definitions.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SchemaFilePaths))]
    public void The_repositorys_files_fit_their_JSON_Schema(string folder, string name) =>
        Assert.Empty(Language.Check(SchemaOf(name), Files.Text(folder, name)));

    [Fact]
    public void The_sample_fits_its_JSON_Schema()
    {
        Assert.Empty(Language.Check("service.schema.json", Sample.Service));
        Assert.Empty(Language.Check("entity.schema.json", Sample.Machine));
        Assert.Empty(Language.Check("entity.schema.json", Sample.Part));
    }

    [Theory]
    [InlineData("\"required\": true", "\"required\": \"yes\"")]
    [InlineData("\"via\": \"Starting\"", "\"vai\": \"Starting\"")]
    [InlineData("\"kind\": \"stable\"", "\"kind\": \"stabel\"")]
    [InlineData("\"Speed\": {", "\"speed\": {")]
    [InlineData("\"type\": \"int\"", "\"type\": \"integer\"")]
    [InlineData("\"http\": \"GET /machines\"", "\"http\": \"GET machines\"")]
    [InlineData("\"http\": \"GET /machines\"", "\"x-http\": \"GET /machines\"")]
    [InlineData("\"min\": \"1s\"", "\"min\": \"1 s\"")]
    [InlineData("\"entity\": \"Machine\"", "\"entity\": \"machine\"")]
    [InlineData("\"property\": \"Id\", ", "")]
    [InlineData("\"tracking\": \"poll\"", "\"tracking\": 5")]
    [InlineData("\"Red\": null", "\"Red\": 1")]
    [InlineData("\"minLength\": 1", "\"minLength\": -1")]
    public void What_breaks_the_structure_is_refused_by_the_JSON_Schema_and_by_the_parser(string old, string replacement)
    {
        string text = Sample.With(Sample.MachinePath, old, replacement)[1].Text;
        Assert.NotEmpty(Language.Check("entity.schema.json", text));
        Assert.Contains(Sample.Parse(text).Findings, finding => finding.Severity == Severity.Error);
    }

    private static JsonElement Definition(string shape) => shape is "service" or "entity"
        ? Language.Schema(shape + ".schema.json")
        : Language.Schema("common.schema.json").GetProperty("definitions").GetProperty(shape);

    private static string SchemaOf(string name) => name == SchemaFiles.ServiceFileName ? "service.schema.json" : "entity.schema.json";
}
