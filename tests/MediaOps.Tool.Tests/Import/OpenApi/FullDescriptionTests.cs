using System.Diagnostics;
using System.Text;

namespace MediaOps.Tool.Tests.Import;

/// <summary>Whole descriptions, which belong to others: who has them names their folder in MEDIAOPS_MODELS.</summary>
public sealed class FullDescriptionTests
{
    private const string Variable = "MEDIAOPS_MODELS";

    /// <summary>The descriptions below the folder that is named; the empty text where none is.</summary>
    public static TheoryData<string> Descriptions { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } root
        ? [.. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Where(IsDescription).Order(StringComparer.Ordinal).DefaultIfEmpty(string.Empty)]
        : [string.Empty];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void A_whole_description_compiles_without_a_hand(string path)
    {
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        if (path.Length == 0)
        {
            output.WriteLine($"{Variable} names no folder with a description.");
            return;
        }

        var watch = Stopwatch.StartNew();
        Imported imported = Imported.OpenApi(File.ReadAllText(path), path: Path.GetFullPath(path));
        output.WriteLine($"{Path.GetFileName(path)}: {watch.ElapsedMilliseconds} ms, {imported.Result.Service.Entities.Count} entities and groups, {imported.Result.Service.Types.Count} types, {imported.Gaps.Count} gaps");
        Assert.Empty(imported.Problems());
    }

    /// <summary>The word that every description begins with stands near its beginning.</summary>
    private static bool IsDescription(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] head = new byte[400];
        string text = Encoding.UTF8.GetString(head, 0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return text.Contains("\"swagger\"", StringComparison.Ordinal) || text.Contains("\"openapi\"", StringComparison.Ordinal);
    }
}
