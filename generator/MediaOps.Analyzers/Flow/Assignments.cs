using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MediaOps.Analyzers;

/// <summary>Assignments, in all the shapes that the language has. What is put elsewhere than into a variable, other code may have.</summary>
internal sealed class Assignments(BodyScope scope, Effects effects, Transfer transfer)
{
    public static bool Is(IOperation operation) =>
        operation is IFlowCaptureOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IDeclarationExpressionOperation;

    public Value Evaluate(IOperation operation)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                Value captured = transfer.Evaluate(capture.Value);
                effects.State.Write(capture.Id, captured);
                return captured;
            case ISimpleAssignmentOperation assignment:
                Visit(assignment.Target);
                Value value = transfer.Evaluate(assignment.Value);
                Assign(assignment.Target, value);
                return value;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value);
                return Value.Unknown;
            case IAssignmentOperation compound:
                Visit(compound.Target);
                Value added = transfer.Evaluate(compound.Value);
                effects.Escape(added);
                if (compound is ICompoundAssignmentOperation { OperatorMethod: not null })
                {
                    effects.Hand(compound, added, transfer.Peek(compound.Target));
                }

                Assign(compound.Target, Value.Unknown);
                return Value.Unknown;
            case IIncrementOrDecrementOperation step:
                Visit(step.Target);
                Assign(step.Target, Value.Unknown);
                return Value.Unknown;
            case IDeclarationExpressionOperation declaration:
                return transfer.Evaluate(declaration.Expression);
            default:
                throw new ArgumentException("No assignment: " + operation.Kind, nameof(operation));
        }
    }

    /// <summary>Puts a value into a variable or elsewhere.</summary>
    public void Assign(IOperation target, Value value)
    {
        if (target is IDeclarationExpressionOperation declaration)
        {
            Assign(declaration.Expression, value);
        }
        else if (scope.TargetOf(target) is { } place)
        {
            effects.State.Write(place, value);
            if (place is IFieldSymbol || scope.IsField(place))
            {
                effects.Escape(value);
            }
        }
        else if (target is not IDiscardOperation)
        {
            effects.Escape(value);
            switch (scope.Unwrap(target))
            {
                case IPropertyReferenceOperation property:
                    SetProperty(property, value);
                    if (property.Property.ReturnsByRef)
                    {
                        effects.ForgetFields();
                    }

                    break;
                case IFieldReferenceOperation { Field: { RefKind: RefKind.None } field }:
                    // The field of an object that can be this one.
                    effects.State.Write(field, Value.Unknown);
                    break;
                case ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation { Parameter.RefKind: RefKind.None } or IArrayElementReferenceOperation:
                    break;
                case var reference:
                    effects.ForgetFields(isWhole: reference is IInstanceReferenceOperation);
                    break;
            }
        }
    }

    /// <summary>Evaluates what stands inside of an assigned expression.</summary>
    private void Visit(IOperation target)
    {
        switch (target)
        {
            case IPropertyReferenceOperation property:
                transfer.Evaluate(property.Instance);
                foreach (IArgumentOperation argument in property.Arguments)
                {
                    transfer.Give(argument.Value);
                }

                break;
            case IFieldReferenceOperation field:
                transfer.Evaluate(field.Instance);
                break;
            case IArrayElementReferenceOperation element:
                foreach (IOperation child in element.ChildOperations)
                {
                    transfer.Evaluate(child);
                }

                break;
            case IInvocationOperation:
                transfer.Give(target);
                break;
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements)
                {
                    Visit(element);
                }

                break;
        }
    }

    private void Deconstruct(IOperation target, IOperation source)
    {
        IOperation inner = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        ImmutableArray<IOperation> targets = inner is ITupleOperation tuple ? tuple.Elements : [];
        Visit(inner);
        if (source is ITupleOperation values && values.Elements.Length == targets.Length && !targets.Any(element => element is ITupleOperation))
        {
            // All values are there before the first is assigned: (a, b) = (b, a).
            Value[] all = [.. values.Elements.Select(transfer.Evaluate)];
            for (int i = 0; i < all.Length; i++)
            {
                Assign(targets[i], all[i]);
            }
        }
        else
        {
            Value whole = transfer.Evaluate(source);
            effects.Hand(source, whole);
            Forget(inner);
        }
    }

    private void Forget(IOperation target)
    {
        if (target is ITupleOperation tuple)
        {
            foreach (IOperation element in tuple.Elements)
            {
                Forget(element);
            }
        }
        else
        {
            Assign(target, Value.Unknown);
        }
    }

    private void SetProperty(IPropertyReferenceOperation property, Value value)
    {
        bool isOwn = property.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
        if ((isOwn || value.Subject > 0) && !IsStored(property.Property))
        {
            // What the setter does is not seen.
            effects.RunOthers(property);
        }

        if (transfer.Peek(property.Instance) is EntityValue { Id: var told } && effects.State[told]?.Facts.StateProperty == property.Property.Name)
        {
            // A client that lets the state be set knows more of it than we do.
            effects.Forget(told, property);
        }

        if (transfer.Peek(property.Instance) is EntityValue { Id: var id } && effects.State[id] is { } entity && scope.Facts.UpdatableIn(property.Property) is { IsAll: false } states)
        {
            var edit = new Edit(property.Property.Name, states);
            effects.State.Set(id, entity with { Edits = [.. entity.Edits.Where(known => known.Property != edit.Property).Append(edit).OrderBy(known => known.Property, StringComparer.Ordinal)] });
        }
    }

    /// <summary>Whether the accessors of a property are known to do nothing but to keep the value.</summary>
    public static bool IsStored(IPropertySymbol property) =>
        (property.SetMethod ?? property.GetMethod) is { } accessor && Frameworks.IsQuiet(accessor)
        || property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
