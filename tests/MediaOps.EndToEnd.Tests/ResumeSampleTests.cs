using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace MediaOps.EndToEnd.Tests;

/// <summary>The sample of killed workers tells the story that the README shows.</summary>
public sealed partial class ResumeSampleTests
{
    [Fact]
    public async Task The_sample_tells_the_story_of_the_README_and_every_request_is_taken_once()
    {
        (int exitCode, string output) = await RunAsync();

        Assert.True(exitCode == 0, output);
        Assert.EndsWith("the service has taken: POST /Channels, POST /Start, POST /Stop, DELETE /Channels", output.TrimEnd(), StringComparison.Ordinal);
        string readme = await File.ReadAllTextAsync(Path.Combine(Metadata("RepositoryRoot"), "README.md"), TestContext.Current.CancellationToken);
        string transcript = readme[readme.IndexOf("```text\nworker 1\n", StringComparison.Ordinal)..]["```text\n".Length..];
        Assert.Equal(Story(transcript[..transcript.IndexOf("```", StringComparison.Ordinal)]), Story(output));
    }

    /// <summary>The lines without what differs from run to run: ids, and how often a worker had to wait for the service.</summary>
    private static string[] Story(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => OperationId().Replace(line.TrimEnd(), "operation ..."))
            .Where(line => !line.Contains("no operation's id is known", StringComparison.Ordinal) && !line.Contains("still at the step before", StringComparison.Ordinal))];

    private static string Metadata(string key) => typeof(ResumeSampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private static async Task<(int ExitCode, string Output)> RunAsync()
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Metadata("ResumeSample")]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }

    [GeneratedRegex("operation nb:opid:UUID:[-0-9a-f]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OperationId();
}
