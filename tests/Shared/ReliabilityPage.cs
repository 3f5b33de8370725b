using System.Reflection;

namespace MediaOps.Tests;

/// <summary>docs/reliability.md: every campaign has its own part, and leaves the others as they are.</summary>
internal static class ReliabilityPage
{
    private static readonly string File = Path.Combine(
        typeof(ReliabilityPage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!, "docs", "reliability.md");

    private static readonly SemaphoreSlim Gate = new(1, 1);

    /// <summary>Shows what a campaign has found in the test's output, and writes it into the page where <c>MEDIAOPS_UPDATE_DOCS</c> asks for that.</summary>
    /// <param name="part">The name in the markers.</param>
    /// <param name="text">Markdown.</param>
    public static async Task TellAsync(string part, string text)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        if (Environment.GetEnvironmentVariable("MEDIAOPS_UPDATE_DOCS") is { Length: > 0 })
        {
            await WriteAsync(part, text);
        }
    }

    /// <summary>What the page says in a part.</summary>
    public static async Task<string> ReadAsync(string part)
    {
        string page = await System.IO.File.ReadAllTextAsync(File);
        (int from, int to) = Find(page, part);
        return page[from..to];
    }

    private static async Task WriteAsync(string part, string text)
    {
        await Gate.WaitAsync();
        try
        {
            string page = await System.IO.File.ReadAllTextAsync(File);
            (int from, int to) = Find(page, part);
            await System.IO.File.WriteAllTextAsync(File, page[..from] + text.Trim() + "\n" + page[to..]);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static (int From, int To) Find(string page, string part)
    {
        string begin = $"<!-- begin {part} -->\n";
        int from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = page.IndexOf($"<!-- end {part} -->", StringComparison.Ordinal);
        return from >= begin.Length && to >= from ? (from, to) : throw new InvalidOperationException($"docs/reliability.md has no part '{part}' between its two markers.");
    }
}
