using MediaOps.Schema;
using MediaOps.Tool.Diff.Facets;

namespace MediaOps.Tool.Diff.Tables;

/// <summary>Actions: their requests, states, requirements and results.</summary>
internal static class ActionTables
{
    private static readonly Effect Request = Effect.Behaviour("Another request is sent; the service must understand it.");

    private static readonly Effect Answer = Effect.Behaviour("The answer is read from another place.");

    /// <summary>What another list of known error codes means.</summary>
    public static Effect NamedErrors { get; } = Effect.Compatible("Only documentation changes: any code may come.");

    /// <summary>A value that an action answers with.</summary>
    public static Table<ValueSpec> Value { get; } = new(
        Of<ValueSpec>.Value(nameof(ValueSpec.Type), "type", value => value.Type, Effect.Source("The method returns another type.")),
        Of<ValueSpec>.Value(nameof(ValueSpec.Path), "path", value => value.Path, Answer),
        Of<ValueSpec>.Value(nameof(ValueSpec.Paged), "paged", value => value.Paged, Effect.Source("The method returns another type: items of pages, or one value.")));

    /// <summary>States of the children.</summary>
    public static Table<ChildrenRequirement> Children { get; } = new(
        Of<ChildrenRequirement>.Key(nameof(ChildrenRequirement.Entity)),
        Of<ChildrenRequirement>.Names(nameof(ChildrenRequirement.States), "states", children => children.States, Looser, Tighter));

    /// <summary>Conditions beyond the entity's own state.</summary>
    public static Table<RequiresSpec> Requires { get; } = new(
        new Facet<RequiresSpec>(nameof(RequiresSpec.Parent), (old, @new, place) => StateRules.Compare(
            Named(old.Parent), Named(@new.Parent), place.Below("parent"), isInferred: false, Tighter.Sentence, Looser.Sentence)),
        Nested.Items<RequiresSpec, ChildrenRequirement>(nameof(RequiresSpec.Children), "children", requires => requires.Children, children => children.Entity, "the condition on children", () => Children, (_, _) => Tighter, (_, _) => Looser),
        Nested.Pairs<RequiresSpec>(nameof(RequiresSpec.Self), "self", requires => requires.Self, "the condition on", Tighter, Looser, Tighter));

    /// <summary>One parameter of a convenience form.</summary>
    public static Table<OverloadParameter> OverloadParameter { get; } = new(
        Of<OverloadParameter>.Key(nameof(Schema.OverloadParameter.Name)),
        new Facet<OverloadParameter>(nameof(Schema.OverloadParameter.Member), (old, @new, place) => old.Member == @new.Member
            ? []
            : [new Change(ChangeKind.BreakingSource, place, $"{place.Subject} filled {Show.Value(old.Member)} and fills {Show.Value(@new.Member)}.", "The parameter may have another type, and sets something else.")]));

    /// <summary>A convenience form of a create.</summary>
    public static Table<OverloadSpec> Overload { get; } = new(
        Nested.Items<OverloadSpec, OverloadParameter>(
            nameof(OverloadSpec.Parameters), string.Empty, overload => overload.Parameters, parameter => parameter.Name, "the parameter", () => OverloadParameter, (_, _) => PropertyTables.Gone, (_, _) => PropertyTables.Gone));

    /// <summary>An action.</summary>
    public static Table<ActionSpec> Action { get; } = new(
        Of<ActionSpec>.Value(nameof(ActionSpec.Name), "name", action => action.Name, Effect.Source("It is called by another name.")),
        Of<ActionSpec>.Value(nameof(ActionSpec.Kind), "kind", action => action.Kind, Effect.Source("It is called in another way.")),
        Of<ActionSpec>.Description(nameof(ActionSpec.Description), action => action.Description),
        Of<ActionSpec>.Value(nameof(ActionSpec.Method), "http", action => action.Method, Request),
        Of<ActionSpec>.Value(nameof(ActionSpec.Path), "http", action => action.Path, Request),
        new Facet<ActionSpec>(nameof(ActionSpec.Parameters), ParameterTables.Compare),
        Of<ActionSpec>.Value(nameof(ActionSpec.Body), "body", action => action.Body, Request),
        Of<ActionSpec>.Value(nameof(ActionSpec.Returns), "returns", action => action.Returns, Answer),
        Nested.Part<ActionSpec, ValueSpec>(nameof(ActionSpec.Value), "returns", action => action.Value, Value, null, Effect.Source("The method returned nothing and returns a value; an operation of it has another type."), Effect.Source("The method no longer returns a value.")),
        Of<ActionSpec>.Value(nameof(ActionSpec.Items), "items", action => action.Items, Answer),
        Of<ActionSpec>.Judged(nameof(ActionSpec.IdempotencyHeader), "idempotency/header", action => action.IdempotencyHeader, Idempotency),
        Of<ActionSpec>.Judged(nameof(ActionSpec.IdempotencyQuery), "idempotency/query", action => action.IdempotencyQuery, Idempotency),
        Of<ActionSpec>.Judged(nameof(ActionSpec.IdempotencyBody), "idempotency/body", action => action.IdempotencyBody, Idempotency),
        new Facet<ActionSpec>(nameof(ActionSpec.From), (old, @new, place) => StateRules.Compare(
            old.From, @new.From, place.Below("from"), @new.Inferred, "A call there no longer compiles (MOPS1001), and the guard refuses it.", "It is allowed in every state.")),
        Of<ActionSpec>.Names(nameof(ActionSpec.Via), "via", action => action.Via, WaitsOn, Effect.Behaviour("A wait that sees the state may fail at once, and the compiler expects it no longer after a send.")),
        Of<ActionSpec>.Set(nameof(ActionSpec.To), "to", action => action.To, (_, _) => Effect.Behaviour("Waits end well there too, and the compiler knows less of the state after it."), Ended),
        Of<ActionSpec>.Value(nameof(ActionSpec.ToProperty), "to", action => action.ToProperty, Effect.Source("The state after it is decided differently, so that other calls compile after it.")),
        Of<ActionSpec>.Value(nameof(ActionSpec.ToPrevious), "to", action => action.ToPrevious, Effect.Source("The state after it is decided differently, so that other calls compile after it.")),
        Of<ActionSpec>.Names(nameof(ActionSpec.OnFailure), "onFailure", action => action.OnFailure, Effect.Behaviour("After a failure the entity may be there."), Effect.Behaviour("After a failure the entity is not expected there any more.")),
        Nested.Whole<ActionSpec, RequiresSpec>(nameof(ActionSpec.Requires), "requires", action => action.Requires, Requires),
        new Facet<ActionSpec>(nameof(ActionSpec.Tracking), Tracking),
        Nested.Whole<ActionSpec, DelaySpec>(nameof(ActionSpec.Delay), "delay", action => action.Delay ?? DelaySpec.None, LimitTables.Delay),
        Of<ActionSpec>.Names(nameof(ActionSpec.Errors), "errors", action => action.Errors, NamedErrors, NamedErrors),
        Nested.Items<ActionSpec, OverloadSpec>(
            nameof(ActionSpec.Overloads), "overloads", action => action.Overloads, overload => string.Join(", ", overload.Parameters.Select(parameter => parameter.Name)), "the overload", () => Overload,
            (_, _) => Effect.Compatible("There is one more way to create it."),
            (_, _) => Effect.Source("Programs that use it do not compile.")),
        Of<ActionSpec>.Names(nameof(ActionSpec.Always), "always", action => action.Always, Request, Request),
        Of<ActionSpec>.Value(nameof(ActionSpec.FieldMask), "fieldMask", action => action.FieldMask, Request),
        Of<ActionSpec>.Inferred(nameof(ActionSpec.Inferred), action => action.Inferred));

    private static Effect WaitsOn => Effect.Behaviour("Waits go on while the entity is there, and the compiler expects it there after a send.");

    private static Effect Tighter => Effect.Source("A call that does not meet it no longer compiles where the compiler knows (MOPS1003), and may be refused.");

    private static Effect Looser => Effect.Compatible("It asks for less.");

    private static EquatableArray<string>? Named(EquatableArray<string> states) => states.Count == 0 ? null : states;

    private static Effect Ended(ActionSpec old, ActionSpec @new) => Effect.Source("The entity is never there after it: calls that need that state no longer compile, and a wait that finds it there fails.");

    private static Effect Idempotency(string? before, string? after) => before is null
        ? Effect.Compatible("A repeated call does no harm any more.")
        : Effect.Behaviour(after is null ? "A repeated call may be carried out twice." : "The token travels under another name; the service must understand it.");

    private static IEnumerable<Change> Tracking(ActionSpec old, ActionSpec @new, Place place)
    {
        if (old.Tracking == @new.Tracking)
        {
            return [];
        }

        bool was = old.Tracking.Count > 0;
        bool @is = @new.Tracking.Count > 0;
        bool isCall = place.Around.IsSingleton || (@new.Kind == ActionKind.Custom && @new.Value is not null);
        Effect effect = (was, @is) switch
        {
            (true, true) => Effect.Behaviour("How its end is seen changed; operations that were stored may not be asked for any more."),
            (false, true) when isCall && @new.Value is { Paged: true } => Effect.Source("It is long-running now: the pages come at once, as a list, and there are forms that return an operation."),
            (false, true) when isCall => Effect.Binary("It is long-running now: the methods take polling options before the token, and there are forms that return an operation."),
            (false, true) => Effect.Behaviour("It is long-running now: the polling forms return later, when the service has finished."),
            _ when isCall => Effect.Source("It is not long-running any more: the forms that return an operation and the polling options are gone."),
            _ => Effect.Behaviour("It is not long-running any more: each form returns with the answer, whatever the service goes on to do."),
        };
        return [new Change(effect.Kind, place.Below("tracking"), $"'tracking' of {place.Subject} was {Show.Names(old.Tracking)} and is {Show.Names(@new.Tracking)}.", effect.Sentence, !@is)];
    }
}
