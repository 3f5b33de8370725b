using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import;

/// <summary>Writes the file of an entity.</summary>
internal sealed class EntityWriter(ScaffoldEntity entity, ValueWriter values)
{
    /// <summary>The file.</summary>
    /// <param name="schema">The way to the JSON Schema of entity files.</param>
    /// <param name="types">The types that this entity alone uses.</param>
    public JsonObject Write(string schema, IEnumerable<ScaffoldType> types) => new JsonObject()
        .With("$schema", schema)
        .With("entity", entity.Name)
        .With("plural", entity.Singleton ? null : entity.Plural)
        .With("singleton", entity.Singleton)
        .With("description", entity.Description)
        .With("parent", entity.Parent is { } parent ? new JsonObject().With("entity", parent.Entity).With("by", parent.By) : null)
        .With("id", entity.Id is { } id ? new JsonObject().With("property", id.Property).With("assignedBy", id.ByCaller ? "caller" : "service").With("pattern", id.Pattern) : null)
        .With("types", values.Types(types))
        .With("properties", values.Properties(entity.Properties))
        .With("state", entity.State is { } state ? State(state) : null)
        .With("lifecycle", new JsonObject()
            .With("create", Action(entity.Create))
            .With("read", Action(entity.Read))
            .With("list", Action(entity.List))
            .With("update", Action(entity.Update))
            .With("delete", Action(entity.Delete)))
        .With("actions", ValueWriter.Named(entity.Actions, action => action.Name, Action))
        .With("errors", entity.Errors);

    private static JsonObject State(ScaffoldState state)
    {
        JsonObject spontaneous = new();
        foreach ((string from, List<string> to) in state.Spontaneous)
        {
            spontaneous.With(from, to);
        }

        return new JsonObject()
            .With("property", state.Property)
            .With("initial", state.Initial)
            .With("values", ValueWriter.Named(state.Values, value => value.Name, Value))
            .With("spontaneous", spontaneous);
    }

    private static JsonObject Value(ScaffoldStateValue value) => new JsonObject()
        .With("kind", value.Kind)
        .With("wire", value.Wire == value.Name ? null : value.Wire)
        .With("description", value.Description);

    private JsonObject? Action(ScaffoldAction? action) => action is null ? null : new JsonObject()
        .With("http", action.Method + " " + action.Path)
        .With("description", action.Description)
        .With("from", action.From)
        .With("via", action.Via)
        .With("to", action.To)
        .With("onFailure", action.OnFailure)
        .With("inferred", action.Inferred)
        .With("tracking", action.Tracking)
        .With("delay", Delay(action.Delay))
        .With("idempotency", action.Idempotency is { } token ? new JsonObject().With(token.In, token.Name) : null)
        .With("parameters", values.Parameters(action.Parameters))
        .With("body", ValueWriter.Named(action.Body, member => member.Key, member => member.Value))
        .With("returns", action.EntityAt)
        .With("returns", action.Returns is { } value ? new JsonObject().With("type", value.Type).With("path", value.Path).With("paged", value.Paged) : null)
        .With("items", action.Items)
        .With("always", action.Always)
        .With("errors", action.Errors);

    /// <summary>Waiting rules, or nothing.</summary>
    public static JsonObject? Delay(ScaffoldDelay? delay) => delay is null ? null : new JsonObject()
        .With("min", delay.Min)
        .With("interval", delay.Interval)
        .With("typical", delay.Typical)
        .With("timeout", delay.Timeout);
}
