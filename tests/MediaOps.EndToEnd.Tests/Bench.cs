using Media.AzureV2;
using MediaOps.Emulation;

namespace MediaOps.EndToEnd.Tests;

/// <summary>
/// The generated client over the emulator, in memory and on one clock. Time passes only while the client waits, and then at once: each poll finds what the service
/// would have reached by then.
/// </summary>
internal sealed class Bench : IDisposable
{
    public const string AssetId = "nb:cid:UUID:0d8e2b1f-3c44-4a0b-9f6e-7a5c1e2d3b40";

    public Bench(MediaOpsOptions? options = null, Func<string, string, TimeSpan?>? durationOf = null)
    {
        Emulator = Emulator.FromDirectory(
            Path.Combine(AppContext.BaseDirectory, "schema", "ams-v2"),
            new EmulatorOptions { TimeProvider = new ServiceClock(Clock), DurationOf = durationOf });
        Requests = new RecordingHandler(new EmulatorHandler(Emulator));
        options ??= new MediaOpsOptions();
        options.Handler = Requests;
        options.TimeProvider = Clock;
        Media = new CloudMediaContext(new Uri("https://account.restv2.westus.media.azure.net/api/"), new StaticTokenCredential("token"), options);
    }

    public ManualTimeProvider Clock { get; } = new() { AutoAdvance = true };

    public Emulator Emulator { get; }

    public FaultScript Faults => Emulator.Faults;

    public RecordingHandler Requests { get; }

    public CloudMediaContext Media { get; }

    public static ChannelCreationOptions Options(string name = "live") => new()
    {
        Name = name,
        Input = new ChannelInput { StreamingProtocol = StreamingProtocol.RTMP },
    };

    /// <summary>Calls the sync or the async form.</summary>
    public static Task<T> Call<T>(bool async, Func<T> sync, Func<Task<T>> asynchronous) => async ? asynchronous() : Task.FromResult(sync());

    /// <summary>Calls the sync or the async form.</summary>
    public static Task Call(bool async, Action sync, Func<Task> asynchronous)
    {
        if (async)
        {
            return asynchronous();
        }

        sync();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Requests.Dispose();
        Emulator.Dispose();
    }
}
