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
/// On the interface the sending forms speak of <c>IOperation</c>. An action that answers with a value gives it instead of nothing. Where there is nothing
/// to wait for, and no entity whose state could be followed, the first two forms are all, and take no polling options.
/// </summary>
internal sealed class ActionForms
{
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string IOperation = "global::MediaOps.IOperation";

    private readonly EntityModel _model;
    private readonly ActionSpec _action;
    private readonly StateRule _rule;
    private readonly ActionResult? _result;
    private readonly IReadOnlyList<ActionParameter> _own;
    private readonly string _operation;

    public ActionForms(EntityModel model, ActionSpec action, StateRule rule, TypeMap types)
    {
        _model = model;
        _action = action;
        _rule = rule;
        _result = ActionResult.Of(model, action, types);
        _own = [.. ActionParameter.Of(action, types).Select(parameter => parameter.Parameter)];
        _operation = OperationOf(model, _result);
    }

    /// <summary>Whether nothing is waited for: no tracking tells when it has ended, and there is a value, or no entity of many.</summary>
    private bool IsCall => !_model.IsTracked(_action) && (_result is not null || _model.Spec.Singleton);

    private IEnumerable<ActionParameter> Waiting => IsCall ? Sending : [.. _own, ActionParameter.Polling, ActionParameter.Cancellation];

    private IEnumerable<ActionParameter> Sending => [.. _own, ActionParameter.Cancellation];

    private bool IsStreamed => IsCall && _result is { Paged: true };

    /// <summary>The actions of an entity that are called on an object of it.</summary>
    public static IEnumerable<ActionSpec> ActionsOf(EntitySpec spec) => new[] { spec.Update, spec.Delete }.OfType<ActionSpec>().Concat(spec.Actions);

    /// <summary>The type of an operation that ends with a result, or with none.</summary>
    public static string OperationOf(EntityModel model, ActionResult? result) =>
        "global::MediaOps.Operation<" + model.Qualify(model.Spec.Name) + (result is null ? "" : ", " + result.Whole) + ">";

    /// <summary>Writes the members of the interface.</summary>
    public void WriteInterface(SourceWriter writer)
    {
        foreach (bool isAsync in new[] { false, true })
        {
            Head(writer, send: false, Waiting);
            writer.Line(Returns(isAsync) + " " + Name(isAsync) + "(" + Declare(Waiting) + ");");
        }

        foreach (bool isAsync in IsCall ? [] : new[] { false, true })
        {
            Head(writer, send: true, Sending);
            writer.Line(InTask(IOperation, isAsync) + " " + SendName(isAsync) + "(" + Declare(Sending) + ");");
        }
    }

    /// <summary>Writes the members of the class.</summary>
    public void WriteClass(SourceWriter writer)
    {
        foreach (bool isAsync in new[] { false, true })
        {
            Head(writer, send: false, Waiting);
            writer.Line("public virtual " + Returns(isAsync) + " " + Name(isAsync) + "(" + Declare(Waiting) + ") =>\n    " + Run(isAsync) + ";");
        }

        if (IsCall)
        {
            return;
        }

        foreach (bool isAsync in new[] { false, true })
        {
            Head(writer, send: true, Sending);
            writer.Line("public virtual " + InTask(_operation, isAsync) + " " + SendName(isAsync) + "(" + Declare(Sending) + ") =>\n    " + Send(isAsync) + ";");
        }

        if (_model.Service.Interfaces)
        {
            string @interface = _model.Qualify("I" + _model.Spec.Name);
            string bare = string.Join(", ", Sending.Select(parameter => parameter.BareDeclaration));
            string arguments = string.Join(", ", Sending.Select(parameter => parameter.Name));
            writer.Gap();
            writer.Line(IOperation + " " + @interface + "." + SendName(isAsync: false) + "(" + bare + ") =>\n    " + SendName(isAsync: false) + "(" + arguments + ");");
            writer.Gap();
            writer.Line("async " + Task + "<" + IOperation + "> " + @interface + "." + SendName(isAsync: true) + "(" + bare + ") =>\n    await " + SendName(isAsync: true) + "(" + arguments + ").ConfigureAwait(false);");
        }
    }

    /// <summary>Documentation and attributes of one form.</summary>
    private void Head(SourceWriter writer, bool send, IEnumerable<ActionParameter> parameters)
    {
        writer.Gap();
        ActionDocumentation.Write(writer, _model, _action, _rule, send, parameters, _own.Count > 0, result: _result, streamed: IsStreamed);
        _rule.WriteTransition(writer, _action, send);
    }

    private string Name(bool isAsync) => _action.Name + Async(isAsync);

    private string SendName(bool isAsync) => "Send" + _action.Name + "Operation" + Async(isAsync);

    private string Returns(bool isAsync) => (_result, isAsync) switch
    {
        (null, false) => "void",
        (null, true) => Task,
        _ when IsStreamed => "global::System.Collections.Generic." + (isAsync ? "IAsyncEnumerable<" : "IEnumerable<") + _result!.Type + ">",
        _ => InTask(_result!.Whole, isAsync),
    };

    private string Run(bool isAsync)
    {
        string polling = IsCall ? "null, " : "polling, ";
        if (_action.Kind == ActionKind.Update)
        {
            return Update("Update", isAsync, polling);
        }

        string method = IsStreamed ? "Pages" : _result is { Paged: true } ? "RunPages" : "Run";
        return "Core." + method + Async(isAsync) + "(" + Definition + ", " + Arguments + Reader + ", " + (IsStreamed ? "" : polling) + "cancellationToken)";
    }

    private string Send(bool isAsync) => _action.Kind == ActionKind.Update
        ? Update("SendUpdate", isAsync, "")
        : "Core." + (_result is { Paged: true } ? "SendPages" : "Send") + Async(isAsync) + "(" + Definition + ", " + Arguments + Reader + ", cancellationToken)";

    /// <summary>Only the core knows which members were changed.</summary>
    private string Update(string method, bool isAsync, string polling) =>
        "Core." + method + Async(isAsync) + "(" + (_own.Count > 0 ? Arguments + ", " : "") + polling + "cancellationToken)";

    private string Definition => _model.Qualify(_model.Spec.Name + "Actions." + _action.Name);

    private string Arguments => ActionArgumentsEmitter.Call(_model, _action, _own);

    private string Reader => _result is null ? "" : ", " + _result.Field;

    private static string Async(bool isAsync) => isAsync ? "Async" : "";

    private static string InTask(string type, bool isAsync) => isAsync ? Task + "<" + type + ">" : type;

    private static string Declare(IEnumerable<ActionParameter> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Declaration));
}
