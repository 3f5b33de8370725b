using System.Collections.Immutable;
using MediaOps.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.CodeFixes.Tests;

/// <summary>Makes a fix and looks at what it left: the text, the compiler, the analyzer.</summary>
public abstract class FixTest
{
    private protected abstract CodeFixProvider Fix { get; }

    /// <summary>The fix of the first diagnostic of an id gives a text that compiles and in which nothing is reported any more.</summary>
    private protected async Task BecomesAsync(string id, string before, string after, LanguageVersion version = LanguageVersion.Latest, bool isProgram = false)
    {
        FixRun run = FixRun.Open(before, version, isProgram);
        Assert.Empty(await run.ErrorsAsync());
        CodeAction? action = await run.OfferAsync(Fix, (await run.DiagnosticsAsync()).First(diagnostic => diagnostic.Id == id));
        Assert.NotNull(action);

        await IsLeftAsync(await run.AfterAsync(action), after);
    }

    /// <summary>The fix of all diagnostics of an id at once.</summary>
    private protected async Task AllBecomeAsync(string id, string before, string after)
    {
        FixRun run = FixRun.Open(before);
        Assert.Empty(await run.ErrorsAsync());
        Assert.Contains(await run.DiagnosticsAsync(), diagnostic => diagnostic.Id == id);

        await IsLeftAsync(await run.AfterAllAsync(Fix, id), after);
    }

    /// <summary>The fix is not offered for the first diagnostic of an id.</summary>
    private protected async Task IsNotOfferedAsync(string id, string text)
    {
        FixRun run = FixRun.Open(text);
        Assert.Empty(await run.ErrorsAsync());

        Assert.Null(await run.OfferAsync(Fix, (await run.DiagnosticsAsync()).First(diagnostic => diagnostic.Id == id)));
    }

    private static async Task IsLeftAsync(FixRun run, string text)
    {
        Assert.Equal(text, await run.TextAsync(), ignoreLineEndingDifferences: true);
        Assert.Empty(await run.ErrorsAsync());
        ImmutableArray<Diagnostic> left = await run.DiagnosticsAsync();
        Assert.Empty(left);
    }
}
