namespace MediaOps.Package.Tests;

/// <summary>What the README shows is what these tests build and run.</summary>
public sealed class ReadmeTests
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
}
