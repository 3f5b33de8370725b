using System.Text.RegularExpressions;

namespace MediaOps.Package.Tests;

/// <summary>What the README shows is what these tests build and run.</summary>
public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("json", "schema/studio/service.json")]
    [InlineData("json", "schema/studio/Encoder.json")]
    [InlineData("csharp", "Program.cs")]
    [InlineData("xml", "App.csproj")]
    public async Task The_README_shows_the_files_of_the_consumer_that_is_built_and_run(string language, string file)
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), TestContext.Current.CancellationToken);
        string text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Consumers", "App", file), TestContext.Current.CancellationToken);

        Assert.Contains($"```{language}\n{text}```\n", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_the_README_into_the_repository_leads_somewhere()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), TestContext.Current.CancellationToken);

        Assert.All(LinkIntoRepository().Matches(readme), link => Assert.True(Path.Exists(Path.Combine(Repository.Root, link.Groups["path"].Value)), link.Value + " leads nowhere."));
    }

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkIntoRepository();
}
