namespace MediaOps.Runtime.Tests.Queries;

public class OperatorTests
{
    private static readonly IChannel[] Ten = [.. Enumerable.Range(0, 10).Select(i => new Channel { Id = $"{i}", Name = $"n{i}", ScaleUnits = i })];

    [Fact]
    public void Orders_become_orderby()
    {
        Assert.Equal("Name", FilterTests.Ask(q => q.OrderBy(c => c.Name)).OrderBy);
        Assert.Equal("Created desc,Name", FilterTests.Ask(q => q.OrderByDescending(c => c.Created).ThenBy(c => c.Name)).OrderBy);
        Assert.Equal("Input/KeyFrameInterval,State desc", FilterTests.Ask(q => q.OrderBy(c => c.Input.KeyFrameInterval).ThenByDescending(c => c.State)).OrderBy);
        Assert.Equal("Name", FilterTests.Ask(q => ByName(q.OrderBy(c => c.Created))).OrderBy);
        Assert.Equal("Name desc", FilterTests.Ask(q => from c in q orderby c.Name descending select c).OrderBy);

        static IQueryable<IChannel> ByName(IQueryable<IChannel> channels) => channels.OrderBy(c => c.Name);
    }

    [Fact]
    public void Everything_at_once_is_one_request_in_a_fixed_order_of_members()
    {
        QueryText query = FilterTests.Ask(q => q.Where(c => c.CdnEnabled).OrderBy(c => c.Name).Skip(5).Take(10).Select(c => c));
        Assert.Equal("$filter=CdnEnabled%20eq%20true&$orderby=Name&$skip=5&$top=10", query.ToQueryString());
        Assert.Equal("", FilterTests.Ask(q => q).ToQueryString());
        Assert.Equal("$filter=CdnEnabled%20eq%20true", FilterTests.Ask(q => q.Skip(0).Where(c => c.CdnEnabled)).ToQueryString());
    }

    [Fact]
    public void Any_mixture_of_skip_and_take_gives_what_it_gives_in_memory()
    {
        var random = new Random(3);
        for (int i = 0; i < 500; i++)
        {
            var source = new FilteringSource(Ten);
            IQueryable<IChannel> asked = new EntityQuery<IChannel>(source);
            IEnumerable<IChannel> expected = Ten;
            for (int steps = random.Next(5); steps > 0; steps--)
            {
                int count = random.Next(12) == 0 ? int.MaxValue : random.Next(-1, 8);
                bool skips = random.Next(2) == 0;
                asked = skips ? asked.Skip(count) : asked.Take(count);
                expected = skips ? expected.Skip(count) : expected.Take(count);
            }

            Assert.Equal(expected, asked.ToList());
            Assert.True(source.Asked.Count <= 1);
        }
    }

    [Fact]
    public void What_takes_nothing_asks_nothing()
    {
        var source = new FilteringSource(Ten);
        var channels = new EntityQuery<IChannel>(source);

        Assert.Empty(channels.Take(0));
        Assert.Empty(channels.Take(3).Skip(3));
        Assert.Null(channels.Take(0).FirstOrDefault());
        Assert.Empty(source.Asked);
    }

    [Fact]
    public void First_single_and_any_take_no_more_than_they_need()
    {
        Assert.Equal(1, Top(q => q.First()));
        Assert.Equal(1, Top(q => q.FirstOrDefault(c => c.Name == "n3")));
        Assert.Equal(2, Top(q => q.Single(c => c.Name == "n3")));
        Assert.Equal(2, Top(q => q.Where(c => c.Name == "n3").SingleOrDefault()));
        Assert.Equal(1, Top(q => q.Any()));
        Assert.Null(Top(q => q.Count()));
        Assert.Null(Top(q => q.LongCount(c => c.ScaleUnits > 1)));
        Assert.Equal(1, Top(q => q.Take(1).Single()));
        Assert.Equal(7, Top(q => q.Take(7).Count()));

        static int? Top<TResult>(Func<IQueryable<IChannel>, TResult> run)
        {
            var source = new FilteringSource(Ten);
            _ = run(new EntityQuery<IChannel>(source));
            return Assert.Single(source.Asked).Top;
        }
    }

    [Fact]
    public void Finishers_give_what_linq_gives()
    {
        IQueryable<IChannel> channels = new EntityQuery<IChannel>(new FilteringSource(Ten));

        Assert.Equal("3", channels.First(c => c.ScaleUnits >= 3).Id);
        Assert.Equal("4", channels.Where(c => c.ScaleUnits > 1).Skip(2).First().Id);
        Assert.Null(channels.FirstOrDefault(c => c.Name == "none"));
        Assert.Null(channels.SingleOrDefault(c => c.Name == "none"));
        Assert.Equal(7, channels.Count(c => c.ScaleUnits >= 3));
        Assert.Equal(7L, channels.LongCount(c => c.ScaleUnits >= 3));
        Assert.Equal(2, channels.Skip(8).Count());
        Assert.True(channels.Any(c => c.ScaleUnits == 9));
        Assert.False(channels.Any(c => c.ScaleUnits == 10));
        Assert.Throws<InvalidOperationException>(() => channels.First(c => c.Name == "none"));
        Assert.Throws<InvalidOperationException>(() => channels.Single(c => c.Name == "none"));
        Assert.Throws<InvalidOperationException>(() => channels.Single());
        Assert.Throws<InvalidOperationException>(() => channels.SingleOrDefault());
    }

    [Fact]
    public void Nothing_is_asked_before_the_enumeration_and_each_enumeration_asks_anew()
    {
        var source = new FilteringSource(Ten);
        EntityQuery<IChannel> query = new EntityQuery<IChannel>(source).Where(c => c.ScaleUnits > 3).OrderBy(c => c.Name);
        Assert.Empty(source.Asked);

        Assert.Equal(6, query.ToList().Count);
        Assert.Equal(6, query.AsEnumerable().Count(c => c.Name.Length == 2));
        Assert.Equal(2, source.Asked.Count);
    }

    [Fact]
    public void Entities_are_asked_for_no_faster_than_they_are_taken()
    {
        var source = new FilteringSource(Ten);
        foreach (IChannel channel in new EntityQuery<IChannel>(source))
        {
            if (channel.Id == "2")
            {
                break;
            }
        }

        Assert.Equal(3, source.Given);
    }

    [Fact]
    public void Operators_of_linq_give_our_query_at_run_time()
    {
        IQueryable<IChannel> channels = new EntityQuery<IChannel>(new FilteringSource(Ten)).AsQueryable();
        Assert.IsType<EntityQuery<IChannel>>(channels.Where(c => c.CdnEnabled));
        Assert.IsType<EntityQuery<IChannel>>(channels.OrderBy(c => c.Name).ThenBy(c => c.Id).Skip(1).Take(1));
        Assert.IsType<EntityQuery<IChannel>>(channels.Provider.CreateQuery(channels.Expression));
        Assert.Equal(typeof(IChannel), channels.ElementType);
        Assert.Equal(10, Assert.IsAssignableFrom<IEnumerable<IChannel>>(channels.Provider.Execute(channels.Expression)).Count());
    }

    [Fact]
    public void A_query_tells_its_operators()
    {
        EntityQuery<IChannel> query = new EntityQuery<IChannel>(new RecordingSource()).Where(c => c.Name == "a").Take(2);
        Assert.Equal("IChannel.Where(c => (c.Name == \"a\")).Take(2)", query.ToString());
    }
}
