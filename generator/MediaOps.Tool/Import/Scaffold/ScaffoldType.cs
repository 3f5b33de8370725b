namespace MediaOps.Tool.Import;

/// <summary>An enum or a complex type.</summary>
internal sealed class ScaffoldType
{
    /// <summary>The C# name, unique in the service.</summary>
    public required string Name { get; set; }

    /// <summary>The place in the source.</summary>
    public Origin Origin { get; set; }

    /// <summary>A sentence.</summary>
    public string? Description { get; set; }

    /// <summary>The values of an enum; null where it is a complex type.</summary>
    public List<ScaffoldEnumValue>? Values { get; set; }

    /// <summary>The members of a complex type.</summary>
    public List<ScaffoldProperty> Properties { get; } = [];
}

/// <summary>A value of an enum.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Wire">The text on the wire.</param>
/// <param name="Description">A sentence.</param>
internal sealed record ScaffoldEnumValue(string Name, string Wire, string? Description = null);

/// <summary>What properties and parameters share.</summary>
internal abstract class ScaffoldValue
{
    /// <summary>The C# name.</summary>
    public required string Name { get; set; }

    /// <summary>The way on the wire, see <see cref="WirePath"/>. Always given; the writer leaves it out where it follows from the name.</summary>
    public required string Wire { get; set; }

    /// <summary>A primitive or the name of a type; <c>[]</c> after it makes a list, <c>{}</c> a map.</summary>
    public required string Type { get; set; }

    /// <summary>The place in the source.</summary>
    public Origin Origin { get; set; }

    /// <summary>A sentence.</summary>
    public string? Description { get; set; }

    /// <summary>Whether a value must be given.</summary>
    public bool Required { get; set; }

    /// <summary>Whether it must never be logged.</summary>
    public bool Secret { get; set; }

    /// <summary>Whether a number travels as a JSON string.</summary>
    public bool WireIsString { get; set; }

    /// <summary>How a duration is written where it is not as the service's others.</summary>
    public string? Format { get; set; }

    /// <summary>The default as text: a number, true or false, a text, or the C# name of an enum value.</summary>
    public string? Default { get; set; }

    /// <summary>A pattern over the whole text.</summary>
    public string? Pattern { get; set; }

    /// <summary>The shortest text.</summary>
    public int? MinLength { get; set; }

    /// <summary>The longest text.</summary>
    public int? MaxLength { get; set; }

    /// <summary>The smallest number as text.</summary>
    public string? Minimum { get; set; }

    /// <summary>The largest number as text.</summary>
    public string? Maximum { get; set; }

    /// <summary>The fewest items.</summary>
    public int? MinItems { get; set; }

    /// <summary>The most items.</summary>
    public int? MaxItems { get; set; }
}

/// <summary>A member of an entity or of a complex type.</summary>
internal sealed class ScaffoldProperty : ScaffoldValue
{
    /// <summary><c>readOnly</c>, <c>createOnly</c> or <c>writeOnly</c>; null where it may be read and written.</summary>
    public string? Access { get; set; }

    /// <summary>Whether it is a part of the address.</summary>
    public bool InPath { get; set; }

    /// <summary>Whether a judgement is in it.</summary>
    public bool Inferred { get; set; }
}

/// <summary>A parameter of an action.</summary>
internal sealed class ScaffoldParameter : ScaffoldValue
{
    /// <summary><c>body</c>, <c>query</c>, <c>header</c>, <c>path</c> or <c>wholeBody</c>.</summary>
    public string In { get; set; } = "body";
}
