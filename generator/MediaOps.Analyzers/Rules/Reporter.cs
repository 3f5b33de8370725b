using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MediaOps.Analyzers;

/// <summary>Tells what is wrong, in words and with what the fixes need.</summary>
internal sealed class Reporter(BodyScope scope, Effects effects, Action<Diagnostic> report)
{
    private const int LongestReceiver = 60;

    private const string NoName = "the entity";

    /// <summary>A call of an action.</summary>
    public void Tell(IInvocationOperation call, Verdict verdict, ActionFacts action, int id)
    {
        if (verdict.Wrong == Wrong.Nothing || effects.State[id] is not { } entity)
        {
            return;
        }

        string method = call.TargetMethod.Name;
        string receiver = TextOf(call.Instance);
        string named = Quoted(receiver);
        string needs = Words(action.States.Names(verdict.Allowed));
        (DiagnosticDescriptor rule, string message) = verdict.Wrong switch
        {
            Wrong.Impossible => (Descriptors.Impossible, $"'{method}' needs {needs}, but {named} is {Now(entity)}"),
            Wrong.InFlight => (Descriptors.InFlight, $"'{method}' needs {needs}, but an operation on {named} is still in flight: it is {Now(entity)}; await the operation first"),
            Wrong.Possible => (Descriptors.Possible, $"'{method}' needs {needs}, but {named} can be {Now(entity)}"),
            Wrong.Deleted => (Descriptors.Deleted, $"'{method}' cannot be called: {named} was deleted{Why(entity)}"),
            Wrong.Update => (Descriptors.Update, $"'{method}' sends '{verdict.Property}', which can be changed in {needs} only, but {named} is {Now(entity)}"),
            _ => (Descriptors.Requirement, OfRequirement(method, named, verdict)),
        };
        DiagnosticDescriptor told = action.Inferred ? Descriptors.Inferred(rule) : rule;
        Report(
            told,
            NameOf(call),
            told.Equals(rule) ? message : message + "; a warning only, because no source states this rule",
            verdict.Wrong == Wrong.Requirement ? OfOther(verdict) : OfEntity(id, entity, call.Instance?.Type, receiver, verdict.Allowed));
    }

    /// <summary>An entity that is given to a parameter that promises a state.</summary>
    public void TellGiven(IOperation call, IArgumentOperation argument, int id, StateSet promised)
    {
        if (effects.State[id] is { } entity && argument.Parameter is { ContainingSymbol: var taker } parameter)
        {
            string name = taker is IMethodSymbol { MethodKind: Microsoft.CodeAnalysis.MethodKind.Constructor } ? taker.ContainingType.Name : taker.Name;
            TellPromise(NameOf(call), argument.Value, id, entity, promised, $"'{name}' takes '{parameter.Name}' in");
        }
    }

    /// <summary>An entity that is returned by a method that promises a state.</summary>
    public void TellReturned(IOperation returned, Value value, IMethodSymbol method, StateSet promised)
    {
        if (value is EntityValue { Id: var id } && effects.State[id] is { } entity)
        {
            TellPromise(returned.Syntax.GetLocation(), returned, id, entity, promised, $"'{method.Name}' promises to return");
        }
    }

    /// <summary>A comparison of a state with states that the entity cannot be in.</summary>
    public void CheckNeverTrue(Value test, IOperation comparison)
    {
        if (test is StateTest check
            && effects.State[check.Id] is { } entity
            && entity.Version == check.At
            && Conditions.IsNever(entity, check.WhenTrue))
        {
            string asked = Words(entity.Facts.States.Names(check.WhenTrue));
            Report(Descriptors.NeverTrue, comparison.Syntax.GetLocation(), $"This is never true: the state is not {asked} but {Now(entity)}", ImmutableDictionary<string, string?>.Empty);
        }
    }

    /// <summary>A statement that drops the operation that it sent.</summary>
    public void CheckDropped(IOperation statement)
    {
        IOperation at = statement;
        while (true)
        {
            switch (at)
            {
                case IAwaitOperation awaited:
                    at = awaited.Operation;
                    continue;
                case IConversionOperation conversion:
                    at = conversion.Operand;
                    continue;
                case IInvocationOperation { Instance: { } task } call when Frameworks.PassesOn(call.TargetMethod):
                    at = task;
                    continue;
                case IInvocationOperation call when scope.Facts.MethodOf(call.TargetMethod) is { Action.Send: true } or { Creation.Send: true }:
                    Report(
                        Descriptors.Dropped,
                        NameOf(call),
                        $"The operation that '{call.TargetMethod.Name}' returns is dropped, so nobody will know when it ends and whether it failed; keep it and wait for it",
                        ImmutableDictionary<string, string?>.Empty);
                    return;
                default:
                    return;
            }
        }
    }

    private void TellPromise(Location location, IOperation operation, int id, EntityState entity, StateSet promised, string who)
    {
        StateSet allowed = promised | entity.Facts.States.Unknown;
        string receiver = TextOf(operation);
        string message = $"{who} {Words(entity.Facts.States.Names(promised))}, but {Quoted(receiver)}";
        ImmutableDictionary<string, string?> properties = OfEntity(id, entity, operation.Type, receiver, promised);
        if (!entity.States.Overlaps(allowed))
        {
            Report(Descriptors.Impossible, location, $"{message} is {Now(entity)}", properties);
        }
        else if (Verdict.IsPartial(entity.States, allowed))
        {
            Report(Descriptors.Possible, location, $"{message} can be {Now(entity)}", properties);
        }
    }

    private string OfRequirement(string method, string named, Verdict verdict)
    {
        EntityState other = effects.State[verdict.Other]!;
        RequirementFacts requirement = verdict.Requirement!;
        string name = NameOf(verdict.Other) is { } place ? "'" + place + "'" : requirement.IsParent ? "it" : "one";
        string needs = Words(requirement.States.Names(requirement.Allowed));
        return requirement.IsParent
            ? $"'{method}' needs the {requirement.EntityName} of {named} to be {needs}, but {name} is {Now(other)}"
            : $"'{method}' needs every {requirement.EntityName} of {named} to be {needs}, but {name} is {Now(other)}";
    }

    private ImmutableDictionary<string, string?> OfOther(Verdict verdict)
    {
        EntityState other = effects.State[verdict.Other]!;
        ITypeSymbol? type = null;
        string? name = NameOf(verdict.Other);
        foreach (object place in effects.State.PlacesOf(value => value is EntityValue entity && entity.Id == verdict.Other))
        {
            type ??= place switch
            {
                ILocalSymbol local => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field => field.Type,
                _ => null,
            };
        }

        return OfEntity(verdict.Other, other, type, name, verdict.Allowed);
    }

    private ImmutableDictionary<string, string?> OfEntity(int id, EntityState entity, ITypeSymbol? type, string? receiver, StateSet allowed)
    {
        // What may be gone still has the state that it was last seen in: to check it says nothing.
        bool tellsState = !(entity.States.Overlaps(allowed) && entity.States.Overlaps(StateSet.Gone));
        ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        Add(FixProperties.Receiver, receiver);
        Add(FixProperties.Allowed, string.Join(",", entity.Facts.States.Names(allowed)));
        Add(FixProperties.StateEnum, entity.Facts.States.FullName);
        Add(FixProperties.StateProperty, tellsState ? entity.Facts.StateProperty : null);
        Add(FixProperties.Insert, Insertion.Find(type, id, allowed, effects.State, scope.Facts));
        Add(FixProperties.Operation, OperationOf(id, entity));
        Add(FixProperties.Refresh, entity.Facts.CanRefresh ? "true" : null);
        return properties.ToImmutable();

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                properties.Add(key, value);
            }
        }
    }

    /// <summary>The local that holds the operation in flight.</summary>
    private string? OperationOf(int id, EntityState entity) => entity.InFlight
        ? effects.State.PlacesOf(value => value is OperationValue operation && operation.Id == id && operation.At == entity.Version).OfType<ILocalSymbol>().FirstOrDefault()?.Name
        : null;

    /// <summary>The variable that holds an entity.</summary>
    private string? NameOf(int id) => effects.State.PlacesOf(value => value is EntityValue entity && entity.Id == id)
        .OfType<ISymbol>()
        .Select(symbol => symbol.Name)
        .OrderBy(name => name, StringComparer.Ordinal)
        .FirstOrDefault();

    private static Location NameOf(IOperation call) => (call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        ObjectCreationExpressionSyntax creation => creation.Type,
        var other => other,
    }).GetLocation();

    private static string Quoted(string receiver) => receiver == NoName ? receiver : "'" + receiver + "'";

    private static string TextOf(IOperation? operation)
    {
        if (operation is null or IInstanceReferenceOperation { IsImplicit: true })
        {
            return "this";
        }

        string text = operation.Syntax.ToString();
        return text.Length <= LongestReceiver && text.IndexOf('\n') < 0 ? text : NoName;
    }

    private static string Now(EntityState entity)
    {
        ImmutableArray<string> names = entity.Facts.States.Names(entity.States);
        string states = Words(entity.States.Overlaps(StateSet.Gone) && !entity.States.Overlaps(StateSet.Unnamed) ? names.Add("deleted") : names);
        return (states.Length == 0 ? "in a state without a name" : states) + " here" + Why(entity);
    }

    private static string Why(EntityState entity) => entity.Cause is { } cause ? " (" + cause + ")" : "";

    private static string Words(ImmutableArray<string> names) =>
        names.Length < 2 ? string.Concat(names) : string.Join(", ", names.Take(names.Length - 1)) + " or " + names[names.Length - 1];

    private void Report(DiagnosticDescriptor rule, Location location, string message, ImmutableDictionary<string, string?> properties) =>
        report(Diagnostic.Create(rule, location, properties, message));
}
