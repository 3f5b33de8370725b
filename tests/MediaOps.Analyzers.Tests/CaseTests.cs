using MediaOps.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.Analyzers.Tests;

/// <summary>What is reported where, and above all what is not: every method in <c>Cases</c> is one case.</summary>
public sealed class CaseTests
{
    public static TheoryData<string, string> Cases { get; } = new(from theme in Theme.Names from item in Theme.Cases(theme) select (theme, item.Name));

    public static TheoryData<string> Themes { get; } = [.. Theme.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_case_is_reported_exactly_where_it_is_marked(string theme, string name) => IsReportedAsMarkedAsync(theme, name, hasClientSource: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task It_makes_no_difference_that_the_client_is_in_another_assembly(string theme, string name) => IsReportedAsMarkedAsync(theme, name, hasClientSource: false);

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Nothing_is_reported_outside_of_the_cases_of_a_theme(string theme)
    {
        Theme analyzed = await Theme.LoadAsync(theme, hasClientSource: true);
        IEnumerable<TextSpan> places = analyzed.Places(theme).Values;

        Assert.Empty(analyzed.In(span => !places.Any(place => place.Contains(span))).Actual);
    }

    [Fact]
    public void There_are_at_least_200_cases_and_half_of_them_must_stay_silent()
    {
        bool[] silent = [.. Theme.Names.SelectMany(Theme.Cases).Select(item => item.IsSilent)];

        Assert.InRange(silent.Length, 200, int.MaxValue);
        Assert.InRange(silent.Count(isSilent => isSilent), silent.Length / 2, silent.Length - 1);
    }

    private static async Task IsReportedAsMarkedAsync(string theme, string name, bool hasClientSource)
    {
        Theme analyzed = await Theme.LoadAsync(theme, hasClientSource);
        TextSpan place = analyzed.Places(theme)[name];

        (IReadOnlyList<string> expected, IReadOnlyList<string> actual) = analyzed.In(place.Contains);

        Assert.Empty(analyzed.Errors);
        Assert.Equal(expected, actual);
    }
}
