using Media.AzureV2;
using MediaOps;

namespace ResumeAfterCrashSample;

/// <summary>
/// Takes a channel through its life: created, started, stopped, deleted. It may be killed at any moment; the next one with the same journal goes on from there, and
/// the service does nothing twice. Three facts of each step make that so:
/// <code>
/// intended   before the request is sent. Without it nothing can have been done.
/// sent       the operation's id. With it any process can ask how the operation ends.
/// done       the end was seen.
/// </code>
/// Who dies between the first two cannot know whether the request arrived. Then the service is asked for what the request would have changed.
/// </summary>
internal sealed class Worker(CloudMediaContext media, Journal journal, TimeProvider time, string name, Action<string> say)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(30);

    public async Task RunAsync()
    {
        string id = await StepAsync("create", channelId: null, SendCreateAsync, FindByNameAsync);
        await StepAsync("start", id, async () => await (await media.Channels.GetAsync(id)).SendStartOperationAsync(), () => LookAsync(id, ChannelState.Stopped, ChannelState.Running));
        await StepAsync("stop", id, async () => await (await media.Channels.GetAsync(id)).SendStopOperationAsync(), () => LookAsync(id, ChannelState.Running, ChannelState.Stopped));
        await StepAsync("delete", id, async () => await (await media.Channels.GetAsync(id)).SendDeleteOperationAsync(), () => LookAsync(id, ChannelState.Stopped, ChannelState.Deleted));
    }

    /// <summary>One step, from wherever an earlier worker has left it.</summary>
    /// <param name="step">Its name in the journal.</param>
    /// <param name="channelId">The channel's id; null where the step makes it.</param>
    /// <param name="send">Sends the request.</param>
    /// <param name="look">Whether an earlier request has done it: the channel's id, or null where nothing was done.</param>
    /// <returns>The channel's id.</returns>
    private async Task<string> StepAsync(string step, string? channelId, Func<Task<Operation<Channel>>> send, Func<Task<string?>> look)
    {
        if (journal[step + " done"] is { } known)
        {
            return known;
        }

        string? operationId = journal[step + " sent"];
        if (operationId is null && journal[step + " intended"] is not null && await look() is { } found)
        {
            say($"{step}: a worker before has sent it and not lived to tell; the service has done it");
            return journal.Write(step + " done", found);
        }

        if (operationId is null)
        {
            string requestId = journal[step + " intended"] ?? journal.Write(step + " intended", Guid.NewGuid().ToString());
            operationId = journal.Write(step + " sent", (await SendAsync(requestId, send)).Id);
            say($"{step}: sent, operation {operationId}");
        }

        Operation<Channel> operation = await media.Channels.GetOperationAsync(operationId, channelId);
        say($"{step}: {operation.State}");
        await operation.WaitForCompletionAsync();
        say($"{step}: done");
        return journal.Write(step + " done", operation.TargetEntityId!);
    }

    /// <summary>Sends under an id that the journal knows: the service's own logs, and services that take such ids for keys, see one request however often it is sent.</summary>
    private async Task<Operation<Channel>> SendAsync(string requestId, Func<Task<Operation<Channel>>> send)
    {
        while (true)
        {
            using (ClientRequestId.Use(requestId))
            {
                try
                {
                    return await send();
                }
                catch (ServiceException busy) when (busy.GetErrorCode() == OperationErrorCode.OperationInProgress)
                {
                    say("the service is still at the step before");
                }
            }

            await Task.Delay(AskAgain, time);
        }
    }

    private Task<Operation<Channel>> SendCreateAsync()
        => media.Channels.SendCreateOperationAsync(new ChannelCreationOptions { Name = name, Input = new ChannelInput { StreamingProtocol = StreamingProtocol.RTMP } });

    /// <summary>A creation is found by its name, of which the service allows one.</summary>
    private async Task<string?> FindByNameAsync() => (await media.Channels.Where(channel => channel.Name == name).FirstOrDefaultAsync())?.Id;

    /// <summary>An action is found by the state that it leads to. While the channel is on the way, the action has been taken and has not ended.</summary>
    private async Task<string?> LookAsync(string id, ChannelState from, ChannelState to)
    {
        while (true)
        {
            Channel? channel = await media.Channels.TryGetAsync(id);
            ChannelState state = channel?.State ?? ChannelState.Deleted;
            if (state == from || state == to)
            {
                return state == to ? id : null;
            }

            say($"no operation's id is known; the channel is {state}");
            await Task.Delay(AskAgain, time);
        }
    }
}
