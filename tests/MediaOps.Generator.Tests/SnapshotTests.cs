using System.Reflection;
using System.Text.RegularExpressions;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.Generator.Tests;

/// <summary>
/// What is generated, checked in as <c>Snapshots/*.g.cs.txt</c>, so that a change of an emitter is reviewed as a change of users' code.
/// After a wanted change: <c>MEDIAOPS_UPDATE_SNAPSHOTS=1 dotnet test --filter SnapshotTests</c>, then read the difference.
/// </summary>
public sealed partial class SnapshotTests
{
    /// <summary>Of ams-v2 all; of the others what ams-v2 has not.</summary>
    private static readonly (SchemaText[] Files, string[]? Names)[] Reviewed =
    [
        (Schemas.AmsV2, null),
        (Schemas.Of("ams-v3"), ["LiveEvent", "LiveEventCollection", "LiveEventCreationOptions", "LiveEventData", "LiveEventDefinition", "LiveEventOperations", "LiveOutput", "LiveOutputCollection", "LiveOutputCreationOptions", "LiveOutputDefinition", "AmsV3Client", "AmsV3Service"]),
        (Schemas.Of("medialive"), ["Channel", "ChannelCollection", "ChannelDefinition", "MediaLiveClient", "MediaLiveService"]),
        (Schemas.Of("livestream"), ["Channel", "ChannelCollection", "ChannelCreationOptions", "ChannelDefinition", "LiveStreamClient", "LiveStreamService"]),
        (Facility.All, ["Account", "AccountDefinition", "EventDefinition", "FacilityClient", "Tools", "ToolsDefinition"]),
    ];

    private static readonly string Folder = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Snapshots").Value!;

    [Fact]
    public void What_is_generated_is_as_reviewed()
    {
        Dictionary<string, string> actual = Reviewed.SelectMany(service => Driver.Sources(service.Files).Where(source => IsReviewed(source.Key, service.Names)))
            .ToDictionary(source => source.Key + ".txt", source => Version().Replace(source.Value, "\"VERSION\""), StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("MEDIAOPS_UPDATE_SNAPSHOTS") == "1")
        {
            Update(actual);
        }

        string[] names = [.. Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileName(path))];
        Assert.Equal(actual.Keys.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.All(actual, file => Assert.Equal(File.ReadAllText(Path.Combine(Folder, file.Key)), file.Value));
    }

    private static bool IsReviewed(string hint, string[]? names) => names is null || names.Any(name => hint.EndsWith("." + name + ".g.cs", StringComparison.Ordinal));

    private static void Update(Dictionary<string, string> files)
    {
        Directory.CreateDirectory(Folder);
        foreach (string stale in Directory.GetFiles(Folder, "*.txt"))
        {
            File.Delete(stale);
        }

        foreach ((string name, string text) in files)
        {
            File.WriteAllText(Path.Combine(Folder, name), text);
        }
    }

    [GeneratedRegex("(?<=GeneratedCode\\(\"MediaOps.Generator\", )\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
