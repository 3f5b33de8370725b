using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MediaOps.Benchmarks.Measuring;

/// <summary>What one benchmark has to tell: a part of docs/benchmarks.md.</summary>
/// <param name="Verb">The verb that runs it.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Method">How it was measured.</param>
/// <param name="Rows">What was measured.</param>
internal sealed record Section(string Verb, string Title, string Method, IReadOnlyList<Row> Rows)
{
    /// <summary>The part as Markdown.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {Title}\n\n{Method}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Measured on {Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}.\n\n");
        text.Append("| What | Measured: median (least to most) | Bar | Holds |\n|---|---|---|---|\n");
        foreach (Row row in Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.What} | {row.Measured} | {row.Bar} | {row.Verdict} |\n");
        }

        return text.ToString();
    }
}

/// <summary>A line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">The number as text.</param>
/// <param name="Bar">What was promised; empty for a number that only explains others.</param>
/// <param name="Holds">Whether the promise is kept; null where there is none.</param>
internal sealed record Row(string What, string Measured, string Bar = "", bool? Holds = null)
{
    /// <summary>The last column.</summary>
    public string Verdict => Holds switch { true => "yes", false => "**no**", null => "" };
}
