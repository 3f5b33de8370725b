using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>What the runtime is told of each action: its request, what it does to the state, how its end is seen, and how its answer is read.</summary>
internal static class ActionDefinitionEmitter
{
    private const string Runtime = "global::MediaOps.Runtime.";

    /// <summary>Writes the class that holds them.</summary>
    public static void Write(SourceWriter writer, EntityModel model, StateRule rule, TypeMap types)
    {
        writer.Summary("The requests of a <see cref=\"" + model.Spec.Name + "\"/>.");
        using (writer.Type("internal static class " + model.Spec.Name + "Actions"))
        {
            foreach (ActionSpec action in EntityActions.Of(model.Spec))
            {
                writer.Gap();
                string type = Runtime + "ActionDefinition";
                string[] properties = [.. Properties(model, action, rule, types)];
                string head = "internal static readonly " + type + " " + action.Name + " = new " + type + "("
                    + Literal.Text(action.Name) + ", " + Kind(action.Kind) + ", " + Literal.Text(action.Method) + ", " + Literal.Text(action.Path) + ")";
                if (properties.Length == 0)
                {
                    writer.Line(head + ";");
                }
                else
                {
                    using (writer.Block(head, "};"))
                    {
                        foreach (string property in properties)
                        {
                            writer.Line(property + ",");
                        }
                    }
                }

                if (ActionResult.Of(model, action, types) is { } result)
                {
                    writer.Gap();
                    result.WriteField(writer, action);
                }
            }
        }
    }

    /// <summary>The kind of an action as C#.</summary>
    public static string Kind(ActionKind kind) => Runtime + "ActionKind." + kind switch
    {
        ActionKind.Create => "Create",
        ActionKind.Read => "Read",
        ActionKind.List => "List",
        ActionKind.Update => "Update",
        ActionKind.Delete => "Delete",
        _ => "Custom",
    };

    private static IEnumerable<string> Properties(EntityModel model, ActionSpec action, StateRule rule, TypeMap types)
    {
        TrackingUse[] tracking = [.. model.TrackingOf(action)];
        return
        [
            .. Initializer.Text("Body", action.Body),
            .. Initializer.Texts("SecretMembers", SecretMembers.Of(model.Spec, action, types)),
            .. Initializer.Code("From", rule.Names(action.From)),
            .. Initializer.Code("Requires", RequirementCode.Definitions(model, action, rule, types)),
            .. Initializer.Code("Via", rule.Names(action.Via)),
            .. Initializer.Code("To", rule.Names(action.To)),
            .. Initializer.Text("ToProperty", action.ToProperty),
            .. Initializer.Flag("ToPrevious", action.ToPrevious),
            .. Initializer.Code("OnFailure", rule.Names(action.OnFailure)),
            .. Initializer.Flag("Inferred", action.Inferred),
            .. Initializer.Code("Tracking", Tracking(model, tracking)),
            .. Initializer.Code("Delay", action.Delay is { } delay && delay != DelaySpec.None ? TrackingEmitter.Delay(delay.Effective(tracking.FirstOrDefault()?.Delay)) : null),
            .. Initializer.Text("ReturnsPath", action.Value is { } value ? value.Path : action.Returns),
            .. Initializer.Text("Items", action.Items),
            .. Initializer.Code("Idempotency", Idempotency(action)),
            .. Initializer.Texts("Always", action.Always),
            .. Initializer.Text("FieldMask", action.FieldMask),
            .. Initializer.Texts("Errors", action.Errors),
        ];
    }

    private static string? Tracking(EntityModel model, TrackingUse[] profiles) => profiles.Length == 0
        ? null
        : "new[] { " + string.Join(", ", profiles.Select(profile => model.Qualify(model.Service.Name + "Service." + TrackingEmitter.Field(profile.Name)))) + " }";

    private static string? Idempotency(ActionSpec action)
    {
        (string Place, string? Name) token = action switch
        {
            { IdempotencyHeader: { } header } => ("Header", header),
            { IdempotencyQuery: { } query } => ("Query", query),
            _ => ("Body", action.IdempotencyBody),
        };
        return token.Name is null ? null : "new " + Runtime + "IdempotencyDefinition(" + Runtime + "IdempotencyKind." + token.Place + ", " + Literal.Text(token.Name) + ")";
    }
}
