using System.Text;
using MediaOps.Fuzzing.Inputs;
using MediaOps.Tool.Import;
using MediaOps.Tool.Import.Botocore;
using MediaOps.Tool.Import.OpenApi;
using MediaOps.Tool.Tests.Import.Botocore;

namespace MediaOps.Fuzzing.Targets;

/// <summary>Descriptions that are imported: OpenAPI in JSON and in YAML, and models of AWS. Each gives schema files without an error, or is refused with a reason. What is given is kept, to be compiled.</summary>
internal sealed class ImportTarget() : Target("Descriptions to import: OpenAPI in JSON and YAML, models of AWS", 2)
{
    private const int Kinds = 3;

    private static readonly string[] Words =
    [
        .. Tokens.Json, "- ", "? ", ": ", "&a ", "*a", "<<: *a", "!!str ", "!a ", "|\n", ">-\n", "---\n", "...\n", "%YAML 9.9\n", "# ", "'", "~", ".inf", "0o7", "yes", "\n  ", "\n\t", "{ a: 1 }", "[ a ]",
        "\"$ref\":", "$ref: ", "\"#/definitions/Studio\"", "'#/components/schemas/Job'", "\"type\":", "\"array\"", "\"file\"", "\"collectionFormat\":\"tsv\",", "\"allOf\":", "\"enum\":", "\"x-ms-enum\":", "\"shape\":", "\"list\"", "\"map\"", "\"/{a}/{a}\"",
    ];

    private readonly Mutator[] _mutators =
    [
        new(Corpus.Descriptions("*.json"), Words),
        new(Corpus.Descriptions("*.yaml"), Words),
        new([Miniatures.Studio, Miniatures.Store], Words),
    ];

    private readonly List<(string Path, string Text)[]> _good = [];

    /// <summary>How many schemas that were imported are kept.</summary>
    public int Keep { get; init; }

    public IReadOnlyList<(string Path, string Text)[]> Good => _good;

    public override Input Next(Random random)
    {
        int kind = random.Next(Kinds);
        return new Input(_mutators[kind].Next(random), kind);
    }

    public override bool Take(Input input)
    {
        var gaps = new Gaps();
        try
        {
            if (Import(input, gaps) is not { } service)
            {
                Assert.NotEmpty(gaps.Kept);
                return false;
            }

            ScaffoldResult result = ScaffoldResult.Of(service, gaps, assumeAnyState: true);
            Assert.Empty(result.Errors);
            Assert.All(gaps.Kept, static gap => Assert.DoesNotContain(gap.Message, static c => char.IsControl(c)));
            if (_good.Count < Keep)
            {
                _good.Add([.. result.Files.Select(static file => ("/project/schema/imported/" + file.Name, file.Text))]);
            }

            return true;
        }
        catch (SourceException refused)
        {
            Assert.InRange(refused.Message.Length, 1, 400);
            Assert.DoesNotContain(refused.Message, static c => char.IsControl(c));
            return false;
        }
    }

    private static ScaffoldService? Import(Input input, Gaps gaps)
    {
        var settings = new ImportSettings("schema", null, null, Force: false, AssumeAnyState: true, Json: false);
        byte[] text = Encoding.UTF8.GetBytes(input.Text);
        if (input.Choice == Kinds - 1)
        {
            var files = new ModelFiles(
                new ModelFile(ModelFiles.ServiceName, text),
                new ModelFile("waiters-2.json", Encoding.UTF8.GetBytes(Miniatures.StudioWaiters)),
                new ModelFile("paginators-1.json", Encoding.UTF8.GetBytes(Miniatures.StudioPaginators)));
            return BotocoreImporter.Read(files, settings, gaps);
        }

        JsonSource source = JsonSource.Parse(input.Choice == 0 ? "/none/description.json" : "/none/description.yaml", "description", text);
        ScaffoldService service = OpenApiImporter.Read(source, settings, gaps);
        Assert.All(source.Places(gaps.Kept.Select(static gap => gap.Origin.Pointer)).Values, static place => Assert.True(place is { Line: > 0, Column: > 0 }));
        return service;
    }
}
