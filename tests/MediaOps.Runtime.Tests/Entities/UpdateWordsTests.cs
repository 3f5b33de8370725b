namespace MediaOps.Runtime.Tests.Entities;

/// <summary>What services want of an update beside the changes: members again, a mask, parameters, or everything.</summary>
public sealed class UpdateWordsTests : IDisposable
{
    private readonly ScriptedHandler _service = new();

    public static TheoryData<bool> Both => [false, true];

    public void Dispose() => _service.Dispose();

    [Theory, MemberData(nameof(Both))]
    public async Task Members_that_the_service_always_wants_go_with_the_changes_and_the_mask_names_the_changes_only(bool async)
    {
        Channel channel = Make(new("Update", ActionKind.Update, "PATCH", "/channels/{Id}") { Always = ["Label", "Description"], FieldMask = "updateMask" });
        channel.Description = "new";
        channel.Allow = "all";
        RequestArguments arguments = RequestArguments.Of(RequestBody.Write("", static (writer, _) => writer.WriteRawValue("""{"force":true}"""))).Query("dryRun", "false");
        await Bench.Run(async, () => channel.Core.Update(arguments, null, CancellationToken.None), () => channel.Core.UpdateAsync(arguments, null, CancellationToken.None));
        Assert.Equal("/channels/1?dryRun=false&updateMask=Description%2CAccess.IP.Allow", _service.Requests[0].Uri.PathAndQuery);
        Assert.Equal("""{"Label":"l","Description":"new","Access":{"IP":{"Allow":"all"}},"force":true}""", _service.Requests[0].Body);
    }

    [Fact]
    public async Task Put_sends_all_members_and_nothing_where_nothing_differs()
    {
        Channel channel = Make(new("Update", ActionKind.Update, "PUT", "/channels/{Id}"));
        channel.Label = "l";
        await channel.Core.UpdateAsync(null, CancellationToken.None);
        Assert.Empty(_service.Requests);
        channel.Label = "new";
        await channel.Core.UpdateAsync(null, CancellationToken.None);
        Assert.Equal("""{"Description":"old","Access":{"IP":{"Allow":"none","Slate":null}},"Label":"new"}""", _service.Requests[0].Body);
    }

    private Channel Make(ActionDefinition update)
    {
        _service.Reply(200).Reply(200, Channels.Json("stopped", id: "1"));
        var definition = new EntityDefinition { Name = "Channel", Plural = "Channels", Read = new("Read", ActionKind.Read, "GET", "/channels/{Id}"), Update = update };
        var binding = new EntityBinding<Channel, ChannelData>(definition, ChannelData.Read, static core => new Channel(core), Channels.Binding.Updatable);
        var connection = new ServiceConnection(new ServiceDefinition("Test"), new Uri("https://media.example/"), Authentication.None, new MediaOpsOptions { Handler = _service, GuardMode = GuardMode.Off });
        return new EntityCore<Channel, ChannelData>(connection, binding, "1", new ChannelData { Id = "1", Description = "old", Allow = "none", Label = "l" }).Entity;
    }
}
