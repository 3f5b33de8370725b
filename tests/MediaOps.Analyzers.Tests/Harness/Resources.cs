using System.Reflection;

namespace MediaOps.Analyzers.Tests.Harness;

/// <summary>The texts that come with the tests: clients and cases.</summary>
internal static class Resources
{
    private static readonly Assembly Home = typeof(Resources).Assembly;

    /// <summary>The names of the texts in a folder.</summary>
    public static IEnumerable<string> In(string folder) => Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>One text.</summary>
    public static string Read(string name)
    {
        using Stream stream = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException("No resource " + name + ".");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
