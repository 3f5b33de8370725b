using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MediaOps.Runtime.Tests.Json;

public sealed class JsonReadTests
{
    private delegate T? Read<T>(ref Utf8JsonReader reader);

    [Fact]
    public void Null_is_null_for_every_type()
    {
        Assert.Null(Of("null", JsonRead.String));
        Assert.Null(Of("null", JsonRead.Boolean));
        Assert.Null(Of("null", JsonRead.Int32));
        Assert.Null(Of("null", JsonRead.Int64));
        Assert.Null(Of("null", JsonRead.Double));
        Assert.Null(Of("null", JsonRead.Decimal));
        Assert.Null(Of("null", JsonRead.DateTime));
        Assert.Null(Of("null", JsonRead.Guid));
        Assert.Null(Of("null", JsonRead.Uri));
        Assert.Null(Of("null", JsonRead.IPAddress));
        Assert.Null(Of("null", JsonRead.Version));
        Assert.Null(Of("null", JsonRead.Json));
        Assert.Null(Duration("null", DurationFormat.Iso8601));
    }

    [Fact]
    public void Numbers_are_read_from_numbers_and_texts_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(-7, Of("-7", JsonRead.Int32));
            Assert.Equal(1800L, Of("\"1800\"", JsonRead.Int64));
            Assert.Equal(long.MinValue, Of("\"-9223372036854775808\"", JsonRead.Int64));
            Assert.Equal(1.5, Of("1.5", JsonRead.Double));
            Assert.Equal(1.5m, Of("\"1.5\"", JsonRead.Decimal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("1.5")]
    [InlineData("\"x\"")]
    [InlineData("\" 1\"")]
    [InlineData("{}")]
    [InlineData("true")]
    public void What_is_no_whole_number_says_so_without_the_value(string json)
    {
        var error = Assert.Throws<JsonException>(() => Of(json, JsonRead.Int32));
        Assert.Contains("a whole number of 32 bits", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("2147483648", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("1e999"), InlineData("\"NaN\""), InlineData("\"Infinity\"")]
    public void A_fraction_must_be_finite(string json) => Assert.Throws<JsonException>(() => Of(json, JsonRead.Double));

    [Theory]
    [InlineData("2014-05-06T07:08:09Z", "2014-05-06T07:08:09.0000000Z")]
    [InlineData("2014-05-06T07:08:09.123", "2014-05-06T07:08:09.1230000Z")]
    [InlineData("2014-05-06T07:08:09+02:00", "2014-05-06T05:08:09.0000000Z")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01T00:00:00.0000000Z")]
    public void Dates_are_utc(string text, string expected) =>
        Assert.Equal(expected, Of($"\"{text}\"", JsonRead.DateTime)!.Value.ToString("O", CultureInfo.InvariantCulture));

    [Theory, InlineData("\"yesterday\""), InlineData("1"), InlineData("\"2014-13-01T00:00:00Z\"")]
    public void What_is_no_date_is_refused(string json) => Assert.Throws<JsonException>(() => Of(json, JsonRead.DateTime));

    [Theory]
    [InlineData("PT1H30M", "01:30:00")]
    [InlineData("P1DT2H3M4.5S", "1.02:03:04.5000000")]
    [InlineData("PT0S", "00:00:00")]
    [InlineData("-PT5S", "-00:00:05")]
    [InlineData("PT0.0000001S", "00:00:00.0000001")]
    [InlineData("PT90M", "01:30:00")]
    [InlineData("P2D", "2.00:00:00")]
    [InlineData("P10675199DT2H48M5.4775807S", "10675199.02:48:05.4775807")]
    [InlineData("-P10675199DT2H48M5.4775808S", "-10675199.02:48:05.4775808")]
    public void Iso_durations_are_read(string text, string expected) =>
        Assert.Equal(TimeSpan.ParseExact(expected, "c", CultureInfo.InvariantCulture), Duration($"\"{text}\"", DurationFormat.Iso8601));

    [Theory]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P1W")]
    [InlineData("PT")]
    [InlineData("P")]
    [InlineData("")]
    [InlineData("P1DT")]
    [InlineData("1H")]
    [InlineData("PT1H2H")]
    [InlineData("PT1S2M")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("PT1.5H")]
    [InlineData("PT-1H")]
    [InlineData("PT1")]
    [InlineData("PTT1S")]
    [InlineData("PT.S")]
    [InlineData("P99999999999D")]
    [InlineData("P10675199DT2H48M6S")]
    [InlineData("01:00:00")]
    public void What_is_no_iso_duration_is_refused(string text) => Assert.Throws<JsonException>(() => Duration($"\"{text}\"", DurationFormat.Iso8601));

    [Theory]
    [InlineData("90", DurationFormat.Seconds, 90)]
    [InlineData("0.25", DurationFormat.Seconds, 0.25)]
    [InlineData("\"90\"", DurationFormat.Seconds, 90)]
    [InlineData("\"3.5s\"", DurationFormat.Google, 3.5)]
    [InlineData("\"-3s\"", DurationFormat.Google, -3)]
    public void Seconds_are_read(string json, DurationFormat format, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Duration(json, format));

    [Theory]
    [InlineData("1e40", DurationFormat.Seconds)]
    [InlineData("\"PT1S\"", DurationFormat.Seconds)]
    [InlineData("\"3.5\"", DurationFormat.Google)]
    [InlineData("\"s\"", DurationFormat.Google)]
    [InlineData("3", DurationFormat.Google)]
    [InlineData("3", DurationFormat.Iso8601)]
    public void What_is_no_such_duration_is_refused(string json, DurationFormat format) => Assert.Throws<JsonException>(() => Duration(json, format));

    [Fact]
    public void The_rest_is_read_and_refused()
    {
        Assert.Equal("1.2", Of("\"1.2\"", JsonRead.Version)!.ToString());
        Assert.Equal("::1", Of("\"::1\"", JsonRead.IPAddress)!.ToString());
        Assert.Equal("/a%20b", Of("\"/a%20b\"", JsonRead.Uri)!.OriginalString);
        Assert.Equal("""{"a":[1]}""", Of("""{"a":[1]}""", JsonRead.Json)!.Value.GetRawText());
        Assert.True(Of("true", JsonRead.Boolean));
        Assert.Throws<JsonException>(() => Of("\"1.2.x\"", JsonRead.Version));
        Assert.Throws<JsonException>(() => Of("\"1.2.3.4.5\"", JsonRead.IPAddress));
        Assert.Throws<JsonException>(() => Of("\"{1}\"", JsonRead.Guid));
        Assert.Throws<JsonException>(() => Of("\"true\"", JsonRead.Boolean));
        Assert.Throws<JsonException>(() => Of("\"\\ud800\"", JsonRead.String));
    }

    private static T? Of<T>(string json, Read<T> read)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        Assert.True(reader.Read());
        T? value = read(ref reader);
        Assert.False(reader.Read());
        return value;
    }

    private static TimeSpan? Duration(string json, DurationFormat format) => Of(json, (ref Utf8JsonReader reader) => JsonRead.Duration(ref reader, format));
}
