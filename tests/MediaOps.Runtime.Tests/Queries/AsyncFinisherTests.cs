namespace MediaOps.Runtime.Tests.Queries;

public class AsyncFinisherTests
{
    private readonly FilteringSource _source = new(
        new Channel { Id = "1", Name = "a", State = ChannelState.Running },
        new Channel { Id = "2", Name = "b" },
        new Channel { Id = "3", Name = "c" });

    private EntityQuery<IChannel> Channels => new(_source);

    [Fact]
    public async Task Finishers_give_what_their_synchronous_siblings_give()
    {
        Assert.Equal("2", (await Channels.Where(c => c.State == ChannelState.Stopped).FirstAsync()).Id);
        Assert.Equal("1", (await Channels.Where(c => c.State == ChannelState.Running).SingleAsync()).Id);
        Assert.Null(await Channels.Where(c => c.Name == "none").FirstOrDefaultAsync());
        Assert.Null(await Channels.Where(c => c.Name == "none").SingleOrDefaultAsync());
        Assert.Equal(2, await Channels.Skip(1).CountAsync());
        Assert.True(await Channels.AnyAsync());
        Assert.Equal(["1", "2"], (await Channels.Take(2).ToListAsync()).Select(c => c.Id));
        Assert.Equal([1, 2, 1, 2, null, 1, 2], _source.Asked.Select(query => query.Top));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Channels.SingleAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Channels.SingleOrDefaultAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Channels.Where(c => c.Name == "none").FirstAsync());
        Assert.Equal(0, await Channels.Take(0).CountAsync());
    }

    [Fact]
    public async Task Every_operator_leaves_the_finishers_in_reach()
    {
        IChannel last = await Channels.Where(c => c.Name != "a").OrderBy(c => c.State).ThenByDescending(c => c.Name).ThenBy(c => c.Id).OrderByDescending(c => c.Id).Skip(1).Take(1).FirstAsync();
        Assert.Equal("3", last.Id);
        Assert.Equal("Id desc", Assert.Single(_source.Asked).OrderBy);
    }

    [Fact]
    public async Task Await_foreach_asks_while_it_goes_on()
    {
        List<string> ids = [];
        await foreach (IChannel channel in Channels.Where(c => c.State == ChannelState.Stopped).AsAsyncEnumerable())
        {
            ids.Add(channel.Id);
        }

        Assert.Equal(["2", "3"], ids);
        Assert.Equal("State eq 'Stopped'", Assert.Single(_source.Asked).Filter);
    }

    [Fact]
    public async Task The_callers_token_reaches_the_source()
    {
        using var cancellation = new CancellationTokenSource();
        await using IAsyncEnumerator<IChannel> channels = Channels.AsAsyncEnumerable().GetAsyncEnumerator(cancellation.Token);
        Assert.True(await channels.MoveNextAsync());
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => channels.MoveNextAsync().AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Channels.ToListAsync(cancellation.Token));
    }

    [Fact]
    public void A_query_is_no_async_enumerable_because_its_operators_would_be_ambiguous()
    {
        Assert.DoesNotContain(typeof(EntityQuery<IChannel>).GetInterfaces(), type => type.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal));
    }
}
