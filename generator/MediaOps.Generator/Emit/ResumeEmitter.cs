using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The members that ask for operations by their ids: of a collection, for each kind of operation that ends with a value, and of a singleton for those alone.</summary>
internal static class ResumeEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";

    private static ActionParameter OperationId { get; } =
        new("string", "operationId", Default: null, "The id of the operation, as <see cref=\"global::MediaOps.IOperation.Id\"/> told it.");

    /// <summary>Writes the members of a collection.</summary>
    public static void WriteCollection(SourceWriter writer, EntityModel model)
    {
        string id = ParameterName.Small(model.Spec.Name) is var name && name is "operation" ? "entityId" : name + "Id";
        ActionParameter[] parameters =
        [
            OperationId,
            new("string?", id, "null", "The id of the entity that it works on, where the caller knows it: a record that has expired is then made up for by the entity's state."),
            ActionParameter.Cancellation with { Markup = "Ends the call." },
        ];
        Write(writer, "global::MediaOps.Operation<" + model.Spec.Name + ">", "GetOperation", "GetOperation", parameters, "");
        WriteValues(writer, model, parameters);
    }

    /// <summary>Writes the members of a singleton.</summary>
    public static void WriteSingleton(SourceWriter writer, EntityModel model) =>
        WriteValues(writer, model, [OperationId, ActionParameter.Cancellation with { Markup = "Ends the call." }]);

    private static void WriteValues(SourceWriter writer, EntityModel model, ActionParameter[] parameters)
    {
        var types = new TypeMap(model);
        foreach (ActionSpec action in model.Spec.Actions.Where(model.IsTracked))
        {
            if (ActionResult.Of(model, action, types) is { } result)
            {
                string definition = model.Qualify(model.Spec.Name + "Actions." + action.Name);
                Write(writer, ActionForms.OperationOf(model, result), GeneratedNames.Operation(model.Spec, action.Name), result.Paged ? "GetPagesOperation" : "GetOperation", parameters, definition + ", " + result.Field + ", ");
            }
        }
    }

    private static void Write(SourceWriter writer, string operation, string name, string method, ActionParameter[] parameters, string first)
    {
        foreach ((string type, string suffix) in new[] { (operation, ""), (Task + "<" + operation + ">", "Async") })
        {
            writer.Gap();
            writer.Summary("Asks for an operation by its id, whichever process sent it.");
            foreach (ActionParameter parameter in parameters)
            {
                writer.Parameter(parameter.Name, parameter.Markup);
            }

            writer.Returns("The operation, as it is now.");
            writer.Throws("global::System.ArgumentException", "The id is no id of an operation.");
            writer.Throws("global::MediaOps.ServiceException", "The service does not know the operation, or gave no usable answer.");
            writer.Line("public virtual " + type + " " + name + suffix + "(" + string.Join(", ", parameters.Select(parameter => parameter.Declaration)) + ") => Core."
                + method + suffix + "(" + first + string.Join(", ", parameters.Select(parameter => parameter.Name)) + ");");
        }
    }
}
