using System.Linq.Expressions;

namespace MediaOps.Runtime.Tests.Entities;

/// <summary>Queries through the collection; the service gives pages of two.</summary>
public class QueryPagingTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_query_without_a_limit_reads_pages_for_as_long_as_they_are_full(bool async)
    {
        var bench = new Bench();
        Pages(bench, "a b", "c d", "e");
        Assert.Equal(["a", "b", "c", "d", "e"], await Ids(async, Query(bench).Where(p => p.Name == "x").OrderBy(p => p.Name)));
        Assert.Equal(
            [
                "GET Programs?$filter=Name eq 'x'&$orderby=Name",
                "GET Programs?$filter=Name eq 'x'&$orderby=Name&$skip=2",
                "GET Programs?$filter=Name eq 'x'&$orderby=Name&$skip=4",
            ],
            bench.Told);
        Assert.All(bench.Handler.Requests, request => Assert.Equal(!async, request.WasSync));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_the_query_skips_and_takes_goes_over_the_pages(bool async)
    {
        var bench = new Bench();
        Pages(bench, "a b", "c d", "e");
        Assert.Equal(["a", "b", "c", "d", "e"], await Ids(async, Query(bench).Skip(10).Take(5)));
        Assert.Equal(["GET Programs?$skip=10&$top=2", "GET Programs?$skip=12&$top=2", "GET Programs?$skip=14&$top=1"], bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_page_that_is_shorter_than_asked_for_is_the_last(bool async)
    {
        var bench = new Bench();
        Pages(bench, "a b", "c");
        Assert.Equal(["a", "b", "c"], await Ids(async, Query(bench).Take(5)));
        Assert.Equal(0, bench.Handler.Left);
    }

    [Theory]
    [InlineData(1, "a")]
    [InlineData(2, "a b")]
    public async Task No_page_is_asked_for_when_enough_was_read(int take, string page)
    {
        var bench = new Bench();
        Pages(bench, page);
        Assert.Equal(take, (await Ids(async: true, Query(bench).Take(take))).Count);
        Assert.Equal($"GET Programs?$top={take}", Assert.Single(bench.Told));
    }

    [Fact]
    public async Task A_service_that_gives_more_than_asked_for_is_cut()
    {
        var bench = new Bench();
        Pages(bench, "a b c");
        Assert.Equal(["a"], await Ids(async: true, Query(bench).Take(1)));
    }

    [Fact]
    public async Task Nothing_is_asked_where_nothing_is_wanted()
    {
        var bench = new Bench();
        Assert.Empty(await Ids(async: true, Query(bench).Take(0)));
        Assert.Empty(Programs.Of(bench).List((IProgram p) => false, CancellationToken.None));
        Assert.Empty(bench.Told);
    }

    [Fact]
    public async Task First_and_count_ask_as_little_as_they_can()
    {
        var bench = new Bench();
        Pages(bench, "a", "a b", "c");
        Assert.Equal("a", ((Program)await Query(bench).FirstAsync()).Id);
        Assert.Equal(3, await Query(bench).CountAsync());
        Assert.Equal(["GET Programs?$top=1", "GET Programs", "GET Programs?$skip=2"], bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_list_takes_a_condition_over_the_interface_and_gives_the_class(bool async)
    {
        var bench = new Bench();
        Pages(bench, "a");
        string name = "it's";
        Expression<Func<IProgram, bool>> predicate = p => p.Name == name;
        List<Program> found = async
            ? await Programs.Of(bench).ListAsync(predicate, CancellationToken.None).ToListAsync()
            : [.. Programs.Of(bench).List(predicate, CancellationToken.None)];
        Assert.Equal("a", Assert.Single(found).Id);
        Assert.Equal("?$filter=Name%20eq%20%27it%27%27s%27", bench.Handler.Requests[0].Uri.Query);
    }

    [Fact]
    public void A_list_without_a_condition_gives_all()
    {
        var bench = new Bench();
        Pages(bench, "a");
        Assert.Single(Programs.Of(bench).List((Expression<Func<IProgram, bool>>?)null, CancellationToken.None));
        Assert.Equal(["GET Programs"], bench.Told);
    }

    [Fact]
    public void A_condition_that_cannot_be_asked_is_refused_before_the_enumeration()
    {
        var bench = new Bench();
        Assert.Throws<NotSupportedException>(() => Programs.Of(bench).ListAsync((IProgram p) => p.Name!.Length > 3, CancellationToken.None));
    }

    [Fact]
    public async Task A_query_of_the_children_asks_by_the_parents_path()
    {
        var bench = new Bench();
        Pages(bench, "a b", "");
        Assert.Equal(2, (await Ids(async: true, new EntityQuery<IProgram>(Programs.OfChannel(bench)).Where(p => p.Name != null))).Count);
        Assert.Equal("GET Channels('nb:chid:1')/Programs?$filter=Name ne null", bench.Told[0]);
        Assert.Equal("GET Channels('nb:chid:1')/Programs?$filter=Name ne null&$skip=2", bench.Told[1]);
    }

    [Fact]
    public async Task A_cancelled_enumeration_asks_for_no_further_page()
    {
        var bench = new Bench();
        using var source = new CancellationTokenSource();
        Pages(bench, "a b", "c");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (IProgram program in Query(bench).AsAsyncEnumerable().WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        });
        Assert.Single(bench.Told);
    }

    private static EntityQuery<IProgram> Query(Bench bench) => new(Programs.Of(bench));

    private static void Pages(Bench bench, params string[] pages)
    {
        foreach (string page in pages)
        {
            bench.Page([.. page.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static id => (id, "stopped"))]);
        }
    }

    private static async Task<List<string>> Ids(bool async, EntityQuery<IProgram> query)
    {
        IEnumerable<IProgram> all = async ? await query.ToListAsync() : query.ToList();
        return [.. all.Select(static p => ((Program)p).Id)];
    }
}
