using MediaOps.Schema;
using MediaOps.Tool.Diff.Facets;

namespace MediaOps.Tool.Diff.Tables;

/// <summary>Properties and types: what programs read, set and name.</summary>
internal static class PropertyTables
{
    private static readonly string[] ValueTypes = ["bool", "int", "long", "double", "decimal", "datetime", "duration", "guid", "json"];

    /// <summary>A property of an entity or a member of a type.</summary>
    public static Table<PropertySpec> Property { get; } = new(
        Of<PropertySpec>.Key(nameof(PropertySpec.Name)),
        Of<PropertySpec>.Value(nameof(PropertySpec.Wire), "wire", property => property.Wire, Wire),
        Of<PropertySpec>.Value(nameof(PropertySpec.Type), "type", property => property.Type, Effect.Source("Its C# type changed.")),
        Of<PropertySpec>.Judged(nameof(PropertySpec.Access), "access", property => property.Access, Access),
        Of<PropertySpec>.Value(nameof(PropertySpec.InPath), "in", property => property.InPath, Effect.Source("What the entity is addressed by changed: members of the client take other values.")),
        new Facet<PropertySpec>(nameof(PropertySpec.Required), (old, @new, place) => old.Required == @new.Required ? [] : [Required(@new, place)]),
        Of<PropertySpec>.Judged(nameof(PropertySpec.Unique), "unique", property => property.Unique, (_, isUnique) => isUnique
            ? Effect.Compatible("A creation whose answer is lost may be found by it.")
            : Effect.Behaviour("A creation whose answer is lost is no longer found by it, so that its outcome may stay unknown.")),
        new Facet<PropertySpec>(nameof(PropertySpec.UpdatableIn), UpdatableIn),
        Of<PropertySpec>.Judged(nameof(PropertySpec.Secret), "secret", property => property.Secret, (_, isSecret) => Secret(isSecret)),
        Of<PropertySpec>.Value(nameof(PropertySpec.Default), "default", property => property.Default, Effect.Behaviour("What is not set has another value.")),
        Nested.Whole<PropertySpec, Constraints>(nameof(PropertySpec.Constraints), string.Empty, property => property.Constraints, LimitTables.Constraints),
        Of<PropertySpec>.Value(nameof(PropertySpec.Duration), "format", property => property.Duration, Wire),
        Of<PropertySpec>.Value(nameof(PropertySpec.WireIsString), "wireType", property => property.WireIsString, Wire),
        Of<PropertySpec>.Description(nameof(PropertySpec.Description), property => property.Description),
        Of<PropertySpec>.Inferred(nameof(PropertySpec.Inferred), property => property.Inferred));

    /// <summary>A value of an enum.</summary>
    public static Table<EnumValueSpec> EnumValue { get; } = new(
        Of<EnumValueSpec>.Key(nameof(EnumValueSpec.Name)),
        Of<EnumValueSpec>.Value(nameof(EnumValueSpec.Wire), "wire", value => value.Wire, Wire),
        Of<EnumValueSpec>.Description(nameof(EnumValueSpec.Description), value => value.Description));

    /// <summary>An enum or a type with members.</summary>
    public static Table<TypeSpec> Type { get; } = new(
        Of<TypeSpec>.Key(nameof(TypeSpec.Name)),
        Of<TypeSpec>.Description(nameof(TypeSpec.Description), type => type.Description),
        Nested.Numbered<TypeSpec, EnumValueSpec>(
            nameof(TypeSpec.Values), "enum", type => type.Values, value => value.Name, "the value", () => EnumValue,
            (_, _) => Effect.Compatible("It was read as Unknown before."),
            (_, _) => Effect.Source("Programs that name it do not compile.")),
        Nested.Items<TypeSpec, PropertySpec>(
            nameof(TypeSpec.Properties), "properties", type => type.Properties, property => property.Name, "the member", () => Property,
            (_, property) => Added(property, isMember: true),
            (_, _) => Gone));

    /// <summary>What a new property means.</summary>
    /// <param name="property">The property.</param>
    /// <param name="isMember">Whether it is one of a type.</param>
    public static Effect Added(PropertySpec property, bool isMember) => property is { Required: true, Default: null, Access: not PropertyAccess.ReadOnly }
        ? Effect.Behaviour((isMember ? "Whoever sends the type" : "Whoever creates the entity") + " must set it, or is refused with an ArgumentException.")
        : Effect.Compatible("Programs do not have to know it.");

    /// <summary>What it means that a property is gone.</summary>
    public static Effect Gone => Effect.Source("Programs that use it do not compile.");

    /// <summary>What another spelling on the wire means.</summary>
    public static Effect Wire => Effect.Behaviour("Bodies are written and read differently; the service must speak the same.");

    /// <summary>What it means that something became a secret, or none.</summary>
    public static Effect Secret(bool isSecret) =>
        isSecret ? Effect.Compatible("It is left out of logs and messages.") : Effect.Behaviour("It may appear in logs and messages.");

    private static Change Required(PropertySpec property, Place place)
    {
        // Of an enum or a number null is a type of its own; of a class it is only a warning of the compiler.
        bool isValue = property.Type.Shape == TypeShape.One && (ValueTypes.Contains(property.Type.Name, StringComparer.Ordinal) || place.Around.Enums.Contains(property.Type.Name));
        Effect effect = (property.Required, isValue) switch
        {
            (true, true) => Effect.Source("Its C# type no longer has null; who leaves it out is refused with an ArgumentException."),
            (false, true) => Effect.Source("Its C# type may be null: where its value is used, null must be dealt with."),
            (true, false) => Effect.Behaviour("Who leaves it out is refused with an ArgumentException; the compiler warns of null."),
            (false, false) => Effect.Behaviour("It may be null; the compiler warns where that is not expected."),
        };
        return new Change(effect.Kind, place.Below("required"), $"'required' of {place.Subject} is {(property.Required ? "true" : "false")} now.", effect.Sentence, !property.Required);
    }

    private static Effect Access(PropertyAccess before, PropertyAccess after)
    {
        string[] lost = [.. Uses(before).Except(Uses(after), StringComparer.Ordinal)];
        return lost.Length == 0
            ? Effect.Compatible("More can be done with it.")
            : Effect.Source("It can no longer be " + string.Join(" or ", lost) + ".");
    }

    private static string[] Uses(PropertyAccess access) => access switch
    {
        PropertyAccess.ReadOnly => ["read"],
        PropertyAccess.CreateOnly => ["read", "set at creation"],
        PropertyAccess.WriteOnly => ["set at creation", "updated"],
        _ => ["read", "set at creation", "updated"],
    };

    private static IEnumerable<Change> UpdatableIn(PropertySpec old, PropertySpec @new, Place place) => StateRules.Compare(
        old.UpdatableIn, @new.UpdatableIn, place.Below("updatableIn"), @new.Inferred, "An update of it there no longer compiles (MOPS1006), and the guard refuses it.", "Without 'updatableIn' the rule of the update decides.");
}
