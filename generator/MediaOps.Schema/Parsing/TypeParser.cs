using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>Reads types, properties and parameters: what service and entity files share.</summary>
internal static class TypeParser
{
    private static readonly (string, PropertyAccess)[] Accesses =
    [
        ("readWrite", PropertyAccess.ReadWrite), ("readOnly", PropertyAccess.ReadOnly), ("createOnly", PropertyAccess.CreateOnly), ("writeOnly", PropertyAccess.WriteOnly),
    ];

    public static readonly (string, DurationFormat)[] Durations =
    [
        ("iso8601", DurationFormat.Iso8601), ("seconds", DurationFormat.Seconds), ("google", DurationFormat.Google),
    ];

    private static readonly (string, ParameterIn)[] Places =
    [
        ("body", ParameterIn.Body), ("query", ParameterIn.Query), ("header", ParameterIn.Header), ("path", ParameterIn.Path), ("wholeBody", ParameterIn.WholeBody),
    ];

    public static EquatableArray<TypeSpec> Types(ObjectReader file) => file.Named("types", "a type", Vocabulary.Type)
        .Select(type => Type(type.Name, type.Reader))
        .OfType<TypeSpec>()
        .ToEquatableArray();

    public static EquatableArray<PropertySpec> Properties(ObjectReader owner) => owner.Named("properties", "a property", Vocabulary.Property)
        .Select(property => Property(property.Name, property.Reader))
        .OfType<PropertySpec>()
        .ToEquatableArray();

    public static EquatableArray<ParameterSpec> Parameters(ObjectReader action) => action.Named("parameters", "a parameter", Vocabulary.Parameter)
        .Select(parameter => Parameter(parameter.Name, parameter.Reader))
        .OfType<ParameterSpec>()
        .ToEquatableArray();

    public static Constraints OptionConstraints(ObjectReader reader) => Limits(reader, null, null, null, null);

    public static TypeRef? Ref(ObjectReader reader)
    {
        if (reader.Literal("type", required: true) is not { } text)
        {
            return null;
        }

        TypeShape shape = text.EndsWith("[]", StringComparison.Ordinal) ? TypeShape.List : text.EndsWith("{}", StringComparison.Ordinal) ? TypeShape.Map : TypeShape.One;
        string name = shape == TypeShape.One ? text : text.Substring(0, text.Length - 2);
        if (Primitives.Contains(name) || Names.IsIdentifier(name))
        {
            return new TypeRef(name, shape);
        }

        string message = string.Equals(name, "integer", StringComparison.OrdinalIgnoreCase) ? "; did you mean 'int'?" : Messages.Suggest(name, Primitives.Names);
        reader.Context.Report(Rules.UnknownType, reader.PathOf("type"), reader.Raw("type")!, Messages.Clean(text), message);
        return null;
    }

    private static TypeSpec? Type(string name, ObjectReader reader)
    {
        string? description = reader.Prose("description");
        if (reader.Has("enum") == reader.Has("properties"))
        {
            reader.Structure("enum", $"the type '{name}' needs either 'enum' or 'properties'.");
            return null;
        }

        if (reader.Has("properties"))
        {
            return new TypeSpec(name, description, default, Properties(reader));
        }

        EquatableArray<EnumValueSpec> values = EnumValues(reader).ToEquatableArray();
        if (values.Count == 0)
        {
            reader.Structure("enum", $"the enum '{name}' has no value.");
            return null;
        }

        return new TypeSpec(name, description, values, default);
    }

    private static IEnumerable<EnumValueSpec> EnumValues(ObjectReader type)
    {
        foreach ((JsonMember member, string path) in type.Entries("enum"))
        {
            if (!Names.IsIdentifier(member.Name))
            {
                type.Context.ReportName(Rules.BadName, path, member, Messages.Clean(member.Name), "an enum value");
                continue;
            }

            switch (member.Value.Kind)
            {
                case JsonKind.Null:
                    yield return new EnumValueSpec(member.Name, string.Empty, null);
                    break;
                case JsonKind.Object:
                    var reader = new ObjectReader(type.Context, member.Value, path, Vocabulary.EnumValue);
                    yield return new EnumValueSpec(member.Name, WireText(reader), reader.Prose("description"));
                    break;
                default:
                    yield return new EnumValueSpec(member.Name, type.Literal(member.Value, path) ?? string.Empty, null);
                    break;
            }
        }
    }

    private static PropertySpec? Property(string name, ObjectReader reader)
    {
        PropertyAccess access = reader.Choice("access", PropertyAccess.ReadWrite, Accesses);
        bool inPath = reader.Choice("in", false, ("path", true));
        TypeRef? type = Ref(reader);
        Constraints limits = AllLimits(reader);
        string wire = WirePath(reader);
        bool required = reader.Bool("required");
        bool unique = reader.Bool("unique");
        EquatableArray<string>? updatableIn = reader.Has("updatableIn") ? reader.Literals("updatableIn") : null;
        bool secret = reader.Bool("secret");
        string? otherwise = reader.Scalar("default");
        DurationFormat format = reader.Choice("format", DurationFormat.ByService, Durations);
        bool asString = WireIsString(reader);
        string? description = reader.Prose("description");
        bool inferred = reader.Bool("inferred");
        return type is null
            ? null
            : new PropertySpec(name, wire, type, access, inPath, required, unique, updatableIn, secret, otherwise, limits, format, asString, description, inferred);
    }

    private static ParameterSpec? Parameter(string name, ObjectReader reader)
    {
        TypeRef? type = Ref(reader);
        Constraints limits = AllLimits(reader);
        string wire = WirePath(reader);
        ParameterIn place = reader.Choice("in", ParameterIn.Body, Places);
        bool required = reader.Bool("required");
        string? otherwise = reader.Scalar("default");
        DurationFormat format = reader.Choice("format", DurationFormat.ByService, Durations);
        bool asString = WireIsString(reader);
        bool secret = reader.Bool("secret");
        string? to = reader.Literal("to");
        string? description = reader.Prose("description");
        return type is null ? null : new ParameterSpec(name, wire, type, place, required, otherwise, limits, format, asString, secret, to, description);
    }

    /// <summary>The text of a value on the wire; nothing where the service's rule makes it of the name.</summary>
    public static string WireText(ObjectReader reader)
    {
        string? wire = reader.Literal("wire");
        if (wire?.Length == 0)
        {
            reader.Structure("wire", "the wire text is empty; leave 'wire' out where it follows from the name.");
        }

        return wire ?? string.Empty;
    }

    /// <summary>The way to a member on the wire: names between dots, none of them empty; a name that holds dots stands in ['...'].</summary>
    private static string WirePath(ObjectReader reader)
    {
        string wire = WireText(reader);
        if (wire.Length == 0 || WithoutBrackets(wire).Split('.').All(name => name.Length > 0))
        {
            return wire;
        }

        reader.Structure("wire", $"the wire name '{Messages.Clean(wire)}' has an empty name between its dots.");
        return string.Empty;
    }

    /// <summary>The way with each name in brackets, whatever it holds, as one letter, and as nothing where it is empty.</summary>
    private static string WithoutBrackets(string wire)
    {
        var plain = new StringBuilder();
        int at = 0;
        while (wire.IndexOf("['", at, StringComparison.Ordinal) is var open && open >= 0 && wire.IndexOf("']", open + 2, StringComparison.Ordinal) is var close && close >= 0)
        {
            plain.Append(wire, at, open - at).Append(close > open + 2 ? "n" : string.Empty);
            at = close + 2;
        }

        // One that does not close is no name.
        return wire.IndexOf("['", at, StringComparison.Ordinal) < 0 ? plain.Append(wire, at, wire.Length - at).ToString() : string.Empty;
    }

    private static bool WireIsString(ObjectReader reader) => reader.Choice("wireType", false, ("string", true), ("number", false));

    private static Constraints AllLimits(ObjectReader reader) =>
        Limits(reader, reader.Scalar("minimum"), reader.Scalar("maximum"), reader.Int("minItems"), reader.Int("maxItems"));

    private static Constraints Limits(ObjectReader reader, string? minimum, string? maximum, int? minItems, int? maxItems) =>
        new(reader.Literal("pattern"), reader.Int("minLength"), reader.Int("maxLength"), minimum, maximum, minItems, maxItems);
}
