using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The collection of an entity: create in its four forms and their overloads, get, list, queries, and operations by id.</summary>
internal static class CollectionEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";

    /// <summary>Writes the file.</summary>
    public static GeneratedSource Write(EntityModel model) => SourceFile.Write(model.Service, model.Spec.Name + "Collection", writer =>
    {
        EntitySpec spec = model.Spec;
        string name = spec.Name + "Collection";
        string core = "global::MediaOps.Runtime.EntityCollectionCore<" + spec.Name + ", " + spec.Name + "Data>";

        bool isQueried = IsQueried(model);
        writer.Summary("The " + Documentation.Code(spec.Plural) + " of " + (model.Parent?.List is null ? "the service" : "the service or of one " + Documentation.Code(model.Parent.Entity)) + ". Safe for use by many threads.");
        using (writer.Type("public partial class " + name + (isQueried ? " : " + QueryEmitter.Interface(model) : "")))
        {
            writer.Line("private readonly " + core + "? _core;");
            writer.Gap();
            writer.Summary("For mocks: a collection that is connected to nothing.");
            using (writer.Block("protected " + name + "()"))
            {
            }

            writer.Gap();
            writer.Line("internal " + name + "(global::MediaOps.Runtime.ServiceConnection connection)");
            using (writer.Block("    : this(new " + core + "(" + spec.Name + "Definition.Binding, connection))"))
            {
            }

            writer.Gap();
            using (writer.Block("internal " + name + "(" + core + " core)"))
            {
                writer.Line("_core = core;");
            }

            writer.Gap();
            writer.Line("private " + core + " Core => _core ?? throw global::MediaOps.Runtime.EntityCore<" + spec.Name + ", " + spec.Name + "Data>.NotConnected(" + Literal.Text(name) + ");");

            if (spec.Create is { } create)
            {
                Create(writer, model, create);
            }

            if (spec.Read is { } read)
            {
                Get(writer, spec, read);
            }

            if (isQueried)
            {
                QueryEmitter.Write(writer, model);
            }

            Operations(writer, spec);
        }
    });

    /// <summary>Whether the entities can be listed, and so asked for by conditions: all of them, or those of one parent.</summary>
    public static bool IsQueried(EntityModel model) => model.Spec.List is not null || model.Parent?.List is not null;

    private static void Create(SourceWriter writer, EntityModel model, ActionSpec create)
    {
        string options = model.Spec.Name + "CreationOptions";
        bool asks = CreationOptionsEmitter.AsksForState(model.Spec, create);
        Member? state = asks ? new TypeMap(model).Members(model.Spec.Properties).FirstOrDefault(member => EntityDataEmitter.IsState(model.Spec, member)) : null;
        string requested = state is null ? "null" : "options." + state.Name + "?.ToString()";

        var whole = new ActionParameter(options, "options", Default: null, "What the new entity is made of.");
        Forms(writer, model, create, [whole], asks, "Core.{0}(Body(options), " + requested + ", {1})");

        foreach (Overload overload in Overload.Of(model.Spec, create, new TypeMap(model)))
        {
            string arguments = string.Join(", ", overload.Parameters.Select(parameter => parameter.Name));
            Forms(writer, model, create, overload.Parameters, asksForState: false, "{0}(new " + options + "(" + arguments + "), {1})");
        }

        Body(writer, model, options);
    }

    /// <summary>Writes the method that makes the body of a create: where the entity has a parent, the collection may know it.</summary>
    private static void Body(SourceWriter writer, EntityModel model, string options)
    {
        const string Null = " ?? throw new global::System.ArgumentNullException(nameof(options))";
        writer.Gap();
        if (CreationOptionsEmitter.ParentProperty(model) is not { } parent)
        {
            writer.Line("private static global::MediaOps.Runtime.RequestBody Body(" + options + " options) =>");
            writer.Line("    " + options + "Json.Body(options" + Null + ");");
            return;
        }

        using (writer.Block("private global::MediaOps.Runtime.RequestBody Body(" + options + " options)"))
        {
            writer.Line("string parent = Core.ParentIdFor((options" + Null + ")." + parent.Name + ", nameof(options." + parent.Name + "));");
            writer.Line("return " + options + "Json.Body(options." + CreationOptionsEmitter.WithParent + "(parent));");
        }
    }

    /// <summary>Writes the four forms around one call, in which <c>{0}</c> stands for the method and <c>{1}</c> for the last arguments.</summary>
    private static void Forms(SourceWriter writer, EntityModel model, ActionSpec create, IReadOnlyList<ActionParameter> own, bool asksForState, string call)
    {
        string entity = model.Spec.Name;
        string operation = "global::MediaOps.Operation<" + entity + ">";
        bool overload = call.StartsWith("{0}", System.StringComparison.Ordinal);
        Form(entity, "Create", "Create", send: false);
        Form(Task + "<" + entity + ">", "CreateAsync", "CreateAsync", send: false);
        Form(operation, "SendCreateOperation", overload ? "SendCreateOperation" : "SendCreate", send: true);
        Form(Task + "<" + operation + ">", "SendCreateOperationAsync", overload ? "SendCreateOperationAsync" : "SendCreateAsync", send: true);

        void Form(string type, string name, string method, bool send)
        {
            ActionParameter[] parameters = send ? [.. own, ActionParameter.Cancellation] : [.. own, ActionParameter.Polling, ActionParameter.Cancellation];
            var rule = new StateRule(model);
            writer.Gap();
            ActionDocumentation.Write(writer, model, create, rule, send, parameters, checks: true, asksForState);
            rule.WriteInitial(writer, create, asksForState);
            writer.Line("public virtual " + type + " " + name + "(" + string.Join(", ", parameters.Select(parameter => parameter.Declaration)) + ") =>");
            writer.Line("    " + call.Replace("{0}", method).Replace("{1}", send ? "cancellationToken" : "polling, cancellationToken") + ";");
        }
    }

    private static void Get(SourceWriter writer, EntitySpec spec, ActionSpec read)
    {
        foreach ((string type, string name, string summary, string returns) in new[]
        {
            (spec.Name, "Get", "Reads one entity.", "The entity."),
            (Task + "<" + spec.Name + ">", "GetAsync", "Reads one entity.", "The entity."),
            (spec.Name + "?", "TryGet", "Reads one entity, if it exists.", "The entity, or null where the service does not know the id."),
            (Task + "<" + spec.Name + "?>", "TryGetAsync", "Reads one entity, if it exists.", "The entity, or null where the service does not know the id."),
        })
        {
            writer.Gap();
            ActionDocumentation.WriteRead(writer, summary, read);
            writer.Parameter("id", "The id of the entity." + (spec.Id.Example is null ? "" : " Example: " + Documentation.Code(spec.Id.Example) + "."));
            writer.Parameter(ActionParameter.Cancellation.Name, "Ends the call.");
            writer.Returns(returns);
            writer.Throws("global::System.ArgumentException", "<paramref name=\"id\"/> is not a well-formed id.");
            writer.Throws("global::MediaOps.ServiceException", "The service refused the request or gave no usable answer.");
            writer.Line("public virtual " + type + " " + name + "(string id, " + ActionParameter.Cancellation.Declaration + ") => Core." + name + "(id, cancellationToken);");
        }
    }

    private static void Operations(SourceWriter writer, EntitySpec spec)
    {
        string id = Names.Parameter(spec.Name).TrimStart('@') is var name && name is "operation" ? "entityId" : name + "Id";
        string operation = "global::MediaOps.Operation<" + spec.Name + ">";
        foreach ((string type, string method) in new[] { (operation, "GetOperation"), (Task + "<" + operation + ">", "GetOperationAsync") })
        {
            writer.Gap();
            writer.Summary("Asks for an operation by its id, whichever process sent it.");
            writer.Parameter("operationId", "The id of the operation, as <see cref=\"global::MediaOps.IOperation.Id\"/> told it.");
            writer.Parameter(id, "The id of the entity that it works on, where the caller knows it: a record that has expired is then made up for by the entity's state.");
            writer.Parameter(ActionParameter.Cancellation.Name, "Ends the call.");
            writer.Returns("The operation, as it is now.");
            writer.Throws("global::System.ArgumentException", "The id is no id of an operation.");
            writer.Throws("global::MediaOps.ServiceException", "The service does not know the operation, or gave no usable answer.");
            writer.Line("public virtual " + type + " " + method + "(string operationId, string? " + id + " = null, " + ActionParameter.Cancellation.Declaration + ") => Core." + method + "(operationId, " + id + ", cancellationToken);");
        }
    }
}
