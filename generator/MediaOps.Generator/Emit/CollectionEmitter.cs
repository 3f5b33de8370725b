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

        string[] ancestors = [.. model.Ancestors.Select(ParameterName.Of)];
        bool isQueried = ListEmitter.IsQueried(model);
        writer.Summary("The " + Documentation.Code(spec.Plural) + " of " + Owner(model, ancestors.Length > 0) + ". Safe for use by many threads.");
        using (writer.Type("public partial class " + name + (isQueried ? " : " + QueryEmitter.Interface(model) : "")))
        {
            writer.Line("private readonly " + core + "? _core;");
            writer.Gap();
            writer.Summary("For mocks: a collection that is connected to nothing.");
            using (writer.Block("protected " + name + "()"))
            {
            }

            writer.Gap();
            writer.Line("internal " + name + "(global::MediaOps.Runtime.ServiceConnection connection" + string.Concat(ancestors.Select(ancestor => ", string " + ancestor)) + ")");
            using (writer.Block("    : this(new " + core + "(" + spec.Name + "Definition.Binding, connection" + string.Concat(ancestors.Select(ancestor => ", " + ancestor)) + "))"))
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

            if (ListEmitter.IsListed(model))
            {
                ListEmitter.Write(writer, model);
            }

            if (isQueried)
            {
                QueryEmitter.Write(writer, model);
            }

            ResumeEmitter.WriteCollection(writer, model);
        }
    });

    private static string Owner(EntityModel model, bool inside) => model.Parent switch
    {
        { } parent when inside => "one " + Documentation.Code(parent.Entity),
        { List: not null } parent => "the service or of one " + Documentation.Code(parent.Entity),
        _ => "the service",
    };

    private static void Create(SourceWriter writer, EntityModel model, ActionSpec create)
    {
        string options = model.Spec.Name + "CreationOptions";
        bool asks = CreationOptionsEmitter.AsksForState(model.Spec, create);
        Member? state = asks ? new TypeMap(model).Members(model.Spec.Properties).FirstOrDefault(member => EntityDataEmitter.IsState(model.Spec, member)) : null;
        string requested = state is null ? "null" : "options." + state.Name + "?.ToString()";

        var whole = new ActionParameter(options, "options", Default: null, "What the new entity is made of.");
        Forms(writer, model, create, [whole], asks, "Core.{0}(Arguments(options), " + requested + ", {1})");

        foreach (Overload overload in Overload.Of(model.Spec, create, new TypeMap(model)))
        {
            string arguments = string.Join(", ", overload.Parameters.Select(parameter => parameter.Name));
            Forms(writer, model, create, overload.Parameters, asksForState: false, "{0}(new " + options + "(" + arguments + "), {1})");
        }

        Arguments(writer, model, options);
    }

    /// <summary>Writes the method that makes what a create sends: where the entity has a parent, the collection may know it.</summary>
    private static void Arguments(SourceWriter writer, EntityModel model, string options)
    {
        const string Null = " ?? throw new global::System.ArgumentNullException(nameof(options))";
        const string Type = "global::MediaOps.Runtime.RequestArguments";
        writer.Gap();
        if (CreationOptionsEmitter.ParentProperty(model) is not { } parent)
        {
            writer.Line("private static " + Type + " Arguments(" + options + " options) =>");
            writer.Line("    " + options + "Json.Make(options" + Null + ");");
            return;
        }

        using (writer.Block("private " + Type + " Arguments(" + options + " options)"))
        {
            writer.Line("string parent = Core.ParentIdFor((options" + Null + ")." + parent.Name + ", nameof(options." + parent.Name + "));");
            writer.Line("return " + options + "Json.Make(options." + CreationOptionsEmitter.WithParent + "(parent));");
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
}
