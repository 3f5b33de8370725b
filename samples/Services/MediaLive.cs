using Media.AwsMediaLive;
using MediaOps;

namespace ServicesSample;

/// <summary>Channels that are followed by reading them; requests carry an AWS signature instead of a token.</summary>
internal static class MediaLive
{
    public static async Task TellAsync(Stage stage)
    {
        var media = new MediaLiveClient(stage.Endpoint, "eu-west-1", new StaticAwsCredential("access-key", "secret-key"), stage.Options);

        Channel channel = await media.Channels.CreateAsync(new ChannelCreationOptions { Name = "evening-news", ChannelClass = ChannelClass.SinglePipeline });
        stage.Say($"created {channel.Name}: {channel.State}");

        await channel.StartAsync();
        stage.Say($"started: {channel.State}");

        await channel.StopAsync();
        stage.Say($"stopped: {channel.State}");

        await channel.DeleteAsync();
        stage.Say("deleted");
    }
}
