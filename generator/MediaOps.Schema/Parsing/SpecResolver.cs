using System.Linq;

namespace MediaOps.Schema;

/// <summary>Fills what an entity file leaves to its service: wire names, wire values and the format of durations. A pure function of both, so that each file is parsed alone.</summary>
public static class SpecResolver
{
    /// <summary>The entity with every wire name and duration format filled in.</summary>
    public static EntitySpec Resolve(EntitySpec entity, WireSpec wire) => entity with
    {
        Types = Resolve(entity.Types, wire),
        Properties = Resolve(entity.Properties, wire),
        State = entity.State is null ? null : Resolve(entity.State, wire),
        Create = Resolve(entity.Create, wire),
        Read = Resolve(entity.Read, wire),
        List = Resolve(entity.List, wire),
        Update = Resolve(entity.Update, wire),
        Delete = Resolve(entity.Delete, wire),
        Actions = entity.Actions.Select(action => Resolve(action, wire)!).ToEquatableArray(),
    };

    /// <summary>The types with every wire name, wire value and duration format filled in.</summary>
    public static EquatableArray<TypeSpec> Resolve(EquatableArray<TypeSpec> types, WireSpec wire) => types
        .Select(type => type with
        {
            Values = type.Values.Select(value => value with { Wire = Or(value.Wire, value.Name, wire.Enums) }).ToEquatableArray(),
            Properties = Resolve(type.Properties, wire),
        })
        .ToEquatableArray();

    private static EquatableArray<PropertySpec> Resolve(EquatableArray<PropertySpec> properties, WireSpec wire) => properties
        .Select(property => property with { Wire = Or(property.Wire, property.Name, wire.Names), Duration = Or(property.Duration, wire) })
        .ToEquatableArray();

    private static StateSpec Resolve(StateSpec state, WireSpec wire) => state with
    {
        Values = state.Values.Select(value => value with { Wire = Or(value.Wire, value.Name, wire.Enums) }).ToEquatableArray(),
    };

    private static ActionSpec? Resolve(ActionSpec? action, WireSpec wire) => action is null
        ? null
        : action with
        {
            Parameters = action.Parameters
                .Select(parameter => parameter with { Wire = Or(parameter.Wire, parameter.Name, wire.Names), Duration = Or(parameter.Duration, wire) })
                .ToEquatableArray(),
        };

    private static string Or(string wire, string name, NameCasing casing) => wire.Length > 0 ? wire : Names.ToWire(name, casing);

    private static DurationFormat Or(DurationFormat format, WireSpec wire) => format == DurationFormat.ByService ? wire.Duration : format;
}
