using MediaOps;
using MediaOps.Emulation;

namespace ServicesSample;

/// <summary>A service to play with: emulated on loopback, and telling of every change of state.</summary>
internal sealed class Stage : IAsyncDisposable
{
    // Client and service share the clock, so that minutes pass in seconds and every interval stays as the schema documents it.
    private const double Speed = 100;

    private readonly AcceleratedTimeProvider _time = new(Speed);
    private readonly Emulator _emulator;
    private EmulatorHost? _host;
    private long _begin;

    private Stage(string folder)
    {
        _emulator = Emulator.FromDirectory(Path.Combine(AppContext.BaseDirectory, "schema", folder), new EmulatorOptions { TimeProvider = _time });
        _emulator.Changed += (_, change) => Console.WriteLine($"          service: {change.Entity} {change.From ?? "-"} -> {change.To ?? "-"}");
    }

    /// <summary>Where the service is.</summary>
    public Uri Endpoint => _host!.BaseAddress;

    /// <summary>What every client here is made with.</summary>
    public MediaOpsOptions Options => new() { TimeProvider = _time };

    /// <summary>Starts a service.</summary>
    /// <param name="folder">The name of its folder under <c>schema</c>.</param>
    public static async Task<Stage> OpenAsync(string folder)
    {
        var stage = new Stage(folder);
        stage._host = await EmulatorHost.StartAsync(stage._emulator);
        stage._begin = stage._time.GetTimestamp();
        return stage;
    }

    /// <summary>Says what the client knows, with the time since the beginning.</summary>
    public void Say(string text) => Console.WriteLine(string.Create(null, $"  {_time.GetElapsedTime(_begin):mm\\:ss}   {text}"));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        _emulator.Dispose();
    }
}
