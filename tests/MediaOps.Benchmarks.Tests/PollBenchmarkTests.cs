using MediaOps.Benchmarks.Measuring;

namespace MediaOps.Benchmarks.Tests;

/// <summary>That the benchmark of a poll runs: it counts by itself the polls that each way sent.</summary>
public sealed class PollBenchmarkTests
{
    [Fact]
    public async Task The_benchmark_of_a_poll_runs_and_names_its_bars()
    {
        Section section = await PollBenchmark.RunAsync(PollBenchmark.Size.Tiny);

        Assert.Equal(["<= 1.15", "<= 300 ns", "<= 0.35"], section.Rows.Where(row => row.Holds is not null).Select(row => row.Bar));
    }
}
