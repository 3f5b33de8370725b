using MediaOps.Generator.Pipeline;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Schema;
using Microsoft.CodeAnalysis;

namespace MediaOps.Generator.Tests;

public sealed class FindingTests
{
    [Fact]
    public void The_files_of_ams_v2_have_no_findings() => Assert.Empty(Driver.Findings(Schemas.AmsV2));

    [Fact]
    public void A_finding_stands_at_file_line_and_column()
    {
        SchemaText wrong = Schemas.Channel.With("\"via\": \"Starting\"", "\"via\": \"Startin\"");
        Diagnostic finding = Assert.Single(Driver.Findings(Schemas.AmsV2Service, wrong), finding => finding.Id == "MOPS0201");
        string line = wrong.Text!.Split('\n')[finding.Location.GetLineSpan().StartLinePosition.Line];

        Assert.Equal(wrong.Path, finding.Location.GetLineSpan().Path);
        Assert.Equal("\"Startin\"", line.Substring(finding.Location.GetLineSpan().StartLinePosition.Character, "\"Startin\"".Length));
        Assert.Contains("did you mean 'Starting'", finding.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_state_is_reported_and_the_method_is_emitted_all_the_same()
    {
        SchemaText wrong = Schemas.Channel.With("\"via\": \"Starting\"", "\"via\": \"Startin\"");

        Assert.Contains("void Start(", Driver.Sources(Schemas.AmsV2Service, wrong)["AmsV2.Channel.g.cs"], StringComparison.Ordinal);
        Assert.Empty(Driver.Problems(Driver.Generate(Driver.Compilation(""), Schemas.AmsV2Service, wrong)));
    }

    [Fact]
    public void Every_file_with_an_error_has_its_finding_at_once()
    {
        SchemaText[] files = [Schemas.SmallService(), Schemas.SmallEntity("EncoderA") with { Text = "{ " }, Schemas.SmallEntity("EncoderB").With("\"to\": \"Running\"", "\"to\": \"Runing\"")];

        Assert.Equal(["EncoderA.json", "EncoderB.json"], Driver.Findings(files).Select(finding => Path.GetFileName(finding.Location.GetLineSpan().Path)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_without_our_metadata_is_none_of_ours() =>
        Assert.Empty(Driver.Sources([.. Schemas.AmsV2.Select(file => file with { IsOurs = false })]));

    [Fact]
    public void A_stray_json_file_is_passed_over_in_silence() =>
        Assert.Empty(Driver.Findings(new SchemaText("/project/schema/other/settings.json", "{ \"anything\": 1 }")));

    [Fact]
    public void A_file_that_cannot_be_read_is_reported()
    {
        Diagnostic finding = Assert.Single(Driver.Findings(new SchemaText(Schemas.Folder + "service.json", Text: null)));

        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Contains("could not read", finding.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_that_claim_one_name_are_both_reported_and_the_first_is_generated()
    {
        SchemaText twin = Schemas.SmallEntity("Encoder") with { Path = "/project/schema/studio/Other.json" };
        SchemaText[] files = [Schemas.SmallService(), twin.With("\"maxLength\": 64", "\"maxLength\": 7"), Schemas.SmallEntity("Encoder")];

        Assert.All(Driver.Findings(files), finding => Assert.Equal("MOPS0107", finding.Id));
        Assert.Equal(["Encoder.json", "Other.json"], Driver.Findings(files).Select(finding => Path.GetFileName(finding.Location.GetLineSpan().Path)));
        Assert.Contains("64", Driver.Sources(files)["Studio.EncoderCreationOptions.g.cs"], StringComparison.Ordinal);
        Assert.Empty(Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
    }

    [Fact]
    public void Two_services_of_one_name_do_not_end_the_generator()
    {
        SchemaText[] files = [Schemas.SmallService(), Schemas.SmallService("/project/schema/twin/"), Schemas.SmallEntity("Encoder"), Schemas.SmallEntity("Encoder", "/project/schema/twin/")];

        Assert.Contains(Driver.Findings(files), finding => finding.Id == "MOPS0107");
        Assert.Empty(Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
    }

    [Fact]
    public void The_namespace_of_the_item_takes_the_place_of_the_schemas()
    {
        SchemaText[] files = [Schemas.SmallService() with { Namespace = "My_app.media" }, Schemas.SmallEntity("Encoder")];

        Assert.All(Driver.Sources(files).Values, source => Assert.Contains("namespace My_app.media\n", source, StringComparison.Ordinal));
        Assert.Empty(Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
    }

    [Theory]
    [InlineData("A;B")]
    [InlineData("A.class")]
    [InlineData("A { } //")]
    [InlineData("A\nB")]
    [InlineData("Ā")]
    public void A_namespace_that_is_none_is_reported_and_the_schemas_is_used(string text)
    {
        SchemaText[] files = [Schemas.SmallService() with { Namespace = text }, Schemas.SmallEntity("Encoder")];

        Assert.Equal("MOPS0903", Assert.Single(Driver.Findings(files)).Id);
        Assert.All(Driver.Sources(files).Values, source => Assert.Contains("namespace Acme.Studio\n", source, StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_that_is_wrong_is_said_once() => Assert.Equal(
        ["MOPS0303"],
        Driver.Findings(Schemas.SmallService(), Schemas.SmallEntity("Encoder").With("POST /Encoders/{Id}/stop", "POST /Encoders/{Id/stop")).Select(finding => finding.Id));

    [Fact]
    public void A_mistake_of_ours_becomes_one_finding_that_names_the_file()
    {
        Attempt<Finding> attempt = Attempt.Of<Finding>("/project/schema/x.json", () => throw new InvalidOperationException("first line\nsecond line"));
        Diagnostic diagnostic = attempt.Failure!.ToDiagnostic();

        Assert.Equal("MOPS0901", diagnostic.Id);
        Assert.Contains("/project/schema/x.json", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', diagnostic.GetMessage(null));
    }

    [Fact]
    public void A_cancellation_is_no_mistake() =>
        Assert.Throws<OperationCanceledException>(() => Attempt.Of<Finding>("x.json", () => throw new OperationCanceledException()));

    [Fact]
    public void Every_rule_can_become_a_diagnostic()
    {
        Assert.All(Rules.All, rule =>
        {
            Diagnostic diagnostic = new Finding(rule.Id, rule.Severity, "message", "file.json", new SourceSpan(1, 2, 0, 1, 0, 3), "").ToDiagnostic();
            Assert.Equal(rule.Id, diagnostic.Id);
            Assert.Equal("message", diagnostic.GetMessage(null));
            Assert.Equal(rule.Severity.ToString(), diagnostic.Severity.ToString());
        });
    }
}
