using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

public sealed class CSharpNameTests
{
    [Theory]
    [InlineData("live_events-v2", "LiveEventsV2")]
    [InlineData("RTMP_PUSH", "RtmpPush")]
    [InlineData("RTMP", "RTMP")]
    [InlineData("liveEvents", "LiveEvents")]
    [InlineData("$skip", "Skip")]
    [InlineData("2160p", "Value2160p")]
    [InlineData("class", "Class")]
    [InlineData("Größe", "Groe")]
    [InlineData("état", "Etat")]
    [InlineData("電源", "Value")]
    [InlineData("", "Value")]
    [InlineData("a\u202Eb", "AB")]
    public void A_text_of_any_source_becomes_a_name(string source, string expected) =>
        Assert.Equal(expected, CSharpName.Of(source, "Value"));

    // An attribute could not hold it.
    [Fact]
    public void Half_a_pair_is_dropped() => Assert.Equal("Xy", CSharpName.Of("\ud800xy", "Value"));

    [Fact]
    public void A_long_name_is_cut_and_stays_unique()
    {
        NameScope scope = NameScope.OfEnum();

        string first = scope.Take(CSharpName.Of(new string('a', 100_000), "Value"));
        string second = scope.Take(CSharpName.Of(new string('a', 100_000) + "b", "Value"));

        Assert.NotEqual(first, second);
        Assert.InRange(second.Length, 40, 64);
    }

    [Theory]
    [InlineData("LiveEvents", "LiveEvent")]
    [InlineData("Policies", "Policy")]
    [InlineData("Addresses", "Address")]
    [InlineData("Status", "Status")]
    [InlineData("Boxes", "Box")]
    public void A_plural_has_a_singular(string plural, string expected) => Assert.Equal(expected, CSharpName.Singular(plural));

    [Fact]
    public void A_name_that_generated_code_needs_gets_a_number()
    {
        NameScope members = NameScope.OfEntity("Channel");

        Assert.Equal("Channel2", members.Take("Channel"));
        Assert.Equal("ToString2", members.Take("ToString"));
        Assert.Equal("StateText2", members.Take("StateText"));
        Assert.Equal("Start", members.Take("Start", NameScope.ActionForms));
        Assert.Equal("StartAsync2", members.Take("StartAsync"));
        Assert.Equal("start2", members.Take("start"));
    }

    [Fact]
    public void A_thousand_of_one_name_take_no_time()
    {
        NameScope scope = NameScope.OfEnum();

        string[] names = [.. Enumerable.Range(0, 100_000).Select(_ => scope.Take("Same"))];

        Assert.Equal("Same100000", names[^1]);
    }
}
