using Media.GoogleLiveStream;
using MediaOps;

namespace ServicesSample;

/// <summary>Channels with names of several parts; every request answers with an operation of google.longrunning.</summary>
internal static class LiveStream
{
    public static async Task TellAsync(Stage stage)
    {
        var media = new LiveStreamClient(stage.Endpoint, "my-project", "europe-west1", new StaticTokenCredential("token"), stage.Options);

        Channel channel = await media.Channels.CreateAsync(new ChannelCreationOptions
        {
            ChannelId = "evening-news",
            Output = new ChannelOutput { Uri = "gs://my-bucket/live/" },
        });
        stage.Say($"created {channel.Name}: {channel.StreamingState}");

        await channel.StartAsync();
        stage.Say($"started: {channel.StreamingState}");

        await channel.StopAsync();
        stage.Say($"stopped: {channel.StreamingState}");

        await channel.DeleteAsync();
        stage.Say("deleted");
    }
}
