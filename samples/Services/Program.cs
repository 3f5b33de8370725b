using ServicesSample;

// One story on five services that have little in common on the wire: a live channel is created, started, stopped and deleted. Each service is a folder of
// schema files. From it the client is generated when this program is built, and from it the emulator plays the service when the program runs.
//
//   dotnet run --project samples/Services                  all five
//   dotnet run --project samples/Services -- mkio ams-v3   these

(string Folder, string Title, Func<Stage, Task> Story)[] services =
[
    ("ams-v2", "Azure Media Services v2: asks for an operation by its id", AzureV2.TellAsync),
    ("ams-v3", "Azure Media Services v3: asks at a URL that the service hands out", AzureV3.TellAsync),
    ("mkio", "MediaKind MK.IO: asks for the state of the event", MkIo.TellAsync),
    ("medialive", "AWS Elemental MediaLive: asks for the channel, with signed requests", MediaLive.TellAsync),
    ("livestream", "Google Live Stream: asks for an operation by its full name", LiveStream.TellAsync),
];

if (args.FirstOrDefault(name => !services.Any(service => service.Folder == name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no service '{unknown}'. Name some of {string.Join(", ", services.Select(service => service.Folder))}, or none for all.");
    return 1;
}

foreach ((string folder, string title, Func<Stage, Task> story) in services.Where(service => args.Length == 0 || args.Contains(service.Folder)))
{
    Console.WriteLine(title);
    await using Stage stage = await Stage.OpenAsync(folder);
    await story(stage);
    Console.WriteLine();
}

return 0;
