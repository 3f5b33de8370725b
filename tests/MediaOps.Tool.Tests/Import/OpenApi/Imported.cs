using MediaOps.Generator.Tests.Harness;
using MediaOps.Schema;
using MediaOps.Tool.Import;
using MediaOps.Tool.Import.OpenApi;
using Microsoft.CodeAnalysis;

namespace MediaOps.Tool.Tests.Import;

/// <summary>What an import made, and what generator and compiler say of it.</summary>
internal sealed record Imported(ScaffoldResult Result, Gaps Gaps)
{
    private const string Folder = "/project/schema/imported/";

    /// <summary>Imports the text of a description.</summary>
    public static Imported OpenApi(string text, bool assume = true, string path = "/none/description.json")
    {
        var gaps = new Gaps();
        var settings = new ImportSettings("schema", null, null, Force: false, assume, Json: false);
        ScaffoldService service = OpenApiImporter.Read(JsonSource.Parse(path, "description.json", System.Text.Encoding.UTF8.GetBytes(text)), settings, gaps);
        return new Imported(ScaffoldResult.Of(service, gaps, assume), gaps);
    }

    /// <summary>Imports a description of our own.</summary>
    public static Imported Miniature(string name, bool assume = true) => OpenApi(Text(name), assume);

    /// <summary>The text of a description of our own.</summary>
    public static string Text(string name) => File.ReadAllText(Path.Combine(Repository.Root, "tests/MediaOps.Tool.Tests/Import/OpenApi", name));

    /// <summary>The files as the generator gets them.</summary>
    public SchemaText[] Files => [.. Result.Files.Select(file => new SchemaText(Folder + file.Name, file.Text))];

    /// <summary>An entity as the schema library reads it.</summary>
    public EntitySpec Entity(string name) => SchemaSet.Load(Result.Files).Services.Single().Entities.Single(entity => entity.Name == name);

    /// <summary>The service as the schema library reads it.</summary>
    public ServiceSpec Service => SchemaSet.Load(Result.Files).Services.Single().Spec;

    /// <summary>What a build with warnings as errors would fail with: findings of the generator, and of the compiler.</summary>
    public IReadOnlyList<string> Problems()
    {
        string[] findings = [.. Driver.Findings(Files).Where(finding => finding.Severity >= DiagnosticSeverity.Warning).Select(finding => finding.ToString())];
        return [.. findings, .. Driver.Problems(Driver.Generate(Driver.Compilation("class C { }"), Files))];
    }

    /// <summary>The gaps of a kind, as far as they are kept.</summary>
    public IReadOnlyList<Gap> Of(GapRule rule) => [.. Gaps.Kept.Where(gap => gap.Rule == rule)];
}
