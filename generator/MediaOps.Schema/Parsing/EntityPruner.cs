using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>
/// Drops what leads nowhere, after the checks have reported it: what is generated from the rest must compile, or the author's one mistake would be buried under
/// errors of generated code. Who gets which name is decided later, with the other files in view: <see cref="EntityMembers"/> and <see cref="TypeOwners"/>.
/// </summary>
internal static class EntityPruner
{
    public static EntitySpec Prune(EntitySpec entity)
    {
        StateSpec? state = Prune(entity.State);
        var known = new HashSet<string>(state?.Values.Select(value => value.Name) ?? [], StringComparer.Ordinal);
        return entity with
        {
            Parent = entity.Singleton ? null : entity.Parent,
            Types = Prune(entity.Types, known),
            Properties = Prune(entity.Properties, known).Select(property => property with { InPath = property.InPath && RequestPruner.IsPlain(property.Type, entity) }).ToEquatableArray(),
            State = state,
            Create = entity.Singleton ? null : Prune(entity.Create, entity, known),
            Read = Prune(entity.Read, entity, known),
            List = entity.Singleton ? null : Prune(entity.List, entity, known),
            Update = Prune(entity.Update, entity, known),
            Delete = entity.Singleton ? null : Prune(entity.Delete, entity, known),
            Actions = DistinctBy(entity.Actions, action => action.Name).Select(action => Prune(action, entity, known)!).ToEquatableArray(),
        };
    }

    public static EquatableArray<TypeSpec> Prune(EquatableArray<TypeSpec> types, HashSet<string> known) =>
        DistinctBy(types, type => type.Name).Select(type => Prune(type, known)).ToEquatableArray();

    private static TypeSpec Prune(TypeSpec type, HashSet<string> known) => type with
    {
        Values = DistinctBy(type.Values, value => value.Name).Where(value => !ReservedNames.OfEnum.Contains(value.Name)).ToEquatableArray(),
        Properties = Prune(type.Properties, known),
    };

    private static EquatableArray<PropertySpec> Prune(EquatableArray<PropertySpec> properties, HashSet<string> known) =>
        DistinctBy(properties, property => property.Name)
            .Select(property => property with
            {
                UpdatableIn = Known(property.UpdatableIn, known),
                Default = LimitChecks.UsableDefault(property.Type, property.Default),
                Constraints = LimitChecks.Usable(property.Type, property.Constraints),
                WireIsString = property.WireIsString && LimitChecks.MayTravelAsNumber(property.Type),
            })
            .ToEquatableArray();

    private static StateSpec? Prune(StateSpec? state)
    {
        EquatableArray<StateValueSpec> values = state?.Values.Where(value => !ReservedNames.OfEnum.Contains(value.Name)).ToEquatableArray() ?? default;
        if (state is null || values.Count == 0)
        {
            return null;
        }

        var known = new HashSet<string>(values.Select(value => value.Name), StringComparer.Ordinal);
        return state with
        {
            Values = values,
            Initial = known.Contains(state.Initial) ? state.Initial : values[0].Name,
            Creatable = Known(state.Creatable, known),
            Spontaneous = state.Spontaneous
                .Where(change => known.Contains(change.From))
                .Select(change => change with { To = Known(change.To, known) })
                .ToEquatableArray(),
        };
    }

    private static ActionSpec? Prune(ActionSpec? action, EntitySpec entity, HashSet<string> known) => action is null
        ? null
        : RequestPruner.Prune(action, entity) with
        {
            From = Known(action.From, known),
            Via = Known(action.Via, known),
            To = Known(action.To, known),
            OnFailure = Known(action.OnFailure, known),
            Parameters = DistinctBy(RequestPruner.Parameters(action, entity), parameter => parameter.Name)
                .Where(parameter => !ReservedNames.OfParameters.Contains(parameter.Name))
                .Select(parameter => parameter with
                {
                    To = parameter.To is { } to && known.Contains(to) && action.To.Contains(to, StringComparer.Ordinal) ? to : null,
                    Default = LimitChecks.UsableDefault(parameter.Type, parameter.Default),
                    Constraints = LimitChecks.Usable(parameter.Type, parameter.Constraints),
                    WireIsString = parameter.WireIsString && LimitChecks.MayTravelAsNumber(parameter.Type),
                })
                .ToEquatableArray(),
        };

    /// <summary>The known ones; null where nothing known is left, because an empty list would forbid what the author meant to allow.</summary>
    private static EquatableArray<string>? Known(EquatableArray<string>? names, HashSet<string> known) =>
        names is { } some && Known(some, known) is { Count: > 0 } left ? left : null;

    private static EquatableArray<string> Known(EquatableArray<string> names, HashSet<string> known) => names.Where(known.Contains).ToEquatableArray();

    /// <summary>Of names that differ by case at most the first: a parameter begins with a small letter, so case tells fewer names apart in C# than in the schema.</summary>
    public static EquatableArray<T> DistinctBy<T>(EquatableArray<T> items, Func<T, string> name)
        where T : IEquatable<T>
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return items.Where(item => seen.Add(name(item))).ToEquatableArray();
    }
}
