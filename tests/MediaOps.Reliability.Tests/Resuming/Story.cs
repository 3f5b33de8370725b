using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using MediaOps.Emulation;

namespace MediaOps.Reliability.Tests.Resuming;

/// <summary>
/// One channel's life, told by as many processes as it takes: created, started, stopped, deleted, at a service of its own on loopback. The service's record of what it has done
/// is the witness.
/// </summary>
internal sealed class Story : IAsyncDisposable
{
    private const double Speed = 1000;

    private static readonly string[] WholeLife =
    [
        "- -> Stopped", "Stopped -> Starting", "Starting -> Running", "Running -> Stopping", "Stopping -> Stopped", "Stopped -> Deleting", "Deleting -> Deleted",
    ];

    private static readonly string[] Writes = ["DELETE channel", "POST Channels", "POST Start", "POST Stop"];

    private readonly List<string> _changes = [];
    private readonly string _journal = Path.GetTempFileName();
    private readonly Emulator _emulator;
    private readonly EmulatorHost _host;
    private Process? _worker;
    private string? _deadlyChange;

    private Story(Emulator emulator, EmulatorHost host)
    {
        _emulator = emulator;
        _host = host;
        emulator.Changed += (_, change) => See($"{change.From ?? "-"} -> {change.To}");
    }

    /// <summary>How many processes have told of it.</summary>
    public int Processes { get; private set; }

    /// <summary>How many of them were killed.</summary>
    public int Kills { get; private set; }

    /// <summary>How often a request that changes something was sent and refused, so that nothing came of it.</summary>
    public int Refused => _emulator.Requests.Count(request => request.Method != "GET" && request.Status is >= 400 and < 500);

    public static async Task<Story> BeginAsync()
    {
        Emulator emulator = Emulator.FromDirectory(
            Path.Combine(AppContext.BaseDirectory, "schema", "ams-v2"),
            new EmulatorOptions { TimeProvider = new AcceleratedTimeProvider(Speed), DurationOf = static (_, _) => TimeSpan.FromSeconds(75), MaxRequestLog = 100_000 });
        return new Story(emulator, await EmulatorHost.StartAsync(emulator));
    }

    /// <summary>Lets a process go on with the story until its end, or until it dies.</summary>
    /// <param name="death">What kills it; null lets it live.</param>
    /// <returns>Whether it has died of that: it may come too late.</returns>
    public async Task<bool> GoOnAsync(Death? death)
    {
        _deadlyChange = death?.Change;
        Processes++;
        using Process worker = Start(death);
        _worker = worker;
        await worker.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (death?.Delay is { } delay)
        {
            using var alarm = new Timer(static process => Kill((Process)process!), worker, delay, Timeout.InfiniteTimeSpan);
            await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        string errors = await worker.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        bool died = worker.ExitCode == 128 + 9;
        Assert.True(worker.ExitCode == 0 || died, $"A worker ended by itself with {worker.ExitCode}: {errors}");
        Kills += died ? 1 : 0;
        return died;
    }

    /// <summary>What was lost, or done twice; empty where all is well.</summary>
    public string Judge()
    {
        string[] taken = [.. _emulator.Requests.Where(request => request.Method != "GET" && request.Status == 202).Select(NameOf).Order(StringComparer.Ordinal)];
        string[] changes = Changes();
        return !taken.SequenceEqual(Writes) ? "The service has taken " + string.Join(", ", taken)
            : !changes.SequenceEqual(WholeLife) ? "The channel's states were " + string.Join(", ", changes)
            : _emulator.Entities.Count > 0 ? "A channel is left."
            : "";
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _emulator.Dispose();
        File.Delete(_journal);
    }

    private static string NameOf(EmulatedExchange request)
        => request.Method == "DELETE" ? "DELETE channel" : request.Method + " " + request.Path[(request.Path.LastIndexOf('/') + 1)..];

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended, and its object is closed: death has come too late.
        }
    }

    private string[] Changes()
    {
        lock (_changes)
        {
            return [.. _changes];
        }
    }

    private Process Start(Death? death)
    {
        string victim = typeof(Story).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Victim").Value!;
        string[] call = [victim, _host.BaseAddress.AbsoluteUri, _journal, "evening-news", Speed.ToString(CultureInfo.InvariantCulture), .. death?.Arguments ?? []];
        return Process.Start(new ProcessStartInfo("dotnet", call) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
    }

    /// <summary>Called when it happens: where a request has brought it about, before that is answered.</summary>
    private void See(string change)
    {
        lock (_changes)
        {
            _changes.Add(change);
        }

        if (change == _deadlyChange)
        {
            Kill(_worker!);
        }
    }
}
