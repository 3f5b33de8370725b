using System.Diagnostics;
using System.Reflection;

namespace MediaOps.EndToEnd.Tests;

/// <summary>The sample of all services, as a process of its own.</summary>
public sealed class ServicesSampleTests
{
    [Fact]
    public async Task The_same_story_is_told_of_every_service()
    {
        (int exitCode, string output) = await RunAsync();

        Assert.True(exitCode == 0, output);
        Assert.Equal(5, output.Split('\n').Count(line => line.TrimEnd().EndsWith("deleted", StringComparison.Ordinal)));
        string[] states = ["Channel Stopped -> Starting", "LiveEvent Stopped -> Starting", "Channel Idle -> Starting", "Channel Starting -> AwaitingInput", "started: Running", "stopped: Stopped", "stopped: Idle"];
        Assert.All(states, state => Assert.Contains(state, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_service_can_be_named_and_one_that_is_not_there_is_told()
    {
        (int exitCode, string output) = await RunAsync("mkio");
        Assert.True(exitCode == 0, output);
        Assert.Contains("MK.IO", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Azure", output, StringComparison.Ordinal);

        (exitCode, output) = await RunAsync("mkoi");
        Assert.Equal(1, exitCode);
        Assert.Contains("There is no service 'mkoi'", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        string sample = typeof(ServicesSampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ServicesSample").Value!;
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [sample, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }
}
