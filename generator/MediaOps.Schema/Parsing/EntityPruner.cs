using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>
/// Drops names that lead nowhere, after the checks have reported them: what is generated from the rest must compile, or the author's one mistake would be
/// buried under errors of generated code.
/// </summary>
internal static class EntityPruner
{
    public static EntitySpec Prune(EntitySpec entity)
    {
        var known = new HashSet<string>(entity.State?.Values.Select(value => value.Name) ?? [], StringComparer.Ordinal);
        return entity with
        {
            Types = Prune(entity.Types, known),
            Properties = Prune(entity.Properties, entity.Name, known),
            State = entity.State is null ? null : Prune(entity.State, known),
            Create = Prune(entity.Create, known),
            Read = Prune(entity.Read, known),
            List = Prune(entity.List, known),
            Update = Prune(entity.Update, known),
            Delete = Prune(entity.Delete, known),
            Actions = entity.Actions.Select(action => Prune(action, known)!).ToEquatableArray(),
        };
    }

    public static EquatableArray<TypeSpec> Prune(EquatableArray<TypeSpec> types, HashSet<string> known) =>
        DistinctBy(types, type => type.Name).Select(type => Prune(type, known)).ToEquatableArray();

    private static TypeSpec Prune(TypeSpec type, HashSet<string> known) => type with
    {
        Values = DistinctBy(type.Values, value => value.Name),
        Properties = Prune(type.Properties, type.Name, known),
    };

    private static EquatableArray<PropertySpec> Prune(EquatableArray<PropertySpec> properties, string owner, HashSet<string> known) =>
        DistinctBy(properties, property => property.Name)
            .Where(property => property.Name != owner && !ReservedNames.OfObject.Contains(property.Name))
            .Select(property => property with { UpdatableIn = Known(property.UpdatableIn, known) })
            .ToEquatableArray();

    private static StateSpec Prune(StateSpec state, HashSet<string> known) => state with
    {
        Initial = known.Contains(state.Initial) ? state.Initial : state.Values[0].Name,
        Creatable = Known(state.Creatable, known),
        Spontaneous = state.Spontaneous
            .Where(change => known.Contains(change.From))
            .Select(change => change with { To = Known(change.To, known) })
            .ToEquatableArray(),
    };

    private static ActionSpec? Prune(ActionSpec? action, HashSet<string> known) => action is null
        ? null
        : action with
        {
            From = Known(action.From, known),
            Via = Known(action.Via, known),
            To = Known(action.To, known),
            OnFailure = Known(action.OnFailure, known),
            Parameters = DistinctBy(action.Parameters, parameter => parameter.Name),
        };

    /// <summary>The known ones; null where nothing known is left, because an empty list would forbid what the author meant to allow.</summary>
    private static EquatableArray<string>? Known(EquatableArray<string>? names, HashSet<string> known) =>
        names is { } some && Known(some, known) is { Count: > 0 } left ? left : null;

    private static EquatableArray<string> Known(EquatableArray<string> names, HashSet<string> known) => names.Where(known.Contains).ToEquatableArray();

    private static EquatableArray<T> DistinctBy<T>(EquatableArray<T> items, Func<T, string> name)
        where T : IEquatable<T>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return items.Where(item => seen.Add(name(item))).ToEquatableArray();
    }
}
