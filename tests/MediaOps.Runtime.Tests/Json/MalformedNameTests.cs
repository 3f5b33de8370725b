using System.Text.Json;

namespace MediaOps.Runtime.Tests.Json;

/// <summary>A member name with half a character in it is bad JSON, wherever it stands, and no error of the program.</summary>
public class MalformedNameTests
{
    private const string Bad = """{"\ud800tate":1,"State":"stopped"}""";

    /// <summary>The channel with a reader such as generated code has: names are compared where they lie.</summary>
    private static readonly EntityBinding<Channel, ChannelData> Binding = new(
        Channels.Definition,
        static (ref Utf8JsonReader reader) =>
        {
            var data = new ChannelData();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = reader.ValueTextEquals("Id");
                reader.Read();
                data.Id = isId ? reader.GetString() : data.Id;
                reader.Skip();
            }

            return data;
        },
        static core => new Channel(core),
        []);

    private readonly Bench _bench = new();

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task In_an_entity(bool async)
    {
        _bench.Handler.Reply(200, Bad);
        EntityCollectionCore<Channel, ChannelData> channels = Collection();
        await Assert.ThrowsAsync<ServiceException>(() => Bench.Run(async, () => channels.Get("x", default), () => channels.GetAsync("x", default)));
    }

    [Theory]
    [InlineData($$"""{"value":[{{Bad}}]}""")]
    [InlineData("""{"\ud800alue":[]}""")]
    public void In_a_list(string body)
    {
        _bench.Handler.Reply(200, body);
        Assert.Throws<ServiceException>(() => Collection().List(default).ToList());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task In_the_answer_to_a_creation_that_runs(bool async)
    {
        _bench.Handler.Reply(202, Bad, ("operation-id", "op1"));
        EntityCollectionCore<Channel, ChannelData> channels = Collection();
        Operation<Channel> operation = await Bench.Run(
            async,
            () => channels.SendCreate(RequestBody.None, null, default),
            () => channels.SendCreateAsync(RequestBody.None, null, default));
        Assert.Equal("op1", operation.Id);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task In_an_operations_record(bool async)
    {
        _bench.Accept();
        _bench.Handler.Reply(200, Bad);
        var e = await Assert.ThrowsAsync<OperationPollException>(() => Bench.Act(async, _bench.Channel("stopped"), Channels.Start));
        Assert.Equal("op1", e.OperationId);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task In_an_error(bool async)
    {
        _bench.Handler.Reply(400, Bad);
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Bench.Act(async, _bench.Channel("stopped"), Channels.Start));
        Assert.Equal(400, e.Status);
    }

    private EntityCollectionCore<Channel, ChannelData> Collection() => new(Binding, _bench.Connection);
}
