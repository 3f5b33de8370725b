using Media.AzureV2;

internal static class Broadcast
{
    public static async Task GoOffAirAsync(CloudMediaContext media, ChannelInput input)
    {
        IChannel channel = await media.Channels.CreateAsync(new ChannelCreationOptions { Name = "live", Input = input });
        await channel.StopAsync(); // error MOPS1001 at StopAsync
    }
}
