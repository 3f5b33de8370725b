using System.Reflection;

namespace MediaOps.Benchmarks.Measuring;

/// <summary>docs/benchmarks.md: every verb replaces its own part and leaves the others as they are.</summary>
internal static class Report
{
    /// <summary>Writes a part into the page of the repository.</summary>
    public static async Task WriteAsync(Section section)
    {
        string root = typeof(Report).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        string file = Path.Combine(root, "docs", "benchmarks.md");
        await File.WriteAllTextAsync(file, With(await File.ReadAllTextAsync(file), section));
        await Console.Out.WriteLineAsync("Written to docs/benchmarks.md.");
    }

    /// <summary>The page with a part replaced, or added at its end.</summary>
    public static string With(string page, Section section)
    {
        string begin = $"<!-- begin {section.Verb} -->\n";
        string end = $"<!-- end {section.Verb} -->\n";
        string part = begin + section + end;
        int from = page.IndexOf(begin, StringComparison.Ordinal);
        if (from < 0)
        {
            return page + "\n" + part;
        }

        int to = page.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0
            ? throw new InvalidOperationException($"docs/benchmarks.md begins the part '{section.Verb}' and does not end it: add the line '{end.Trim()}'.")
            : page[..from] + part + page[(to + end.Length)..];
    }
}
