using System.Collections.Immutable;
using MediaOps.Analyzers.Tests.Harness;
using MediaOps.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MediaOps.CodeFixes.Tests;

/// <summary>Every fix that is offered for anything in the cases of the analyzer.</summary>
public sealed class EveryCaseTests
{
    public static TheoryData<string> Themes { get; } = [.. Theme.Names];

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task A_fix_leaves_code_that_compiles_and_removes_what_it_is_for(string theme)
    {
        FixRun run = FixRun.Open(MarkedSource.Parse(Resources.Read("Cases/" + theme)).Text);
        ImmutableArray<Diagnostic> before = await run.DiagnosticsAsync();
        var failures = new List<string>();
        foreach (Diagnostic diagnostic in before)
        {
            foreach (StateFix fix in FixRun.Fixes)
            {
                if (await run.OfferAsync(fix, diagnostic) is { } action)
                {
                    FixRun after = await run.AfterAsync(action);
                    ImmutableArray<Diagnostic> left = await after.DiagnosticsAsync();
                    IReadOnlyList<string> errors = await after.ErrorsAsync();
                    if (errors.Count > 0 || Count(left, diagnostic.Id) >= Count(before, diagnostic.Id) || left.Length > before.Length)
                    {
                        failures.Add($"{Compiler.Describe(diagnostic)}: '{action.Title}' leaves {string.Join("; ", errors.Concat(left.Select(Compiler.Describe)))}");
                    }
                }
            }
        }

        Assert.Empty(failures);
    }

    private static int Count(ImmutableArray<Diagnostic> diagnostics, string id) => diagnostics.Count(diagnostic => diagnostic.Id == id);
}
