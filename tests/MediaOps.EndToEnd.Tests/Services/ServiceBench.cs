using System.Collections.Concurrent;
using MediaOps.Emulation;

namespace MediaOps.EndToEnd.Tests.Services;

/// <summary>An emulated service and what a client of it is made with, on one clock that moves only while the client waits.</summary>
internal sealed class ServiceBench : IDisposable
{
    private readonly ConcurrentQueue<string> _changes = new();

    /// <param name="folder">The name of the service's folder.</param>
    /// <param name="options">Makes the emulator's options from its clock.</param>
    public ServiceBench(string folder, Func<TimeProvider, EmulatorOptions>? options = null)
    {
        var clock = new ServiceClock(Clock);
        Emulator = Emulator.FromDirectory(Path.Combine(AppContext.BaseDirectory, "schema", folder), options?.Invoke(clock) ?? new EmulatorOptions { TimeProvider = clock });
        Emulator.Changed += (_, change) => _changes.Enqueue($"{change.From ?? "-"}>{change.To}");
        Requests = new RecordingHandler(new EmulatorHandler(Emulator));
    }

    public ManualTimeProvider Clock { get; } = new() { AutoAdvance = true };

    public Emulator Emulator { get; }

    public FaultScript Faults => Emulator.Faults;

    public RecordingHandler Requests { get; }

    public MediaOpsOptions Options => new() { Handler = Requests, TimeProvider = Clock };

    /// <summary>The states that the service went through, in their order.</summary>
    public string Changes => string.Join(' ', _changes);

    /// <summary>The state of the one entity of a kind, as the service has it.</summary>
    public string? State(string entity) => Emulator.Entities.Single(e => e.Entity == entity).State;

    public void Dispose()
    {
        Requests.Dispose();
        Emulator.Dispose();
    }
}
