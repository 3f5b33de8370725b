using System;
using System.Threading;
using System.Threading.Tasks;
using MediaOps;

namespace Studio;

public enum OriginState
{
    Unknown = 0,
    Stopped,
    Starting,
    Running,
    Scaling,
    Stopping,
    Deleted,
}

[Stateful(typeof(OriginState))]
public interface IOrigin
{
    string Id { get; }

    string Name { get; }

    OriginState State { get; }

    [UpdatableIn(nameof(OriginState.Stopped), nameof(OriginState.Running))]
    string? Description { get; set; }

    [UpdatableIn(nameof(OriginState.Stopped))]
    int CacheSeconds { get; set; }

    [StateRefresh]
    void Refresh(CancellationToken cancellationToken = default);

    [StateRefresh]
    Task RefreshAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, Via = new[] { nameof(OriginState.Starting) }, To = new[] { nameof(OriginState.Running) }, OnFailure = new[] { nameof(OriginState.Stopped) })]
    void Start(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, Via = new[] { nameof(OriginState.Starting) }, To = new[] { nameof(OriginState.Running) }, OnFailure = new[] { nameof(OriginState.Stopped) })]
    Task StartAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, Via = new[] { nameof(OriginState.Starting) }, To = new[] { nameof(OriginState.Running) }, OnFailure = new[] { nameof(OriginState.Stopped) }, Send = true)]
    IOperation SendStartOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, Via = new[] { nameof(OriginState.Starting) }, To = new[] { nameof(OriginState.Running) }, OnFailure = new[] { nameof(OriginState.Stopped) }, Send = true)]
    Task<IOperation> SendStartOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Stopping) }, To = new[] { nameof(OriginState.Stopped) })]
    void Stop(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Stopping) }, To = new[] { nameof(OriginState.Stopped) })]
    Task StopAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Stopping) }, To = new[] { nameof(OriginState.Stopped) }, Send = true)]
    IOperation SendStopOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Stopping) }, To = new[] { nameof(OriginState.Stopped) }, Send = true)]
    Task<IOperation> SendStopOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Scaling) })]
    [StateNeutral]
    void Scale(int units, PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Scaling) })]
    [StateNeutral]
    Task ScaleAsync(int units, PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Scaling) }, Send = true)]
    IOperation SendScaleOperation(int units, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Scaling) }, Send = true)]
    Task<IOperation> SendScaleOperationAsync(int units, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) })]
    [StateNeutral]
    void Update(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) })]
    [StateNeutral]
    Task UpdateAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Send = true)]
    [StateNeutral]
    IOperation SendUpdateOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Send = true)]
    [StateNeutral]
    Task<IOperation> SendUpdateOperationAsync(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, To = new[] { nameof(OriginState.Deleted) }, Deletes = true)]
    void Delete(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, To = new[] { nameof(OriginState.Deleted) }, Deletes = true)]
    Task DeleteAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, To = new[] { nameof(OriginState.Deleted) }, Send = true, Deletes = true)]
    IOperation SendDeleteOperation(CancellationToken cancellationToken = default);

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, To = new[] { nameof(OriginState.Deleted) }, Send = true, Deletes = true)]
    Task<IOperation> SendDeleteOperationAsync(CancellationToken cancellationToken = default);
}

/// <summary>Serves what programs publish; can be scaled while it runs.</summary>
[Stateful(typeof(OriginState))]
public class Origin : IOrigin
{
    protected Origin()
    {
    }

    public virtual string Id => throw new NotSupportedException();

    public virtual string Name => throw new NotSupportedException();

    public virtual OriginState State => throw new NotSupportedException();

    [UpdatableIn(nameof(OriginState.Stopped), nameof(OriginState.Running))]
    public virtual string? Description
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    [UpdatableIn(nameof(OriginState.Stopped))]
    public virtual int CacheSeconds
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    [StateRefresh]
    public virtual void Refresh(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateRefresh]
    public virtual Task RefreshAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, Via = new[] { nameof(OriginState.Starting) }, To = new[] { nameof(OriginState.Running) }, OnFailure = new[] { nameof(OriginState.Stopped) })]
    public virtual void Start(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, Via = new[] { nameof(OriginState.Starting) }, To = new[] { nameof(OriginState.Running) }, OnFailure = new[] { nameof(OriginState.Stopped) })]
    public virtual Task StartAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, Via = new[] { nameof(OriginState.Starting) }, To = new[] { nameof(OriginState.Running) }, OnFailure = new[] { nameof(OriginState.Stopped) }, Send = true)]
    public virtual Operation<Origin> SendStartOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, Via = new[] { nameof(OriginState.Starting) }, To = new[] { nameof(OriginState.Running) }, OnFailure = new[] { nameof(OriginState.Stopped) }, Send = true)]
    public virtual Task<Operation<Origin>> SendStartOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IOrigin.SendStartOperation(CancellationToken cancellationToken) => SendStartOperation(cancellationToken);

    async Task<IOperation> IOrigin.SendStartOperationAsync(CancellationToken cancellationToken) => await SendStartOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Stopping) }, To = new[] { nameof(OriginState.Stopped) })]
    public virtual void Stop(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Stopping) }, To = new[] { nameof(OriginState.Stopped) })]
    public virtual Task StopAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Stopping) }, To = new[] { nameof(OriginState.Stopped) }, Send = true)]
    public virtual Operation<Origin> SendStopOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Stopping) }, To = new[] { nameof(OriginState.Stopped) }, Send = true)]
    public virtual Task<Operation<Origin>> SendStopOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IOrigin.SendStopOperation(CancellationToken cancellationToken) => SendStopOperation(cancellationToken);

    async Task<IOperation> IOrigin.SendStopOperationAsync(CancellationToken cancellationToken) => await SendStopOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Scaling) })]
    [StateNeutral]
    public virtual void Scale(int units, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Scaling) })]
    [StateNeutral]
    public virtual Task ScaleAsync(int units, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Scaling) }, Send = true)]
    public virtual Operation<Origin> SendScaleOperation(int units, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Via = new[] { nameof(OriginState.Scaling) }, Send = true)]
    public virtual Task<Operation<Origin>> SendScaleOperationAsync(int units, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IOrigin.SendScaleOperation(int units, CancellationToken cancellationToken) => SendScaleOperation(units, cancellationToken);

    async Task<IOperation> IOrigin.SendScaleOperationAsync(int units, CancellationToken cancellationToken) => await SendScaleOperationAsync(units, cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) })]
    [StateNeutral]
    public virtual void Update(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) })]
    [StateNeutral]
    public virtual Task UpdateAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Send = true)]
    [StateNeutral]
    public virtual Operation<Origin> SendUpdateOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped), nameof(OriginState.Running) }, Send = true)]
    [StateNeutral]
    public virtual Task<Operation<Origin>> SendUpdateOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IOrigin.SendUpdateOperation(CancellationToken cancellationToken) => SendUpdateOperation(cancellationToken);

    async Task<IOperation> IOrigin.SendUpdateOperationAsync(CancellationToken cancellationToken) => await SendUpdateOperationAsync(cancellationToken).ConfigureAwait(false);

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, To = new[] { nameof(OriginState.Deleted) }, Deletes = true)]
    public virtual void Delete(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, To = new[] { nameof(OriginState.Deleted) }, Deletes = true)]
    public virtual Task DeleteAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, To = new[] { nameof(OriginState.Deleted) }, Send = true, Deletes = true)]
    public virtual Operation<Origin> SendDeleteOperation(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [StateTransition(From = new[] { nameof(OriginState.Stopped) }, To = new[] { nameof(OriginState.Deleted) }, Send = true, Deletes = true)]
    public virtual Task<Operation<Origin>> SendDeleteOperationAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    IOperation IOrigin.SendDeleteOperation(CancellationToken cancellationToken) => SendDeleteOperation(cancellationToken);

    async Task<IOperation> IOrigin.SendDeleteOperationAsync(CancellationToken cancellationToken) => await SendDeleteOperationAsync(cancellationToken).ConfigureAwait(false);
}
