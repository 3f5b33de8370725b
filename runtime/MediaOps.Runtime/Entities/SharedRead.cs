using System.Runtime.ExceptionServices;

namespace MediaOps.Runtime;

/// <summary>
/// The reads of one entity: one at a time. Callers that come while one is under way wait for its end, and then one of them reads for all: nobody is given an answer that
/// was asked for before the call, and the number of callers costs the service nothing. Thread-safe, for sync and async callers alike.
/// </summary>
internal sealed class SharedRead
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _begun;

    // Guarded by the gate: the last read that came to an end, and how.
    private int _ended;
    private Exception? _fault;

    /// <summary>Reads, or takes part in the read of another caller; its failure is then told to all of them. A cancelled read leaves the others to read by themselves.</summary>
    public async ValueTask RunAsync(Func<bool, CancellationToken, ValueTask> read, bool async, CancellationToken cancellationToken)
    {
        int before = Volatile.Read(ref _begun);
        await _gate.EnterAsync(async, cancellationToken).ConfigureAwait(false);
        try
        {
            if (_ended > before)
            {
                if (_fault is not null)
                {
                    ExceptionDispatchInfo.Throw(_fault);
                }

                return;
            }

            int number = _begun + 1;
            Volatile.Write(ref _begun, number);
            try
            {
                await read(async, cancellationToken).ConfigureAwait(false);
                (_ended, _fault) = (number, null);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                (_ended, _fault) = (number, e);
                throw;
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}
