using System;
using System.Threading;
using System.Threading.Tasks;
using MediaOps;

namespace Studio;

public enum ChannelState
{
    Unknown = 0,
    Stopped,
    Starting,
    Running,
    Stopping,
    Deleting,
    Deleted,
}

public enum EncodingType
{
    Unknown = 0,
    None,
    Standard,
}

[Stateful(typeof(ChannelState))]
public interface IChannel
{
    string Id { get; }

    string Name { get; }

    ChannelState State { get; }

    [UpdatableIn(nameof(ChannelState.Stopped))]
    string? Description { get; set; }

    EncodingType? EncodingType { get; }

    ProgramCollection Programs { get; }

    [StateRefresh]
    void Refresh(CancellationToken cancellationToken = default);

    [StateRefresh]
    Task RefreshAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Starting) }, To = new[] { nameof(ChannelState.Running) }, OnFailure = new[] { nameof(ChannelState.Stopped) })]
    void Start(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Starting) }, To = new[] { nameof(ChannelState.Running) }, OnFailure = new[] { nameof(ChannelState.Stopped) })]
    Task StartAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Starting) }, To = new[] { nameof(ChannelState.Running) }, OnFailure = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    IOperation SendStartOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Starting) }, To = new[] { nameof(ChannelState.Running) }, OnFailure = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    Task<IOperation> SendStartOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, Via = new[] { nameof(ChannelState.Stopping) }, To = new[] { nameof(ChannelState.Stopped) })]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    void Stop(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, Via = new[] { nameof(ChannelState.Stopping) }, To = new[] { nameof(ChannelState.Stopped) })]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    Task StopAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, Via = new[] { nameof(ChannelState.Stopping) }, To = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    IOperation SendStopOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, Via = new[] { nameof(ChannelState.Stopping) }, To = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    Task<IOperation> SendStopOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) })]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    void Reset(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) })]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    Task ResetAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true)]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    IOperation SendResetOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true)]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    Task<IOperation> SendResetOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) })]
    [RequiresValue("EncodingType", "Standard")]
    void ShowSlate(TimeSpan duration, string? assetId = null, PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) })]
    [RequiresValue("EncodingType", "Standard")]
    Task ShowSlateAsync(TimeSpan duration, string? assetId = null, PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true)]
    [RequiresValue("EncodingType", "Standard")]
    IOperation SendShowSlateOperation(TimeSpan duration, string? assetId = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true)]
    [RequiresValue("EncodingType", "Standard")]
    Task<IOperation> SendShowSlateOperationAsync(TimeSpan duration, string? assetId = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Inferred = true)]
    void HideSlate(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Inferred = true)]
    Task HideSlateAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true, Inferred = true)]
    IOperation SendHideSlateOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true, Inferred = true)]
    Task<IOperation> SendHideSlateOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) })]
    [StateNeutral]
    void Update(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) })]
    [StateNeutral]
    Task UpdateAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    [StateNeutral]
    IOperation SendUpdateOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    [StateNeutral]
    Task<IOperation> SendUpdateOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Deleting) }, To = new[] { nameof(ChannelState.Deleted) }, Deletes = true)]
    void Delete(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Deleting) }, To = new[] { nameof(ChannelState.Deleted) }, Deletes = true)]
    Task DeleteAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Deleting) }, To = new[] { nameof(ChannelState.Deleted) }, Send = true, Deletes = true)]
    IOperation SendDeleteOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Deleting) }, To = new[] { nameof(ChannelState.Deleted) }, Send = true, Deletes = true)]
    Task<IOperation> SendDeleteOperationAsync(CancellationToken cancellationToken = default);
}

/// <summary>Takes a stream in.</summary>
[Stateful(typeof(ChannelState))]
public class Channel : IChannel
{
    protected Channel()
    {
    }

    public virtual string Id => throw new NotSupportedException();

    public virtual string Name => throw new NotSupportedException();

    public virtual ChannelState State => throw new NotSupportedException();

    [UpdatableIn(nameof(ChannelState.Stopped))]
    public virtual string? Description
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public virtual EncodingType? EncodingType => throw new NotSupportedException();

    public virtual ProgramCollection Programs => throw new NotSupportedException();

    [StateRefresh]
    public virtual void Refresh(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateRefresh]
    public virtual Task RefreshAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Starting) }, To = new[] { nameof(ChannelState.Running) }, OnFailure = new[] { nameof(ChannelState.Stopped) })]
    public virtual void Start(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Starting) }, To = new[] { nameof(ChannelState.Running) }, OnFailure = new[] { nameof(ChannelState.Stopped) })]
    public virtual Task StartAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Starting) }, To = new[] { nameof(ChannelState.Running) }, OnFailure = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    public virtual Operation<Channel> SendStartOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Starting) }, To = new[] { nameof(ChannelState.Running) }, OnFailure = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    public virtual Task<Operation<Channel>> SendStartOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IChannel.SendStartOperation(CancellationToken cancellationToken) => SendStartOperation(cancellationToken);

    async Task<IOperation> IChannel.SendStartOperationAsync(CancellationToken cancellationToken) => await SendStartOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, Via = new[] { nameof(ChannelState.Stopping) }, To = new[] { nameof(ChannelState.Stopped) })]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    public virtual void Stop(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, Via = new[] { nameof(ChannelState.Stopping) }, To = new[] { nameof(ChannelState.Stopped) })]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    public virtual Task StopAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, Via = new[] { nameof(ChannelState.Stopping) }, To = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    public virtual Operation<Channel> SendStopOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, Via = new[] { nameof(ChannelState.Stopping) }, To = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    public virtual Task<Operation<Channel>> SendStopOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IChannel.SendStopOperation(CancellationToken cancellationToken) => SendStopOperation(cancellationToken);

    async Task<IOperation> IChannel.SendStopOperationAsync(CancellationToken cancellationToken) => await SendStopOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) })]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    public virtual void Reset(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) })]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    public virtual Task ResetAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true)]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    public virtual Operation<Channel> SendResetOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true)]
    [RequiresState(typeof(Program), Relation.Children, nameof(ProgramState.Stopped))]
    public virtual Task<Operation<Channel>> SendResetOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IChannel.SendResetOperation(CancellationToken cancellationToken) => SendResetOperation(cancellationToken);

    async Task<IOperation> IChannel.SendResetOperationAsync(CancellationToken cancellationToken) => await SendResetOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) })]
    [RequiresValue("EncodingType", "Standard")]
    public virtual void ShowSlate(TimeSpan duration, string? assetId = null, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) })]
    [RequiresValue("EncodingType", "Standard")]
    public virtual Task ShowSlateAsync(TimeSpan duration, string? assetId = null, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true)]
    [RequiresValue("EncodingType", "Standard")]
    public virtual Operation<Channel> SendShowSlateOperation(TimeSpan duration, string? assetId = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true)]
    [RequiresValue("EncodingType", "Standard")]
    public virtual Task<Operation<Channel>> SendShowSlateOperationAsync(TimeSpan duration, string? assetId = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IChannel.SendShowSlateOperation(TimeSpan duration, string? assetId, CancellationToken cancellationToken) => SendShowSlateOperation(duration, assetId, cancellationToken);

    async Task<IOperation> IChannel.SendShowSlateOperationAsync(TimeSpan duration, string? assetId, CancellationToken cancellationToken) => await SendShowSlateOperationAsync(duration, assetId, cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Inferred = true)]
    public virtual void HideSlate(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Inferred = true)]
    public virtual Task HideSlateAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true, Inferred = true)]
    public virtual Operation<Channel> SendHideSlateOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Running) }, To = new[] { nameof(ChannelState.Running) }, Send = true, Inferred = true)]
    public virtual Task<Operation<Channel>> SendHideSlateOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IChannel.SendHideSlateOperation(CancellationToken cancellationToken) => SendHideSlateOperation(cancellationToken);

    async Task<IOperation> IChannel.SendHideSlateOperationAsync(CancellationToken cancellationToken) => await SendHideSlateOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) })]
    [StateNeutral]
    public virtual void Update(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) })]
    [StateNeutral]
    public virtual Task UpdateAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    [StateNeutral]
    public virtual Operation<Channel> SendUpdateOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Send = true)]
    [StateNeutral]
    public virtual Task<Operation<Channel>> SendUpdateOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IChannel.SendUpdateOperation(CancellationToken cancellationToken) => SendUpdateOperation(cancellationToken);

    async Task<IOperation> IChannel.SendUpdateOperationAsync(CancellationToken cancellationToken) => await SendUpdateOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Deleting) }, To = new[] { nameof(ChannelState.Deleted) }, Deletes = true)]
    public virtual void Delete(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Deleting) }, To = new[] { nameof(ChannelState.Deleted) }, Deletes = true)]
    public virtual Task DeleteAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Deleting) }, To = new[] { nameof(ChannelState.Deleted) }, Send = true, Deletes = true)]
    public virtual Operation<Channel> SendDeleteOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ChannelState.Stopped) }, Via = new[] { nameof(ChannelState.Deleting) }, To = new[] { nameof(ChannelState.Deleted) }, Send = true, Deletes = true)]
    public virtual Task<Operation<Channel>> SendDeleteOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IChannel.SendDeleteOperation(CancellationToken cancellationToken) => SendDeleteOperation(cancellationToken);

    async Task<IOperation> IChannel.SendDeleteOperationAsync(CancellationToken cancellationToken) => await SendDeleteOperationAsync(cancellationToken).ConfigureAwait(false);
}
