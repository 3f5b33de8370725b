using System;
using System.Collections.Generic;

namespace MediaOps.Schema.Text;

/// <summary>What a <see cref="JsonValue"/> is.</summary>
internal enum JsonKind
{
    /// <summary>Text that is no JSON value; its problem has been noted, so nobody needs to complain again.</summary>
    Invalid = 0,

    /// <summary>The literal <c>null</c>.</summary>
    Null = 1,

    /// <summary>The literals <c>true</c> and <c>false</c>.</summary>
    Boolean = 2,

    /// <summary>A number, kept as it was written.</summary>
    Number = 3,

    /// <summary>A string, unescaped.</summary>
    String = 4,

    /// <summary>A list.</summary>
    Array = 5,

    /// <summary>An object.</summary>
    Object = 6,
}

/// <summary>A value of a JSON text with its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">How many characters it takes.</param>
/// <param name="Text">The unescaped string, or a number or literal as written; empty for lists and objects.</param>
internal sealed record JsonValue(JsonKind Kind, int Start, int Length, string Text)
{
    /// <summary>The members of an object in the order of the text; of two with one name, the first.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<JsonValue> Items { get; init; } = [];

    /// <summary>The member of that name, or null.</summary>
    public JsonMember? Find(string name)
    {
        foreach (JsonMember member in Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member;
            }
        }

        return null;
    }
}

/// <summary>A member of an object with the place of its name.</summary>
internal sealed record JsonMember(string Name, int NameStart, int NameLength, JsonValue Value);

/// <summary>The kinds of problems of a JSON text.</summary>
internal enum JsonProblemKind
{
    /// <summary>Not JSON, too large or too deep.</summary>
    Syntax = 0,

    /// <summary>One name twice in an object.</summary>
    DuplicateName = 1,
}

/// <summary>Something wrong with a JSON text.</summary>
internal sealed record JsonProblem(JsonProblemKind Kind, string Message, int Start, int Length);

/// <summary>What was read: the value as far as it could be understood, and everything that was wrong.</summary>
internal sealed record JsonDocument(JsonValue Root, IReadOnlyList<JsonProblem> Problems);
