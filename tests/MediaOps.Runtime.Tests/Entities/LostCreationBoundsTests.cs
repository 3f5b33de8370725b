namespace MediaOps.Runtime.Tests.Entities;

/// <summary>However a list goes on and however deep a body is: looking for a lost creation ends, and the caller learns that its outcome is unknown.</summary>
public sealed class LostCreationBoundsTests : IDisposable
{
    private const string Item = """{"Id":"nb:chid:1","State":"stopped","Name":"live"}""";

    private readonly ManualTimeProvider _clock = new() { AutoAdvance = true };
    private readonly ScriptedHandler _handler = new();

    public static TheoryData<bool, PagingStyle> Ways => new()
    {
        { true, PagingStyle.Token },
        { false, PagingStyle.Token },
        { true, PagingStyle.NextLink },
        { false, PagingStyle.NextLink },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Of_a_list_without_an_end_no_page_is_asked_for_after_the_deadline(bool async, PagingStyle style)
    {
        Lose();
        for (int page = 1; page <= 20; page++)
        {
            Page(style, page);
        }

        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Create(async, style));
        Assert.Equal((true, "reset"), (e.OutcomeUnknown, e.InnerException!.Message));
        Assert.Equal(1 + 10, _handler.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(10), _clock.GetUtcNow() - new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Behind_pages_with_nothing_it_is_found_in_time(bool async, PagingStyle style)
    {
        Lose().Page(style, 1).Page(style, 2).Page(style, next: null, Item);
        Assert.Equal(Channels.Id, (await Create(async, style)).Id);
        Assert.Equal(0, _handler.Left);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Behind_two_that_should_be_one_nobody_looks_further(bool async, PagingStyle style)
    {
        Lose().Page(style, 1, Item).Page(style, 2, Item.Replace("chid:1", "chid:2", StringComparison.Ordinal));
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Create(async, style));
        Assert.True(e.OutcomeUnknown);
        Assert.Equal(3, _handler.Requests.Count);
    }

    [Theory]
    [InlineData(true, 70)]
    [InlineData(false, 70)]
    [InlineData(true, 990)]
    [InlineData(false, 990)]
    public async Task A_body_that_is_deeper_than_readers_read_is_compared_like_any_other(bool async, int depth)
    {
        Lose().Page(PagingStyle.Token, next: null, Item);
        Assert.Equal(Channels.Id, (await Create(async, PagingStyle.Token, depth)).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_an_entity_that_is_deeper_than_readers_read_the_outcome_stays_unknown(bool async)
    {
        Lose().Page(PagingStyle.Token, next: null, $$"""{"Id":"nb:chid:1","Name":"live","Extra":{{new string('[', 70)}}{{new string(']', 70)}}}""");
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Create(async, PagingStyle.Token));
        Assert.Equal((true, "reset"), (e.OutcomeUnknown, e.InnerException!.Message));
    }

    public void Dispose() => _handler.Dispose();

    private LostCreationBoundsTests Lose()
    {
        _handler.Fail(new IOException("reset"));
        return this;
    }

    /// <summary>A page that takes a second.</summary>
    private LostCreationBoundsTests Page(PagingStyle style, int? next, string items = "")
    {
        string way = next is null ? "" : style == PagingStyle.Token ? $"t{next}" : $"https://media.example/api/Channels?page={next}";
        _handler.Then((_, _) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return ScriptedHandler.Response(200, $$"""{"value":[{{items}}],"next":"{{way}}"}""");
        });
        return this;
    }

    private Task<Channel> Create(bool async, PagingStyle style, int depth = 1)
    {
        var paging = new PagingDefinition { Style = style, Items = "value", Next = "next", Param = "token", Limit = "max" };
        var connection = new ServiceConnection(
            new ServiceDefinition("Test", "1") { Tracking = [Channels.Tracking], Paging = paging },
            new Uri("https://media.example/api/"),
            Authentication.None,
            new MediaOpsOptions { Handler = _handler, TimeProvider = _clock, MaxRetries = 0 });
        var binding = new EntityBinding<Channel, ChannelData>(Channels.Definition, ChannelData.Read, static core => new Channel(core), [])
        {
            Members = [new QueryMember("Name", "Name") { IsUnique = true }],
        };
        var channels = new EntityCollectionCore<Channel, ChannelData>(binding, connection);
        RequestBody body = Body(depth);
        return Bench.Run(async, () => channels.Create(body, null, null, default), () => channels.CreateAsync(body, null, null, default));
    }

    private static RequestBody Body(int depth) => RequestBody.Write(depth, static (writer, depth) =>
    {
        writer.WriteStartObject();
        writer.WriteString("Name", "live");
        writer.WritePropertyName("Extra");
        for (int i = 0; i < depth; i++)
        {
            writer.WriteStartArray();
        }

        for (int i = 0; i < depth; i++)
        {
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    });
}
