using MediaOps.Benchmarks.Measuring;

namespace MediaOps.Benchmarks.Tests;

/// <summary>That every benchmark runs, and that what it compares does the same work, which each checks by itself. No time is asserted: machines differ.</summary>
public sealed class BenchmarkTests
{
    [Fact]
    public async Task The_benchmark_of_the_analyzer_runs_and_names_its_bars() =>
        Assert.Equal(["< 3 %", "< 1 ms"], Bars(await AnalyzerBenchmark.RunAsync(AnalyzerBenchmark.Size.Tiny)));

    [Fact]
    public async Task The_benchmark_of_a_poll_runs_and_names_its_bars() =>
        Assert.Equal(["<= 1.15", "<= 300 ns", "<= 0.35"], Bars(await PollBenchmark.RunAsync(PollBenchmark.Size.Tiny)));

    [Fact]
    public async Task The_benchmark_of_JSON_runs_and_names_its_bars() =>
        Assert.Equal(["<= 0.8", "<= 1.0", "<= 0.8", "no more"], Bars(await JsonBenchmark.RunAsync(JsonBenchmark.Size.Tiny)));

    [Fact]
    public async Task The_benchmark_of_the_generator_runs_and_names_its_bars() =>
        Assert.Equal(["< 150 ms", "linear: <= 1.1", "< 5 ms"], Bars(await GeneratorBenchmark.RunAsync(GeneratorBenchmark.Size.Tiny)));

    [Fact]
    public async Task The_benchmark_of_waiting_runs_and_names_its_bars() =>
        Assert.Equal(["<= 600 bytes", "< 20 ms"], Bars(await WaitsBenchmark.RunAsync(WaitsBenchmark.Size.Tiny)));

    [Fact]
    public void The_page_names_every_verb()
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "benchmarks.md"));

        Assert.All(Benchmark.All.Keys, verb => Assert.Contains($"`{verb}`", page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Bars(Section section) => section.Rows.Where(row => row.Holds is not null).Select(row => row.Bar);
}
