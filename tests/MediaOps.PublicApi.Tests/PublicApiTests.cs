using System.Reflection;

namespace MediaOps.PublicApi.Tests;

/// <summary>
/// The public surface of each library stands in a file beside its project, so that a change of it shows in review.
/// After a wanted change: <c>MEDIAOPS_UPDATE_API=1 dotnet test tests/MediaOps.PublicApi.Tests</c>, then read the difference.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly string Root = typeof(PublicApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, "RepositoryRoot", StringComparison.Ordinal)).Value!;

    [Theory]
    [InlineData("MediaOps.Schema", "generator")]
    [InlineData("MediaOps.Runtime", "runtime")]
    [InlineData("MediaOps.Emulator", "runtime")]
    public void The_public_surface_is_the_one_that_is_checked_in(string assembly, string folder)
    {
        string file = Path.Combine(Root, folder, assembly, "PublicApi.txt");
        string actual = ApiText.Of(Assembly.Load(assembly));
        if (string.Equals(Environment.GetEnvironmentVariable("MEDIAOPS_UPDATE_API"), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }

    [Fact]
    public void A_line_tells_the_kind_the_nullability_the_defaults_and_the_constraints_of_a_member()
    {
        string text = ApiText.Of([typeof(Sample<>), typeof(Kind)]);

        Assert.Equal(
            """
            enum MediaOps.PublicApi.Tests.Kind
              One = 1
            abstract class MediaOps.PublicApi.Tests.Sample<T> : IDisposable where T : class
              protected Sample(string? name = null)
              event EventHandler? Changed
              static int Count { get; set; }
              void Dispose()
              protected abstract IReadOnlyList<string?> Find(ref T item, out int count, CancellationToken token = default)
              readonly int Limit

            """,
            text);
    }
}

/// <summary>What <see cref="PublicApiTests"/> shows a line of each kind with.</summary>
public abstract class Sample<T> : IDisposable
    where T : class
{
#pragma warning disable CA1051 // a field is one of the kinds
    public readonly int Limit;
#pragma warning restore CA1051

    protected Sample(string? name = null) => Limit = name?.Length ?? 0;

    public event EventHandler? Changed;

    public static int Count { get; set; }

    public void Dispose()
    {
        Changed?.Invoke(this, EventArgs.Empty);
        GC.SuppressFinalize(this);
    }

    protected abstract IReadOnlyList<string?> Find(ref T item, out int count, CancellationToken token = default);

    internal int Hidden() => Limit;
}

/// <summary>An enum.</summary>
public enum Kind
{
    One = 1,
}
