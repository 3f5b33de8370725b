using System.Collections.Concurrent;
using System.Text;

namespace MediaOps.Reliability.Tests.Concurrency;

/// <summary>What the tests of this folder have to tell: one line each, in the order of their names.</summary>
internal static class ConcurrencyReport
{
    private static readonly ConcurrentDictionary<string, string> Lines = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Gate = new(1, 1);

    public static async Task TellAsync(string what, FormattableString found)
    {
        Lines[what] = FormattableString.Invariant(found);
        await Gate.WaitAsync();
        try
        {
            var text = new StringBuilder("32 callers begin at the same moment, half of them with sync members on threads of their own, half with async ones.\n\n| What | Found |\n|---|---|\n");
            foreach ((string name, string line) in Lines.OrderBy(static line => line.Key, StringComparer.Ordinal))
            {
                text.Append("| ").Append(name).Append(" | ").Append(line).Append(" |\n");
            }

            await ReliabilityPage.TellAsync("concurrency", text.ToString());
        }
        finally
        {
            Gate.Release();
        }
    }
}
