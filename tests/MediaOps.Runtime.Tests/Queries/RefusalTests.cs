using System.Linq.Expressions;

namespace MediaOps.Runtime.Tests.Queries;

public class RefusalTests
{
    private static readonly string[] Names = ["a", "b"];

    [Fact]
    public void What_the_language_cannot_say_is_refused_by_its_own_text()
    {
        double nan = double.NaN;
        int? units = 4;
        Refused(c => c.ScaleUnits == units.GetValueOrDefault(), ".units.GetValueOrDefault()");
        Refused(c => c.Name.Length > 3, "c.Name.Length");
        Refused(c => c.Name.Trim() == "A", "c.Name.Trim()");
        Refused(c => string.IsNullOrEmpty(c.Name), "IsNullOrEmpty(c.Name)");
        Refused(c => c.Created.Year == 2026, "c.Created.Year");
        Refused(c => c.ScaleUnits + 1 == 2, "(c.ScaleUnits + 1)");
        Refused(c => (int)c.Ratio == 2, "Convert(c.Ratio, Int32)");
        Refused(c => c.State.ToString() == "Running", "c.State.ToString()");
        Refused(c => (c.Description ?? "") == "", "(c.Description ?? \"\")");
        Refused(c => c.Name == c.Id, "(c.Name == c.Id)");
        Refused(c => c.Unlisted == "a", "c.Unlisted");
        Refused(c => c.Input == null, "c.Input");
        Refused(c => "abc".Contains(c.Name), "\"abc\".Contains(c.Name)");
        Refused(c => c.Name.StartsWith("a", StringComparison.OrdinalIgnoreCase), "OrdinalIgnoreCase");
        Refused(c => c.Name == Upper(c.Name), "Upper(c.Name)");
        Refused(c => c.CdnEnabled ? c.ScaleUnits == 1 : c.ScaleUnits == 2, "IIF(");
        Refused(c => c.Ratio == nan, "NaN");
    }

    [Fact]
    public void Contains_of_an_array_is_refused_whatever_the_compiler_makes_of_it()
    {
        var list = new List<string> { "a" };
        Refused(c => Names.Contains(c.Name), "Contains(");
        Refused(c => list.Contains(c.Name), ".Contains(c.Name)");
        Refused(c => Enumerable.Contains(Names, c.Name), ".Contains(c.Name)");
        Refused(c => Names.Contains("a") && c.CdnEnabled, "Contains(", "(");
    }

    [Fact]
    public void Texts_have_no_order_that_client_and_service_share()
    {
        Version version = new(1, 0);
        Refused(c => c.State > ChannelState.Stopped, "c.State", "order");
        Refused(c => c.Edition > version, "c.Edition", "order");
    }

    [Fact]
    public void A_null_to_search_for_is_refused()
    {
        string? nothing = null;
        Refused(c => c.Name.StartsWith(nothing!), "c.Name.StartsWith(", "not null");
    }

    [Fact]
    public void Operators_that_the_service_does_not_offer_are_refused()
    {
        IQueryable<IChannel> channels = new EntityQuery<IChannel>(new RecordingSource());

        Refused(() => channels.Select(c => c.Name), "Select(c => c.Name)");
        Refused(() => channels.Select(c => (object)c).ToList(), "Select(");
        Refused(() => channels.Select(c => c.Input), "Select(");
        Refused(() => channels.OfType<Channel>(), "OfType");
        Refused(() => channels.Where((c, i) => i > 2).ToList(), "Where((c, i)");
        Refused(() => channels.Take(1..3).ToList(), "Take(");
        Refused(() => channels.OrderBy(c => c.Name, StringComparer.Ordinal).ToList(), "OrderBy(");
        Refused(() => channels.OrderBy(c => c.Name.Length).ToList(), "c.Name.Length");
        Refused(() => channels.Reverse().ToList(), "Reverse()");
        Refused(() => channels.Distinct().ToList(), "Distinct()");
        Refused(() => channels.Last(), "Last()");
        Refused(() => channels.All(c => c.CdnEnabled), "All(");
        Refused(() => channels.Max(c => c.ScaleUnits), "Max(");
        Refused(() => channels.Contains(new Channel()), "Contains(");
        Refused(() => channels.ElementAt(2), "ElementAt(2)");
        Refused(() => channels.GroupBy(c => c.State).ToList(), "GroupBy(");
        Refused(() => channels.FirstOrDefault(c => c.CdnEnabled, new Channel()), "FirstOrDefault(");
    }

    [Fact]
    public void Conditions_and_orders_after_a_page_would_see_other_entities()
    {
        var channels = new EntityQuery<IChannel>(new RecordingSource());

        Refused(() => channels.Take(3).Where(c => c.CdnEnabled).ToList(), "Where", "before Skip and Take");
        Refused(() => channels.Skip(3).Where(c => c.CdnEnabled).ToList(), "Where", "before Skip and Take");
        Refused(() => channels.Take(3).OrderBy(c => c.Name).ToList(), "OrderBy", "before Skip and Take");
        Refused(() => channels.Take(3).First(c => c.CdnEnabled), "First", "before Skip and Take");
    }

    [Fact]
    public async Task A_refusal_comes_out_of_the_task()
    {
        EntityQuery<IChannel> query = new EntityQuery<IChannel>(new RecordingSource()).Where(c => c.Name.Length > 3);
        Task<IChannel?> task = query.FirstOrDefaultAsync();
        await Assert.ThrowsAsync<NotSupportedException>(() => task);
    }

    [Fact]
    public void A_refusal_is_never_endless()
    {
        string longText = new('x', 100_000);
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => FilterTests.Filter(c => (c.Name + "") == longText));
        Assert.True(error.Message.Length < 1000);
    }

    private static string Upper(string text) => text.ToUpperInvariant();

    private static void Refused(Expression<Func<IChannel, bool>> predicate, params string[] parts) => Refused(() => FilterTests.Filter(predicate), parts);

    private static void Refused(Func<object?> run, params string[] parts)
    {
        NotSupportedException error = Assert.Throws<NotSupportedException>(run);
        Assert.All([.. parts, "AsEnumerable()"], part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }
}
