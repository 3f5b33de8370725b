using System.Globalization;

namespace MediaOps.Tests;

/// <summary>
/// How long tests by chance run, and from where. Without a wish the seed is always the same, so that a change is judged by what it changes; <c>MEDIAOPS_LONG</c> asks for the
/// full counts from a new seed, and <c>MEDIAOPS_SEED</c> for those of a seed that was seen.
/// </summary>
internal static class Runs
{
    private const ulong Usual = 20150101;

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("MEDIAOPS_LONG") is { Length: > 0 };

    public static ulong Seed { get; } = Environment.GetEnvironmentVariable("MEDIAOPS_SEED") is { Length: > 0 } wanted
        ? ulong.Parse(wanted, CultureInfo.InvariantCulture)
        : IsLong ? (ulong)Random.Shared.NextInt64(long.MaxValue) : Usual;

    /// <summary>One of two counts, by how long this run may be.</summary>
    public static int Count(int usual, int full) => IsLong ? full : usual;

    /// <summary>Chance from the seed, which is written into the test's output.</summary>
    public static Random Begin()
    {
        TestContext.Current.TestOutputHelper?.WriteLine("MEDIAOPS_SEED=" + Seed.ToString(CultureInfo.InvariantCulture));
        return new Random(unchecked((int)(Seed ^ (Seed >> 32))));
    }
}
