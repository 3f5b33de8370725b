using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>A member of an entity that the service can be asked about: an entry of a generated table.</summary>
/// <param name="name">The C# path from the entity, with dots: <c>Name</c>, <c>Input.StreamingProtocol</c>.</param>
/// <param name="wirePath">The path on the wire, with slashes: <c>Name</c>, <c>Input/StreamingProtocol</c>.</param>
/// <param name="enumText">For an enum, and only there: gives the wire text of a boxed value, and throws for a value that is never sent.</param>
/// <param name="durationFormat">For a duration: how the service writes it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QueryMember(string name, string wirePath, Func<object, string>? enumText = null, DurationFormat durationFormat = DurationFormat.Iso8601)
{
    /// <summary>The C# path from the entity, with dots.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The path on the wire, with slashes.</summary>
    public string WirePath { get; } = wirePath ?? throw new ArgumentNullException(nameof(wirePath));

    /// <summary>Gives the wire text of a boxed enum value; null where the member is no enum.</summary>
    public Func<object, string>? EnumText { get; } = enumText;

    /// <summary>How the service writes a duration.</summary>
    public DurationFormat DurationFormat { get; } = durationFormat;

    /// <summary>Whether no two entities of one list have the same text here, so that one whose id is not known can be asked for by it.</summary>
    public bool IsUnique { get; init; }

    // Names come from schema files. One with a space in it would be read as a part of the filter's own language.
    internal bool CanBeSent => WirePath.Split('/').All(segment => segment.Length > 0 && segment.All(c => char.IsLetterOrDigit(c) || c == '_'));
}
