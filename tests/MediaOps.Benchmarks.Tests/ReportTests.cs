using MediaOps.Benchmarks.Measuring;

namespace MediaOps.Benchmarks.Tests;

public sealed class ReportTests
{
    private static Section Part(string verb, string measured) => new(verb, verb, "How.", [new("what", measured, "< 1", measured == "0")]);

    [Fact]
    public void A_new_part_is_added_at_the_end()
    {
        string page = Report.With(Report.With("# Page\n", Part("a", "0")), Part("b", "2"));

        Assert.StartsWith("# Page\n\n<!-- begin a -->\n## a\n", page, StringComparison.Ordinal);
        Assert.Contains("| what | 0 | < 1 | yes |\n<!-- end a -->\n\n<!-- begin b -->\n", page, StringComparison.Ordinal);
        Assert.EndsWith("| what | 2 | < 1 | **no** |\n<!-- end b -->\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_there_is_replaced_and_the_others_stay()
    {
        string before = Report.With(Report.With("# Page\n", Part("a", "0")), Part("b", "2"));

        Assert.Equal(before.Replace("| what | 0 |", "| what | 0.5 |", StringComparison.Ordinal).Replace("| yes |", "| **no** |", StringComparison.Ordinal), Report.With(before, Part("a", "0.5")));
    }

    [Fact]
    public void A_part_without_an_end_is_told_of()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Report.With("<!-- begin a -->\nno end", Part("a", "0")));
        Assert.Contains("<!-- end a -->", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_compared_is_of_one_round_and_rounds_that_warm_up_do_not_count()
    {
        double growing = 0;
        Rounds rounds = await Rounds.MeasureAsync(1, 3, () => Task.FromResult(++growing), () => Task.FromResult(2d));

        Assert.Equal(new Spread(1.5, 1, 2), rounds.Of(round => round[0] / round[1]));
    }
}
