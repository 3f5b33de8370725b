using ChannelOperationsSample;
using MediaOps;
using MediaOps.Emulation;

// Without arguments the service is the emulator on loopback, and time runs 120 times faster for it and for the client alike:
// the documented intervals stay as they are in the schema.
//
//   --endpoint https://...   run against a server instead; its token is read from the environment variable MEDIAOPS_TOKEN

Uri? endpoint = Arguments.Endpoint(args);
if (endpoint is not null)
{
    string token = Environment.GetEnvironmentVariable("MEDIAOPS_TOKEN")
        ?? throw new InvalidOperationException("Set MEDIAOPS_TOKEN to a bearer token for " + endpoint + ".");
    await Story.RunAsync(endpoint, new StaticTokenCredential(token), TimeProvider.System);
    return 0;
}

var time = new AcceleratedTimeProvider(120);
Emulator emulator = Emulator.FromDirectory(Path.Combine(AppContext.BaseDirectory, "schema", "ams-v2"), new EmulatorOptions { TimeProvider = time });
emulator.Changed += (_, change) => Console.WriteLine($"    service  {change.Entity} {change.From ?? "-"} -> {change.To ?? "-"}");

await using EmulatorHost host = await EmulatorHost.StartAsync(emulator);
await Story.RunAsync(host.BaseAddress, new StaticTokenCredential("emulator"), time);
return 0;
