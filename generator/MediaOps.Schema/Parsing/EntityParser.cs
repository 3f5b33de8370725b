using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>Reads an entity file.</summary>
internal static class EntityParser
{
    private static readonly (string, StateKind)[] Kinds =
    [
        ("stable", StateKind.Stable), ("transitional", StateKind.Transitional), ("fault", StateKind.Fault), ("gone", StateKind.Gone),
    ];

    public static EntitySpec? Parse(ObjectReader file)
    {
        string? name = file.Identifier("entity", "an entity", required: true);
        string? plural = file.Identifier("plural", "a collection");
        ObjectReader? lifecycle = file.Object("lifecycle", Vocabulary.Lifecycle);
        bool singleton = file.Bool("singleton");
        if (singleton && file.Raw("id") is { } unexpected)
        {
            file.Context.Report(Rules.SingletonHasOne, "id", unexpected, "id");
        }

        IdSpec? id = singleton ? IdSpec.None : Id(file);
        var entity = new EntitySpec(
            name ?? string.Empty,
            plural ?? Plural(name ?? string.Empty),
            singleton,
            file.Prose("description"),
            Parent(file),
            id ?? IdSpec.None,
            TypeParser.Types(file),
            TypeParser.Properties(file),
            State(file),
            ActionParser.Verb(lifecycle, "create", ActionKind.Create),
            ActionParser.Verb(lifecycle, "read", ActionKind.Read),
            ActionParser.Verb(lifecycle, "list", ActionKind.List),
            ActionParser.Verb(lifecycle, "update", ActionKind.Update),
            ActionParser.Verb(lifecycle, "delete", ActionKind.Delete),
            ActionParser.Actions(file),
            file.Literals("errors"));
        return name is null || id is null ? null : entity;
    }

    private static IdSpec? Id(ObjectReader file)
    {
        if (file.Object("id", Vocabulary.Id, required: true) is not { } reader)
        {
            return null;
        }

        string? property = reader.Literal("property", required: true);
        bool byCaller = reader.Choice("assignedBy", false, ("service", false), ("caller", true));
        string? pattern = reader.Literal("pattern");
        string? example = reader.Literal("example");
        string? template = reader.Literal("template");
        return property is null ? null : new IdSpec(property, byCaller, pattern, example, template);
    }

    private static ParentSpec? Parent(ObjectReader file)
    {
        if (file.Object("parent", Vocabulary.Parent) is not { } reader)
        {
            return null;
        }

        string? entity = reader.Identifier("entity", "an entity", required: true);
        string? by = reader.Literal("by", required: true);
        string? list = ActionParser.Http(reader, "list", required: false)?.Path;
        return entity is null || by is null ? null : new ParentSpec(entity, by, list);
    }

    private static StateSpec? State(ObjectReader file)
    {
        if (file.Object("state", Vocabulary.State) is not { } reader)
        {
            return null;
        }

        string? property = reader.Literal("property", required: true);
        string? initial = reader.Literal("initial", required: true);
        string? read = ActionParser.Http(reader, "read", required: false)?.Path;
        string? path = reader.Literal("path");
        EquatableArray<StateValueSpec> values = reader.Named("values", "a state", Vocabulary.StateValue).Select(StateValue).ToEquatableArray();
        EquatableArray<string> creatable = reader.Literals("creatable");
        EquatableArray<SpontaneousSpec> spontaneous = Spontaneous(reader).ToEquatableArray();
        if (values.Count == 0)
        {
            reader.Structure("values", "'values' must name at least one state.");
            return null;
        }

        // Without 'initial' the file has its error; what else is wrong with its states is said in the same run.
        return property is null ? null : new StateSpec(property, initial ?? values[0].Name, read, path, values, creatable, spontaneous);
    }

    private static StateValueSpec StateValue((string Name, ObjectReader Reader) state)
    {
        ObjectReader reader = state.Reader;
        if (!reader.Has("kind"))
        {
            reader.Structure("kind", $"the state '{state.Name}' needs a 'kind': stable, transitional, fault or gone.");
        }

        return new StateValueSpec(state.Name, TypeParser.WireText(reader), reader.Choice("kind", StateKind.Stable, Kinds), reader.Prose("description"));
    }

    private static IEnumerable<SpontaneousSpec> Spontaneous(ObjectReader state)
    {
        foreach ((JsonMember member, string path) in state.Entries("spontaneous"))
        {
            IEnumerable<JsonValue> values = member.Value.Kind == JsonKind.Array ? member.Value.Items : [member.Value];
            EquatableArray<string> to = values.Select(value => state.Literal(value, path)).OfType<string>().ToEquatableArray();
            yield return new SpontaneousSpec(member.Name, to);
        }
    }

    private static string Plural(string name) => name.EndsWith("s", StringComparison.Ordinal) ? name + "es" : name + "s";
}
