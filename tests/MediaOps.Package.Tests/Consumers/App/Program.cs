using Acme.Studio;
using MediaOps;
using MediaOps.Emulation;

using var emulator = Emulator.FromDirectory(Path.Combine(AppContext.BaseDirectory, "schema", "studio"), new EmulatorOptions { TimeProvider = new AcceleratedTimeProvider(1000) });
var studio = new StudioClient(
    new Uri("https://studio.example.com/api"),
    new StaticTokenCredential("secret"),
    new MediaOpsOptions { Handler = new EmulatorHandler(emulator), TimeProvider = emulator.Options.TimeProvider });

Encoder encoder = await studio.Encoders.CreateAsync(new EncoderCreationOptions { Name = "front door", Bitrate = 4000 });
Console.WriteLine($"{encoder.Name} is {encoder.State}");
await encoder.StartAsync();
Console.WriteLine($"{encoder.Name} is {encoder.State}");

// Read anew, it may be in any state: what the compiler cannot know, the guard asks the service.
Encoder same = await studio.Encoders.GetAsync(encoder.Id);
try
{
    await same.StartAsync();
}
catch (InvalidEntityStateException refusal)
{
    Console.WriteLine($"refused: {refusal.State}");
}
