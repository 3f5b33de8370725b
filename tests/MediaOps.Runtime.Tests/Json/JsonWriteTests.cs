using System.Net;
using System.Text;
using System.Text.Json;

namespace MediaOps.Runtime.Tests.Json;

public sealed class JsonWriteTests
{
    [Fact]
    public void Null_is_written_as_null()
    {
        Assert.Equal("null", Written(writer => JsonWrite.String(writer, null)));
        Assert.Equal("null", Written(writer => JsonWrite.Int64(writer, null, asText: true)));
        Assert.Equal("null", Written(writer => JsonWrite.Duration(writer, null, DurationFormat.Seconds)));
        Assert.Equal("null", Written(writer => JsonWrite.Json(writer, null)));
        Assert.Equal("null", Written(writer => JsonWrite.Json(writer, default(JsonElement))));
        Assert.Equal("null", Written(writer => JsonWrite.IPAddress(writer, null)));
    }

    [Fact]
    public void Values_are_written_as_the_service_wants_them()
    {
        Assert.Equal("1800", Written(writer => JsonWrite.Int64(writer, 1800)));
        Assert.Equal("\"1800\"", Written(writer => JsonWrite.Int64(writer, 1800, asText: true)));
        Assert.Equal("\"1800\"", Written(writer => JsonWrite.Duration(writer, TimeSpan.FromSeconds(1800.9), DurationFormat.Seconds, asText: true)));
        Assert.Equal("1.5", Written(writer => JsonWrite.Double(writer, 1.5)));
        Assert.Equal("\"0001-01-01T00:00:00Z\"", Written(writer => JsonWrite.DateTime(writer, DateTime.MinValue)));
        Assert.Equal("\"2014-01-02T03:04:05.6Z\"", Written(writer => JsonWrite.DateTime(writer, new DateTime(2014, 1, 2, 3, 4, 5, 600))));
        Assert.Equal("\"10.0.0.1\"", Written(writer => JsonWrite.IPAddress(writer, IPAddress.Parse("10.0.0.1"))));
        Assert.Equal("\"2.0\"", Written(writer => JsonWrite.Version(writer, new Version(2, 0))));
        Assert.Throws<ArgumentException>(() => Written(writer => JsonWrite.Double(writer, double.NaN)));
    }

    [Theory]
    [InlineData(0, "\"PT0S\"", "0", "\"0s\"")]
    [InlineData(54_000_000_000, "\"PT1H30M\"", "5400", "\"5400s\"")]
    [InlineData(936_305_000_000, "\"P1DT2H30.5S\"", "93630.5", "\"93630.5s\"")]
    [InlineData(-50_000_000, "\"-PT5S\"", "-5", "\"-5s\"")]
    [InlineData(long.MinValue, "\"-P10675199DT2H48M5.4775808S\"", "-922337203685.4775808", "\"-922337203685.4775808s\"")]
    [InlineData(long.MaxValue, "\"P10675199DT2H48M5.4775807S\"", "922337203685.4775807", "\"922337203685.4775807s\"")]
    public void Durations_are_written_exactly_and_come_back(long ticks, string iso, string seconds, string google)
    {
        var value = new TimeSpan(ticks);
        (DurationFormat Format, string Json)[] forms = [(DurationFormat.Iso8601, iso), (DurationFormat.Seconds, seconds), (DurationFormat.Google, google)];
        Assert.All(forms, form =>
        {
            Assert.Equal(form.Json, Written(writer => JsonWrite.Duration(writer, value, form.Format)));
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(form.Json));
            reader.Read();
            Assert.Equal(value, JsonRead.Duration(ref reader, form.Format));
        });
    }

    private static string Written(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(RequestBody.Write(write, static (writer, write) => write(writer)).Bytes.Span);
}
