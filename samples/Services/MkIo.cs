using Media.MkIo;
using MediaOps;

namespace ServicesSample;

/// <summary>The same entities as version 3 of Azure's service, and no operations: the state of the event is asked for until it is the one that was wanted.</summary>
internal static class MkIo
{
    public static async Task TellAsync(Stage stage)
    {
        var media = new MkIoClient(stage.Endpoint, new StaticTokenCredential("token"), stage.Options);

        LiveEvent news = await media.LiveEvents.CreateAsync(new LiveEventCreationOptions
        {
            Name = "evening-news",
            Input = new LiveEventInput { StreamingProtocol = LiveEventInputProtocol.RTMP },
            Encoding = new LiveEventEncoding { EncodingType = LiveEventEncodingType.PassthroughBasic },
        });
        stage.Say($"created {news.Name}: {news.ResourceState}");

        await news.StartAsync();
        stage.Say($"started: {news.ResourceState}");

        await news.StopAsync();
        stage.Say($"stopped: {news.ResourceState}");

        await news.DeleteAsync();
        stage.Say("deleted");
    }
}
