using Media.AzureV2;
using MediaOps;

namespace ChannelOperationsSample;

/// <summary>The life of a channel: created by id, started, refused, stopped, deleted.</summary>
internal static class Story
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Uri endpoint, IMediaOpsCredential credential, TimeProvider time)
    {
        long begin = time.GetTimestamp();
        void Say(string text) => Console.WriteLine(string.Create(null, $"{time.GetElapsedTime(begin):mm\\:ss} {text}"));

        var media = new CloudMediaContext(endpoint, credential, new MediaOpsOptions { TimeProvider = time });
        var operations = new ChannelOperations(media);

        // Non-polling: the id is all that a client has to keep.
        string operationId = operations.StartChannelCreation("live-" + Guid.NewGuid().ToString("N")[..8]);
        Say($"creation sent, operation {operationId}");

        string? channelId;
        while (!operations.IsCompleted(operationId, out channelId))
        {
            Say("still creating");
            await Task.Delay(AskEvery, time);
        }

        // Polling: the call returns when the service has finished.
        Channel channel = await media.Channels.GetAsync(channelId!);
        Say($"created {channel.Name}: {channel.State}");

        // The guard knows the state and refuses before anything is sent.
        try
        {
            await channel.StopAsync();
        }
        catch (InvalidEntityStateException refusal)
        {
            Say($"refused by the guard: {refusal.Message}");
        }

        // Guards are advisory: without them the service refuses, and the error has the same type.
        var unguarded = new CloudMediaContext(endpoint, credential, new MediaOpsOptions { TimeProvider = time, GuardMode = GuardMode.Off });
        try
        {
            await (await unguarded.Channels.GetAsync(channel.Id)).StopAsync();
        }
        catch (InvalidEntityStateException refusal) when (refusal.RefusedByService)
        {
            Say($"refused by the service: {refusal.Message}");
        }

        var progress = new Progress(step => Say($"starting: {step.State}, asked {step.Polls} times"));
        await channel.StartAsync(new PollingOptions { Progress = progress });
        Say($"started: {channel.State}");

        // Sent here, finished elsewhere: the operation answers for itself.
        Operation<Channel> stop = await channel.SendStopOperationAsync();
        Say($"stop sent: {channel.State}");
        await stop.WaitForCompletionAsync();
        await channel.RefreshAsync();
        Say($"stopped: {channel.State}");

        await channel.DeleteAsync();
        Say("deleted");
    }

    private sealed class Progress(Action<OperationProgress> report) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => report(value);
    }
}
