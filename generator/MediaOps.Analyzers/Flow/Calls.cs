using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MediaOps.Analyzers;

/// <summary>What calls and awaits give and do.</summary>
internal sealed class Calls(BodyScope scope, Sites sites, Effects effects, Transfer transfer)
{
    private readonly Actions _actions = new(sites, effects);

    private FlowState State => effects.State;

    /// <summary>A call.</summary>
    public Value Invoke(IInvocationOperation call, Reporter? reporter)
    {
        IMethodSymbol method = call.TargetMethod;
        Value receiver = transfer.Evaluate(call.Instance);
        if (Frameworks.JoinsAll(method))
        {
            var all = new TasksValue([.. call.Arguments.SelectMany(argument => Elements(argument.Value))]);
            return method.Name == "WaitAll" ? Await(all, call) : all;
        }

        Value[] arguments = [.. call.Arguments.Select(argument => transfer.Evaluate(argument.Value))];
        MethodFacts facts = scope.Facts.MethodOf(method);
        if (facts.Kind == MethodKind.Action && receiver is EntityValue { Id: var id })
        {
            EscapeAll(arguments);
            return _actions.Act(call, id, facts.Action!, reporter, ends: IsEnd(method));
        }

        if (facts.Kind == MethodKind.Create)
        {
            EscapeAll(arguments);
            return Create(call, receiver, facts.Creation!);
        }

        if (facts.Kind != MethodKind.Opaque)
        {
            EscapeAll(arguments);
        }

        switch (facts.Kind)
        {
            case MethodKind.Refresh when receiver is EntityValue { Id: var read }:
                effects.MayThrow();
                return Read(call, read, Value.Unknown);
            case MethodKind.Refresh when receiver is OperationValue operation:
                return Refresh(call, operation);
            case MethodKind.Wait when receiver is OperationValue operation:
                return Wait(call, operation);
            case MethodKind.Wait or MethodKind.Refresh:
                return OfUnknown(call);
            case MethodKind.Neutral when !method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate):
                return Value.Unknown;
        }

        return Plain(call, receiver, arguments, reporter);
    }

    /// <summary>A constructor: of other code it may do anything with what it is given.</summary>
    public void Construct(IObjectCreationOperation creation, Reporter? reporter)
    {
        Value[] arguments = [.. creation.Arguments.Select(argument => transfer.Evaluate(argument.Value))];
        CheckPromises(creation, creation.Arguments, arguments, reporter);
        EscapeAll(arguments);
        if (creation.Constructor is { } constructor && !Frameworks.IsQuiet(constructor) && (creation.Arguments.Length > 0 || constructor is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false }))
        {
            Open(creation.Arguments);
            effects.RunOthers(creation);
        }

        transfer.Evaluate(creation.Initializer);
    }

    /// <summary>The end of a task.</summary>
    public Value Await(Value task, IOperation site)
    {
        switch (task)
        {
            case TaskValue single:
                effects.Pass(single.Quiet ? null : single.Told, site, single);
                return End(single, site);
            case TasksValue many when many.Parts.All(part => part is TaskValue):
                effects.Pass(null, site, [.. many.Parts.Cast<TaskValue>()]);
                foreach (Value part in many.Parts)
                {
                    End((TaskValue)part, site);
                }

                return Value.Unknown;
            case TasksValue many:
                effects.RunOthers(site);
                foreach (TaskValue part in many.Parts.OfType<TaskValue>())
                {
                    End(part, site);
                }

                return Value.Unknown;
            default:
                effects.Escape(task);
                effects.RunOthers(site);
                return Value.Unknown;
        }
    }

    private Value End(TaskValue task, IOperation site)
    {
        if (task.Quiet)
        {
            effects.Abandon(task, site);
            return Value.Unknown;
        }

        Value result = task.Result;
        if (task.End is { } end)
        {
            bool holds = State[task.Id]?.Version == task.At;
            effects.Complete(task.Id, task.At, end, site, task.Call);
            if (result is OperationValue operation)
            {
                result = operation with { At = holds ? VersionOf(task.Id) : -1 };
            }
        }
        else if (task.Call > 0)
        {
            effects.EndRead(task.Id, site, task.Call);
        }

        effects.Assume(task);
        if (result is EntityValue || task.End is { InFlight: false })
        {
            Exists(task.Id);
        }

        return result;
    }

    private static Value Quiet(Value task) => task switch
    {
        TaskValue single => single with { Quiet = true },
        TasksValue many => new TasksValue([.. many.Parts.Select(Quiet)]),
        _ => task,
    };

    /// <summary>Whoever gets an entity, or has waited for what makes it, knows that it was made.</summary>
    private void Exists(int id)
    {
        if (State[id] is { Maybe: true } made)
        {
            State.Set(id, made with { Maybe = false });
        }
    }

    private Value Create(IInvocationOperation call, Value receiver, CreationFacts creation)
    {
        int id = sites.Of(call);
        effects.MayThrow();
        EntityState? parent = receiver is OwnedValue owner ? State[owner.Id] : null;
        StateSet initial = Creations.Initial(call, creation, scope.Model);
        var cause = new Cause("created", Places.LineOf(call));
        State.Make(id, new EntityState(creation.Entity, id, Origin.Fresh)
        {
            States = creation.Send ? StateSet.All : initial,
            Cause = creation.Send ? null : cause,
            Parent = parent is null ? -1 : receiver.Subject,
            Escaped = parent is { Escaped: true },
            Maybe = creation.Send || Frameworks.IsTask(call.TargetMethod.ReturnType),
        });
        Value result = creation.Send ? new OperationValue(id, id, new Effect(initial, InFlight: false, StateSet.All, StateSet.None, cause)) : new EntityValue(id);
        return Frameworks.IsTask(call.TargetMethod.ReturnType) ? new TaskValue(id, id, null, result) : result;
    }

    /// <summary>A read of an operation, or of the entity that it works on: once nobody waited, the entity may be anywhere.</summary>
    private Value Refresh(IInvocationOperation call, OperationValue operation)
    {
        effects.MayThrow();
        bool isTarget = Result(call.TargetMethod.ReturnType) is not null;
        Value result = isTarget ? new EntityValue(operation.Id) : Value.Unknown;
        return !isTarget || State[operation.Id] is { InFlight: true } ? Read(call, operation.Id, result)
            : Frameworks.IsTask(call.TargetMethod.ReturnType) ? new TaskValue(operation.Id, -1, null, result)
            : result;
    }

    /// <summary>An entity is read: what it is seen in from now on, or once the task has ended, nobody knows.</summary>
    private Value Read(IInvocationOperation call, int id, Value result)
    {
        effects.Forget(id, call, read: true);
        if (!Frameworks.IsTask(call.TargetMethod.ReturnType))
        {
            return result;
        }

        effects.Begin(id, call);
        return new TaskValue(id, -1, null, result, sites.Of(call));
    }

    /// <summary>Somebody waits for something unknown, or asks how far it is: it may be an operation on any entity, and end at any moment until the task has ended.</summary>
    private Value OfUnknown(IInvocationOperation call)
    {
        effects.MayThrow();
        effects.ForgetAll(call);
        if (!Frameworks.IsTask(call.TargetMethod.ReturnType))
        {
            return Value.Unknown;
        }

        int site = sites.Of(call);
        ImmutableArray<int> all = [.. State.Entities.Select(pair => pair.Key).OrderBy(id => id)];
        foreach (int id in all)
        {
            effects.Begin(id, call);
        }

        return new TasksValue([.. all.Select(id => new TaskValue(id, -1, null, Value.Unknown, site))]);
    }

    private Value Wait(IInvocationOperation call, OperationValue operation)
    {
        if (!Frameworks.IsTask(call.TargetMethod.ReturnType))
        {
            effects.Complete(operation.Id, operation.At, operation.End, call);
            Exists(operation.Id);
            return Value.Unknown;
        }

        // Between the call and the await the operation may end.
        bool holds = State[operation.Id]?.Version == operation.At;
        effects.Complete(operation.Id, operation.At, operation.End with { States = operation.End.Risk, InFlight = false }, call);
        effects.Begin(operation.Id, call);
        return new TaskValue(operation.Id, holds ? VersionOf(operation.Id) : -1, operation.End, Value.Unknown, sites.Of(call));
    }

    /// <summary>A method without an attribute of ours.</summary>
    private Value Plain(IInvocationOperation call, Value receiver, Value[] arguments, Reporter? reporter)
    {
        IMethodSymbol method = call.TargetMethod;
        if (receiver is TaskValue or TasksValue && Frameworks.PassesOn(method))
        {
            return Frameworks.Suppresses(call) ? Quiet(receiver) : receiver;
        }

        if (receiver is TaskValue or TasksValue && Frameworks.WaitsFor(method))
        {
            return Await(receiver, call);
        }

        if (receiver is StateCopy && method.Name == nameof(Equals) && call.Arguments.Length == 1)
        {
            return transfer.Conditions.Equal(receiver, call.Arguments[0].Value);
        }

        CheckPromises(call, call.Arguments, arguments, reporter);

        // A kind of entity of somebody's own can do anything where it is only written as a text.
        bool isExtended = call.Arguments.Any(argument => scope.Facts.IsExtended(Conditions.WithoutConversions(argument.Value).Type));
        if (isExtended || !Frameworks.KeepsNothing(method))
        {
            EscapeAll(arguments);
        }

        bool quiet = !isExtended && Frameworks.IsQuiet(method);
        if (receiver is EntityValue or OperationValue && !Frameworks.IsObjects(method) && !quiet)
        {
            effects.Escape(receiver);
            effects.Forget(receiver.Subject, call);
        }

        effects.MayThrow();
        if (!quiet)
        {
            Open(call.Arguments);
            effects.RunOthers(call);
        }

        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref))
        {
            transfer.Assign(argument.Value, Value.Unknown);
        }

        return Promised(call);
    }

    /// <summary>Who is given the client, or a collection of it, finds what was made there.</summary>
    private void Open(IEnumerable<IArgumentOperation> arguments)
    {
        if (arguments.Any(argument => scope.Facts.IsDoor(Conditions.WithoutConversions(argument.Value).Type)))
        {
            effects.EscapeAll();
        }
    }

    /// <summary>Whether what is given to a user's method is in the states that it takes.</summary>
    private void CheckPromises(IOperation call, ImmutableArray<IArgumentOperation> given, Value[] arguments, Reporter? reporter)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (given[i].Parameter is { } parameter && arguments[i] is EntityValue { Id: var id } && scope.Facts.InState(parameter) is { } promised)
            {
                reporter?.TellGiven(call, given[i], id, promised);
            }
        }
    }

    /// <summary>What a user's method promises of what it returns.</summary>
    private Value Promised(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (scope.Facts.InState(method) is not { } states || Result(method.ReturnType) is not { } facts)
        {
            return Value.Unknown;
        }

        int id = sites.Of(call);
        State.Make(id, new EntityState(facts, id, Origin.Elsewhere) { Escaped = true, States = states, Cause = new Cause("returned by '" + method.Name + "'", Places.LineOf(call)) });
        return Frameworks.IsTask(method.ReturnType) ? new TaskValue(id, id, null, new EntityValue(id)) : new EntityValue(id);
    }

    /// <summary>The kind of entity that a method returns, or that its task gives.</summary>
    private EntityFacts? Result(ITypeSymbol type) => scope.Facts.EntityOf(Frameworks.IsTask(type) && type is INamedTypeSymbol { TypeArguments: { Length: 1 } inner } ? inner[0] : type);

    /// <summary>Whether it is known when an action ends that was called like this: at the return, or at the await. Anything else that is returned may say that it failed, or end later.</summary>
    private bool IsEnd(IMethodSymbol method) =>
        method.ReturnsVoid || Frameworks.IsTask(method.ReturnType) || scope.Facts.EntityOf(method.ReturnType) is not null || scope.Facts.IsOperation(method.ReturnType) || Frameworks.IsOperation(method.ReturnType);

    private int VersionOf(int id) => State[id]?.Version ?? -1;

    private void EscapeAll(IEnumerable<Value> values)
    {
        foreach (Value value in values)
        {
            effects.Escape(value);
        }
    }

    /// <summary>The tasks that stand in an argument.</summary>
    private ImmutableArray<Value> Elements(IOperation argument) => argument switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Elements(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => [.. initializer.ElementValues.Select(transfer.Evaluate)],
        ICollectionExpressionOperation { Elements: var elements } when !elements.Any(element => element is ISpreadOperation) => [.. elements.Select(transfer.Evaluate)],
        _ => [Escaped(transfer.Evaluate(argument))],
    };

    private Value Escaped(Value value)
    {
        if (value is not TaskValue)
        {
            effects.Escape(value);
        }

        return value;
    }
}
