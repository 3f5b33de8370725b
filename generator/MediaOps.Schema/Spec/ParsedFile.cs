using System;

namespace MediaOps.Schema;

/// <summary>What a schema file turned out to be, with everything that can be said about it alone.</summary>
/// <param name="Path">The path as it was given.</param>
/// <param name="Service">The service, where the file is one and says enough.</param>
/// <param name="Entity">The entity, where the file is one and says enough; wire names are as written until <see cref="SpecResolver"/> fills the gaps.</param>
/// <param name="Findings">What is wrong with the file by itself, in the order of the text.</param>
/// <param name="Marks">Where things stand, for checks across files. Never part of what source is generated from.</param>
public sealed record ParsedFile(string Path, ServiceSpec? Service, EntitySpec? Entity, EquatableArray<Finding> Findings, Marks Marks)
{
    /// <summary>Whether the file says by its <c>$schema</c> that it is one of ours.</summary>
    public bool ClaimsOurSchema { get; init; }
}

/// <summary>The place of one member.</summary>
/// <param name="Path">The member path, such as <c>actions/Start/via/0</c>.</param>
/// <param name="Name">The place of its name; of a list item, the place of the item.</param>
/// <param name="Value">The place of its value.</param>
public sealed record Mark(string Path, SourceSpan Name, SourceSpan Value);

/// <summary>Rules that an object has switched off for itself and what is below it.</summary>
public sealed record Suppression(string Path, EquatableArray<string> Rules);

/// <summary>The places of a file's members, equal by value.</summary>
/// <param name="Places">The places, sorted by path.</param>
/// <param name="Suppressions">The suppressed warnings.</param>
public sealed record Marks(EquatableArray<Mark> Places, EquatableArray<Suppression> Suppressions)
{
    /// <summary>The place of a member's value; of a member that does not stand in the file, the nearest that does.</summary>
    public SourceSpan Value(string path) => Nearest(path)?.Value ?? default;

    /// <summary>The place of a member's name; of a member that does not stand in the file, the nearest that does.</summary>
    public SourceSpan Name(string path) => Nearest(path)?.Name ?? default;

    /// <summary>Whether the object at the path, or one that holds it, suppresses the rule.</summary>
    public bool IsSuppressed(string rule, string path)
    {
        foreach (Suppression suppression in Suppressions)
        {
            bool above = suppression.Path.Length == 0
                || string.Equals(suppression.Path, path, StringComparison.Ordinal)
                || path.StartsWith(suppression.Path + "/", StringComparison.Ordinal);
            if (above && Contains(suppression.Rules, rule))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(EquatableArray<string> rules, string rule)
    {
        foreach (string suppressed in rules)
        {
            if (string.Equals(suppressed, rule, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private Mark? Nearest(string path)
    {
        string at = path;
        while (true)
        {
            if (Find(at) is { } mark)
            {
                return mark;
            }

            if (at.Length == 0)
            {
                return null;
            }

            at = at.LastIndexOf('/') is var slash and >= 0 ? at.Substring(0, slash) : string.Empty;
        }
    }

    private Mark? Find(string path)
    {
        int low = 0;
        int high = Places.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(Places[middle].Path, path);
            if (order == 0)
            {
                return Places[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
