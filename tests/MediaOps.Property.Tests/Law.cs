using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace MediaOps.PropertyTests;

/// <summary>
/// Runs one property over random cases. The seed is written into the test's output. Without a wish it is always the same, so that a change is judged by what it
/// changes; <c>MEDIAOPS_LONG</c> asks for twenty times as many cases from a new seed, and <c>MEDIAOPS_SEED</c> for those of a seed that was seen.
/// </summary>
internal static class Law
{
    private const ulong Usual = 20150101;
    private const int LongFactor = 20;

    /// <summary>A case may take a second to compile: a failure is told after a minute, if not as small as it could be.</summary>
    private const int MaxShrinks = 60;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("MEDIAOPS_LONG") is { Length: > 0 };

    private static readonly ulong Seed = Environment.GetEnvironmentVariable("MEDIAOPS_SEED") is { Length: > 0 } wanted
        ? ulong.Parse(wanted, CultureInfo.InvariantCulture)
        : IsLong ? (ulong)Random.Shared.NextInt64(long.MaxValue) : Usual;

    /// <summary>Checks that an assertion holds for every case; a failure names the smallest case that was found, and the seed.</summary>
    /// <param name="cases">Makes cases.</param>
    /// <param name="count">How many, on a usual run.</param>
    /// <param name="assert">Throws where the law does not hold.</param>
    /// <param name="shrink">Smaller cases of a case; none where cases are as small as they get.</param>
    public static void Holds<T>(Gen<T> cases, int count, Action<T> assert, Func<T, IEnumerable<T>>? shrink = null)
    {
        TestContext.Current.TestOutputHelper?.WriteLine("MEDIAOPS_SEED=" + Seed.ToString(CultureInfo.InvariantCulture));
        Config config = Config.QuickThrowOnFailure
            .WithMaxTest(IsLong ? count * LongFactor : count)
            .WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));
        int left = MaxShrinks;
        Check.One(config, Prop.ForAll(Arb.From(cases, found => (shrink?.Invoke(found) ?? []).TakeWhile(_ => left-- > 0)), assert));
    }

    /// <summary>Asserts that there is nothing to complain of, and shows all of it where there is.</summary>
    public static void None(IEnumerable<string> complaints)
    {
        string all = string.Join("\n", complaints);
        Assert.True(all.Length == 0, all);
    }
}
