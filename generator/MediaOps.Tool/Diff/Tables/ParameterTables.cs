using MediaOps.Schema;
using MediaOps.Tool.Diff.Facets;

namespace MediaOps.Tool.Diff.Tables;

/// <summary>Parameters of actions: those of a create are members of its options, all others are parameters of methods.</summary>
internal static class ParameterTables
{
    /// <summary>A parameter.</summary>
    public static Table<ParameterSpec> Parameter { get; } = new(
        Of<ParameterSpec>.Key(nameof(ParameterSpec.Name)),
        Of<ParameterSpec>.Value(nameof(ParameterSpec.Wire), "wire", parameter => parameter.Wire, PropertyTables.Wire),
        Of<ParameterSpec>.Value(nameof(ParameterSpec.Type), "type", parameter => parameter.Type, Effect.Source("Its C# type changed.")),
        Of<ParameterSpec>.Value(nameof(ParameterSpec.In), "in", parameter => parameter.In, Effect.Behaviour("It travels elsewhere in the request; the service must look there.")),
        Of<ParameterSpec>.Judged(nameof(ParameterSpec.Required), "required", parameter => parameter.Required, (_, isRequired) => isRequired
            ? Effect.Source("Calls that leave it out do not compile.")
            : Effect.Binary("It may be left out, and stands behind those that must be given.")),
        Of<ParameterSpec>.Judged(nameof(ParameterSpec.Default), "default", parameter => parameter.Default, (before, after) => before is null || after is null
            ? Effect.Source("Its C# type is nullable without a default, and is not with one.")
            : Effect.Behaviour("Calls that leave it out send another value once they are compiled anew.")),
        Nested.Whole<ParameterSpec, Constraints>(nameof(ParameterSpec.Constraints), string.Empty, parameter => parameter.Constraints, LimitTables.Constraints),
        Of<ParameterSpec>.Value(nameof(ParameterSpec.Duration), "format", parameter => parameter.Duration, PropertyTables.Wire),
        Of<ParameterSpec>.Value(nameof(ParameterSpec.WireIsString), "wireType", parameter => parameter.WireIsString, PropertyTables.Wire),
        Of<ParameterSpec>.Judged(nameof(ParameterSpec.Secret), "secret", parameter => parameter.Secret, (_, isSecret) => PropertyTables.Secret(isSecret)),
        Of<ParameterSpec>.Value(nameof(ParameterSpec.To), "to", parameter => parameter.To, Effect.Behaviour("Where the action ends when it is true changed.")),
        Of<ParameterSpec>.Description(nameof(ParameterSpec.Description), parameter => parameter.Description));

    /// <summary>The changes between the parameters of an action.</summary>
    public static IEnumerable<Change> Compare(ActionSpec old, ActionSpec @new, Place place) => Items.Compare(old, @new, place).Concat(Moved(old, @new, place));

    private static Facet<ActionSpec> Items { get; } = Nested.Items<ActionSpec, ParameterSpec>(
        nameof(ActionSpec.Parameters), "parameters", action => action.Parameters, parameter => parameter.Name, "the parameter", () => Parameter, Added, (_, _) => Effect.Source("Calls that give it do not compile."));

    private static Effect Added(ActionSpec action, ParameterSpec parameter) => (action.Kind, IsNeeded(parameter)) switch
    {
        (ActionKind.Create, true) => Effect.Behaviour("Whoever creates the entity must set it, or is refused with an ArgumentException."),
        (ActionKind.Create, false) => Effect.Compatible("Programs do not have to know it."),
        (_, true) => Effect.Source("Calls that do not give it do not compile."),
        _ => Effect.Binary("Calls that were compiled do not find the method; those that give polling options or the token by position must name them."),
    };

    /// <summary>Those that must be given stand first, else the order of the schema counts.</summary>
    private static IEnumerable<Change> Moved(ActionSpec old, ActionSpec @new, Place place)
    {
        HashSet<string> both = [.. old.Parameters.Select(parameter => parameter.Name).Intersect(@new.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal)];
        return @new.Kind == ActionKind.Create || Order(old, both).SequenceEqual(Order(@new, both), StringComparer.Ordinal)
            ? []
            : [new Change(ChangeKind.BreakingSource, place.Below("parameters"), $"The parameters of {place.Subject} have another order: {Show.Names(Order(@new, both))}.", "Calls that give them by position do not compile, or mean something else.")];
    }

    private static IEnumerable<string> Order(ActionSpec action, HashSet<string> names) =>
        action.Parameters.Where(parameter => names.Contains(parameter.Name)).OrderBy(parameter => IsNeeded(parameter) ? 0 : 1).Select(parameter => parameter.Name);

    private static bool IsNeeded(ParameterSpec parameter) => parameter.Required || parameter.In == ParameterIn.Path;
}
