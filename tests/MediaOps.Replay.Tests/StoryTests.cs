using MediaOps.Replay.Tests.Recordings;
using MediaOps.Replay.Tests.Scripts;
using MediaOps.Replay.Tests.Server;
using MediaOps.Replay.Tests.Stories;

namespace MediaOps.Replay.Tests;

/// <summary>The generated client is led through traffic of the service: stories of our own, and recordings where somebody has them.</summary>
public sealed class StoryTests
{
    /// <summary>What stands before the names of recordings.</summary>
    private const string Recorded = "recording ";

    /// <summary>All stories, in both forms. Recordings are simply not there where nobody has named their folder.</summary>
    public static TheoryData<string, bool> Stories()
    {
        var rows = new TheoryData<string, bool>();
        foreach (string name in OwnStories.All.Select(static script => script.Name).Concat(RecordingFolder.Names().Select(static name => Recorded + name)))
        {
            rows.Add(name, false);
            rows.Add(name, true);
        }

        return rows;
    }

    [Theory, MemberData(nameof(Stories))]
    public async Task The_client_shows_what_the_traffic_shows(string name, bool async)
    {
        Recording recording = name.StartsWith(Recorded, StringComparison.Ordinal)
            ? RecordingFolder.Read(name[Recorded.Length..])
            : OwnStories.All.Single(script => script.Name == name).Recording;
        using var server = new ReplayServer(recording);
        var story = new Story(recording, server, async);

        await story.TellAsync();

        Assert.True(story.Compared > 0, "The story compared nothing.");
    }
}
