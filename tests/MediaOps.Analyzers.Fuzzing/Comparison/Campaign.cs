using System.Globalization;
using System.Text;
using MediaOps.Analyzers.Fuzzing.Programs;
using MediaOps.Analyzers.Fuzzing.Schemas;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MediaOps.Analyzers.Fuzzing.Comparison;

/// <summary>Many programs over many services, and what came of them.</summary>
internal sealed class Campaign
{
    /// <summary>How many programs share a service and a compilation.</summary>
    private const int BatchSize = 25;

    /// <summary>How much oftener a straight line is run in which something seems to be missed.</summary>
    private const int Patience = 20;

    /// <summary>How much of what is wrong is shown, as small as it gets: each takes a while.</summary>
    private const int MaxShown = 12;

    private readonly SortedDictionary<string, int> _reported = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _confirmed = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];
    private int _programs;

    /// <summary>Calls that never succeeded, and how many of them were reported, in programs of one statement after the other.</summary>
    public Recall StraightLine { get; } = new();

    /// <summary>The same, in programs with one reference per entity and nothing captured.</summary>
    public Recall OneReference { get; } = new();

    /// <summary>The same, in all programs.</summary>
    public Recall All { get; } = new();

    /// <summary>Reports that were seen to be wrong.</summary>
    public int FalsePositives { get; private set; }

    /// <summary>What went wrong: false positives as small as they get, programs that do not compile, crashes of the analyzer.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Runs a campaign.</summary>
    /// <param name="seed">What everything follows from.</param>
    /// <param name="programs">How many programs.</param>
    /// <param name="analyzer">What is examined.</param>
    /// <param name="flaw">What the analyzer is told that is not so.</param>
    /// <param name="explain">Whether what is wrong is made small and told.</param>
    /// <param name="isEnough">Asked after each batch whether to end early; null for never.</param>
    public static async Task<Campaign> RunAsync(int seed, int programs, DiagnosticAnalyzer analyzer, Flaw flaw = Flaw.None, bool explain = true, Func<Campaign, bool>? isEnough = null)
    {
        var campaign = new Campaign();
        for (int batch = 0; batch * BatchSize < programs && isEnough?.Invoke(campaign) != true; batch++)
        {
            int batchSeed = unchecked((seed * 7919) + batch);
            var random = new Random(batchSeed);
            ServiceModel service = RandomService.Of(random);
            var laboratory = new Laboratory(service, batchSeed, analyzer, flaw);
            FuzzProgram[] drafts = [.. Enumerable.Range(0, Math.Min(BatchSize, programs - (batch * BatchSize))).Select(index => Write(service, random, index))];
            foreach (Verdict first in await laboratory.ExamineAsync(drafts))
            {
                // What seems to be missed may only be rare.
                Verdict verdict = first.Missed.Any() ? (await laboratory.ExamineAsync([first.Program], Patience))[0] : first;
                campaign.Count(verdict);
                if (explain)
                {
                    await campaign.ExplainAsync(laboratory, verdict, batchSeed);
                }
            }
        }

        return campaign;
    }

    /// <summary>The figures.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{_programs} programs, {FalsePositives} false positives");
        foreach ((string id, int count) in _reported)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{id}: {count} reported, {_confirmed.GetValueOrDefault(id)} of them reached");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"found of the calls that never succeeded: straight lines {StraightLine}; one reference {OneReference}; all programs {All}");
        return text.ToString();
    }

    private static FuzzProgram Write(ServiceModel service, Random random, int index)
    {
        Traits traits = (index % 5) switch
        {
            0 => Traits.None,
            1 or 2 => Traits.OneReference,
            _ => Some(random),
        };
        return Draft.Write("Program" + index.ToString(CultureInfo.InvariantCulture), service, random, traits);
    }

    // With all traits in all programs hardly anything would ever be known.
    private static Traits Some(Random random) => (Traits)random.Next((int)Traits.All + 1) | (Traits)random.Next((int)Traits.All + 1) & Traits.OneReference;

    private void Count(Verdict verdict)
    {
        _programs++;
        FalsePositives += verdict.FalsePositives.Count();
        foreach (Report report in verdict.Reports)
        {
            _reported[report.Id] = _reported.GetValueOrDefault(report.Id) + 1;
        }

        foreach (Report report in verdict.Confirmed)
        {
            _confirmed[report.Id] = _confirmed.GetValueOrDefault(report.Id) + 1;
        }

        foreach (int line in verdict.Impossible)
        {
            bool isFound = verdict.IsReported(line);
            All.Count(isFound);
            if (verdict.Program.Traits == Traits.None)
            {
                StraightLine.Count(isFound);
            }
            else if (verdict.Program.Traits == Traits.OneReference)
            {
                OneReference.Count(isFound);
            }
        }
    }

    private async Task ExplainAsync(Laboratory laboratory, Verdict verdict, int seed)
    {
        string place = FormattableString.Invariant($"(batch {seed}, {verdict.Program.Name})");
        if (_wrong.Count >= MaxShown)
        {
            return;
        }

        if (verdict.Problems.Count > 0)
        {
            Verdict smallest = verdict.Journal is null ? verdict : await new Minimizer(laboratory, static other => other.Problems.Count > 0).MinimizeAsync(verdict);
            _wrong.Add(string.Join("\n", smallest.Problems.Take(3)) + " " + place + "\n" + smallest.Program.Plain);
        }
        else if (verdict.FalsePositives.FirstOrDefault() is { } first)
        {
            Verdict smallest = await new Minimizer(laboratory, other => other.FalsePositives.Any(report => report.Id == first.Id)).MinimizeAsync(verdict);
            Report wrong = smallest.FalsePositives.First(report => report.Id == first.Id);
            _wrong.Add("reported, but possible " + place + ": " + wrong + "\n" + smallest.Program.Plain + laboratory.Rules(smallest.Program));
        }
        else if (verdict.Missed.ToArray() is { Length: > 0 } missed)
        {
            _wrong.Add(FormattableString.Invariant($"not reported, but impossible {place}: line {missed[0]}\n") + verdict.Program.Plain + laboratory.Rules(verdict.Program));
        }
    }
}

/// <summary>How much of what there is to find is found.</summary>
internal sealed class Recall
{
    /// <summary>How much there is.</summary>
    public int Total { get; private set; }

    /// <summary>How much of it was found.</summary>
    public int Found { get; private set; }

    /// <summary>The share, from 0 to 1.</summary>
    public double Share => Total == 0 ? 0 : (double)Found / Total;

    /// <summary>Counts one.</summary>
    public void Count(bool isFound)
    {
        Total++;
        Found += isFound ? 1 : 0;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Found} of {Total} ({Share:P0})");
}
