using MediaOps.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Generator.Tests;

public sealed class CompilationTests
{
    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    public static TheoryData<LanguageVersion, NullableContextOptions, bool> Settings { get; } = new()
    {
        { LanguageVersion.CSharp9, NullableContextOptions.Enable, false },
        { LanguageVersion.CSharp9, NullableContextOptions.Disable, false },
        { LanguageVersion.Latest, NullableContextOptions.Enable, true },
        { LanguageVersion.Latest, NullableContextOptions.Disable, false },
        { LanguageVersion.Latest, NullableContextOptions.Enable, false },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void What_is_generated_compiles_without_a_warning_whatever_the_project_asks_for(LanguageVersion version, NullableContextOptions nullable, bool usings)
    {
        CSharpCompilation project = Driver.Compilation(usings ? ImplicitUsings : "", version, nullable);
        Compilation output = Driver.Generate(project, [.. Schemas.Services.SelectMany(Schemas.Of), .. Schemas.Ten, .. Facility.All]);

        Assert.Equal([], Driver.Problems(output));
    }

    [Fact]
    public void No_service_of_the_repository_has_a_finding() =>
        Assert.Empty(Driver.Findings([.. Schemas.Services.SelectMany(Schemas.Of), .. Facility.All]).Select(finding => finding.ToString()));

    [Fact]
    public void Lists_and_maps_that_must_be_given_compile_as_parameters()
    {
        SchemaText encoder = Schemas.SmallEntity(
            "Encoder",
            types: "\"Part\": { \"properties\": { \"Label\": { \"type\": \"string\", \"maxLength\": 9 } } }",
            actions: """
                "Fit": { "http": "POST /encoders/{Id}/fit", "from": "Stopped", "to": "Stopped", "parameters": {
                    "Parts": { "type": "Part[]", "required": true, "maxItems": 3 }, "ByName": { "type": "Part{}", "required": true }, "One": { "type": "Part", "required": true }, "Link": { "type": "uri", "required": true } } },
                """);
        Compilation output = Driver.Generate(Driver.Compilation(""), Schemas.SmallService(), encoder);

        Assert.Equal([], Driver.Problems(output));
    }

    [Fact]
    public void A_type_that_holds_nothing_but_itself_comes_to_an_end()
    {
        SchemaText encoder = Schemas.SmallEntity(
            "Encoder",
            types: "\"Link\": { \"properties\": { \"Next\": { \"type\": \"Link\" }, \"Other\": { \"type\": \"Link\" } } }",
            properties: "\"First\": { \"type\": \"Link\" },");
        Compilation output = Driver.Generate(Driver.Compilation(""), Schemas.SmallService(), encoder);

        Assert.Equal([], Driver.Problems(output));
    }
}
