using Media.AzureV2;
using MediaOps;

namespace ServicesSample;

/// <summary>Channels with ids that the service makes, OData 3, and operations that are asked for by id.</summary>
internal static class AzureV2
{
    public static async Task TellAsync(Stage stage)
    {
        var media = new CloudMediaContext(stage.Endpoint, new StaticTokenCredential("token"), stage.Options);

        Channel channel = await media.Channels.CreateAsync(new ChannelCreationOptions
        {
            Name = "evening-news",
            Input = new ChannelInput { StreamingProtocol = StreamingProtocol.RTMP },
        });
        stage.Say($"created {channel.Name}: {channel.State}");

        await channel.StartAsync();
        stage.Say($"started: {channel.State}");

        await channel.StopAsync();
        stage.Say($"stopped: {channel.State}");

        await channel.DeleteAsync();
        stage.Say("deleted");
    }
}
