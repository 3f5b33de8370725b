using MediaOps.Schema;
using MediaOps.Tool.Diff.Facets;

namespace MediaOps.Tool.Diff.Tables;

/// <summary>Entities: their place in the client, their identity and their states.</summary>
internal static class EntityTables
{
    /// <summary>How an entity is identified.</summary>
    public static Table<IdSpec> Id { get; } = new(
        Of<IdSpec>.Value(nameof(IdSpec.Property), "property", id => id.Property, Effect.Source("Another property is the id, and methods that take the id take that one.")),
        Of<IdSpec>.Value(nameof(IdSpec.AssignedByCaller), "assignedBy", id => id.AssignedByCaller, Effect.Behaviour("Who chooses the id changed: a create must name it, or must not.")),
        Of<IdSpec>.Judged(nameof(IdSpec.Pattern), "pattern", id => id.Pattern, (_, after) => after is null ? Effect.Compatible("More ids are accepted.") : Effect.Behaviour("Ids that were accepted may be refused before anything is sent.")),
        Of<IdSpec>.Value(nameof(IdSpec.Example), "example", id => id.Example, Effect.Compatible("Only documentation changes.")),
        Of<IdSpec>.Value(nameof(IdSpec.Template), "template", id => id.Template, Effect.Behaviour("The id of a new entity is put together differently where no answer tells it.")));

    /// <summary>What an entity belongs to.</summary>
    public static Table<ParentSpec> Parent { get; } = new(
        Of<ParentSpec>.Value(nameof(ParentSpec.Entity), "entity", parent => parent.Entity, Effect.Source("The members that lead to the parent and from it have other names and types.")),
        Of<ParentSpec>.Value(nameof(ParentSpec.By), "by", parent => parent.By, Effect.Source("Another property holds the id of the parent.")),
        Of<ParentSpec>.Judged(nameof(ParentSpec.List), "list", parent => parent.List, (_, after) => after is null
            ? Effect.Source("The parent may have no collection of its children any more.")
            : Effect.Behaviour("The children of a parent are listed by another request.")));

    /// <summary>A state.</summary>
    public static Table<StateValueSpec> StateValue { get; } = new(
        Of<StateValueSpec>.Key(nameof(StateValueSpec.Name)),
        Of<StateValueSpec>.Value(nameof(StateValueSpec.Wire), "wire", state => state.Wire, PropertyTables.Wire),
        Of<StateValueSpec>.Value(nameof(StateValueSpec.Kind), "kind", state => state.Kind, Effect.Behaviour("Waits take the state for something else: an end, a way there, or a failure.")),
        Of<StateValueSpec>.Description(nameof(StateValueSpec.Description), state => state.Description));

    /// <summary>A change without a call.</summary>
    public static Table<SpontaneousSpec> Spontaneous { get; } = new(
        Of<SpontaneousSpec>.Key(nameof(SpontaneousSpec.From)),
        Of<SpontaneousSpec>.Names(nameof(SpontaneousSpec.To), "to", change => change.To, Effect.Compatible("It only tells what may happen."), Effect.Compatible("It only tells what may happen.")));

    /// <summary>The states.</summary>
    public static Table<StateSpec> State { get; } = new(
        Of<StateSpec>.Value(nameof(StateSpec.Property), "property", state => state.Property, Effect.Source("Another property tells the state.")),
        Of<StateSpec>.Value(nameof(StateSpec.Initial), "initial", state => state.Initial, Effect.Source("A new entity is in another state, so that other calls compile after its creation.")),
        Of<StateSpec>.Value(nameof(StateSpec.ReadPath), "read", state => state.ReadPath, Effect.Behaviour("The state is asked for by another request.")),
        Of<StateSpec>.Value(nameof(StateSpec.Path), "path", state => state.Path, Effect.Behaviour("The state is read from another place of the answer.")),
        Nested.Numbered<StateSpec, StateValueSpec>(
            nameof(StateSpec.Values), "values", state => state.Values, value => value.Name, "the state", () => StateValue,
            (_, _) => Effect.Compatible("It was read as Unknown before."),
            (_, _) => Effect.Source("Programs that name it do not compile.")),
        Of<StateSpec>.Names(
            nameof(StateSpec.Creatable), "creatable", state => state.Creatable,
            Effect.Compatible("A create may ask for more states; the compiler knows less of a new entity."),
            Effect.Source("A create that asks for it is no longer foreseen, and the compiler knows more of a new entity.")),
        Nested.Items<StateSpec, SpontaneousSpec>(
            nameof(StateSpec.Spontaneous), "spontaneous", state => state.Spontaneous, change => change.From, "the spontaneous change from", () => Spontaneous,
            (_, _) => Effect.Compatible("It only tells what may happen."),
            (_, _) => Effect.Compatible("It only tells what may happen.")));

    /// <summary>An entity.</summary>
    public static Table<EntitySpec> Entity { get; } = new(
        Of<EntitySpec>.Key(nameof(EntitySpec.Name)),
        Of<EntitySpec>.Value(nameof(EntitySpec.Plural), "plural", entity => entity.Plural, Effect.Source("The member of the client that leads to it has another name.")),
        Of<EntitySpec>.Value(nameof(EntitySpec.Singleton), "singleton", entity => entity.Singleton, Effect.Source("It is reached by another member of the client.")),
        Of<EntitySpec>.Description(nameof(EntitySpec.Description), entity => entity.Description),
        Nested.Part<EntitySpec, ParentSpec>(nameof(EntitySpec.Parent), "parent", entity => entity.Parent, Parent, null, Effect.Source("It may need its parent's id, and is reached by another member of the client."), Effect.Source("The members that lead to its parent and from it are gone.")),
        Nested.Whole<EntitySpec, IdSpec>(nameof(EntitySpec.Id), "id", entity => entity.Id, Id),
        Nested.Items<EntitySpec, TypeSpec>(
            nameof(EntitySpec.Types), "types", entity => entity.Types, type => type.Name, "the type", () => PropertyTables.Type,
            (_, _) => Effect.Compatible("Programs do not have to know it."),
            (_, _) => PropertyTables.Gone),
        Nested.Items<EntitySpec, PropertySpec>(
            nameof(EntitySpec.Properties), "properties", entity => entity.Properties, property => property.Name, "the property", () => PropertyTables.Property,
            (_, property) => PropertyTables.Added(property, isMember: false),
            (_, _) => PropertyTables.Gone),
        Nested.Part<EntitySpec, StateSpec>(nameof(EntitySpec.State), "state", entity => entity.State, State, null, Effect.Source("It has states now: calls that compiled may be refused by the state rules."), Effect.Source("Its states are gone, and what is named by them.")),
        Verb(nameof(EntitySpec.Create), "create", entity => entity.Create),
        Verb(nameof(EntitySpec.Read), "read", entity => entity.Read),
        Verb(nameof(EntitySpec.List), "list", entity => entity.List),
        Verb(nameof(EntitySpec.Update), "update", entity => entity.Update),
        Verb(nameof(EntitySpec.Delete), "delete", entity => entity.Delete),
        Nested.Items<EntitySpec, ActionSpec>(
            nameof(EntitySpec.Actions), "actions", entity => entity.Actions, action => action.Name, "the action", () => ActionTables.Action,
            (_, _) => Effect.Compatible("Programs do not have to know it."),
            (_, _) => Effect.Source("Programs that call it do not compile.")),
        Of<EntitySpec>.Names(nameof(EntitySpec.Errors), "errors", entity => entity.Errors, ActionTables.NamedErrors, ActionTables.NamedErrors));

    private static Facet<EntitySpec> Verb(string member, string word, Func<EntitySpec, ActionSpec?> read) => Nested.Part(
        member, "lifecycle/" + word, read, ActionTables.Action, place => $"{member} of {place.Subject}",
        Effect.Compatible("Programs do not have to know it."),
        Effect.Source("Programs that call it do not compile."));
}
