using System;
using System.Threading;
using System.Threading.Tasks;
using MediaOps;

namespace Studio;

public enum ProgramState
{
    Unknown = 0,
    Stopped,
    Starting,
    Running,
    Stopping,
    Deleted,
}

[Stateful(typeof(ProgramState))]
public interface IProgram
{
    string Id { get; }

    string Name { get; }

    ProgramState State { get; }

    [UpdatableIn(nameof(ProgramState.Stopped))]
    string? Description { get; set; }

    [StateRefresh]
    void Refresh(CancellationToken cancellationToken = default);

    [StateRefresh]
    Task RefreshAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Via = new[] { nameof(ProgramState.Starting) }, To = new[] { nameof(ProgramState.Running) })]
    [RequiresState(typeof(Channel), Relation.Parent, nameof(ChannelState.Running))]
    void Start(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Via = new[] { nameof(ProgramState.Starting) }, To = new[] { nameof(ProgramState.Running) })]
    [RequiresState(typeof(Channel), Relation.Parent, nameof(ChannelState.Running))]
    Task StartAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Via = new[] { nameof(ProgramState.Starting) }, To = new[] { nameof(ProgramState.Running) }, Send = true)]
    [RequiresState(typeof(Channel), Relation.Parent, nameof(ChannelState.Running))]
    IOperation SendStartOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Via = new[] { nameof(ProgramState.Starting) }, To = new[] { nameof(ProgramState.Running) }, Send = true)]
    [RequiresState(typeof(Channel), Relation.Parent, nameof(ChannelState.Running))]
    Task<IOperation> SendStartOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Running) }, Via = new[] { nameof(ProgramState.Stopping) }, To = new[] { nameof(ProgramState.Stopped) })]
    void Stop(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Running) }, Via = new[] { nameof(ProgramState.Stopping) }, To = new[] { nameof(ProgramState.Stopped) })]
    Task StopAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Running) }, Via = new[] { nameof(ProgramState.Stopping) }, To = new[] { nameof(ProgramState.Stopped) }, Send = true)]
    IOperation SendStopOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Running) }, Via = new[] { nameof(ProgramState.Stopping) }, To = new[] { nameof(ProgramState.Stopped) }, Send = true)]
    Task<IOperation> SendStopOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) })]
    [StateNeutral]
    void Update(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) })]
    [StateNeutral]
    Task UpdateAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Send = true)]
    [StateNeutral]
    IOperation SendUpdateOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Send = true)]
    [StateNeutral]
    Task<IOperation> SendUpdateOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, To = new[] { nameof(ProgramState.Deleted) }, Deletes = true)]
    void Delete(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, To = new[] { nameof(ProgramState.Deleted) }, Deletes = true)]
    Task DeleteAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, To = new[] { nameof(ProgramState.Deleted) }, Send = true, Deletes = true)]
    IOperation SendDeleteOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, To = new[] { nameof(ProgramState.Deleted) }, Send = true, Deletes = true)]
    Task<IOperation> SendDeleteOperationAsync(CancellationToken cancellationToken = default);
}

/// <summary>Publishes a part of a channel's stream.</summary>
[Stateful(typeof(ProgramState))]
public class Program : IProgram
{
    protected Program()
    {
    }

    public virtual string Id => throw new NotSupportedException();

    public virtual string Name => throw new NotSupportedException();

    public virtual ProgramState State => throw new NotSupportedException();

    [UpdatableIn(nameof(ProgramState.Stopped))]
    public virtual string? Description
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    [StateRefresh]
    public virtual void Refresh(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateRefresh]
    public virtual Task RefreshAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Via = new[] { nameof(ProgramState.Starting) }, To = new[] { nameof(ProgramState.Running) })]
    [RequiresState(typeof(Channel), Relation.Parent, nameof(ChannelState.Running))]
    public virtual void Start(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Via = new[] { nameof(ProgramState.Starting) }, To = new[] { nameof(ProgramState.Running) })]
    [RequiresState(typeof(Channel), Relation.Parent, nameof(ChannelState.Running))]
    public virtual Task StartAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Via = new[] { nameof(ProgramState.Starting) }, To = new[] { nameof(ProgramState.Running) }, Send = true)]
    [RequiresState(typeof(Channel), Relation.Parent, nameof(ChannelState.Running))]
    public virtual Operation<Program> SendStartOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Via = new[] { nameof(ProgramState.Starting) }, To = new[] { nameof(ProgramState.Running) }, Send = true)]
    [RequiresState(typeof(Channel), Relation.Parent, nameof(ChannelState.Running))]
    public virtual Task<Operation<Program>> SendStartOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IProgram.SendStartOperation(CancellationToken cancellationToken) => SendStartOperation(cancellationToken);

    async Task<IOperation> IProgram.SendStartOperationAsync(CancellationToken cancellationToken) => await SendStartOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(ProgramState.Running) }, Via = new[] { nameof(ProgramState.Stopping) }, To = new[] { nameof(ProgramState.Stopped) })]
    public virtual void Stop(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Running) }, Via = new[] { nameof(ProgramState.Stopping) }, To = new[] { nameof(ProgramState.Stopped) })]
    public virtual Task StopAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Running) }, Via = new[] { nameof(ProgramState.Stopping) }, To = new[] { nameof(ProgramState.Stopped) }, Send = true)]
    public virtual Operation<Program> SendStopOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Running) }, Via = new[] { nameof(ProgramState.Stopping) }, To = new[] { nameof(ProgramState.Stopped) }, Send = true)]
    public virtual Task<Operation<Program>> SendStopOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IProgram.SendStopOperation(CancellationToken cancellationToken) => SendStopOperation(cancellationToken);

    async Task<IOperation> IProgram.SendStopOperationAsync(CancellationToken cancellationToken) => await SendStopOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) })]
    [StateNeutral]
    public virtual void Update(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) })]
    [StateNeutral]
    public virtual Task UpdateAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Send = true)]
    [StateNeutral]
    public virtual Operation<Program> SendUpdateOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, Send = true)]
    [StateNeutral]
    public virtual Task<Operation<Program>> SendUpdateOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IProgram.SendUpdateOperation(CancellationToken cancellationToken) => SendUpdateOperation(cancellationToken);

    async Task<IOperation> IProgram.SendUpdateOperationAsync(CancellationToken cancellationToken) => await SendUpdateOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, To = new[] { nameof(ProgramState.Deleted) }, Deletes = true)]
    public virtual void Delete(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, To = new[] { nameof(ProgramState.Deleted) }, Deletes = true)]
    public virtual Task DeleteAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, To = new[] { nameof(ProgramState.Deleted) }, Send = true, Deletes = true)]
    public virtual Operation<Program> SendDeleteOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(ProgramState.Stopped) }, To = new[] { nameof(ProgramState.Deleted) }, Send = true, Deletes = true)]
    public virtual Task<Operation<Program>> SendDeleteOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IProgram.SendDeleteOperation(CancellationToken cancellationToken) => SendDeleteOperation(cancellationToken);

    async Task<IOperation> IProgram.SendDeleteOperationAsync(CancellationToken cancellationToken) => await SendDeleteOperationAsync(cancellationToken).ConfigureAwait(false);
}
