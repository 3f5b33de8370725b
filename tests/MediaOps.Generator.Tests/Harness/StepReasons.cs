using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace MediaOps.Generator.Tests.Harness;

/// <summary>What each step of a run did: for each value the reason why it is as it is.</summary>
internal sealed class StepReasons(GeneratorRunResult result)
{
    /// <summary>The names of all steps, found by reflection: a new one cannot be forgotten.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(Steps).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>All values of a step.</summary>
    public IEnumerable<object> Values(string step) => result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Value);

    /// <summary>Whether nothing that the step made was made anew or changed.</summary>
    public bool IsCached(string step) => Changed(step) == 0;

    /// <summary>How many values of a step are new or changed.</summary>
    public int Changed(string step) => result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
        ? runs.SelectMany(run => run.Outputs).Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
        : 0;

    /// <summary>How often a step had to be computed, with whatever result.</summary>
    public int Computed(string step) => result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
        ? runs.SelectMany(run => run.Outputs).Count(output => output.Reason is not IncrementalStepRunReason.Cached)
        : 0;

    /// <summary>How many outputs were produced anew.</summary>
    public int Outputs => result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Count(output => output.Reason is not IncrementalStepRunReason.Cached);

    /// <summary>The text of the files that were emitted anew.</summary>
    public IReadOnlyList<string> Emitted => [.. result.TrackedSteps[Steps.Source]
        .SelectMany(run => run.Outputs)
        .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
        .SelectMany(output => ((Pipeline.Sources)output.Value).Files)
        .Select(file => file.Hint)];
}
