using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>What fills the places of a path, by name: the values that make up an entity's address, options of the client, parameters of an action. Immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PathValues
{
    private readonly KeyValuePair<string, string>[] _values;

    private PathValues(KeyValuePair<string, string>[] values) => _values = values;

    /// <summary>No values.</summary>
    public static PathValues Empty { get; } = new([]);

    /// <summary>The value of that name; null where there is none.</summary>
    /// <param name="name">The name between the braces.</param>
    public string? this[string name]
    {
        get
        {
            foreach ((string known, string value) in _values)
            {
                if (known == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The value of that name.</summary>
    /// <param name="name">The name between the braces.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public string Get(string name) => this[name] ?? throw new KeyNotFoundException($"The address has no '{name}'.");

    /// <summary>One value.</summary>
    /// <param name="name">The name between the braces.</param>
    /// <param name="value">The value as it is; the path encodes it.</param>
    /// <returns>The values.</returns>
    public static PathValues Of(string name, string value) => Empty.With(name, value);

    /// <summary>These values and another one, which takes the place of one of the same name.</summary>
    /// <param name="name">The name between the braces.</param>
    /// <param name="value">The value as it is; the path encodes it.</param>
    /// <returns>The values; these stay as they are.</returns>
    public PathValues With(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return new([.. _values.Where(known => known.Key != name), new(name, value)]);
    }

    /// <summary>These values and others, which take the place of those of the same name.</summary>
    /// <param name="others">The others.</param>
    /// <returns>The values; these stay as they are.</returns>
    public PathValues With(PathValues others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return others._values.Length == 0 ? this : new([.. _values.Where(known => others[known.Key] is null), .. others._values]);
    }
}
