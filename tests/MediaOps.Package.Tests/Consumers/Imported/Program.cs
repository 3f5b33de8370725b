using MediaOps;
using MediaOps.Emulation;
using Services.Live;

using var emulator = Emulator.FromDirectory(Path.Combine(AppContext.BaseDirectory, "schema", "live"), new EmulatorOptions { TimeProvider = new AcceleratedTimeProvider(1000) });
var live = LiveClient.Create(
    new StaticTokenCredential("secret"),
    new MediaOpsOptions { Handler = new EmulatorHandler(emulator), TimeProvider = emulator.Options.TimeProvider });

Feed feed = await live.Feeds.CreateAsync(new FeedCreationOptions { Name = "front door", Latency = FeedLatency.Low });
Console.WriteLine($"{feed.Name} is {feed.Status}");
await feed.StartAsync();
Console.WriteLine($"{feed.Name} is {feed.Status}");
