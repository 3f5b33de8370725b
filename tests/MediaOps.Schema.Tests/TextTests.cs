using System.Globalization;
using MediaOps.Schema.Text;

namespace MediaOps.Schema.Tests;

/// <summary>Small texts: casing rules, times, suggestions and messages, the same in every culture.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("StreamingNoInput", "streamingNoInput", "STREAMING_NO_INPUT", "streaming_no_input")]
    [InlineData("IPAllowList", "iPAllowList", "IP_ALLOW_LIST", "ip_allow_list")]
    [InlineData("H264Profile", "h264Profile", "H264_PROFILE", "h264_profile")]
    [InlineData("RTMP", "rTMP", "RTMP", "rtmp")]
    [InlineData("A", "a", "A", "a")]
    public void Names_become_wire_names(string name, string camel, string upper, string lower)
    {
        Assert.Equal(name, Names.ToWire(name, NameCasing.AsIs));
        Assert.Equal(camel, Names.ToWire(name, NameCasing.CamelCase));
        Assert.Equal(upper, Names.ToWire(name, NameCasing.UpperSnake));
        Assert.Equal(lower, Names.ToWire(name, NameCasing.LowerSnake));
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("30s", 30)]
    [InlineData("1.5m", 90)]
    [InlineData("2h", 7200)]
    public void Times_are_a_number_and_a_unit(string text, double seconds)
    {
        Assert.True(DelayText.TryParse(text, out TimeSpan delay));
        Assert.Equal(TimeSpan.FromSeconds(seconds), delay);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("1 s")]
    [InlineData("1d")]
    [InlineData("1,5s")]
    [InlineData("1e9s")]
    [InlineData("99999999999999999999h")]
    [InlineData("721h")]
    public void What_is_no_time_is_refused(string text) => Assert.False(DelayText.TryParse(text, out _));

    [Theory]
    [InlineData("Channel", true)]
    [InlineData("A1", true)]
    [InlineData("channel", false)]
    [InlineData("1A", false)]
    [InlineData("A_b", false)]
    [InlineData("Ch\u0430nnel", false)]
    [InlineData("A\u200Bb", false)]
    [InlineData("", false)]
    public void Identifiers_are_a_capital_and_ASCII_letters_and_digits(string name, bool valid)
    {
        Assert.Equal(valid, Names.IsIdentifier(name));
        Assert.Equal(valid, Names.IsNamespace("Media." + name));
    }

    [Fact]
    public void Identifiers_have_at_most_64_characters()
    {
        Assert.True(Names.IsIdentifier(new string('A', 64)));
        Assert.False(Names.IsIdentifier(new string('A', 65)));
    }

    [Theory]
    [InlineData("name", true)]
    [InlineData("class", false)]
    [InlineData("Name", false)]
    [InlineData("a-b", false)]
    public void Parameters_of_overloads_are_small_and_no_keywords(string name, bool valid) => Assert.Equal(valid, Names.IsParameter(name));

    [Theory]
    [InlineData("api.example.com", true)]
    [InlineData("*.example.com", true)]
    [InlineData("*.com", false)]
    [InlineData("*", false)]
    [InlineData("a..b", false)]
    [InlineData("a/b", false)]
    [InlineData("a:443", false)]
    [InlineData("user@host", false)]
    public void Hosts_are_names_or_a_suffix_of_two_labels(string host, bool valid) => Assert.Equal(valid, Names.IsHost(host));

    [Theory]
    [InlineData("Runing", "; did you mean 'Running'?")]
    [InlineData("stopped", "; did you mean 'Stopped'?")]
    [InlineData("Elephant", ".")]
    public void The_nearest_name_is_suggested_and_none_where_none_is_near(string name, string suggestion) =>
        Assert.Equal(suggestion, Messages.Suggest(name, ["Stopped", "Starting", "Running", "Stopping"]));

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        SchemaSet expected = SchemaSet.Load([(Sample.ServicePath, Sample.Service), (Sample.MachinePath, Sample.Machine.Replace("\"min\": \"1s\"", "\"min\": \"10m\"", StringComparison.Ordinal))]);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            SchemaSet actual = SchemaSet.Load([(Sample.ServicePath, Sample.Service), (Sample.MachinePath, Sample.Machine.Replace("\"min\": \"1s\"", "\"min\": \"10m\"", StringComparison.Ordinal))]);
            Assert.Equal(expected, actual);
            Assert.NotEmpty(actual.Findings);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
