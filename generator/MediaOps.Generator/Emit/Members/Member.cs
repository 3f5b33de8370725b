using MediaOps.Schema;

namespace MediaOps.Generator.Emit.Members;

/// <summary>What a value is made of.</summary>
internal enum ValueKind
{
    /// <summary>A primitive of the language.</summary>
    Primitive = 0,

    /// <summary>An enum of the schema.</summary>
    Enum = 1,

    /// <summary>A type with members.</summary>
    Complex = 2,
}

/// <summary>A property of the schema with its C# type.</summary>
/// <param name="Spec">What the schema says.</param>
/// <param name="Kind">What one value is made of.</param>
/// <param name="Element">The C# type of one value, without <c>?</c>.</param>
/// <param name="IsValueType">Whether one value is a struct or an enum.</param>
internal sealed record Member(PropertySpec Spec, ValueKind Kind, string Element, bool IsValueType)
{
    /// <summary>The C# name.</summary>
    public string Name => Spec.Name;

    /// <summary>Whether null is one of its values.</summary>
    public bool IsOptional => !Spec.Required;

    /// <summary>Whether it is one value.</summary>
    public bool IsOne => Spec.Type.Shape == TypeShape.One;

    /// <summary>Whether it is kept as the text that was read, so that a value the schema does not know is not lost.</summary>
    public bool IsOpenEnum => Kind == ValueKind.Enum && IsOne;

    /// <summary>Whether a getter hands out something that the caller can change inside.</summary>
    public bool IsMutable => !IsOne || Kind == ValueKind.Complex;

    /// <summary>Whether the client ever sends it.</summary>
    public bool IsSent => Spec.Access != PropertyAccess.ReadOnly;

    /// <summary>Where the value is kept: for an open enum beside the property.</summary>
    public string Storage => IsOpenEnum ? Name + "Text" : Name;

    /// <summary>The C# type without <c>?</c>.</summary>
    public string BareType => Spec.Type.Shape switch
    {
        TypeShape.List => "global::System.Collections.Generic.IList<" + Element + ">",
        TypeShape.Map => "global::System.Collections.Generic.IDictionary<string, " + Element + ">",
        _ => Element,
    };

    /// <summary>The C# type of the property.</summary>
    public string Type => IsOptional ? BareType + "?" : BareType;

    /// <summary>The C# type with <c>?</c>, for places where the value may be missing though it is required.</summary>
    public string OptionalType => BareType + "?";

    /// <summary>The name of the enum's or type's companion: <c>ChannelInput</c> has <c>ChannelInputJson</c>, an enum has <c>...Wire</c>.</summary>
    public string Companion => Element + (Kind == ValueKind.Enum ? "Wire" : "Json");
}
