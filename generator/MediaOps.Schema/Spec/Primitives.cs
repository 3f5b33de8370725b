using System;
using System.Collections.Generic;

namespace MediaOps.Schema;

/// <summary>The primitive types of the language.</summary>
public static class Primitives
{
    /// <summary>All names, in the order in which documentation lists them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "string", "bool", "int", "long", "double", "decimal", "datetime", "duration", "guid", "uri", "json", "ipAddress", "version",
    ];

    /// <summary>Whether a type name is a primitive.</summary>
    public static bool Contains(string name)
    {
        foreach (string known in Names)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
