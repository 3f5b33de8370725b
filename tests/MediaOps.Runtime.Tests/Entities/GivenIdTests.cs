namespace MediaOps.Runtime.Tests.Entities;

/// <summary>Ids that a caller gives are judged before anything is sent with them.</summary>
public class GivenIdTests
{
    private static readonly EntityBinding<Channel, ChannelData> Binding = new(
        new EntityDefinition { Name = "Channel", Plural = "Channels", IdPattern = "^nb:chid:[0-9]+$", Read = Channels.Definition.Read, Actions = [Channels.Start] },
        ChannelData.Read,
        static core => new Channel(core),
        []);

    private readonly Bench _bench = new();

    public static TheoryData<bool, string> Wrong
    {
        get
        {
            var data = new TheoryData<bool, string>();
            foreach (string id in new[] { "", "..", "not an id", "nb:chid:1\n", "xnb:chid:1", "nb:chid:" + new string('1', 100_000) })
            {
                data.Add(true, id);
                data.Add(false, id);
            }

            return data;
        }
    }

    private EntityCollectionCore<Channel, ChannelData> Collection => new(Binding, _bench.Connection);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task An_id_that_is_not_well_formed_is_refused_and_nothing_is_sent(bool async, string id)
    {
        EntityCollectionCore<Channel, ChannelData> channels = Collection;
        var get = await Assert.ThrowsAsync<ArgumentException>(() => Bench.Run(async, () => channels.Get(id, default), () => channels.GetAsync(id, default)));
        var tryGet = await Assert.ThrowsAsync<ArgumentException>(() => Bench.Run(async, () => channels.TryGet(id, default), () => channels.TryGetAsync(id, default)));
        var operation = await Assert.ThrowsAsync<ArgumentException>(
            () => Bench.Run(async, () => channels.GetOperation("op1", id, default), () => channels.GetOperationAsync("op1", id, default)));
        Assert.Equal(("id", "id", "entityId"), (get.ParamName, tryGet.ParamName, operation.ParamName));
        Assert.InRange(get.Message.Length, 1, 200);
        Assert.Empty(_bench.Told);
    }

    [Fact]
    public void An_id_that_fits_is_asked_for()
    {
        _bench.Entity("running");
        Assert.Equal("running", Collection.Get(Channels.Id, default).State);
    }

    [Theory]
    [InlineData(true, "mediaops:1:done:Test:Nope:Start:x")]
    [InlineData(false, "mediaops:1:done:Test:Nope:Start:x")]
    [InlineData(true, "mediaops:1:done:Test:Channel:Boom:x")]
    [InlineData(false, "mediaops:1:done:Test:Channel:Boom:x")]
    public async Task A_handle_of_an_entity_or_action_that_the_schema_does_not_have_is_refused(bool async, string handle)
    {
        EntityCollectionCore<Channel, ChannelData> channels = Collection;
        OperationCollection operations = _bench.Connection.Operations;
        await Assert.ThrowsAsync<ArgumentException>(() => Bench.Run(async, () => operations.GetOperation(handle), () => operations.GetOperationAsync(handle)));
        await Assert.ThrowsAsync<ArgumentException>(() => Bench.Run(async, () => channels.GetOperation(handle, null, default), () => channels.GetOperationAsync(handle, null, default)));
        string good = "mediaops:1:done:Test:Channel:Start:x";
        Operation done = await Bench.Run(async, () => operations.GetOperation(good), () => operations.GetOperationAsync(good));
        Assert.Equal(OperationState.Succeeded, done.State);
    }
}
