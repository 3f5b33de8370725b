using System.Reflection;
using System.Text.RegularExpressions;

namespace MediaOps.Security.Tests;

/// <summary>SECURITY.md promises nothing that no test holds.</summary>
public sealed class ThreatModelTests
{
    private static readonly string Root = typeof(ThreatModelTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void Every_promise_names_the_tests_that_hold_it_and_they_exist()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(Root, "SECURITY.md")).Where(static line => line.StartsWith('|') && !line.StartsWith("|--", StringComparison.Ordinal) && !line.Contains("Held by", StringComparison.Ordinal))];
        Assert.NotEmpty(rows);
        HashSet<string> classes = [.. Classes()];
        Assert.All(rows, row =>
        {
            string[] named = [.. Regex.Matches(row.Split('|')[^2], "`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture, Longest).Select(static found => found.Groups["name"].Value)];
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.Contains(name, classes));
        });
    }

    private static IEnumerable<string> Classes() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        let name = Path.GetFileNameWithoutExtension(file)
        where Regex.IsMatch(File.ReadAllText(file), @"\bclass " + name + @"\b", RegexOptions.None, Longest)
        select name;
}
