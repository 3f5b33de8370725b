using ChannelOperationsSample;
using MediaOps;
using MediaOps.Emulation;

// Without arguments the service is the emulator on loopback, and time runs 120 times faster for it and for the client alike:
// the documented intervals stay as they are in the schema.
//
//   --endpoint https://...   run against a server instead; its token is read from the environment variable MEDIAOPS_TOKEN
//   --speed N                the clock runs N times faster; for a server that does so too

Arguments arguments = Arguments.Parse(args);
TimeProvider time = arguments.Speed == 1 ? TimeProvider.System : new AcceleratedTimeProvider(arguments.Speed);

if (arguments.Endpoint is { } endpoint)
{
    string token = Environment.GetEnvironmentVariable("MEDIAOPS_TOKEN")
        ?? throw new InvalidOperationException($"Set MEDIAOPS_TOKEN to a bearer token for {endpoint}.");
    await new Story(endpoint, new StaticTokenCredential(token), time).RunAsync();
    return;
}

using Emulator emulator = Emulator.FromDirectory(Path.Combine(AppContext.BaseDirectory, "schema", "ams-v2"), new EmulatorOptions { TimeProvider = time });
emulator.Changed += (_, change) => Console.WriteLine($"    service  {change.Entity} {change.From ?? "-"} -> {change.To ?? "-"}");

await using EmulatorHost host = await EmulatorHost.StartAsync(emulator);
await new Story(host.BaseAddress, new StaticTokenCredential("any"), time).RunAsync();
