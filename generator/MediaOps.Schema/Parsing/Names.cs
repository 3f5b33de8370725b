using System;
using System.Text;

namespace MediaOps.Schema;

/// <summary>Rules of names.</summary>
internal static class Names
{
    private const int MaxLength = 64;

    /// <summary>A capital ASCII letter, then ASCII letters and digits: no look-alikes, nothing to escape, never a keyword.</summary>
    public static bool IsIdentifier(string name)
    {
        if (name.Length is 0 or > MaxLength || name[0] is not (>= 'A' and <= 'Z'))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Like <see cref="IsIdentifier"/>, but the first letter is small: a parameter of an overload.</summary>
    public static bool IsParameter(string name) =>
        name.Length > 0 && name[0] is >= 'a' and <= 'z' && IsIdentifier(char.ToUpperInvariant(name[0]) + name.Substring(1)) && !IsKeyword(name);

    /// <summary>The name of a tracking profile, which becomes a part of an identifier: an identifier with a small first letter allowed.</summary>
    public static bool IsProfile(string name) => name.Length > 0 && IsIdentifier(char.ToUpperInvariant(name[0]) + name.Substring(1));

    /// <summary>A token of HTTP.</summary>
    public static bool IsHeader(string name)
    {
        foreach (char c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.'))
            {
                return false;
            }
        }

        return name.Length is > 0 and <= 256;
    }

    /// <summary>A host name, or <c>*.</c> and a suffix of at least two labels.</summary>
    public static bool IsHost(string host)
    {
        bool wild = host.StartsWith("*.", StringComparison.Ordinal);
        string[] labels = (wild ? host.Substring(2) : host).Split('.');
        foreach (string label in labels)
        {
            if (label.Length is 0 or > 63 || !IsHeader(label) || label[0] == '-' || label[label.Length - 1] == '-' || label.IndexOf('_') >= 0)
            {
                return false;
            }
        }

        return !wild || labels.Length >= 2;
    }

    /// <summary>Identifiers joined by dots.</summary>
    public static bool IsNamespace(string name)
    {
        foreach (string part in name.Split('.'))
        {
            if (!IsIdentifier(part))
            {
                return false;
            }
        }

        return name.Length <= 256;
    }

    /// <summary>A C# name as the wire rule spells it.</summary>
    public static string ToWire(string name, NameCasing casing) => casing switch
    {
        NameCasing.CamelCase => char.ToLowerInvariant(name[0]) + name.Substring(1),
        NameCasing.UpperSnake => Words(name).ToUpperInvariant(),
        NameCasing.LowerSnake => Words(name).ToLowerInvariant(),
        _ => name,
    };

    /// <summary>The words of a name joined by underscores: a word begins at a capital after a small letter or digit, and at the last capital of a run.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (begins)
            {
                words.Append('_');
            }

            words.Append(name[i]);
        }

        return words.ToString();
    }

    private static bool IsKeyword(string name) => Array.IndexOf(Keywords, name) >= 0;

    private static readonly string[] Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];
}
