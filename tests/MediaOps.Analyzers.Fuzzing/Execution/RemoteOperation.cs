using System.Runtime.CompilerServices;

namespace MediaOps.Analyzers.Fuzzing.Execution;

/// <summary>An operation that ends when it is waited for, or asked about, never by itself.</summary>
internal sealed class RemoteOperation<T>(World world, Flight? flight, RemoteEntity entity, T target) : Operation<T>
    where T : class
{
    public override string Id => "operation of " + entity.Id;

    public override OperationState State => flight is { IsOver: false } ? OperationState.InProgress : OperationState.Succeeded;

    public override void WaitForCompletion(PollingOptions? polling = null, CancellationToken cancellationToken = default)
    {
        world.Turn();
        flight?.Finish();
    }

    public override Task WaitForCompletionAsync(PollingOptions? polling = null, CancellationToken cancellationToken = default)
    {
        world.Turn();
        return world.Later(entity.Record, () =>
        {
            flight?.Finish();
            return true;
        });
    }

    public override void Refresh(CancellationToken cancellationToken = default)
    {
        world.Turn();
        flight?.Poll();
    }

    public override Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        world.Turn();
        return world.Later(record: null, () =>
        {
            flight?.Poll();
            return true;
        });
    }

    public override async IAsyncEnumerable<OperationProgress> WatchAsync(PollingOptions? polling = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await WaitForCompletionAsync(polling, cancellationToken).ConfigureAwait(false);
        yield break;
    }

    public override T GetTarget(CancellationToken cancellationToken = default)
    {
        world.Turn();
        flight?.Poll();
        return flight is { IsOver: false } && world.Random.Chance(0.5) ? throw new InvalidOperationException("Wait for the operation first.") : target;
    }

    public override Task<T> GetTargetAsync(CancellationToken cancellationToken = default) => world.Later(record: null, () => GetTarget(cancellationToken));
}
