using Media.AzureV3;
using MediaOps;

namespace ServicesSample;

/// <summary>Resources of Azure Resource Manager: named by the caller, created by PUT, followed at status URLs.</summary>
internal static class AzureV3
{
    public static async Task TellAsync(Stage stage)
    {
        var media = new AmsV3Client(stage.Endpoint, new StaticTokenCredential("token"), stage.Options);

        LiveEvent news = await media.LiveEvents.CreateAsync(new LiveEventCreationOptions
        {
            Name = "evening-news",
            Location = "westeurope",
            Input = new LiveEventInput { StreamingProtocol = LiveEventInputProtocol.RTMP },
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
