using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>
/// The four forms of one action of an entity:
/// <code>
/// void Start(PollingOptions? polling = null, CancellationToken cancellationToken = default)
/// Task StartAsync(the same)
/// Operation&lt;Channel&gt; SendStartOperation(CancellationToken cancellationToken = default)
/// Task&lt;Operation&lt;Channel&gt;&gt; SendStartOperationAsync(the same)
/// </code>
/// On the interface the sending forms speak of <c>IOperation</c>.
/// </summary>
internal sealed class ActionForms
{
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string IOperation = "global::MediaOps.IOperation";

    private readonly EntityModel _model;
    private readonly ActionSpec _action;
    private readonly StateRule _rule;
    private readonly IReadOnlyList<ActionParameter> _own;
    private readonly string _entity;
    private readonly string _typed;

    public ActionForms(EntityModel model, ActionSpec action, StateRule rule, TypeMap types)
    {
        _model = model;
        _action = action;
        _rule = rule;
        _own = [.. ActionParameter.Of(action, types).Select(parameter => parameter.Parameter)];
        _entity = "global::" + model.Service.Namespace + "." + model.Spec.Name;
        _typed = "global::MediaOps.Operation<" + _entity + ">";
    }

    private IEnumerable<ActionParameter> Waiting => [.. _own, ActionParameter.Polling, ActionParameter.Cancellation];

    private IEnumerable<ActionParameter> Sending => [.. _own, ActionParameter.Cancellation];

    /// <summary>The names of the four forms.</summary>
    public static IReadOnlyList<string> NamesOf(string action) => [action, action + "Async", .. SendNamesOf(action)];

    /// <summary>The names of the two forms that return an operation.</summary>
    public static IReadOnlyList<string> SendNamesOf(string action) => ["Send" + action + "Operation", "Send" + action + "OperationAsync"];

    /// <summary>The actions of an entity that are called on an object of it.</summary>
    public static IEnumerable<ActionSpec> ActionsOf(EntitySpec spec) => new[] { spec.Update, spec.Delete }.OfType<ActionSpec>().Concat(spec.Actions);

    /// <summary>Writes the members of the interface.</summary>
    public void WriteInterface(SourceWriter writer)
    {
        Head(writer, send: false, Waiting);
        writer.Line("void " + _action.Name + "(" + Declare(Waiting) + ");");
        Head(writer, send: false, Waiting);
        writer.Line(Task + " " + _action.Name + "Async(" + Declare(Waiting) + ");");
        Head(writer, send: true, Sending);
        writer.Line(IOperation + " Send" + _action.Name + "Operation(" + Declare(Sending) + ");");
        Head(writer, send: true, Sending);
        writer.Line(Task + "<" + IOperation + "> Send" + _action.Name + "OperationAsync(" + Declare(Sending) + ");");
    }

    /// <summary>Writes the members of the class.</summary>
    public void WriteClass(SourceWriter writer)
    {
        Head(writer, send: false, Waiting);
        writer.Line("public virtual void " + _action.Name + "(" + Declare(Waiting) + ") =>\n    " + Call("Run", "", "polling, cancellationToken") + ";");
        Head(writer, send: false, Waiting);
        writer.Line("public virtual " + Task + " " + _action.Name + "Async(" + Declare(Waiting) + ") =>\n    " + Call("Run", "Async", "polling, cancellationToken") + ";");
        Head(writer, send: true, Sending);
        writer.Line("public virtual " + _typed + " Send" + _action.Name + "Operation(" + Declare(Sending) + ") =>\n    " + Call("Send", "", "cancellationToken") + ";");
        Head(writer, send: true, Sending);
        writer.Line("public virtual " + Task + "<" + _typed + "> Send" + _action.Name + "OperationAsync(" + Declare(Sending) + ") =>\n    " + Call("Send", "Async", "cancellationToken") + ";");

        if (_model.Service.Interfaces)
        {
            string @interface = "global::" + _model.Service.Namespace + ".I" + _model.Spec.Name;
            string bare = string.Join(", ", Sending.Select(parameter => parameter.BareDeclaration));
            string arguments = string.Join(", ", Sending.Select(parameter => parameter.Name));
            writer.Gap();
            writer.Line(IOperation + " " + @interface + ".Send" + _action.Name + "Operation(" + bare + ") =>\n    Send" + _action.Name + "Operation(" + arguments + ");");
            writer.Gap();
            writer.Line("async " + Task + "<" + IOperation + "> " + @interface + ".Send" + _action.Name + "OperationAsync(" + bare + ") =>\n    await Send" + _action.Name + "OperationAsync(" + arguments + ").ConfigureAwait(false);");
        }
    }

    /// <summary>Documentation and attributes of one form.</summary>
    private void Head(SourceWriter writer, bool send, IEnumerable<ActionParameter> parameters)
    {
        writer.Gap();
        ActionDocumentation.Write(writer, _model, _action, _rule, send, parameters, _own.Count > 0);
        _rule.WriteTransition(writer, _action, send);
    }

    private string Call(string verb, string suffix, string rest)
    {
        if (_action.Kind == ActionKind.Update)
        {
            // Only the core knows which members were changed.
            return "Core." + (verb == "Run" ? "Update" : "SendUpdate") + suffix + "(" + rest + ")";
        }

        string definition = "global::" + _model.Service.Namespace + "." + _model.Spec.Name + "Actions." + _action.Name;
        return "Core." + verb + suffix + "(" + definition + ", " + ActionBodyEmitter.Call(_model, _action, _own) + ", " + rest + ")";
    }

    private static string Declare(IEnumerable<ActionParameter> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Declaration));
}
