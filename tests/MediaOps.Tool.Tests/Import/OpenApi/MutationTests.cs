using System.Globalization;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

public sealed class MutationTests
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("MEDIAOPS_LONG") == "1" ? 4_000 : 150;
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("MEDIAOPS_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : 1;

    [Theory]
    [InlineData("resource-manager.json")]
    [InlineData("transcoder.json")]
    public void Whatever_a_description_says_the_result_has_no_error(string name)
    {
        string text = Imported.Text(name);
        for (int number = 0; number < Cases; number++)
        {
            string mutant = new Mutation(new Random(Seed + number)).Of(text);
            if (Import(mutant, Seed + number) is { } imported)
            {
                Assert.True(imported.Result.Errors.Count == 0, $"MEDIAOPS_SEED={Seed + number}: {string.Join("\n", imported.Result.Errors)}");
            }
        }
    }

    [Theory]
    [InlineData("resource-manager.json")]
    [InlineData("transcoder.json")]
    public void Whatever_a_description_says_the_result_compiles(string name)
    {
        string text = Imported.Text(name);
        for (int number = 0; number < Cases / 15; number++)
        {
            int seed = Seed + 10_000 + number;
            IReadOnlyList<string> problems = Import(new Mutation(new Random(seed)).Of(text), seed)?.Problems() ?? [];
            Assert.True(problems.Count == 0, $"seed {seed}: {string.Join("\n", problems)}");
        }
    }

    /// <summary>A description may be refused, with a reason; nothing else may happen to it.</summary>
    private static Imported? Import(string text, int seed)
    {
        try
        {
            return Imported.OpenApi(text);
        }
        catch (SourceException refusal)
        {
            Assert.NotEmpty(refusal.Message);
            return null;
        }
        catch (Exception mistake)
        {
            throw new InvalidOperationException($"MEDIAOPS_SEED={seed}: {mistake.Message}", mistake);
        }
    }
}
