using System.Reflection;
using MediaOps.Emulation;
using MediaOps.EndToEnd.Tests;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Tests;

namespace MediaOps.Tool.Tests.Import.Botocore;

/// <summary>An imported service does what its waiters say: its generated client runs against the emulator of the same files.</summary>
public sealed class RunTests
{
    private const string Program = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using MediaOps;
        using Services.Studio;

        internal static class Consumer
        {
            public static async Task<string> Run(HttpMessageHandler handler, TimeProvider clock)
            {
                var studio = new StudioClient(
                    new Uri("https://studio.eu-west-1.amazonaws.com/"), "eu-west-1", new StaticAwsCredential("AKID", "secret"), new MediaOpsOptions { Handler = handler, TimeProvider = clock });
                var story = "";
                var encoder = await studio.Encoders.CreateAsync(new EncoderCreationOptions { Title = "news", Rate = 500 });
                story += encoder.State;
                encoder.Title = "evening";
                await encoder.UpdateAsync();
                await encoder.StartAsync();
                story += " " + encoder.State;
                await encoder.StopAsync();
                story += " " + encoder.State + " " + encoder.Title;
                await encoder.DeleteAsync();
                return story;
            }
        }
        """;

    [Fact]
    public async Task An_imported_encoder_is_made_started_stopped_and_removed()
    {
        Imported studio = Imported.Of(Miniatures.Studio, Miniatures.StudioWaiters, Miniatures.StudioPaginators, assume: true);
        var clock = new ManualTimeProvider { AutoAdvance = true };
        using Emulator emulator = Emulator.FromFiles(studio.Files.Select(file => (file.Path, file.Text!)), new EmulatorOptions { TimeProvider = new ServiceClock(clock) });
        using var handler = new EmulatorHandler(emulator);
        var changes = new List<string?>();
        emulator.Changed += (_, change) => changes.Add(change.To);
        MethodInfo run = Client.Of(studio.Files, Program).Type("Consumer").GetMethod("Run")!;

        string story = await (Task<string>)run.Invoke(null, [handler, clock])!;

        Assert.Equal("Idle Running Idle evening", story);
        Assert.Equal(["Creating", "Idle", "Starting", "Running", "Stopping", "Idle", "Deleting", "Deleted"], changes);
    }
}
