using MediaOps.Runtime;

namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>One call on a client of its own, with one fault in its way.</summary>
internal sealed class Story : IDisposable
{
    private readonly Cell _cell;
    private readonly ManualTimeProvider _time = new() { AutoAdvance = true };
    private readonly EntityCollectionCore<Recorder, RecorderData> _recorders;
    private readonly Calls _calls;

    public Story(Cell cell)
    {
        _cell = cell;
        var clock = new SkewedClock(_time);
        Service = new RecorderService(cell.Way, _time);
        Wire = new FaultyWire(cell, Service, clock);
        TrackingDefinition[] tracking = Recorder.Tracking(cell.Way);
        var connection = new ServiceConnection(
            new ServiceDefinition("Matrix", "1") { Tracking = tracking, Paging = new PagingDefinition { Items = "value" }, ClientRequestIdHeader = RecorderService.RequestIdHeader },
            new Uri(RecorderService.Root),
            Authentication.Bearer(new StaticTokenCredential("token"), []),
            new MediaOpsOptions { Handler = Wire, TimeProvider = clock, MaxResponseBytes = 1024 * 1024 });
        EntityBinding<Recorder, RecorderData> binding = Recorder.Binding(tracking, isNamed: cell.Kind == Kind.CreateNamed);
        _recorders = new EntityCollectionCore<Recorder, RecorderData>(binding, connection);
        _calls = new Calls(_recorders, cell.Kind == Kind.Delete ? binding.Definition.Delete! : binding.Definition.Actions[0]);
    }

    public RecorderService Service { get; }

    public FaultyWire Wire { get; }

    /// <summary>How long the call took, on the client's clock.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>The operation's id, by what the call returned or threw; null where neither holds one.</summary>
    public string? Handle { get; private set; }

    /// <summary>The service's code of what has failed; null where it told none.</summary>
    public string? ErrorCode { get; private set; }

    public async Task<Outcome> PlayAsync()
    {
        Recorder? recorder = null;
        if (!_cell.IsCreation)
        {
            Service.Seed();
            recorder = await _recorders.GetAsync(RecorderService.Id, CancellationToken.None);
        }

        DateTimeOffset begin = _time.GetUtcNow();
        Wire.IsArmed = true;
        Outcome outcome = await EndAsync(recorder);
        Wire.IsArmed = false;
        Took = _time.GetUtcNow() - begin;
        return outcome;
    }

    /// <summary>Asks for the operation by its handle, as another process would, when the faults are over.</summary>
    public async Task<OperationState> ResumeAsync()
    {
        Operation<Recorder> operation = await _recorders.GetOperationAsync(Handle!, RecorderService.Id, CancellationToken.None);
        await operation.WaitForCompletionAsync();
        return operation.State;
    }

    public void Dispose() => Wire.Dispose();

    private async Task<Outcome> EndAsync(Recorder? recorder)
    {
        try
        {
            Operation<Recorder>? sent = await _calls.MakeAsync(_cell, recorder);
            Handle = sent?.Id;
            if (sent is not null)
            {
                await Calls.WaitAsync(_cell.Form, sent);
            }

            return Outcome.Done;
        }
        catch (OperationFailedException e)
        {
            ErrorCode = e.ErrorCode;
            return Ended(e.Operation.Id, Outcome.Failed);
        }
        catch (OperationPollException e)
        {
            return Ended(e.OperationId, Outcome.NotAsked);
        }
        catch (OperationTimeoutException e)
        {
            return Ended(e.OperationId, Outcome.TimedOut);
        }
        catch (UnconfirmedWriteException)
        {
            return Outcome.Unconfirmed;
        }
        catch (ServiceException e)
        {
            return e.OutcomeUnknown ? Outcome.Unknown : Outcome.Refused;
        }
    }

    private Outcome Ended(string handle, Outcome outcome)
    {
        Assert.Equal(Handle ?? handle, handle);
        Handle = handle;
        return outcome;
    }
}
