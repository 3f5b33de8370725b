using System.Globalization;
using MediaOps.Analyzers.Fuzzing.Comparison;

namespace MediaOps.Analyzers.Fuzzing;

/// <summary>
/// Random programs over random services are analyzed and run. A call that the analyzer reports must never have succeeded. Without a wish the seed is always the same;
/// <c>MEDIAOPS_LONG</c> asks for many more programs from a new seed, <c>MEDIAOPS_SEED</c> for those of a seed that was seen, and <c>MEDIAOPS_PROGRAMS</c> for so many.
/// </summary>
public class FuzzTests
{
    private const int Usual = 20150101;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("MEDIAOPS_LONG") is { Length: > 0 };

    private static readonly int Seed = Environment.GetEnvironmentVariable("MEDIAOPS_SEED") is { Length: > 0 } wanted
        ? unchecked((int)ulong.Parse(wanted, CultureInfo.InvariantCulture))
        : IsLong ? Random.Shared.Next() : Usual;

    private static readonly int Programs = Environment.GetEnvironmentVariable("MEDIAOPS_PROGRAMS") is { Length: > 0 } wanted
        ? int.Parse(wanted, CultureInfo.InvariantCulture)
        : IsLong ? 10_000 : 50;

    [Fact]
    public async Task What_is_reported_never_succeeds_and_what_never_succeeds_is_reported()
    {
        TestContext.Current.TestOutputHelper?.WriteLine("MEDIAOPS_SEED=" + Seed.ToString(CultureInfo.InvariantCulture));
        Campaign campaign = await Task.Run(() => Campaign.RunAsync(Seed, Programs, new StateAnalyzer()));
        TestContext.Current.TestOutputHelper?.WriteLine(campaign.ToString());

        Assert.True(campaign.Wrong.Count == 0, string.Join("\n\n", campaign.Wrong));
        Assert.Equal(0, campaign.FalsePositives);
        Assert.Equal(campaign.StraightLine.Total, campaign.StraightLine.Found);
        Assert.True(campaign.StraightLine.Total > 0, "No straight line had a call that never succeeded: " + campaign);
        if (Seed == Usual)
        {
            Assert.True(campaign.OneReference.Share >= 0.6, campaign.ToString());
        }
    }
}
