using System.Collections.Concurrent;
using System.Diagnostics;
using MediaOps.Emulation;

namespace ResumeAfterCrashSample;

/// <summary>The service, and fate: it kills a worker at the very moments when the service has acted and the worker does not know it.</summary>
internal static class Play
{
    private static readonly Dictionary<string, string> Deaths = new(StringComparer.Ordinal)
    {
        ["- -> Stopped"] = "the channel is made, and the answer has not been sent",
        ["Starting -> Running"] = "the operation has ended, and nobody has asked since",
        ["Running -> Stopping"] = "the stop is accepted, and the answer has not been sent",
    };

    public static async Task RunAsync(TimeProvider time)
    {
        using Emulator emulator = Emulator.FromDirectory(
            Path.Combine(AppContext.BaseDirectory, "schema", "ams-v2"),
            new EmulatorOptions { TimeProvider = time, DurationOf = (_, action) => action is "Start" or "Stop" ? TimeSpan.FromMinutes(2) : null });
        await using EmulatorHost host = await EmulatorHost.StartAsync(emulator);
        var deaths = new ConcurrentDictionary<string, string>(Deaths, StringComparer.Ordinal);
        Process? worker = null;

        // Raised when it happens, so before a request that brought it about is answered.
        emulator.Changed += (_, change) =>
        {
            string move = $"{change.From ?? "-"} -> {change.To}";
            Console.WriteLine($"          service: {change.Entity} {move}");
            if (deaths.TryRemove(move, out string? why))
            {
                worker!.Kill();
                Console.WriteLine($"killed: {why}");
            }
        };

        string journal = Path.GetTempFileName();
        int number = 0;
        int left;
        do
        {
            left = deaths.Count;
            Console.WriteLine($"worker {++number}");
            worker = Process.Start("dotnet", [typeof(Play).Assembly.Location, "work", host.BaseAddress.AbsoluteUri, journal]);
            await worker.WaitForExitAsync();
        }
        while (worker.ExitCode != 0 && deaths.Count < left);

        if (worker.ExitCode != 0)
        {
            throw new InvalidOperationException($"Worker {number} failed by itself; its journal is {journal}.");
        }

        File.Delete(journal);
        IEnumerable<string> taken = emulator.Requests.Where(request => request.Method != "GET" && request.Status == 202).Select(request => request.Method + " " + request.Path[request.Path.LastIndexOf('/')..].Split('(')[0]);
        Console.WriteLine($"the service has taken: {string.Join(", ", taken)}");
    }
}
