namespace MediaOps.Runtime.Tests.Entities;

public class ParentTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_parent_is_read_on_first_use_and_is_the_same_object_until_a_refresh(bool async)
    {
        var bench = new Bench();
        bench.Entity("running");
        Program program = Programs.Make(bench);
        Channel first = await Channel();
        Assert.Same(first, await Channel());
        Assert.Equal(("running", Channels.Id), (first.State, first.Id));
        Assert.Equal([Programs.ReadChannel], bench.Told);

        bench.Handler.Reply(200, Programs.Json("stopped"));
        bench.Entity("stopped");
        await program.Core.RefreshAsync();
        Channel second = await Channel();
        Assert.NotSame(first, second);
        Assert.Equal("stopped", second.State);

        Task<Channel> Channel() => Bench.Run(async, () => program.Channel, program.GetChannelAsync);
    }

    [Fact]
    public async Task Callers_who_ask_together_get_one_object()
    {
        var bench = new Bench();
        for (int i = 0; i < 8; i++)
        {
            bench.Entity("running");
        }

        Program program = Programs.Make(bench);
        Channel[] channels = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => program.Channel)));
        Assert.Single(channels.Distinct());
    }

    [Fact]
    public void A_parent_that_the_service_has_not_told_is_an_error_that_names_both()
    {
        Program program = Programs.Make(new Bench(), channelId: null);
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => program.Channel);
        Assert.Equal("The service has not told the Channel of Program 'nb:pgid:1'.", e.Message);
    }

    [Fact]
    public async Task A_parent_that_does_not_exist_is_an_error_and_asked_for_again()
    {
        var bench = new Bench();
        bench.NoEntity().Entity("running");
        Program program = Programs.Make(bench);
        await Assert.ThrowsAsync<ServiceException>(program.GetChannelAsync);
        Assert.Equal("running", (await program.GetChannelAsync()).State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_children_of_an_entity_are_listed_by_its_id_which_is_encoded(bool async)
    {
        var bench = new Bench();
        var parent = new EntityCore<Channel, ChannelData>(bench.Connection, Channels.Binding, "a'b/c", new ChannelData());
        bench.Page(("p1", "stopped"), ("p2", "running")).Page();
        EntityCollectionCore<Program, ProgramData> programs = parent.Children(Programs.Binding);
        List<Program> all = async ? await programs.ListAsync(CancellationToken.None).ToListAsync() : [.. programs.List(CancellationToken.None)];
        Assert.Equal(["p1", "p2"], all.ConvertAll(static p => p.Id));
        Assert.Equal("/api/Channels('a%27%27b%2Fc')/Programs", bench.Handler.Requests[0].Uri.AbsolutePath);
        Assert.Equal("GET Channels('a''b/c')/Programs?$skip=2", bench.Told[1]);
    }

    [Fact]
    public async Task Children_are_got_by_their_own_id()
    {
        var bench = new Bench();
        bench.Handler.Reply(200, Programs.Json("running"));
        Assert.Equal("running", (await Programs.OfChannel(bench).GetAsync(Programs.Id, CancellationToken.None)).State);
        Assert.Equal([Programs.Read], bench.Told);
    }

    [Fact]
    public void A_kind_that_cannot_be_listed_by_parent_says_so()
    {
        EntityCollectionCore<Channel, ChannelData> channels = new Bench().Channel("running").Core.Children(Channels.Binding);
        NotSupportedException e = Assert.Throws<NotSupportedException>(() => channels.List(CancellationToken.None).Any());
        Assert.Equal("The schema of Channel has no list by parent.", e.Message);
    }

    [Fact]
    public void The_parent_of_a_new_entity_is_the_bound_one_or_must_be_given()
    {
        var bench = new Bench();
        EntityCollectionCore<Program, ProgramData> bound = Programs.OfChannel(bench);
        EntityCollectionCore<Program, ProgramData> free = Programs.Of(bench);
        Assert.Equal(Channels.Id, bound.ParentIdFor(null, "ChannelId"));
        Assert.Equal(Channels.Id, bound.ParentIdFor("", "ChannelId"));
        Assert.Equal(Channels.Id, bound.ParentIdFor(Channels.Id, "ChannelId"));
        Assert.Equal("other", free.ParentIdFor("other", "ChannelId"));
        Assert.Contains("ChannelId is needed", Assert.Throws<ArgumentException>(() => free.ParentIdFor(null, "ChannelId")).Message, StringComparison.Ordinal);
        Assert.Contains("ChannelId is needed", Assert.Throws<ArgumentException>(() => free.ParentIdFor("", "ChannelId")).Message, StringComparison.Ordinal);
        ArgumentException e = Assert.Throws<ArgumentException>(() => bound.ParentIdFor("other", "ChannelId"));
        Assert.Contains("'other'", e.Message, StringComparison.Ordinal);
        Assert.Contains(Channels.Id, e.Message, StringComparison.Ordinal);
    }
}
