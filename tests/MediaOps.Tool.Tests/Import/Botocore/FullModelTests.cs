using System.Diagnostics;

namespace MediaOps.Tool.Tests.Import.Botocore;

/// <summary>Whole models, which belong to others: who has them names their folder in MEDIAOPS_MODELS.</summary>
public sealed class FullModelTests
{
    private const string Variable = "MEDIAOPS_MODELS";

    /// <summary>The folders of models below the one that is named; the empty text where none is.</summary>
    public static TheoryData<string> Folders { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } root
        ? [.. Directory.EnumerateFiles(root, "service-2.json", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!).Order(StringComparer.Ordinal)]
        : [string.Empty];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_whole_model_is_imported_in_seconds_without_a_finding_and_compiles(string folder)
    {
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        if (folder.Length == 0)
        {
            output.WriteLine($"{Variable} names no folder.");
            return;
        }

        var watch = Stopwatch.StartNew();
        (Imported? imported, var gaps) = Imported.Folder(folder, assume: true);
        output.WriteLine($"{Path.GetFileName(folder)}: {watch.ElapsedMilliseconds} ms, {imported?.Service.Entities.Count} entities, {imported?.Service.Types.Count} types, {gaps.Count} gaps");
        foreach (var gap in gaps.Kept)
        {
            output.WriteLine($"{gap.Rule.Id} {gap.Origin.File}{gap.Origin.Pointer}: {gap.Message}");
        }

        if (imported is null)
        {
            Assert.Contains(gaps.Kept, gap => gap.Message.Contains("protocol", StringComparison.Ordinal));
            return;
        }

        Assert.Equal(string.Empty, string.Join("\n", imported.Findings()));
        Assert.Equal(string.Empty, string.Join("\n", imported.Problems()));
    }
}
