using MediaOps.Analyzers.Fuzzing.Comparison;
using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing;

/// <summary>A fuzzer that finds nothing proves nothing: here there is something to be found.</summary>
public class AblationTests
{
    private const int Seed = 41;

    [Theory]
    [InlineData(Flaw.RefreshIsNeutral)]
    [InlineData(Flaw.NothingGoesWrong)]
    [InlineData(Flaw.ActionsEndWhereTheyBegin)]
    [InlineData(Flaw.CreatesEndElsewhere)]
    [InlineData(Flaw.ParentsMustBeOtherwise)]
    public async Task A_lie_in_the_attributes_leads_to_reports_of_calls_that_succeed(Flaw flaw)
    {
        Campaign campaign = await Task.Run(() => Campaign.RunAsync(Seed, 1000, new StateAnalyzer(), flaw, explain: false, isEnough: static campaign => campaign.FalsePositives > 0));
        TestContext.Current.TestOutputHelper?.WriteLine(campaign.ToString());

        Assert.True(campaign.FalsePositives > 0, campaign.ToString());
    }

    [Theory]
    [InlineData(nameof(AnalyzerSwitches.VersionGuard))]
    [InlineData(nameof(AnalyzerSwitches.Escapes))]
    public async Task An_analyzer_without_one_of_its_precautions_reports_calls_that_succeed(string precaution)
    {
        Campaign campaign = await Task.Run(() => Campaign.RunAsync(Seed, 600, new StateAnalyzer(Without(precaution)), explain: false, isEnough: static campaign => campaign.FalsePositives > 0));
        TestContext.Current.TestOutputHelper?.WriteLine(campaign.ToString());

        Assert.True(campaign.FalsePositives > 0, campaign.ToString());
    }

    [Fact]
    public async Task Attributes_that_are_missing_lead_to_impossible_calls_that_are_not_reported()
    {
        Campaign campaign = await Task.Run(() => Campaign.RunAsync(Seed, 50, new StateAnalyzer(), Flaw.NothingIsKnownOfCreates, explain: false));

        Assert.True(campaign.StraightLine.Share < 1, campaign.ToString());
    }

    private static AnalyzerSwitches Without(string precaution) => precaution switch
    {
        nameof(AnalyzerSwitches.VersionGuard) => new AnalyzerSwitches { VersionGuard = false },
        _ => new AnalyzerSwitches { Escapes = false },
    };
}
