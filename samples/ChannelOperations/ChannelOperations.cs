using System.Net;
using Media.AzureV2;
using MediaOps;

namespace ChannelOperationsSample;

/// <summary>
/// What a web back end would do: one request starts the creation of a channel and answers with the operation's id,
/// later requests ask by that id. Nothing is kept in memory between the two.
/// </summary>
internal sealed class ChannelOperations(CloudMediaContext media)
{
    /// <summary>Starts the creation of a channel and returns at once.</summary>
    /// <returns>The operation's id: a text that can be stored, or sent to a browser.</returns>
    public string StartChannelCreation(string name)
    {
        var options = new ChannelCreationOptions
        {
            Name = name,
            Input = new ChannelInput { StreamingProtocol = StreamingProtocol.RTMP, AccessControl = Everyone() },
            Preview = new ChannelPreview { AccessControl = Everyone() },
            Output = new ChannelOutput { Hls = new ChannelOutputHls { FragmentsPerSegment = 1 } },
        };

        IOperation operation = media.Channels.SendCreateOperation(options);
        return operation.Id;
    }

    /// <summary>Asks whether an operation has finished.</summary>
    /// <param name="operationId">What <see cref="StartChannelCreation"/> returned, possibly to another process.</param>
    /// <param name="channelId">The new channel's id once the operation has succeeded.</param>
    /// <exception cref="InvalidOperationException">The operation failed; the message holds the service's code and text.</exception>
    public bool IsCompleted(string operationId, out string? channelId)
    {
        IOperation operation = media.Operations.GetOperation(operationId);
        channelId = null;

        switch (operation.State)
        {
            case OperationState.Succeeded:
                channelId = operation.TargetEntityId;
                return true;
            case OperationState.Failed:
                throw new InvalidOperationException($"Creating the channel failed: {operation.ErrorCode}: {operation.ErrorMessage}");
            default:
                return false;
        }
    }

    private static ChannelAccessControl Everyone() => new()
    {
        IPAllowList = new List<IPRange> { new() { Name = "everyone", Address = IPAddress.Parse("0.0.0.0"), SubnetPrefixLength = 0 } },
    };
}
