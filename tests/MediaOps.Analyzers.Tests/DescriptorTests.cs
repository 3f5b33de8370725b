using System.Globalization;
using MediaOps.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Analyzers.Tests;

/// <summary>The rules themselves, and what users can set.</summary>
public sealed class DescriptorTests
{
    [Fact]
    public void Every_rule_is_in_the_release_tracking_files_with_its_severity()
    {
        string tracked = Resources.Read("Releases/AnalyzerReleases.Shipped") + Resources.Read("Releases/AnalyzerReleases.Unshipped");

        foreach (DiagnosticDescriptor rule in Descriptors.All.DistinctBy(rule => rule.Id, StringComparer.Ordinal))
        {
            Assert.Contains($"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} |", tracked, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_an_error_is_a_warning_by_the_same_id_where_it_is_inferred()
    {
        foreach (IGrouping<string, DiagnosticDescriptor> rules in Descriptors.All.GroupBy(rule => rule.Id, StringComparer.Ordinal))
        {
            DiagnosticSeverity[] expected = rules.First().DefaultSeverity == DiagnosticSeverity.Error ? [DiagnosticSeverity.Error, DiagnosticSeverity.Warning] : [rules.First().DefaultSeverity];
            Assert.Equal(expected, rules.Select(rule => rule.DefaultSeverity));
        }
    }

    [Theory]
    [InlineData("await channel.StopAsync(); await channel.ResetAsync();", DiagnosticSeverity.Error)]
    [InlineData("await channel.StopAsync(); await channel.HideSlateAsync();", DiagnosticSeverity.Warning)]
    [InlineData("await channel.StartAsync(); await channel.StartAsync();", DiagnosticSeverity.Error)]
    [InlineData("_ = await channel.SendStopOperationAsync(); await channel.HideSlateAsync();", DiagnosticSeverity.Warning)]
    [InlineData("await channel.DeleteAsync(); await channel.StartAsync();", DiagnosticSeverity.Error)]
    public async Task A_fact_that_no_source_states_is_a_warning(string statements, DiagnosticSeverity severity)
    {
        Diagnostic reported = Assert.Single(await Compiler.AnalyzeAsync(Compiler.WithStudioReference(Method(statements))));

        Assert.Equal(severity, reported.Severity);
        Assert.Equal(severity == DiagnosticSeverity.Warning, reported.GetMessage(CultureInfo.InvariantCulture).EndsWith("; a warning only, because no source states this rule", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entity_whose_expression_is_long_is_told_without_a_name()
    {
        string text = "class C { [return: InState(\"Running\")] async Task<Channel> M(StudioClient client) => await client.Channels.CreateAsync(\"" + new string('a', 60) + "\"); }";
        Diagnostic reported = Assert.Single(await Compiler.AnalyzeAsync(Compiler.WithStudioReference(text)));

        Assert.Equal("'M' promises to return Running, but the entity is Stopped here (created on line 1)", reported.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Deleted_is_told_like_a_state()
    {
        string text = Method("await channel.StopAsync(); if (channel.Name.Length > 3) { await channel.DeleteAsync(); } await channel.StartAsync();");
        Diagnostic reported = Assert.Single(await Compiler.AnalyzeAsync(Compiler.WithStudioReference(text)));

        Assert.Equal("'StartAsync' needs Stopped, but 'channel' can be Stopped or deleted here", reported.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public async Task An_editorconfig_sets_the_severity(string setting, DiagnosticSeverity? severity)
    {
        CSharpCompilation compilation = Compiler.WithStudioReference(Method("await channel.StopAsync(); await channel.StopAsync();"));
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig("[*.cs]\ndotnet_diagnostic.MOPS1001.severity = " + setting)));

        Assert.Equal(severity, (await Compiler.AnalyzeAsync(compilation)).SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task A_pragma_silences_the_lines_that_it_is_for()
    {
        string text = Method("await channel.StopAsync();\n#pragma warning disable MOPS1001\nawait channel.StopAsync();\n#pragma warning restore MOPS1001\nawait channel.StopAsync();");

        Assert.Single(await Compiler.AnalyzeAsync(Compiler.WithStudioReference(text)));
    }

    private static string Method(string statements) => "class C { async Task M(Channel channel) { " + statements + "\n} }";

    private sealed class EditorConfig(string text) : SyntaxTreeOptionsProvider
    {
        private readonly AnalyzerConfigSet _set = AnalyzerConfigSet.Create<AnalyzerConfig[]>([AnalyzerConfig.Parse(text, "/.editorconfig")]);

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _set.GetOptionsForSourcePath("/" + tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }
}
