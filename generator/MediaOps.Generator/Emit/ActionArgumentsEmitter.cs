using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>What the request of an action carries: its parameters are checked, then put into the body, or beside it.</summary>
internal static class ActionArgumentsEmitter
{
    private const string RequestArguments = "global::MediaOps.Runtime.RequestArguments";

    /// <summary>Whether the action has anything to send that the caller gives.</summary>
    public static bool IsNeeded(ActionSpec action) => action.Parameters.Count > 0;

    /// <summary>An expression that makes what the request carries.</summary>
    public static string Call(EntityModel model, ActionSpec action, IEnumerable<ActionParameter> parameters) => IsNeeded(action)
        ? model.Qualify(ClassName(model, action)) + ".Make(" + string.Join(", ", parameters.Select(parameter => parameter.Name)) + ")"
        : "global::MediaOps.Runtime.RequestBody.None";

    /// <summary>Writes the class that makes it.</summary>
    public static void Write(SourceWriter writer, EntityModel model, ActionSpec action, TypeMap types)
    {
        IReadOnlyList<ActionParameter.OfSchema> parameters = ActionParameter.Of(action, types);
        ActionParameter.OfSchema[] members = [.. parameters.Where(parameter => parameter.In == ParameterIn.Body)];
        WireTree tree = WireTree.Of(members.Select(parameter => parameter.Member));

        writer.Summary("What the request of " + Documentation.Code(action.Name) + " carries.");
        using (writer.Type("internal static class " + ClassName(model, action)))
        {
            using (writer.Block("internal static " + RequestArguments + " Make(" + string.Join(", ", parameters.Select(parameter => parameter.Parameter.BareDeclaration)) + ")"))
            {
                Check(writer, model, action, parameters);
                if (members.Length > 0)
                {
                    using (writer.Block("var parameters = new Parameters_", "};"))
                    {
                        foreach (ActionParameter.OfSchema member in members)
                        {
                            writer.Line(member.Member.Storage + " = " + Value(member) + ",");
                        }
                    }
                }

                Argument.WriteReturn(writer, [.. parameters.Select(parameter => new Argument(parameter.Member, parameter.In, parameter.Name, Value(parameter)))], "parameters", tree);
            }

            if (members.Length > 0)
            {
                writer.Gap();
                using (writer.Block("private sealed class Parameters_"))
                {
                    foreach (ActionParameter.OfSchema parameter in members)
                    {
                        Member member = parameter.Member;
                        writer.Line("public " + (member.IsOpenEnum ? "string?" : member.Type) + " " + member.Storage + " { get; set; }" + JsonCode.Initializer(member, filled: false));
                    }
                }
            }

            JsonCode.WireNames(writer, tree);
        }
    }

    /// <summary>The checks look for null, which makes the compiler expect one after them; they throw where there is one.</summary>
    private static string Value(ActionParameter.OfSchema parameter)
    {
        Member member = parameter.Member;
        string never = !member.IsOptional && (member.IsMutable || !member.IsValueType) ? "!" : "";
        return member.IsOpenEnum ? TypesEmitter.Format(member, parameter.Parameter.Name) : parameter.Parameter.Name + never;
    }

    private static void Check(SourceWriter writer, EntityModel model, ActionSpec action, IReadOnlyList<ActionParameter.OfSchema> parameters)
    {
        if (!parameters.Any(parameter => ValidationCode.HasLimits(parameter.Member)))
        {
            return;
        }

        writer.Line("var validation = new global::MediaOps.Runtime.Validation(" + Literal.Text(model.Spec.Name + "." + action.Name) + ");");
        foreach (ActionParameter.OfSchema parameter in parameters)
        {
            ValidationCode.Check(writer, parameter.Member, Name(parameter), parameter.Parameter.Name);
        }

        writer.Line("validation.ThrowIfAny(" + Name(parameters[0]) + ");");
    }

    private static string Name(ActionParameter.OfSchema parameter) => Literal.Text(parameter.Parameter.Name.TrimStart('@'));

    private static string ClassName(EntityModel model, ActionSpec action) => model.Spec.Name + action.Name + "Arguments";
}
