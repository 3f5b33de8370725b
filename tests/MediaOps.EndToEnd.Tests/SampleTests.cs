using System.Diagnostics;
using System.Reflection;
using MediaOps.Emulation;

namespace MediaOps.EndToEnd.Tests;

/// <summary>The sample as a process of its own, against a server that it is told of.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task The_sample_runs_against_any_server_with_a_token_from_the_environment()
    {
        const double Speed = 240;
        const string Token = "from-the-environment";
        using Emulator emulator = Emulator.FromDirectory(
            Path.Combine(AppContext.BaseDirectory, "schema", "ams-v2"),
            new EmulatorOptions { TimeProvider = new AcceleratedTimeProvider(Speed), AcceptToken = static token => token == Token });
        await using EmulatorHost host = await EmulatorHost.StartAsync(emulator, cancellationToken: TestContext.Current.CancellationToken);

        (int exitCode, string output) = await RunAsync(Token, "--endpoint", host.BaseAddress.AbsoluteUri, "--speed", "240");

        Assert.True(exitCode == 0, output);
        Assert.Contains("refused by the guard: Start of Program", output, StringComparison.Ordinal);
        Assert.Contains("(InvalidOperation)", output, StringComparison.Ordinal);
        Assert.EndsWith("channel deleted", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(emulator.Entities);
        Assert.DoesNotContain(Token, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_the_sample_does_not_know_is_answered_with_its_usage()
    {
        (int exitCode, string output) = await RunAsync("none", "--endpont", "https://media.example/api/");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("'--endpont https://media.example/api/' is not understood", output, StringComparison.Ordinal);
    }

    private static string Sample => typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, "Sample", StringComparison.Ordinal)).Value!;

    private static async Task<(int ExitCode, string Output)> RunAsync(string token, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Sample, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["MEDIAOPS_TOKEN"] = token;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }
}
