using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The body of an action: its parameters are checked, then written beside the members that the schema fixes.</summary>
internal static class ActionBodyEmitter
{
    private const string RequestBody = "global::MediaOps.Runtime.RequestBody";

    /// <summary>Whether the action sends a body.</summary>
    public static bool HasBody(ActionSpec action) => action.Kind != ActionKind.Update && (action.Parameters.Count > 0 || action.Body is not null);

    /// <summary>An expression that makes the body.</summary>
    public static string Call(EntityModel model, ActionSpec action, IEnumerable<ActionParameter> parameters) => HasBody(action)
        ? "global::" + model.Service.Namespace + "." + ClassName(model, action) + ".Make(" + string.Join(", ", parameters.Select(parameter => parameter.Name)) + ")"
        : RequestBody + ".None";

    /// <summary>Writes the class that makes the body.</summary>
    public static void Write(SourceWriter writer, EntityModel model, ActionSpec action, TypeMap types)
    {
        var parameters = ActionParameter.Of(action, types);
        WireTree tree = WireTree.Of(parameters.Select(parameter => parameter.Member));

        writer.Summary("The body of " + Documentation.Code(action.Name) + ".");
        using (writer.Type("internal static class " + ClassName(model, action)))
        {
            using (writer.Block("internal static " + RequestBody + " Make(" + string.Join(", ", parameters.Select(parameter => parameter.Parameter.BareDeclaration)) + ")"))
            {
                Check(writer, model, action, parameters);
                using (writer.Block("var parameters = new Parameters_", "};"))
                {
                    foreach (var (parameter, member) in parameters)
                    {
                        // The checks look for null, which makes the compiler expect one here; they throw where there is one.
                        string never = !member.IsOptional && (member.IsMutable || !member.IsValueType) ? "!" : "";
                        writer.Line(member.Storage + " = " + (member.IsOpenEnum ? TypesEmitter.Format(member, parameter.Name) : parameter.Name + never) + ",");
                    }
                }

                using (writer.Block("return " + RequestBody + ".Write(parameters, static (writer, value) =>", "});"))
                {
                    writer.Line("writer.WriteStartObject();");
                    if (action.Body is not null)
                    {
                        writer.Line("global::MediaOps.Runtime.JsonData.WriteMembers(writer, " + Literal.Text(action.Body) + ");");
                    }

                    JsonCode.Write(writer, tree, "value", nulls: null);
                    writer.Line("writer.WriteEndObject();");
                }
            }

            writer.Gap();
            using (writer.Block("private sealed class Parameters_"))
            {
                foreach (var (_, member) in parameters)
                {
                    writer.Line("public " + (member.IsOpenEnum ? "string?" : member.Type) + " " + member.Storage + " { get; set; }" + JsonCode.Initializer(member, filled: false));
                }
            }

            JsonCode.WireNames(writer, tree);
        }
    }

    private static void Check(SourceWriter writer, EntityModel model, ActionSpec action, IReadOnlyList<(ActionParameter Parameter, Member Member)> parameters)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        writer.Line("var validation = new global::MediaOps.Runtime.Validation(" + Literal.Text(model.Spec.Name + "." + action.Name) + ");");
        foreach (var (parameter, member) in parameters)
        {
            ValidationCode.Check(writer, member, Name(parameter), parameter.Name);
        }

        writer.Line("validation.ThrowIfAny(" + Name(parameters[0].Parameter) + ");");
    }

    private static string Name(ActionParameter parameter) => Literal.Text(parameter.Name.TrimStart('@'));

    private static string ClassName(EntityModel model, ActionSpec action) => model.Spec.Name + action.Name + "Body";
}
