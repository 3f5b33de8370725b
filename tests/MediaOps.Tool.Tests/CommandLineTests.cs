namespace MediaOps.Tool.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task An_unknown_option_is_wrong_usage_and_says_which_one()
    {
        Run run = await Run.OfAsync("--nonsense");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--nonsense", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
