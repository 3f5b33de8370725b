using Media.AzureV2;
using MediaOps;

namespace ChannelOperationsSample;

/// <summary>The life of a channel and of a program on it: created by id, refused, started, stopped, deleted.</summary>
internal sealed class Story
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private readonly long _begin;
    private readonly CloudMediaContext _media;
    private readonly CloudMediaContext _unguarded;

    public Story(Uri endpoint, IMediaOpsCredential credential, TimeProvider time)
    {
        _time = time;
        _begin = time.GetTimestamp();
        _media = new CloudMediaContext(endpoint, credential, new MediaOpsOptions { TimeProvider = time });
        _unguarded = new CloudMediaContext(endpoint, credential, new MediaOpsOptions { TimeProvider = time, GuardMode = GuardMode.Off });
    }

    public async Task RunAsync()
    {
        Channel channel = await CreateByIdAsync("live-" + Guid.NewGuid().ToString("N")[..8]);
        IProgram program = await channel.Programs.CreateAsync(new ProgramCreationOptions
        {
            Name = "morning show",
            ArchiveWindowLength = TimeSpan.FromHours(8),
            AssetId = "nb:cid:UUID:" + Guid.NewGuid(),
        });
        Say($"created program '{program.Name}': {program.State}");

        // The guards know the states and refuse before anything is sent: the channel's own state, and the state that a program needs of its channel.
        await RefusedAsync("guard", () => channel.StopAsync());
        await RefusedAsync("guard", () => program.StartAsync());

        // Guards are advisory: without them the service refuses, and the error has the same type.
        await RefusedAsync("service", async () => await (await _unguarded.Channels.GetAsync(channel.Id)).StopAsync());
        await RefusedAsync("service", async () => await (await _unguarded.Programs.GetAsync(program.Id)).StartAsync());

        // Polling: the call returns when the service has finished.
        await channel.StartAsync(new PollingOptions { Progress = new Progress(step => Say($"starting the channel: {step.State}, asked {step.Polls} times")) });
        Say($"channel: {channel.State}");
        await program.StartAsync();
        Say($"program: {program.State}");
        await program.StopAsync();
        Say($"program: {program.State}");
        await program.DeleteAsync();
        Say("program deleted");

        // Sent here, finished elsewhere: the operation answers for itself.
        Operation<Channel> stop = await channel.SendStopOperationAsync();
        Say($"stop sent, channel: {channel.State}");
        await stop.WaitForCompletionAsync();
        Say($"channel: {channel.State}");
        await channel.DeleteAsync();
        Say("channel deleted");
    }

    /// <summary>Non-polling: the id is all that a client has to keep.</summary>
    private async Task<Channel> CreateByIdAsync(string name)
    {
        var operations = new ChannelOperations(_media);
        string operationId = operations.StartChannelCreation(name);
        Say($"creation sent, operation {operationId}");

        string? channelId;
        while (!operations.IsCompleted(operationId, out channelId))
        {
            Say("still creating");
            await Task.Delay(AskEvery, _time);
        }

        Channel channel = await _media.Channels.GetAsync(channelId!);
        Say($"created channel {channel.Name}: {channel.State}");
        return channel;
    }

    private async Task RefusedAsync(string by, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (InvalidEntityStateException refusal) when (refusal.RefusedByService == (by == "service"))
        {
            Say($"refused by the {by}: {refusal.Message}");
            return;
        }

        throw new InvalidOperationException($"The {by} should have refused this.");
    }

    private void Say(string text) => Console.WriteLine(string.Create(null, $"{_time.GetElapsedTime(_begin):mm\\:ss} {text}"));

    private sealed class Progress(Action<OperationProgress> report) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => report(value);
    }
}
