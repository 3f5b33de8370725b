using System.Collections.Immutable;
using MediaOps.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Analyzers.Tests;

/// <summary>Clients of all origins: generated, by hand, in this project or another one, and none at all.</summary>
public sealed class ClientTests
{
    private const string Recorder = """
        using System.Threading.Tasks;
        using MediaOps;

        namespace Tapes
        {
            public enum RecorderState { Unknown, Idle, Recording }

            [Stateful(typeof(RecorderState))]
            public class Recorder
            {
                public RecorderState State => RecorderState.Unknown;

                [StateTransition(From = new[] { nameof(RecorderState.Idle) }, To = new[] { nameof(RecorderState.Recording) })]
                public void Record() { }

                [StateTransition(From = new[] { nameof(RecorderState.Recording) }, To = new[] { nameof(RecorderState.Idle) })]
                public Task HaltAsync() => Task.CompletedTask;

                [StateTransition(From = new[] { nameof(RecorderState.Idle) }, To = new[] { nameof(RecorderState.Idle) })]
                public void Play() { }

                public void Eject() { }
            }

            public static class Recorders
            {
                [InitialState(nameof(RecorderState.Idle))]
                public static Recorder Make() => new Recorder();
            }
        }
        """;

    private const string PlayRule = "[StateTransition(From = new[] { nameof(RecorderState.Idle) }, To = new[] { nameof(RecorderState.Idle) })]";

    private const string Use = "class C { async Task M(Tapes.Recorder recorder) { recorder.Record(); recorder.Record(); await recorder.HaltAsync(); await recorder.HaltAsync(); } }";

    private static readonly string[] Twice = ["1: MOPS1001 at 'Record'", "1: MOPS1001 at 'HaltAsync'"];

    [Fact]
    public async Task By_hand_in_the_same_project_without_the_attribute_of_a_service() => Assert.Equal(Twice, await ReportedAsync(Use, Compiler.Parse(Recorder, "Recorder.cs")));

    [Fact]
    public async Task By_hand_in_another_project_with_the_attribute_of_a_service() => Assert.Equal(Twice, await ReportedAsync(Use, references: Reference("[assembly: MediaOps.StatefulService(\"Tapes\", \"Record\", \"HaltAsync\")]\n")));

    [Fact]
    public async Task A_create_may_be_a_static_method() => Assert.Equal(
        ["1: MOPS1001 at 'HaltAsync'"],
        await ReportedAsync("class C { async Task M() { var recorder = Tapes.Recorders.Make(); await recorder.HaltAsync(); } }", Compiler.Parse(Recorder, "Recorder.cs")));

    [Fact]
    public async Task A_method_without_an_attribute_may_do_anything() => Assert.Empty(
        await ReportedAsync("class C { void M(Tapes.Recorder recorder) { recorder.Record(); recorder.Eject(); recorder.Record(); } }", Compiler.Parse(Recorder, "Recorder.cs")));

    [Fact]
    public async Task So_may_one_that_names_a_state_which_does_not_exist() => Assert.Equal(
        ["19: MOPS1009 at '\"Rewinding\"'"],
        await ReportedAsync(
            "class C { void M(Tapes.Recorder recorder) { recorder.Record(); recorder.Play(); recorder.Record(); } }",
            Compiler.Parse(Recorder.Replace(PlayRule, "[StateTransition(From = new[] { \"Rewinding\" })]", StringComparison.Ordinal), "Recorder.cs")));

    [Theory]
    [InlineData("[StateTransition(From = new[] { \"Rewinding\", nameof(RecorderState.Idle) }, To = new[] { \"Idle\" })]", "\"Rewinding\"")]
    [InlineData("[StateTransition(From = new[] { \"Idle\" }, Via = [\"Spooling\"], To = new[] { \"Idle\" })]", "\"Spooling\"")]
    [InlineData("[StateTransition(From = new[] { \"Idle\" }, OnFailure = new string[] { \"Jammed\" })]", "\"Jammed\"")]
    [InlineData("[RequiresState(typeof(Recorder), Relation.Children, \"Idle\", \"Rewinding\")]", "\"Rewinding\"")]
    [InlineData("[RequiresState(typeof(string), Relation.Parent, \"Idle\")]", "RequiresState(typeof(string), Relation.Parent, \"Idle\")")]
    [InlineData("[return: InState(\"Rewinding\")]", "\"Rewinding\"")]
    [InlineData("[InitialState(\"Rewinding\")]", "\"Rewinding\"")]
    [InlineData("[StateTransition(From = new[] { \"Idle\" })]", null)]
    [InlineData("[StateTransition(From = null)]", null)]
    [InlineData("[RequiresState(typeof(Recorder), Relation.Children, \"Idle\")]", null)]
    [InlineData("[RequiresState(typeof(Recorder), Relation.Children)]", null)]
    [InlineData("[InitialState]", null)]
    [InlineData("[InitialState(nameof(RecorderState.Idle))]", null)]
    public async Task An_attribute_that_is_written_by_hand_must_name_states_of_its_entity(string attribute, string? expected)
    {
        string recorder = Recorder.Replace(PlayRule, attribute, StringComparison.Ordinal).Replace("void Play() { }", "Recorder Play() => this;", StringComparison.Ordinal);

        Assert.Equal(expected is null ? [] : [$"19: MOPS1009 at '{expected}'"], await ReportedAsync("class C { }", Compiler.Parse(recorder, "Recorder.cs")));
    }

    [Fact]
    public async Task So_must_a_property() => Assert.Equal(
        ["11: MOPS1009 at '\"Rewinding\"'"],
        await ReportedAsync("class C { }", Compiler.Parse(Recorder.Replace("public RecorderState State", "[UpdatableIn(\"Idle\", \"Rewinding\")] public RecorderState State", StringComparison.Ordinal), "Recorder.cs")));

    [Theory]
    [InlineData("[Stateful(typeof(RecorderState))]", "")]
    [InlineData("typeof(RecorderState)", "typeof(string)")]
    public async Task Attributes_on_what_is_no_entity_say_so(string without, string with)
    {
        IEnumerable<string> found = await ReportedAsync("class C { }", Compiler.Parse(Recorder.Replace(without, with, StringComparison.Ordinal), "Recorder.cs"));

        Assert.Equal(["13: MOPS1009", "16: MOPS1009", "19: MOPS1009", "27: MOPS1009"], found.Select(line => line.Split(" at ")[0]));
    }

    [Theory]
    [InlineData("[StateTransition(From = new[] { Missing })]")]
    [InlineData("[StateTransition(From = new[] { \"Idle\", })]")]
    [InlineData("[StateTransition(From = 5)]")]
    [InlineData("[StateTransition(From = \"Rewinding\")]")]
    [InlineData("[RequiresState]")]
    [InlineData("[RequiresState(typeof(Missing), Relation.Parent, \"Idle\")]")]
    [InlineData("[RequiresState(typeof(), Relation.Parent, \"Idle\")]")]
    [InlineData("[RequiresState(\"Idle\")]")]
    [InlineData("[InState(\"Idle\")]")]
    [InlineData("[InitialState(")]
    [InlineData("[return: InState(\"Idle\")")]
    public async Task Attributes_that_are_not_finished_do_no_harm(string attribute)
    {
        string recorder = Recorder.Replace(PlayRule, attribute, StringComparison.Ordinal);
        CSharpCompilation compilation = Compiler.Library([Compiler.Parse(recorder, "Recorder.cs")], null);

        Assert.DoesNotContain(await Compiler.AnalyzeAsync(compilation), diagnostic => diagnostic.Id is "AD0001");
    }

    [Fact]
    public async Task What_a_generator_has_written_is_not_judged() => Assert.Empty(await ReportedAsync("class C { }", Compiler.Parse("// <auto-generated/>\n" + Recorder, "Recorder.g.cs")));

    [Fact]
    public async Task A_project_that_knows_no_client_has_nothing_to_report() => Assert.Empty(await ReportedAsync("class C { void M(System.IO.Stream s) { s.Flush(); s.Dispose(); s.Flush(); } }"));

    [Fact]
    public async Task A_helper_of_another_project_is_known_by_the_name_that_its_assembly_tells()
    {
        const string Helper = "[assembly: StatefulService(\"Helpers\", \"Announce\")] public static class Helpers { public static void Announce([InState(\"Running\")] Channel channel) => channel.Reset(); }";
        MetadataReference helpers = Compiler.Emit(Compiler.Library([Compiler.Parse(Helper, "Helpers.cs")], "Studio", Compiler.Studio), "Helpers");

        Assert.Equal(
            ["1: MOPS1001 at 'Announce'"],
            await ReportedAsync("class C { async Task M(Studio.StudioClient client) => Helpers.Announce(await client.Channels.CreateAsync(\"live\")); }", references: [Compiler.Studio, helpers]));
    }

    [Fact]
    public async Task A_client_that_two_references_away_is_known() => Assert.Equal(
        ["1: MOPS1001 at 'StopAsync'"],
        await ReportedAsync("class C { async Task M() { var channel = await Between.MakeAsync(); await channel.StopAsync(); await channel.StopAsync(); } }", references: [Compiler.Studio, Between()]));

    [Theory]
    [InlineData("await channel.StopAsync(); await channel.StopAsync();", "1: MOPS1001 at 'StopAsync'")]
    [InlineData("channel.Reset(); channel.Stop(); channel.Reset();", "1: MOPS1001 at 'Reset'")]
    [InlineData("var made = await media.Channels.CreateAsync(\"live\", StreamingProtocol.RTMP, []); await made.StopAsync();", "1: MOPS1001 at 'StopAsync'")]
    [InlineData("var made = await media.Channels.CreateAsync(new ChannelCreationOptions { Name = \"live\", State = ChannelState.Running }); await made.StopAsync();", null)]
    [InlineData("var operation = await channel.SendStopOperationAsync(); await channel.ResetAsync(); await operation.WaitForCompletionAsync();", "1: MOPS1002 at 'ResetAsync'")]
    [InlineData("await channel.StopAsync(); var program = channel.Programs.Create(\"news\", TimeSpan.FromHours(1), \"nb:cid:UUID:1\"); program.Start();", "1: MOPS1003 at 'Start'")]
    [InlineData("channel.Reset(); channel.Description = \"new\"; channel.Update();", "1: MOPS1006 at 'Update'")]
    [InlineData("IChannel same = channel; same.Stop(); same.Stop();", "1: MOPS1001 at 'Stop'")]
    [InlineData("foreach (IChannel each in media.Channels.Where(c => c.State == ChannelState.Running)) { each.Stop(); each.Reset(); }", "1: MOPS1001 at 'Reset'")]
    [InlineData("var edge = media.StreamingEndpoints.FirstOrDefault(e => e.Name == \"default\"); if (edge?.State == StreamingEndpointState.Stopped) edge.Start();", null)]
    [InlineData("channel.Start(); channel.ShowSlate(TimeSpan.FromSeconds(10)); channel.StartAdvertisement(TimeSpan.FromSeconds(30), 1); channel.EndAdvertisement(1); channel.Stop(); channel.Delete();", null)]
    public async Task The_generated_client(string statements, string? expected)
    {
        string text = "using Media.AzureV2; class C { async Task M(CloudMediaContext media, Channel channel) { " + statements + " await Task.Yield(); } }";

        Assert.Equal(expected is null ? [] : [expected], await ReportedAsync(text, references: Compiler.AmsV2));
    }

    [Fact]
    public async Task The_generated_client_in_the_same_project()
    {
        SyntaxTree[] sources = [.. Resources.In("AmsV2").Select(name => Compiler.Parse(Resources.Read(name), name))];

        Assert.Equal(
            ["1: MOPS1001 at 'StopAsync'"],
            await ReportedAsync("class C { async Task M(Media.AzureV2.Channel channel) { await channel.StopAsync(); await channel.StopAsync(); } }", sources));
    }

    private static async Task<IEnumerable<string>> ReportedAsync(string text, SyntaxTree[] sources, params MetadataReference[] references)
    {
        CSharpCompilation compilation = Compiler.Library([Compiler.Parse(text, "Use.cs"), .. sources], null, references);
        Assert.Empty(Compiler.Errors(compilation.GetDiagnostics()));
        ImmutableArray<Diagnostic> found = await Compiler.AnalyzeAsync(compilation);
        return found.Select(Compiler.Describe);
    }

    private static Task<IEnumerable<string>> ReportedAsync(string text, SyntaxTree source) => ReportedAsync(text, [source]);

    private static Task<IEnumerable<string>> ReportedAsync(string text, params MetadataReference[] references) => ReportedAsync(text, [], references);

    private static MetadataReference Reference(string attribute) =>
        Compiler.Emit(Compiler.Library([Compiler.Parse(Recorder.Replace("namespace Tapes", attribute + "namespace Tapes", StringComparison.Ordinal), "Recorder.cs")], null), "Tapes");

    private static MetadataReference Between() => Compiler.Emit(Compiler.Library(
        [Compiler.Parse("public static class Between { public static Task<Channel> MakeAsync() => new StudioClient().Channels.CreateAsync(\"live\"); }", "Between.cs")],
        "Studio",
        Compiler.Studio), "Between");
}
