using System.Diagnostics;

namespace MediaOps.Runtime.Tests.Validations;

public sealed class ValidationTests
{
    private readonly Validation _validation = new("ChannelCreationOptions");

    [Fact]
    public void One_exception_names_every_violated_limit_and_no_value()
    {
        _validation.Required("Input", null);
        _validation.RequiredText("Name", "");
        _validation.Length("Description", "hush-hush", null, 4);
        _validation.Pattern("Key", "hush-hush", "[0-9]+");
        _validation.Range("ScaleUnits", 4711, 0, 10);
        _validation.Range("Window", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromHours(25));
        _validation.Range("Ratio", double.NaN, null, 1.0);
        _validation.Items("Rules", 0, 1, null);
        var error = Assert.Throws<ArgumentException>(() => _validation.ThrowIfAny("options"));
        Assert.Equal("options", error.ParamName);
        Assert.All(
            ["ChannelCreationOptions", "Input is required", "Name is required", "Description must have at most 4 characters but has 9", "Key must match [0-9]+",
                "ScaleUnits must be 0 to 10", "Window must be 00:05:00 to 1.01:00:00", "Ratio must be at most 1", "Rules must have at least 1 items but has 0"],
            part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("hush", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_within_its_limits_passes_and_null_is_not_checked()
    {
        _validation.Required("Input", new object());
        _validation.Length("Name", "live", 4, 4);
        _validation.Length("Name", null, 1, 4);
        _validation.Pattern("Name", null, "x");
        _validation.Range("Units", 10, 0, 10);
        _validation.Range("Units", (int?)null, 0, 10);
        _validation.Items("Rules", null, 1, 2);
        Assert.True(_validation.IsValid);
        _validation.ThrowIfAny("options");
    }

    [Theory]
    [InlineData("^[a-z]+$", "abc", true)]
    [InlineData("^[a-z]+$", "abc\n", false)]
    [InlineData("[a-z]+", "1abc", false)]
    [InlineData("a|b", "ab", false)]
    [InlineData("(?!x)[a-z]+", "abc", true)]
    [InlineData("(?!x)[a-z]+", "xbc", false)]
    [InlineData(@"(a)\1", "aa", true)]
    public void A_pattern_holds_over_the_whole_text(string pattern, string text, bool matches)
    {
        _validation.Pattern("Name", text, pattern);
        Assert.Equal(matches, _validation.IsValid);
    }

    [Theory, InlineData("(a+)+b"), InlineData("(?!x)(a+)+b")]
    public void A_pattern_cannot_hold_the_caller_up(string pattern)
    {
        long start = Stopwatch.GetTimestamp();
        _validation.Pattern("Name", new string('a', 5000), pattern);
        Assert.False(_validation.IsValid);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
