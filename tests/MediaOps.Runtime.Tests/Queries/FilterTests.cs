using System.Globalization;
using System.Linq.Expressions;
using System.Net;

namespace MediaOps.Runtime.Tests.Queries;

public class FilterTests
{
    private static readonly Guid Key = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private readonly string _field = "from a field";

    private string Property { get; } = "from a property";

    internal static string? Filter(Expression<Func<IChannel, bool>> predicate) => Ask(channels => channels.Where(predicate)).Filter;

    internal static QueryText Ask(Func<IQueryable<IChannel>, IQueryable<IChannel>> query)
    {
        var source = new RecordingSource();
        _ = query(new EntityQuery<IChannel>(source)).ToList();
        return Assert.Single(source.Asked);
    }

    [Fact]
    public void Comparisons_of_texts_and_numbers_become_operators_of_the_language()
    {
        Assert.Equal("Name eq 'live'", Filter(c => c.Name == "live"));
        Assert.Equal("Name ne 'live'", Filter(c => c.Name != "live"));
        Assert.Equal("ScaleUnits lt 3", Filter(c => c.ScaleUnits < 3));
        Assert.Equal("ScaleUnits le 3", Filter(c => c.ScaleUnits <= 3));
        Assert.Equal("ScaleUnits gt 3", Filter(c => c.ScaleUnits > 3));
        Assert.Equal("ScaleUnits ge -3", Filter(c => c.ScaleUnits >= -3));
        Assert.Equal("Bytes eq 5L", Filter(c => c.Bytes == 5));
        Assert.Equal("Price gt 9.90m", Filter(c => c.Price > 9.90m));
        Assert.Equal("Ratio gt 1.5d", Filter(c => c.Ratio > 1.5));
        Assert.Equal("Ratio eq 1E+20d", Filter(c => c.Ratio == 1e20));
    }

    [Fact]
    public void A_value_on_the_left_turns_the_operator_around()
    {
        Assert.Equal("Name eq 'live'", Filter(c => "live" == c.Name));
        Assert.Equal("ScaleUnits gt 3", Filter(c => 3 < c.ScaleUnits));
        Assert.Equal("ScaleUnits ge 3", Filter(c => 3 <= c.ScaleUnits));
        Assert.Equal("ScaleUnits lt 3", Filter(c => 3 > c.ScaleUnits));
        Assert.Equal("ScaleUnits le 3", Filter(c => 3 >= c.ScaleUnits));
    }

    [Fact]
    public void Wider_numbers_are_compared_with_narrower_members()
    {
        long units = 7;
        Assert.Equal("ScaleUnits eq 7L", Filter(c => c.ScaleUnits == units));
        Assert.Equal("ScaleUnits gt 1.5d", Filter(c => c.ScaleUnits > 1.5));
    }

    [Fact]
    public void The_culture_of_the_machine_never_reaches_the_query()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var foreign = new CultureInfo("ar-SA");
        foreign.NumberFormat.NegativeSign = "\u2212";
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.DateTimeFormat.TimeSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = foreign;
            Assert.Equal("ScaleUnits eq -3", Filter(c => c.ScaleUnits == -3));
            Assert.Equal("Ratio gt -1.5d and Price gt -1.5m", Filter(c => c.Ratio > -1.5 && c.Price > -1.5m));
            Assert.Equal("Created gt datetime'2026-05-04T03:02:01'", Filter(c => c.Created > new DateTime(2026, 5, 4, 3, 2, 1, DateTimeKind.Utc)));
            Assert.Equal("Input/KeyFrameInterval eq time'PT2.5S'", Filter(c => c.Input.KeyFrameInterval == TimeSpan.FromMilliseconds(2500)));
            Assert.Equal("$skip=3", Ask(q => q.Skip(3)).ToQueryString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_kind_of_value_has_its_literal()
    {
        var address = IPAddress.Parse("10.0.0.1");
        var edition = new Version(2, 0);
        var url = new Uri("http://h/a'b");

        Assert.Equal("Key eq guid'0f8fad5b-d9cb-469f-a165-70867728950e'", Filter(c => c.Key == Key));
        Assert.Equal("Url eq 'http://h/a''b'", Filter(c => c.Url == url));
        Assert.Equal("Edition eq '2.0'", Filter(c => c.Edition == edition));
        Assert.Equal("Address eq '10.0.0.1'", Filter(c => c.Address!.Equals(address)));
        Assert.Equal("Input/KeyFrameInterval eq time'PT2.5S'", Filter(c => c.Input.KeyFrameInterval == TimeSpan.FromMilliseconds(2500)));
        Assert.Equal("Input/KeyFrameInterval lt time'P1DT1H'", Filter(c => c.Input.KeyFrameInterval < new TimeSpan(25, 0, 0)));
        Assert.Equal("VanityUrl eq true", Filter(c => c.VanityUrl == true));
    }

    [Fact]
    public void A_duration_that_the_service_counts_in_seconds_is_a_number()
    {
        Assert.Equal("CacheControl/MaxAge eq 1800", Filter(c => c.MaxAge == TimeSpan.FromMinutes(30)));
        Assert.Equal("CacheControl/MaxAge gt 0.5m", Filter(c => c.MaxAge > TimeSpan.FromMilliseconds(500)));
    }

    [Fact]
    public void Dates_are_sent_in_utc_without_a_zone()
    {
        var utc = new DateTime(2026, 5, 4, 3, 2, 1, DateTimeKind.Utc);
        var offset = new DateTimeOffset(2026, 5, 4, 5, 2, 1, TimeSpan.FromHours(2));
        DateTime local = utc.ToLocalTime();

        Assert.Equal("Created gt datetime'2026-05-04T03:02:01'", Filter(c => c.Created > utc));
        Assert.Equal("Created gt datetime'2026-05-04T03:02:01'", Filter(c => c.Created > local));
        Assert.Equal("Created gt datetime'2026-05-04T03:02:01'", Filter(c => (DateTimeOffset)c.Created > offset));
        Assert.Equal("Created gt datetime'2026-05-04T03:02:01.0000001'", Filter(c => c.Created > utc.AddTicks(1)));
        Assert.Equal("Created gt datetime'2026-05-04T00:00:00'", Filter(c => c.Created > new DateTime(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void A_date_that_is_null_here_is_null_or_the_first_of_dates_there()
    {
        var date = new DateTime(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal("FreeTrialEndTime eq null or FreeTrialEndTime eq datetime'0001-01-01T00:00:00'", Filter(c => c.Expires == null));
        Assert.Equal("FreeTrialEndTime ne null and FreeTrialEndTime ne datetime'0001-01-01T00:00:00'", Filter(c => c.Expires.HasValue));
        Assert.Equal("FreeTrialEndTime lt datetime'2026-05-04T00:00:00' and FreeTrialEndTime ne datetime'0001-01-01T00:00:00'", Filter(c => c.Expires < date));
        Assert.Equal("FreeTrialEndTime gt datetime'2026-05-04T00:00:00'", Filter(c => c.Expires!.Value > date));
    }

    [Fact]
    public void An_enum_is_sent_as_its_text_on_the_wire()
    {
        ChannelState state = ChannelState.Running;
        StreamingProtocol? none = null;

        Assert.Equal("State eq 'Running'", Filter(c => c.State == ChannelState.Running));
        Assert.Equal("State ne 'Running'", Filter(c => state != c.State));
        Assert.Equal("Input/StreamingProtocol eq 'it''s fmp4'", Filter(c => c.Input.StreamingProtocol == StreamingProtocol.FragmentedMP4));
        Assert.Equal("Fallback eq 'rtmp'", Filter(c => c.Fallback == StreamingProtocol.RTMP));
        Assert.Equal("Fallback eq null", Filter(c => c.Fallback == none));
        Assert.Throws<ArgumentOutOfRangeException>(() => Filter(c => c.State == ChannelState.Unknown));
    }

    [Fact]
    public void Null_is_a_word_of_the_language()
    {
        string? nothing = null;
        Assert.Equal("Description eq null", Filter(c => c.Description == null));
        Assert.Equal("Description ne null", Filter(c => nothing != c.Description));
        Assert.Equal("VanityUrl ne null", Filter(c => c.VanityUrl.HasValue));
        Assert.Equal("not (VanityUrl ne null)", Filter(c => !c.VanityUrl.HasValue));
    }

    [Fact]
    public void And_or_and_not_keep_their_grouping()
    {
        Assert.Equal("Name eq 'a' and ScaleUnits eq 1 and Bytes eq 2L", Filter(c => c.Name == "a" && c.ScaleUnits == 1 && c.Bytes == 2));
        Assert.Equal("Name eq 'a' and (ScaleUnits eq 1 or Bytes eq 2L)", Filter(c => c.Name == "a" && (c.ScaleUnits == 1 || c.Bytes == 2)));
        Assert.Equal("(Name eq 'a' and ScaleUnits eq 1) or Bytes eq 2L", Filter(c => (c.Name == "a" && c.ScaleUnits == 1) || c.Bytes == 2));
        Assert.Equal("CdnEnabled eq true and (FreeTrialEndTime eq null or FreeTrialEndTime eq datetime'0001-01-01T00:00:00')", Filter(c => c.CdnEnabled && c.Expires == null));
        Assert.Equal("not (Name eq 'a' or ScaleUnits eq 1)", Filter(c => !(c.Name == "a" || c.ScaleUnits == 1)));
    }

    [Fact]
    public void Truth_values_stand_alone()
    {
        Assert.Equal("CdnEnabled eq true", Filter(c => c.CdnEnabled));
        Assert.Equal("not (CdnEnabled eq true)", Filter(c => !c.CdnEnabled));
        Assert.Equal("CdnEnabled eq false", Filter(c => c.CdnEnabled == false));
        Assert.Equal("VanityUrl eq true", Filter(c => c.VanityUrl!.Value));
    }

    [Fact]
    public void Texts_are_searched()
    {
        string part = "x'y";
        Assert.Equal("startswith(Name,'x''y')", Filter(c => c.Name.StartsWith(part)));
        Assert.Equal("endswith(Name,'bc')", Filter(c => c.Name.EndsWith("bc", StringComparison.Ordinal)));
        Assert.Equal("substringof('bc',Name)", Filter(c => c.Name.Contains("bc")));
        Assert.Equal("substringof('''',Name)", Filter(c => c.Name.Contains('\'')));
        Assert.Equal("Name eq 'x''y'", Filter(c => c.Name.Equals(part, StringComparison.Ordinal)));
        Assert.Equal("Name eq 'x''y'", Filter(c => string.Equals(part, c.Name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Captured_values_are_read_from_wherever_they_stand()
    {
        string local = "from a local";
        var holder = new Channel { Name = "from an object" };
        string? missing = null;
        int? units = 4;

        Assert.Equal("Name eq 'from a local'", Filter(c => c.Name == local));
        Assert.Equal("Name eq 'from a field'", Filter(c => c.Name == _field));
        Assert.Equal("Name eq 'from a property'", Filter(c => c.Name == Property));
        Assert.Equal("Name eq 'from an object'", Filter(c => c.Name == holder.Name));
        Assert.Equal("Name eq 'from a local!'", Filter(c => c.Name == local + "!"));
        Assert.Equal("Name eq '12 from a local'", Filter(c => c.Name == $"{local.Length} {local}"));
        Assert.Equal("Name eq ''", Filter(c => c.Name == string.Empty));
        Assert.Equal("ScaleUnits eq 4", Filter(c => c.ScaleUnits == units));
        Assert.Equal("ScaleUnits eq 4", Filter(c => c.ScaleUnits == units.Value));
        Assert.Null(Filter(c => units.HasValue));
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Filter(c => c.ScaleUnits == missing!.Length));
        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_read_when_the_query_runs()
    {
        var source = new RecordingSource();
        string name = "early";
        EntityQuery<IChannel> query = new EntityQuery<IChannel>(source).Where(c => c.Name == name);
        name = "late";
        _ = query.ToList();

        Assert.Equal("Name eq 'late'", Assert.Single(source.Asked).Filter);
    }

    [Fact]
    public void A_side_that_needs_no_entity_decides_at_once()
    {
        string? name = null;
        bool all = true;
        DateTime? since = null;

        Assert.Null(Filter(c => name == null || c.Name.StartsWith(name)));
        Assert.Null(Filter(c => all));
        Assert.Equal("CdnEnabled eq true", Filter(c => c.CdnEnabled && (since == null || c.Created > since)));
        Assert.Equal("CdnEnabled eq true", Filter(c => c.CdnEnabled || !all));

        name = "a";
        Assert.Equal("startswith(Name,'a')", Filter(c => name == null || c.Name.StartsWith(name)));
    }

    [Fact]
    public void A_condition_that_holds_for_none_asks_nothing()
    {
        var source = new RecordingSource();
        bool none = false;
        Assert.Empty(new EntityQuery<IChannel>(source).Where(c => none && c.CdnEnabled).Where(c => c.Name == "a"));
        Assert.Empty(source.Asked);
    }

    [Fact]
    public void An_entity_is_recognised_through_its_interface()
    {
        var source = new RecordingSource();
        _ = Named(new EntityQuery<IChannel>(source), "live").ToList();
        Assert.Equal("Name eq 'live'", Assert.Single(source.Asked).Filter);

        static IQueryable<T> Named<T>(IQueryable<T> channels, string name)
            where T : IChannel => channels.Where(c => c.Name == name);
    }

    [Fact]
    public void Several_conditions_hold_together()
    {
        Assert.Equal("(Name eq 'a' or Name eq 'b') and (CdnEnabled eq true)", Ask(q => q.Where(c => c.Name == "a" || c.Name == "b").Where(c => c.CdnEnabled)).Filter);
    }

    [Fact]
    public void A_long_chain_is_translated_and_an_endless_one_is_an_exception_and_no_crash()
    {
        ParameterExpression entity = Expression.Parameter(typeof(IChannel), "c");
        Expression one = Expression.Property(entity, nameof(IChannel.CdnEnabled));
        Expression chain = one;
        for (int i = 0; i < 500; i++)
        {
            chain = Expression.OrElse(chain, one);
        }

        string? filter = Filter(Expression.Lambda<Func<IChannel, bool>>(chain, entity));
        Assert.Equal(501, filter!.Split(" or ").Length);

        Expression deep = one;
        for (int i = 0; i < 200_000; i++)
        {
            deep = Expression.Not(deep);
        }

        Assert.Throws<InsufficientExecutionStackException>(() => Filter(Expression.Lambda<Func<IChannel, bool>>(deep, entity)));
    }
}

/// <summary>Answers nothing and remembers what it was asked.</summary>
internal sealed class RecordingSource : IQuerySource<IChannel>
{
    public IReadOnlyList<QueryMember> Members => ChannelTable.Members;

    public List<QueryText> Asked { get; } = [];

    public IEnumerable<IChannel> Execute(QueryText query, CancellationToken cancellationToken)
    {
        Asked.Add(query);
        return [];
    }

    public IAsyncEnumerable<IChannel> ExecuteAsync(QueryText query, CancellationToken cancellationToken) => Execute(query, cancellationToken).ToAsyncEnumerable();
}
