using System.Text;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Schema;
using MediaOps.Tool.Import;
using MediaOps.Tool.Import.Botocore;
using Microsoft.CodeAnalysis;

namespace MediaOps.Tool.Tests.Import.Botocore;

/// <summary>An imported model.</summary>
internal sealed class Imported
{
    private Imported(ScaffoldService service, ScaffoldResult result, Gaps gaps) => (Service, Result, Gaps) = (service, result, gaps);

    /// <summary>The scaffold.</summary>
    public ScaffoldService Service { get; }

    /// <summary>The files.</summary>
    public ScaffoldResult Result { get; }

    /// <summary>What was lost.</summary>
    public Gaps Gaps { get; }

    /// <summary>The files as the compiler gets them.</summary>
    public SchemaText[] Files => [.. Result.Files.Select(file => new SchemaText("/project/schema/service/" + file.Name, file.Text))];

    /// <summary>Imports a model that is ours to import.</summary>
    public static Imported Of(string service, string? waiters = null, string? paginators = null, bool assume = false)
    {
        (Imported? imported, Gaps gaps) = Try(service, waiters, paginators, assume);
        return imported ?? throw new InvalidOperationException(string.Join("\n", gaps.Kept.Select(gap => gap.Message)));
    }

    /// <summary>Imports a model; null where it is none.</summary>
    public static (Imported? Imported, Gaps Gaps) Try(string service, string? waiters = null, string? paginators = null, bool assume = false)
    {
        var gaps = new Gaps();
        var files = new ModelFiles(File("service-2.json", service)!, File("waiters-2.json", waiters), File("paginators-1.json", paginators));
        ScaffoldService? scaffold = BotocoreImporter.Read(files, new ImportSettings("schema", null, null, Force: false, assume, Json: false), gaps);
        return (scaffold is null ? null : new Imported(scaffold, ScaffoldResult.Of(scaffold, gaps, assume), gaps), gaps);
    }

    /// <summary>Imports a folder.</summary>
    public static (Imported? Imported, Gaps Gaps) Folder(string folder, bool assume)
    {
        return Try(Text("service-2.json")!, Text("waiters-2.json"), Text("paginators-1.json"), assume);

        string? Text(string name) => System.IO.File.Exists(Path.Combine(folder, name)) ? System.IO.File.ReadAllText(Path.Combine(folder, name)) : null;
    }

    /// <summary>An entity by its name.</summary>
    public ScaffoldEntity Entity(string name) => Service.Entities.Single(entity => entity.Name == name);

    /// <summary>Everything but notes that the schema library says of the files.</summary>
    public IReadOnlyList<string> Findings() =>
        [.. SchemaSet.Load(Result.Files).Findings.Where(finding => finding.Severity != Severity.Info).Select(finding => $"{finding.File}#{finding.Member}: {finding.Rule} {finding.Message}")];

    /// <summary>Everything that the generator and the compiler say, warnings as errors.</summary>
    public IReadOnlyList<string> Problems()
    {
        SchemaText[] files = Files;
        Compilation compilation = Driver.Generate(Driver.Compilation("", nullable: NullableContextOptions.Enable), files);
        return [.. Driver.Findings(files).Where(finding => finding.Severity >= DiagnosticSeverity.Warning).Select(finding => finding.ToString()), .. Driver.Problems(compilation)];
    }

    private static ModelFile? File(string name, string? text) => text is null ? null : new ModelFile(name, Encoding.UTF8.GetBytes(text));
}
