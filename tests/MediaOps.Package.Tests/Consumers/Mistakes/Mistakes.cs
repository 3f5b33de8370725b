using Media.AzureV2;
using MediaOps;

/// <summary>One method for each mistake that the compiler finds; the comments say what it must answer, and every other line must stay silent.</summary>
internal static class Mistakes
{
    public static async Task StopsWhatNeverStartedAsync(CloudMediaContext media, ChannelInput input)
    {
        Channel channel = await media.Channels.CreateAsync(new ChannelCreationOptions { Name = "live", Input = input });
        await channel.StopAsync(); // error MOPS1001 at StopAsync
    }

    public static void StopsTwice([InState(nameof(ChannelState.Running))] Channel channel)
    {
        channel.Stop();
        channel.Stop(); // error MOPS1001 at Stop
    }

    public static void HandsOverTheWrongOne([InState(nameof(ChannelState.Stopped))] Channel channel)
    {
        StopsTwice(channel); // error MOPS1001 at StopsTwice
    }

    public static async Task DoesNotWaitAsync([InState(nameof(ChannelState.Stopped))] IChannel channel)
    {
        IOperation start = await channel.SendStartOperationAsync();
        await channel.StopAsync(); // error MOPS1002 at StopAsync
        Console.WriteLine(start.Id);
    }

    public static async Task StartsTheChildFirstAsync([InState(nameof(ChannelState.Stopped))] Channel channel)
    {
        Media.AzureV2.Program program = await channel.Programs.CreateAsync(new ProgramCreationOptions { Name = "show", AssetId = "nb:cid:UUID:1", ArchiveWindowLength = TimeSpan.FromHours(1) });
        await program.StartAsync(); // error MOPS1003 at StartAsync
        await channel.StartAsync();
    }

    public static async Task ForgetsOneOfTwoAsync(Channel channel)
    {
        if (channel.State is ChannelState.Stopped or ChannelState.Running)
        {
            await channel.StopAsync(); // info MOPS1004 at StopAsync
        }
    }

    public static async Task UsesWhatIsGoneAsync([InState(nameof(ChannelState.Stopped))] Channel channel)
    {
        await channel.DeleteAsync();
        await channel.StopAsync(); // error MOPS1005 at StopAsync
    }

    public static async Task ChangesWhatCannotBeChangedAsync([InState(nameof(ChannelState.Running))] Channel channel)
    {
        channel.Description = "day 2";
        await channel.UpdateAsync(); // error MOPS1006 at UpdateAsync
    }

    public static async Task ForgetsTheOperationAsync([InState(nameof(ChannelState.Stopped))] Channel channel)
    {
        await channel.SendStartOperationAsync(); // warning MOPS1007 at SendStartOperationAsync
    }

    public static async Task<bool> AsksInVainAsync([InState(nameof(ChannelState.Stopped))] Channel channel)
    {
        await channel.StartAsync();
        return channel.State == ChannelState.Stopped; // warning MOPS1008 at channel.State == ChannelState.Stopped
    }

    public static void NamesNoState([InState("Runing")] Channel channel) // warning MOPS1009 at "Runing"
    {
        channel.Stop();
    }

    public static void DoesWhatNoSourceForbids([InState(nameof(ChannelState.Stopped))] Channel channel)
    {
        channel.StartAdvertisement(TimeSpan.FromSeconds(30), cueId: 1); // warning MOPS1001 at StartAdvertisement
    }

    public static async Task MakesNoneAsync(Channel channel)
    {
        if (channel.State != ChannelState.Running)
        {
            await channel.RefreshAsync();
        }

        switch (channel.State)
        {
            case ChannelState.Running:
                await channel.StopAsync();
                break;
            case ChannelState.Stopped:
                await channel.StartAsync();
                break;
            default:
                await channel.RefreshAsync();
                break;
        }
    }
}
