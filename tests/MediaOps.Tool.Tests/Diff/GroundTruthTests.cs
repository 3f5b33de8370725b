using System.Reflection;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Schema;
using MediaOps.Tool.Diff;

namespace MediaOps.Tool.Tests.Diff;

/// <summary>What a difference claims is tried: both clients are generated, and a program is compiled with each.</summary>
public sealed class GroundTruthTests
{
    private const string Types = """ "Mode": { "enum": { "Slow": null, "Fast": null } } """;

    private const string Properties = """ "Label": { "type": "string" }, "Mode": { "type": "Mode" }, """;

    private const string Actions = """
        "Tune": { "http": "POST /Encoders/{Id}/tune", "from": "Running", "to": "Running", "parameters": { "Level": { "type": "int" } } },
        "Measure": { "http": "POST /Encoders/{Id}/measure", "from": [ "Stopped", "Running" ], "to": "@previous", "tracking": "operation", "returns": { "type": "int", "path": "value" } },
        "Clear": { "http": "POST /Encoders/{Id}/clear", "from": "Running", "to": "Running", "inferred": true },
        """;

    private static readonly SchemaText[] Studio = [Schemas.SmallService(), Schemas.SmallEntity("Encoder", types: Types, properties: Properties, actions: Actions)];

    /// <summary>Name of the case, the part of a file that is edited, what it becomes, and a statement of a program that knows <c>studio</c> and <c>encoder</c>.</summary>
    public static TheoryData<string, string, string, string> BreakingSource => new()
    {
        { "action renamed", "\"Stop\": {", "\"Halt\": {", "await encoder.StopAsync();" },
        { "type changed", "\"Bitrate\": { \"type\": \"int\"", "\"Bitrate\": { \"type\": \"long\"", "int? rate = encoder.Bitrate;" },
        { "value required", "\"Bitrate\": { \"type\": \"int\"", "\"Bitrate\": { \"required\": true, \"type\": \"int\"", "int rate = encoder.Bitrate ?? 0;" },
        { "enum value required", "\"Mode\": { \"type\": \"Mode\" }", "\"Mode\": { \"type\": \"Mode\", \"required\": true }", "Mode mode = encoder.Mode ?? Mode.Slow;" },
        { "access narrowed", "\"Label\": { \"type\": \"string\" }", "\"Label\": { \"type\": \"string\", \"access\": \"readOnly\" }", "encoder.Label = \"a\";" },
        { "property removed", "\"Label\": { \"type\": \"string\" },", "", "string? label = encoder.Label;" },
        { "required parameter added", "\"Level\": { \"type\": \"int\" }", "\"Level\": { \"type\": \"int\" }, \"Key\": { \"type\": \"string\", \"required\": true }", "await encoder.TuneAsync(5);" },
        { "parameter required", "\"Level\": { \"type\": \"int\" }", "\"Level\": { \"type\": \"int\", \"required\": true }", "await encoder.TuneAsync();" },
        { "enum value removed", "\"Slow\": null, \"Fast\": null", "\"Slow\": null", "Mode mode = Mode.Fast;" },
        { "namespace changed", "\"namespace\": \"Acme.Studio\"", "\"namespace\": \"Acme.Other\"", "" },
        { "client renamed", "\"service\": \"Studio\",", "\"service\": \"Studio\", \"client\": \"Entry\",", "StudioClient client = studio;" },
        { "plural changed", "\"entity\": \"Encoder\",", "\"entity\": \"Encoder\", \"plural\": \"Coders\",", "await studio.Encoders.GetAsync(\"enc-0123abcd\");" },
        { "value untracked", "\"to\": \"@previous\", \"tracking\": \"operation\",", "\"to\": \"@previous\",", "await encoder.SendMeasureOperationAsync();" },
        { "from narrowed", "\"from\": [ \"Stopped\", \"Running\" ]", "\"from\": \"Running\"", "Encoder made = await studio.Encoders.CreateAsync(new EncoderCreationOptions { Name = \"a\" }); await made.MeasureAsync();" },
        { "inferred is stated", "\"inferred\": true", "\"inferred\": false", "Encoder made = await studio.Encoders.CreateAsync(new EncoderCreationOptions { Name = \"a\" }); await made.ClearAsync();" },
        { "end changed", "\"http\": \"POST /Encoders\", \"to\": \"Stopped\"", "\"http\": \"POST /Encoders\", \"to\": \"Running\"", "Encoder made = await studio.Encoders.CreateAsync(new EncoderCreationOptions { Name = \"a\" }); await made.StartAsync();" },
        { "interfaces", "\"service\": \"Studio\",", "\"service\": \"Studio\", \"interfaces\": true,", "System.Linq.IQueryable<Encoder> all = studio.Encoders;" },
    };

    /// <summary>Edits that every program survives, each with a program that touches what was edited.</summary>
    public static TheoryData<string, string, string, string> Surviving => new()
    {
        { "compatible", "\"Label\": { \"type\": \"string\" },", "\"Label\": { \"type\": \"string\" }, \"Note\": { \"type\": \"string\" },", "encoder.Label = \"a\";" },
        { "compatible", "\"Stop\": {", "\"Pause\": { \"http\": \"POST /Encoders/{Id}/pause\", \"from\": \"Running\", \"to\": \"Stopped\" }, \"Stop\": {", "await encoder.StopAsync();" },
        { "compatible", "\"Slow\": null, \"Fast\": null", "\"Slow\": null, \"Fast\": null, \"Faster\": null", "Mode mode = Mode.Fast;" },
        { "compatible", "\"from\": \"Running\", \"via\": \"Stopping\"", "\"from\": [ \"Running\", \"Starting\" ], \"via\": \"Stopping\"", "await encoder.StopAsync();" },
        { "compatible", "\"inferred\": true", "\"inferred\": true, \"description\": \"Clears.\"", "await encoder.ClearAsync();" },
        { "compatible", "\"maxLength\": 64", "\"maxLength\": 128", "string name = encoder.Name;" },
        { "compatible", "\"http\": \"POST /Encoders\",", "\"http\": \"POST /Encoders\", \"parameters\": { \"Hint\": { \"type\": \"string\", \"in\": \"query\" } },", "await studio.Encoders.CreateAsync(new EncoderCreationOptions { Name = \"a\" });" },
        { "compatible", "\"category\": \"precondition\" }", "\"category\": \"precondition\" }, \"Busy\": { \"http\": 503, \"category\": \"transient\" }", "" },
        { "compatible", "\"interval\": \"5s\"", "\"interval\": \"6s\"", "await encoder.StartAsync();" },
        { "breaking-behaviour", "\"timeout\": \"10m\"", "\"timeout\": \"5m\"", "await encoder.StartAsync();" },
        { "breaking-behaviour", "\"maxLength\": 64", "\"maxLength\": 32", "string name = encoder.Name;" },
        { "breaking-behaviour", "\"Label\": { \"type\": \"string\" }", "\"Label\": { \"type\": \"string\", \"wire\": \"title\" }", "encoder.Label = \"a\";" },
        { "breaking-behaviour", "\"http\": \"POST /Encoders/{Id}/start\"", "\"http\": \"POST /Encoders/{Id}/begin\"", "await encoder.StartAsync();" },
        { "breaking-behaviour", "\"Label\": { \"type\": \"string\" }", "\"Label\": { \"type\": \"string\", \"required\": true }", "encoder.Label = \"a\";" },
        { "breaking-behaviour", "\"from\": \"Running\", \"to\": \"Running\", \"inferred\": true", "\"from\": \"Running\", \"to\": \"Running\", \"tracking\": \"operation\", \"inferred\": true", "await encoder.SendClearOperationAsync();" },
        { "breaking-binary", "\"Level\": { \"type\": \"int\" }", "\"Level\": { \"type\": \"int\" }, \"Key\": { \"type\": \"string\" }", "await encoder.TuneAsync(5);" },
        { "breaking-binary", "\"Slow\": null, \"Fast\": null", "\"Fast\": null, \"Slow\": null", "Mode mode = Mode.Fast;" },
    };

    [Theory]
    [MemberData(nameof(BreakingSource))]
    public async Task What_breaks_the_source_does_not_compile(string name, string part, string edited, string statement)
    {
        SchemaText[] after = Edit(part, edited);

        Assert.True(Worst(after) == ChangeKind.BreakingSource, name);
        Assert.Empty(await ClientPair.ErrorsAsync(Studio, Program(statement)));
        Assert.NotEmpty(await ClientPair.ErrorsAsync(after, Program(statement)));
    }

    [Theory]
    [MemberData(nameof(Surviving))]
    public async Task What_does_not_break_the_source_compiles(string kind, string part, string edited, string statement)
    {
        SchemaText[] after = Edit(part, edited);

        Assert.Equal(kind, Tool.Diff.Report.Kinds.Name(Worst(after)));
        Assert.Empty(await ClientPair.ErrorsAsync(Studio, Program(statement)));
        Assert.Empty(await ClientPair.ErrorsAsync(after, Program(statement)));
    }

    [Fact]
    public void A_program_that_is_not_compiled_anew_does_not_find_a_method_with_one_more_parameter()
    {
        const string program = "public static class Consumer { public static string Run() => Call(new Acme.Studio.StudioClient(new System.Uri(\"https://studio.example.com\"), new MediaOps.StaticTokenCredential(\"token\"))); static string Call(Acme.Studio.StudioClient studio) { System.Func<int?, System.Threading.Tasks.Task> tune = level => ((Acme.Studio.Encoder)null!).TuneAsync(level); try { tune(5); return \"called\"; } catch (System.NullReferenceException) { return \"called\"; } } }";
        SchemaText[] after = Edit("\"Level\": { \"type\": \"int\" }", "\"Level\": { \"type\": \"int\" }, \"Key\": { \"type\": \"string\" }");

        Assert.Equal(ChangeKind.BreakingBinary, Worst(after));
        Assert.Equal("called", ClientPair.Run(Studio, Studio, program));
        Assert.IsType<MissingMethodException>(Assert.Throws<TargetInvocationException>(() => ClientPair.Run(Studio, after, program)).InnerException);
    }

    [Fact]
    public void A_program_that_is_not_compiled_anew_takes_one_value_of_an_enum_for_another()
    {
        const string program = "public static class Consumer { public static string Run() => Acme.Studio.Mode.Fast.ToString(); }";
        SchemaText[] after = Edit("\"Slow\": null, \"Fast\": null", "\"Fast\": null, \"Slow\": null");

        Assert.Equal(ChangeKind.BreakingBinary, Worst(after));
        Assert.Equal("Fast", ClientPair.Run(Studio, Studio, program));
        Assert.Equal("Slow", ClientPair.Run(Studio, after, program));
    }

    private static SchemaText[] Edit(string part, string edited)
    {
        SchemaText[] after = [.. Studio.Select(file => file.Text!.Contains(part, StringComparison.Ordinal) ? file.With(part, edited) : file)];
        Assert.DoesNotContain(Set(after).Findings, finding => finding.Severity == Severity.Error);
        return after;
    }

    private static ChangeKind Worst(SchemaText[] after) => SchemaDiff.Compare(Set(Studio).Services, Set(after).Services).Max(change => change.Kind);

    private static SchemaSet Set(SchemaText[] files) => SchemaSet.Load(files.Select(file => (file.Path, file.Text!)));

    private static string Program(string statement) => $$"""
        using System.Threading.Tasks;
        using Acme.Studio;
        using MediaOps;

        internal static class Consumer
        {
            public static async Task UseAsync(StudioClient studio, Encoder encoder)
            {
                await Task.Yield();
                {{statement}}
            }
        }
        """;
}
