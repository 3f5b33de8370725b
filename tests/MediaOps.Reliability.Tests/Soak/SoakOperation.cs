using Media.AzureV2;

namespace MediaOps.Reliability.Tests.Soak;

/// <summary>
/// What a careful program does with one operation: it sends, looks at the channel where it cannot know whether that was taken, waits, and asks again by the handle
/// after every end that is not the operation's.
/// </summary>
internal sealed class SoakOperation(CloudMediaContext media, SoakClock clock, Random random, string channelId, ChannelState from)
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(2);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(5);

    /// <summary>How it ended: the state of the operation.</summary>
    public OperationState End { get; private set; }

    /// <summary>How many of its waits ended before it did: at a time-out, by cancellation, or at an answer that was no answer.</summary>
    public int BrokenWaits { get; private set; }

    /// <summary>How often the answer to its request was lost.</summary>
    public int LostAnswers { get; private set; }

    public async Task RunAsync()
    {
        string? id = await SendAsync();
        while (End == OperationState.Unknown)
        {
            await (id is null ? LookAsync() : WaitAsync(id));
        }
    }

    private static bool IsMoving(Channel channel) => channel.State is ChannelState.Starting or ChannelState.Stopping;

    /// <summary>Sends until it is known that the service has taken it.</summary>
    /// <returns>The operation's handle; null where its answer was lost and the channel shows that it was taken.</returns>
    private async Task<string?> SendAsync()
    {
        while (true)
        {
            Channel channel = await ReadAsync();
            if (channel.State != from)
            {
                return null;
            }

            try
            {
                return (await (from == ChannelState.Stopped ? channel.SendStartOperationAsync() : channel.SendStopOperationAsync())).Id;
            }
            catch (ServiceException)
            {
                LostAnswers++;
                await Task.Delay(AskAgain, clock);
            }
        }
    }

    /// <summary>Waits by the handle, as long as this program happens to have time.</summary>
    private async Task WaitAsync(string id)
    {
        using var stop = new CancellationTokenSource(random.NextDouble() < 0.05 ? TimeSpan.FromMinutes(random.Next(1, 600)) : Long, clock);
        var polling = new PollingOptions { Timeout = random.NextDouble() < 0.05 ? TimeSpan.FromMinutes(random.Next(1, 600)) : Long };
        try
        {
            Operation<Channel> operation = await media.Channels.GetOperationAsync(id, channelId, stop.Token);
            await operation.WaitForCompletionAsync(polling, stop.Token);
            End = operation.State;
        }
        catch (OperationFailedException e)
        {
            End = e.Operation.State;
        }
        catch (Exception e) when (e is OperationTimeoutException or OperationCanceledException or ServiceException)
        {
            BrokenWaits++;
            await Task.Delay(AskAgain, clock);
        }
    }

    /// <summary>Without a handle the channel itself tells: back where it was is a failure.</summary>
    private async Task LookAsync()
    {
        Channel channel = await ReadAsync();
        if (IsMoving(channel))
        {
            await Task.Delay(AskAgain, clock);
        }
        else
        {
            End = channel.State == from ? OperationState.Failed : OperationState.Succeeded;
        }
    }

    private async Task<Channel> ReadAsync()
    {
        while (true)
        {
            try
            {
                return await media.Channels.GetAsync(channelId);
            }
            catch (ServiceException)
            {
                await Task.Delay(AskAgain, clock);
            }
        }
    }
}
