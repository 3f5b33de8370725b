using MediaOps.Fuzzing.Inputs;
using MediaOps.PropertyTests.Arbitrary;
using MediaOps.Schema;

namespace MediaOps.Fuzzing.Targets;

/// <summary>Schema files: every one is read to its end, and what is wrong with it is said inside of it, in one line. What is right with all is kept, to be compiled.</summary>
internal sealed class SchemaTarget() : Target("Schema files", 2)
{
    private readonly List<(string Path, string Text)[]> _good = [];

    /// <summary>How many schemas without an error are kept.</summary>
    public int Keep { get; init; }

    public IReadOnlyList<(string Path, string Text)[]> Good => _good;

    public override Input Next(Random random)
    {
        int choice = random.Next();
        (string Path, string Text)[] files = Files(choice, out int which);
        string text = files[which].Text;
        for (int change = random.Next(4); change > 0; change--)
        {
            string hostile = HostileTokens.All[random.Next(HostileTokens.All.Length)];
            text = new Change(0, (ChangeKind)random.Next((int)ChangeKind.Cut + 1), random.Next(1_000_000), random.Next(1_000_000), hostile).Apply(text);
        }

        return new Input(text, choice);
    }

    public override bool Take(Input input)
    {
        (string Path, string Text)[] files = [.. Files(input.Choice, out int which)];
        files[which].Text = input.Text;
        ParsedFile alone = SchemaParser.Parse(input.Text, files[which].Path, SchemaFiles.KindOf(files[which].Path));
        if (alone.Findings.Any(static finding => finding.Severity == Severity.Error))
        {
            Check(alone.Findings, files);
            return false;
        }

        var all = SchemaSet.Load(files);
        Check(all.Findings, files);
        bool isGood = all.Findings.All(static finding => finding.Severity != Severity.Error);
        if (isGood && _good.Count < Keep)
        {
            _good.Add(files);
        }

        return isGood;
    }

    private static (string Path, string Text)[] Files(int choice, out int which)
    {
        (string Path, string Text)[] files = Corpus.Schemas[choice % Corpus.Schemas.Count];
        which = choice / Corpus.Schemas.Count % files.Length;
        return files;
    }

    private static void Check(IEnumerable<Finding> findings, (string Path, string Text)[] files)
    {
        foreach (Finding finding in findings)
        {
            string text = files.Single(file => file.Path == finding.File).Text;
            Assert.InRange(finding.Span.Start, 0, text.Length);
            Assert.InRange(finding.Span.Start + finding.Span.Length, finding.Span.Start, text.Length);
            Assert.DoesNotContain(finding.Message, static c => char.IsControl(c));
            Assert.NotEqual(Rules.InternalError.Id, finding.Rule);
        }
    }
}
