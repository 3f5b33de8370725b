using System.Globalization;
using System.Text;
using MediaOps.Fuzzing.Inputs;
using MediaOps.Fuzzing.Targets;
using MediaOps.Generator.Tests.Harness;
using MediaOps.PropertyTests;
using Microsoft.CodeAnalysis;

namespace MediaOps.Fuzzing;

/// <summary>
/// Everything that reads what others wrote, over real inputs and changed ones: no crash, no hang, no broken C#. 20,000 inputs from the usual seed; <c>MEDIAOPS_LONG</c> asks for
/// 1,000,000 from a new one, <c>MEDIAOPS_SEED</c> for those of a seed that was seen.
/// </summary>
public sealed class FuzzTests
{
    [Fact]
    public async Task Whatever_is_read_is_read_or_refused_in_time()
    {
        Random random = Runs.Begin();
        int count = Runs.Count(20_000, 1_000_000);
        var doors = new Doors();
        var schemas = new SchemaTarget { Keep = Runs.Count(4, 20) };
        var imports = new ImportTarget { Keep = Runs.Count(4, 20) };
        Target[] targets = [schemas, imports, new ReaderTarget(doors, Emulated.Bodies()), new ErrorTarget(doors), new LinkTarget(), new HandleTarget(doors), new RetryAfterTarget()];
        Assert.Equal(100, targets.Sum(static target => target.Share));

        var table = new StringBuilder("| What is read | Inputs | Taken for good | Crashes, hangs, broken promises |\n|---|---:|---:|---:|\n");
        List<string> defects = [];
        foreach (Target target in targets)
        {
            var campaign = new Campaign(target, random.Next());
            campaign.Run(count / 100 * target.Share);
            defects.AddRange(campaign.Defects);
            TestContext.Current.TestOutputHelper?.WriteLine($"{target.Name}: {campaign.Time}");
            table.AppendLine(CultureInfo.InvariantCulture, $"| {target.Name} | {campaign.Inputs:N0} | {campaign.Good:N0} | {campaign.Defects.Count} |");
            Assert.True(campaign.Good > 0 || campaign.Defects.Count > 0, $"{target.Name}: nothing was taken for good, so nothing was tried.");
        }

        (string Path, string Text)[][] good = [.. schemas.Good, .. imports.Good];
        string[] broken = [.. good.Select(Broken).OfType<string>()];
        table.AppendLine(CultureInfo.InvariantCulture, $"| Schemas without an error, compiled | {good.Length:N0} | {good.Length - broken.Length:N0} | {broken.Length} |");
        await ReliabilityPage.TellAsync("fuzz", Text(count, table.ToString()));
        Assert.True(defects.Count + broken.Length == 0, string.Join("\n\n", defects.Concat(broken)));
    }

    private static string Text(int count, string table) => string.Create(CultureInfo.InvariantCulture, $"""
        `tests/MediaOps.Fuzzing` gave {count:N0} real and changed inputs to everything that reads what others wrote. Each had to be read, or refused as documented, within 20 seconds
        and 256 MB; nothing was to be asked of a foreign host; what a service says was to reach a message as one clean line.

        {table.ReplaceLineEndings("\n").TrimEnd()}
        """).ReplaceLineEndings("\n");

    /// <summary>What the compiler says of the code of a schema; null where it is content.</summary>
    private static string? Broken((string Path, string Text)[] files)
    {
        Compilation output = Driver.Generate(Driver.Compilation(""), [.. files.Select(static file => new SchemaText(file.Path, file.Text))]);
        string problems = string.Join("\n", Consumer.Problems(output));
        return problems.Length == 0 ? null : problems + "\n" + string.Join("\n", files.Select(static file => file.Path + "\n" + file.Text));
    }
}
