using MediaOps.Emulation.Http;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Schema;

namespace MediaOps.Emulation;

/// <summary>A service that behaves as its schema files say: entities, states, long-running operations, refusals, and faults by script.</summary>
/// <remarks>Reached through <see cref="EmulatorHandler"/> in memory and <see cref="EmulatorHost"/> on loopback; both share one state.
/// Thread-safe. What is due happens at its time by the clock of <see cref="EmulatorOptions.TimeProvider"/>, and at the latest when somebody looks.</remarks>
public sealed class Emulator : IDisposable
{
    // Timers have a longest time; one that ends early is set again.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly ITimer _alarm;
    private readonly ServiceModel _model;
    private readonly ServiceState _state;
    private readonly Service _service;
    private readonly Queue<EmulatedExchange> _requests = new();
    private bool _raising;

    private Emulator(ServiceModel model, EmulatorOptions options)
    {
        _model = model;
        Options = options;
        QuotaRules.Verify(model, options.Quotas);
        _state = new ServiceState(model, options);
        _service = new Service(model, _state, options);

        // A timer that waits is held by the clock; a weak reference lets go of an emulator that nobody uses any more.
        _alarm = options.TimeProvider.CreateTimer(static weak => Wake((WeakReference<Emulator>)weak!), new WeakReference<Emulator>(this), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A state of an entity has changed. Raised when it happens, one change after the other in the order of their times, on the thread of the
    /// request or timer that brought it about. Handlers may use the emulator, and must not throw: on a timer's thread nobody could catch it.</summary>
    public event EventHandler<EntityChangedEventArgs>? Changed;

    /// <summary>The options it was made with.</summary>
    public EmulatorOptions Options { get; }

    /// <summary>The name of the service, from the schema.</summary>
    public string ServiceName => _model.Spec.Name;

    /// <summary>The faults to come.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>All entities as they are now, in the order in which they were made.</summary>
    public IReadOnlyList<EmulatedEntity> Entities => Look(() => (IReadOnlyList<EmulatedEntity>)[.. _state.Entities.Where(e => e.Model.Spec.Properties.Count > 0).Select(e =>
        new EmulatedEntity(e.Model.Name, e.Id, e.Name, e.State, e.Running?.Id, e.Body.ToJsonString()))]);

    /// <summary>The latest requests, oldest first; see <see cref="EmulatorOptions.MaxRequestLog"/>.</summary>
    public IReadOnlyList<EmulatedExchange> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Makes an emulator of a service's schema files: <c>service.json</c> and one file per entity.</summary>
    /// <param name="path">The folder, such as <c>schema/ams-v2</c>.</param>
    /// <param name="options">Choices; null for the defaults.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="EmulatorSchemaException">The files are wrong, or need what the emulator does not do.</exception>
    /// <exception cref="ArgumentException">A quota of the options names what the schema does not have.</exception>
    public static Emulator FromDirectory(string path, EmulatorOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string folder = Path.GetFullPath(path);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'. Give the folder that holds service.json and the entity files; the property MediaOpsSchemaCopyToOutputDirectory=PreserveNewest of a project copies its schema folder beside the program.");
        }

        return FromFiles(Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllText(f))), options);
    }

    /// <summary>Makes an emulator of the texts of a service's schema files.</summary>
    /// <param name="files">Path and text of each file; the name of the path tells what it is.</param>
    /// <param name="options">Choices; null for the defaults.</param>
    /// <exception cref="EmulatorSchemaException">The files are wrong, or need what the emulator does not do.</exception>
    /// <exception cref="ArgumentException">A quota of the options names what the schema does not have.</exception>
    public static Emulator FromFiles(IEnumerable<(string Path, string Text)> files, EmulatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        SchemaSet set = SchemaSet.Load(files);
        string[] errors = [.. set.Findings.Where(f => f.Severity == Severity.Error)
            .Select(f => $"{f.File}({f.Span.StartLine + 1},{f.Span.StartColumn + 1}): {f.Rule}: {f.Message}")];
        if (errors.Length > 0)
        {
            throw new EmulatorSchemaException("The schema has errors:" + Environment.NewLine + string.Join(Environment.NewLine, errors));
        }

        return set.Services.Count == 1
            ? FromSchema(set.Services[0].Spec, set.Services[0].Entities, options)
            : throw new EmulatorSchemaException($"One service is needed, and the files describe {set.Services.Count}. Give the files of one folder with its service.json.");
    }

    /// <summary>Makes an emulator of a schema that has been read already, with every wire name filled in.</summary>
    /// <param name="service">The service.</param>
    /// <param name="entities">Its entities.</param>
    /// <param name="options">Choices; null for the defaults.</param>
    /// <exception cref="EmulatorSchemaException">The schema needs what the emulator does not do.</exception>
    /// <exception cref="ArgumentException">A quota of the options names what the schema does not have.</exception>
    public static Emulator FromSchema(ServiceSpec service, IEnumerable<EntitySpec> entities, EmulatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(entities);
        options ??= new EmulatorOptions();
        return new Emulator(new ServiceModel(service, [.. entities], options), options);
    }

    /// <summary>Puts an entity in place that no client has created, such as one that comes with every account.</summary>
    /// <param name="entity">The name of its kind, such as <c>StreamingEndpoint</c>.</param>
    /// <param name="json">Its body in the service's own form, with members that only the service writes where they matter: id, state, times. The others get their defaults.</param>
    /// <param name="deleteRefusal">The name of the error code with which every attempt to delete it is refused; null lets it be deleted.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="ArgumentException">There is no such kind or error code, or the body is not what the schema says.</exception>
    public string Seed(string entity, string json, string? deleteRefusal = null)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(json);
        return Look(() => Seeding.Add(_model, _state, entity, json, deleteRefusal).Id);
    }

    /// <summary>Stops the timer, so that nothing happens by itself any more. Transports that still hold the emulator go on getting answers.</summary>
    public void Dispose() => _alarm.Dispose();

    /// <summary>Takes a request up to the point where it is acted on, so that a transport can wait in between in its own way.</summary>
    internal PendingExchange Receive(EmulatedRequest request)
    {
        string[] path = PathTemplate.Split(request.Path);
        int below = _model.BasePath.Length;
        IReadOnlyDictionary<string, string> values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (below > 0 && path.Length >= below && _model.BasePath.Matches(PathTemplate.Normalize(path.Take(below)), out Dictionary<string, string>? found) && _model.Routes.Holds(found))
        {
            values = found;
        }
        else
        {
            below = 0;
        }

        string root = request.Authority + string.Concat(path.Take(below).Select(s => "/" + s));
        string handedOutRoot = request.Authority + (below > 0 ? _model.BasePath.Expand(values, lower: true) : string.Empty);
        string method = request.Method == "POST" && request.Header("X-HTTP-Method") is { Length: > 0 } tunnelled ? tunnelled.ToUpperInvariant() : request.Method;
        var exchange = new Exchange(_model, request, method, path[below..], root, handedOutRoot, values, Options.TimeProvider.GetUtcNow());
        return new PendingExchange(this, exchange, Faults.Take(method, exchange.DecodedPath));
    }

    internal EmulatedResponse Answer(PendingExchange pending)
    {
        // The time may have moved on while the request was delayed.
        Exchange exchange = pending.Exchange.At(Options.TimeProvider.GetUtcNow());
        exchange.Failure = pending.Faults.Select(f => f.Failure).FirstOrDefault(f => f is not null);
        Func<Exchange, EmulatedResponse>? instead = pending.Faults.Select(f => f.Instead).FirstOrDefault(i => i is not null);
        EmulatedResponse response = Look(() =>
        {
            if (pending.Faults.Any(f => f.ExpiresOperations))
            {
                _state.ForgetOperations();
            }

            return instead?.Invoke(exchange) ?? _service.Answer(exchange);
        });
        response = pending.Faults.Aggregate(response, (r, f) => f.Reshape?.Invoke(exchange, r) ?? r);
        Log(pending, response);
        return response;
    }

    private static void Wake(WeakReference<Emulator> weak)
    {
        if (weak.TryGetTarget(out Emulator? emulator))
        {
            emulator.Look(() => true);
        }
    }

    private T Look<T>(Func<T> look)
    {
        try
        {
            lock (_gate)
            {
                _state.Settle(Options.TimeProvider.GetUtcNow());
                try
                {
                    return look();
                }
                finally
                {
                    // An operation that takes no time ends with the request that began it.
                    _state.Settle(_state.Now);
                    TimeSpan? sleep = _state.NextDue - _state.Now;
                    _alarm.Change(sleep is null ? Timeout.InfiniteTimeSpan : sleep < LongestSleep ? sleep.Value : LongestSleep, Timeout.InfiniteTimeSpan);
                }
            }
        }
        finally
        {
            RaiseChanges();
        }
    }

    // Outside the lock, so that a handler may ask the emulator. Whoever raises also raises what others, or a handler, bring about meanwhile.
    private void RaiseChanges()
    {
        while (true)
        {
            EntityChangedEventArgs? change;
            lock (_gate)
            {
                if (_raising || !_state.Changes.TryDequeue(out change))
                {
                    return;
                }

                _raising = true;
            }

            try
            {
                Changed?.Invoke(this, change);
            }
            finally
            {
                lock (_gate)
                {
                    _raising = false;
                }
            }
        }
    }

    private void Log(PendingExchange pending, EmulatedResponse response)
    {
        Exchange exchange = pending.Exchange;
        string target = exchange.Request.Path + QueryString.Hide(exchange.Request.Query, _model.Spec.SecretQuery);
        string? faults = pending.Faults.Count == 0 ? null : string.Join(", ", pending.Faults.Select(f => f.Name));
        int status = response.Ending is ResponseEnding.Dropped or ResponseEnding.Refused ? 0 : response.Status;
        lock (_gate)
        {
            _requests.Enqueue(new EmulatedExchange(exchange.Now, exchange.Method, target, status, faults));
            while (_requests.Count > Math.Max(Options.MaxRequestLog, 0))
            {
                _requests.Dequeue();
            }
        }
    }
}

/// <summary>A request that waits for its answer.</summary>
internal sealed record PendingExchange(Emulator Emulator, Exchange Exchange, IReadOnlyList<Fault> Faults)
{
    /// <summary>How long to wait before <see cref="Complete"/>.</summary>
    public TimeSpan Delay => Faults.Aggregate(TimeSpan.Zero, (sum, fault) => sum + fault.Delay);

    public EmulatedResponse Complete() => Emulator.Answer(this);
}
