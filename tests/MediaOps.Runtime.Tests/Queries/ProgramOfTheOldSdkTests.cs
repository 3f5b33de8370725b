using System.Collections;
using System.Linq.Expressions;

namespace MediaOps.Runtime.Tests.Queries;

/// <summary>Queries as programs of the v2 SDK write them, against a collection as the generator makes it.</summary>
public class ProgramOfTheOldSdkTests
{
    private readonly FilteringSource _source = new(
        new Channel { Id = "nb:chid:UUID:1", Name = "one", State = ChannelState.Running },
        new Channel { Id = "nb:chid:UUID:2", Name = "two" });

    private Context Media => new(_source);

    [Fact]
    public void A_channel_is_found_by_its_name()
    {
        string name = "two";
        IChannel? found = Media.Channels.Where(c => c.Name == name).FirstOrDefault();
        Assert.Equal("nb:chid:UUID:2", found?.Id);
        Assert.Equal("$filter=Name%20eq%20%27two%27&$top=1", Assert.Single(_source.Asked).ToQueryString());
    }

    [Fact]
    public void A_query_expression_selects_by_state()
    {
        var channels = Media.Channels;
        var running = from c in channels where c.State == ChannelState.Running select c;
        Assert.Equal("one", running.ToList().Single().Name);

        IQueryable<IChannel> declared = Media.Channels;
        IQueryable<IChannel> stopped = from c in declared where c.State == ChannelState.Stopped select c;
        Assert.Equal("two", stopped.Single().Name);
        Assert.Equal(["State eq 'Running'", "State eq 'Stopped'"], _source.Asked.Select(query => query.Filter));
    }

    [Fact]
    public void A_channel_is_found_by_its_id()
    {
        string id = "nb:chid:UUID:1";
        IChannel channel = Media.Channels.Where(c => c.Id == id).Single();
        Assert.Equal("one", channel.Name);
        Assert.Equal("one", Media.Channels.First(c => c.Id == id).Name);
        Assert.Equal("one", Media.Channels.AsQueryable().SingleOrDefault(c => c.Id == id)?.Name);
    }

    [Fact]
    public void A_collection_is_enumerated_listed_and_counted()
    {
        List<string> names = [];
        foreach (IChannel channel in Media.Channels)
        {
            names.Add(channel.Name);
        }

        Assert.Equal(["one", "two"], names);
        Assert.Equal(2, Media.Channels.ToList().Count);
        Assert.Equal(2, Media.Channels.Count());
        Assert.Equal(1, Media.Channels.Count(c => c.State == ChannelState.Running));
        Assert.Equal(1, Media.Channels.Where(c => c.State == ChannelState.Stopped).Count());
        Assert.True(Media.Channels.Any());
        Assert.Equal("two", Media.Channels.AsEnumerable().Last().Name);
    }

    [Fact]
    public void Names_are_picked_after_the_entities_were_read()
    {
        Assert.Equal(["one", "two"], Media.Channels.ToList().Select(c => c.Name));
        Assert.Equal(["one"], Media.Channels.Where(c => c.Name.StartsWith("on")).AsEnumerable().Select(c => c.Name));
    }

    private sealed class Context(FilteringSource source)
    {
        public ChannelCollection Channels { get; } = new(source);
    }

    private sealed class ChannelCollection(FilteringSource source) : IQueryable<IChannel>
    {
        private readonly EntityQuery<IChannel> _query = new(source);

        Type IQueryable.ElementType => _query.ElementType;

        Expression IQueryable.Expression => _query.Expression;

        IQueryProvider IQueryable.Provider => _query.Provider;

        public EntityQuery<IChannel> Where(Expression<Func<IChannel, bool>> predicate) => _query.Where(predicate);

        public IEnumerator<IChannel> GetEnumerator() => _query.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
