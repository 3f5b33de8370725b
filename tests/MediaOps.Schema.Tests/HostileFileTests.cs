using System.Diagnostics;

namespace MediaOps.Schema.Tests;

/// <summary>Files that are made to keep a compiler busy: their size is bounded, and so is the time that one may take.</summary>
public sealed class HostileFileTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_wire_name_of_open_brackets_is_refused_in_time()
        => Assert.Contains(Findings("\"Odd\": { \"type\": \"string\", \"wire\": \"" + string.Concat(Enumerable.Repeat("['", 300_000)) + "\" }"), finding => finding.Message.Contains("empty name", StringComparison.Ordinal));

    [Fact]
    public void Many_patterns_that_are_slow_refuse_nothing_in_time()
        => Assert.DoesNotContain(Findings(string.Join(",\n", Enumerable.Range(0, 60).Select(i => $$"""
            "P{{i}}": { "type": "string", "pattern": "^(a|aa)+$", "access": "createOnly", "default": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" }
            """))), static finding => finding.Severity == Severity.Error);

    private static EquatableArray<Finding> Findings(string properties)
    {
        string entity = Sample.Machine.Replace("\"Speed\": {", properties + ", \"Speed\": {", StringComparison.Ordinal);
        (string, string)[] files = [(Sample.ServicePath, Sample.Service), (Sample.MachinePath, entity), (Sample.PartPath, Sample.Part)];
        long start = Stopwatch.GetTimestamp();
        var read = SchemaSet.Load(files);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Longest);
        return read.Findings;
    }
}
