using System.Globalization;
using System.Text.Json;

namespace MediaOps.Runtime.Tests.Entities;

public class CollectionTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_list_asks_for_the_next_page_for_as_long_as_pages_are_full(bool async)
    {
        var bench = new Bench();
        Page(bench, "a", "b");
        Page(bench, "c", "d");
        Page(bench, "e");
        Assert.Equal(["a", "b", "c", "d", "e"], (await List(bench, async)).ConvertAll(static c => c.Id));
        Assert.Equal(["GET Channels", "GET Channels?$skip=2", "GET Channels?$skip=4"], bench.Told);
        Assert.All(bench.Handler.Requests, request => Assert.Equal(!async, request.WasSync));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_last_page_that_is_full_is_followed_by_an_empty_one(bool async)
    {
        var bench = new Bench();
        Page(bench, "a", "b");
        Page(bench);
        Assert.Equal(2, (await List(bench, async)).Count);
    }

    [Fact]
    public void Pages_are_read_only_as_the_caller_goes_on()
    {
        var bench = new Bench();
        Page(bench, "a", "b");
        Assert.Equal("a", bench.Collection.List(CancellationToken.None).First().Id);
        Assert.Single(bench.Told);
    }

    [Fact]
    public async Task A_service_that_does_not_obey_the_offset_ends_the_list_with_an_error()
    {
        var bench = new Bench();
        Page(bench, "a", "b");
        Page(bench, "a", "b");
        await Assert.ThrowsAsync<ServiceException>(() => List(bench, async: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("[] trailing")]
    [InlineData("{}")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"value":[1]}""")]
    [InlineData("""{"value":[{}]}""")]
    [InlineData("""{"value":[{"Id":"a"}""")]
    [InlineData("""{"value":[]} trailing""")]
    public async Task A_page_that_is_no_list_is_an_error(string body)
    {
        var bench = new Bench();
        bench.Handler.Reply(200, body);
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => List(bench, async: true));
        Assert.NotEmpty(e.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"Id":"a"}]""", "a")]
    public async Task An_answer_that_is_a_list_is_that_list_wherever_others_have_theirs(string body, params string[] ids)
    {
        var bench = new Bench();
        bench.Handler.Reply(200, body);
        Assert.Equal(ids, (await List(bench, async: true)).ConvertAll(static c => c.Id));
        Assert.Single(bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_entity_is_got_by_its_id_or_tried_for(bool async)
    {
        var bench = new Bench();
        bench.Entity("running").NoEntity().NoEntity();
        Assert.Equal("running", (await Bench.Run(async, () => bench.Collection.Get(Channels.Id, default), () => bench.Collection.GetAsync(Channels.Id, default))).State);
        Assert.Null(await Bench.Run(async, () => bench.Collection.TryGet(Channels.Id, default), () => bench.Collection.TryGetAsync(Channels.Id, default)));
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(
            () => Bench.Run(async, () => bench.Collection.Get(Channels.Id, default), () => bench.Collection.GetAsync(Channels.Id, default)));
        Assert.Equal(404, e.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<a/>")]
    [InlineData("""{"Id":"x"}{""")]
    public async Task An_answer_that_is_no_entity_is_an_error_with_the_status(string body)
    {
        var bench = new Bench();
        bench.Handler.Reply(200, body);
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => bench.Collection.GetAsync(Channels.Id, CancellationToken.None));
        Assert.Equal(200, e.Status);
    }

    [Fact]
    public async Task Threads_that_refresh_and_edit_never_see_half_a_snapshot()
    {
        // Every answer has one number in both members: two different ones would be parts of two answers.
        const int Threads = 32;
        const int Rounds = 100;
        var bench = new Bench();
        int made = 0;
        for (int i = 0; i < Threads * Rounds; i++)
        {
            bench.Handler.Then((_, _) =>
            {
                string number = Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture);
                return ScriptedHandler.Response(200, $$"""{"Id":"nb:chid:1","State":"running","Description":"{{number}}","Label":"{{number}}"}""");
            });
        }

        Channel channel = bench.Channel("running");
        await channel.Core.RefreshAsync(CancellationToken.None);
        int torn = 0;
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            for (int round = 0; round < Rounds - 1; round++)
            {
                if (thread % 2 == 0)
                {
                    await channel.Core.RefreshAsync();
                }
                else
                {
                    // An edit of a third member between the refreshes of others.
                    channel.Allow = round.ToString(CultureInfo.InvariantCulture);
                }

                ChannelData view = channel.Core.View;
                if (view.Description != view.Label || view.StateText != "running")
                {
                    Interlocked.Increment(ref torn);
                }
            }
        })));
        Assert.Equal(0, torn);
        Assert.True(made > Threads);
    }

    [Fact]
    public void Threads_that_begin_to_edit_together_share_one_copy()
    {
        for (int i = 0; i < 50; i++)
        {
            Channel channel = new Bench().Channel("stopped");
            var copies = new ChannelData[8];
            Parallel.For(0, copies.Length, n => copies[n] = channel.Core.Edits);
            Assert.Single(copies.Distinct());
        }
    }

    [Fact]
    public void An_entity_made_for_a_test_says_what_to_do()
        => Assert.Contains("override", EntityCore<Channel, ChannelData>.NotConnected("Channel").Message, StringComparison.Ordinal);

    private static void Page(Bench bench, params string[] ids) => bench.Handler.Reply(
        200,
        JsonSerializer.Serialize(new Dictionary<string, object> { ["odata.metadata"] = "x", ["value"] = ids.Select(static id => new { Id = id, State = "stopped" }) }));

    private static async Task<List<Channel>> List(Bench bench, bool async)
    {
        if (!async)
        {
            return [.. bench.Collection.List(CancellationToken.None)];
        }

        var channels = new List<Channel>();
        await foreach (Channel channel in bench.Collection.ListAsync(CancellationToken.None))
        {
            channels.Add(channel);
        }

        return channels;
    }
}
