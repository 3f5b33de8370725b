using Microsoft.CodeAnalysis;

namespace MediaOps.Generator.Pipeline;

/// <summary>Small words for pipelines.</summary>
internal static class ProviderExtensions
{
    /// <summary>The values that are there.</summary>
    public static IncrementalValuesProvider<T> NotNull<T>(this IncrementalValuesProvider<T?> values)
        where T : class => values.Where(static value => value is not null).Select(static (value, _) => value!);
}
