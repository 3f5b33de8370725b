using System;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>
/// The outcome of one step for one file. A mistake of ours must not silence the generator for every other file,
/// so an exception becomes a finding that names the file; only a cancellation passes through.
/// </summary>
/// <typeparam name="T">What the step makes.</typeparam>
/// <param name="Path">The file.</param>
/// <param name="Value">What was made; null where there is nothing to make, or the step failed.</param>
/// <param name="Failure">What went wrong, or null.</param>
internal sealed record Attempt<T>(string Path, T? Value, Finding? Failure)
    where T : class, IEquatable<T>;

/// <summary>Makes an <see cref="Attempt{T}"/>.</summary>
internal static class Attempt
{
    /// <summary>Runs a step.</summary>
    /// <param name="path">The file that a failure names.</param>
    /// <param name="step">The step.</param>
    public static Attempt<T> Of<T>(string path, Func<T?> step)
        where T : class, IEquatable<T>
    {
        try
        {
            return new Attempt<T>(path, step(), Failure: null);
        }
        catch (Exception mistake) when (mistake is not OperationCanceledException)
        {
            // One line, because a line end is where the build cuts a message.
            string message = (mistake.GetType().Name + ": " + mistake.Message).Replace('\r', ' ').Replace('\n', ' ');
            Rule rule = Rules.InternalError;
            return new Attempt<T>(path, null, new Finding(rule.Id, rule.Severity, rule.Format(path, message), path, default, string.Empty));
        }
    }
}
