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
    public async Task A_case_is_reported_exactly_where_it_is_marked(string theme, string name)
    {
        Theme analyzed = await Theme.LoadAsync(theme);
        TextSpan place = analyzed.Places(theme)[name];

        (IReadOnlyList<string> expected, IReadOnlyList<string> actual) = analyzed.In(place.Contains);

        Assert.Empty(analyzed.Errors);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Nothing_is_reported_outside_of_the_cases_of_a_theme(string theme)
    {
        Theme analyzed = await Theme.LoadAsync(theme);
        IEnumerable<TextSpan> places = analyzed.Places(theme).Values;

        Assert.Empty(analyzed.In(span => !places.Any(place => place.Contains(span))).Actual);
    }
}
