using System.Globalization;

namespace MediaOps.Reliability.Tests.Resuming;

/// <summary>Processes are killed in the middle of their work; others go on from what they had stored.</summary>
public sealed class KillTests
{
    /// <summary>More than a process needs for the whole story when it is not killed.</summary>
    private const double LongestLife = 900;

    /// <summary>The moments at which most can be lost.</summary>
    private static readonly Death[] Named =
    [
        Death.Before("POST /Channels"),
        Death.AtChange("- -> Stopped"),
        Death.After("POST /Channels"),
        Death.AtChange("Stopped -> Starting"),
        Death.After("/Start"),
        Death.Before("GET /Operations", 3),
        Death.AtChange("Starting -> Running"),
        Death.After("GET /Channels", 3),
    ];

    /// <summary>A story has some twenty requests: around each of them.</summary>
    private static readonly Death[] AroundEveryRequest = [.. Enumerable.Range(1, 24).SelectMany(static number => new[] { Death.Before("", number), Death.After("", number) })];

    private readonly Random _random = Runs.Begin();
    private readonly Dictionary<string, int> _kills = new(StringComparer.Ordinal);
    private int _stories;
    private int _processes;
    private int _refused;

    [Fact]
    public async Task Whatever_the_moment_of_its_death_nothing_is_lost_and_nothing_is_done_twice()
    {
        foreach (Death death in Named)
        {
            Assert.True(await DieOnceAsync("at a moment of danger", death), $"Nobody died {death.Name}.");
        }

        foreach (Death death in Runs.IsLong ? AroundEveryRequest : [])
        {
            await DieOnceAsync("before or after each request", death);
        }

        for (int left; (left = Runs.Count(10, 200) - _kills.Values.Sum()) > 0;)
        {
            await DieOftenAsync("at a random moment", left);
        }

        await ReliabilityPage.TellAsync("kill", Report());
    }

    /// <summary>One process dies, and the next one tells the story to its end.</summary>
    private async Task<bool> DieOnceAsync(string when, Death death)
    {
        await using Story story = await Story.BeginAsync();
        bool died = await story.GoOnAsync(death);
        await EndAsync(story, when, death);
        return died;
    }

    /// <summary>One process after the other dies, until one of them lives long enough, or enough have died.</summary>
    private async Task DieOftenAsync(string when, int most)
    {
        await using Story story = await Story.BeginAsync();
        Death death;
        do
        {
            death = Death.In(TimeSpan.FromMilliseconds(_random.NextDouble() * LongestLife));
        }
        while (await story.GoOnAsync(death) && story.Kills < most);
        await EndAsync(story, when, death);
    }

    private async Task EndAsync(Story story, string when, Death death)
    {
        await story.GoOnAsync(death: null);
        Assert.True(story.Judge().Length == 0, $"{death.Name}: {story.Judge()}");
        _kills[when] = _kills.GetValueOrDefault(when) + story.Kills;
        _stories++;
        _processes += story.Processes;
        _refused += story.Refused;
    }

    private string Report() => string.Create(CultureInfo.InvariantCulture, $"""
        A worker process (the one of `samples/ResumeAfterCrash`) creates, starts, stops and deletes a channel at the emulator on loopback, and is killed with SIGKILL; the next one goes on from
        its journal. Of each channel the service must have taken exactly one creation, one start, one stop and one deletion, and it must have passed each of its states once.

        | What | Count |
        |---|---:|
        {string.Join("\n", _kills.Select(kind => $"| killed {kind.Key} | {kind.Value} |"))}
        | channels | {_stories} |
        | processes | {_processes} |
        | requests refused because the step before was not quite over, and sent again | {_refused} |
        | requests lost, or taken twice | 0 |
        """);
}
