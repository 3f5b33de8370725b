using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MediaOps.Analyzers;

/// <summary>Conditions on states: comparisons and patterns. What is not understood can be true and false in every state.</summary>
internal sealed class Conditions(BodyScope scope, Effects effects, Transfer transfer)
{
    private static readonly (StateSet True, StateSet False) Anything = (StateSet.All, StateSet.All);

    /// <summary>The opposite of a condition.</summary>
    public static Value Not(Value test) => test switch
    {
        StateTest state => state with { WhenTrue = state.WhenFalse, WhenFalse = state.WhenTrue },
        NullTest isNull => isNull with { NullWhenTrue = !isNull.NullWhenTrue },
        _ => Value.Unknown,
    };

    /// <summary>What is known once a condition has been decided.</summary>
    public static void Narrow(FlowState state, Value test, bool outcome)
    {
        if (test is StateTest check && state[check.Id] is { } entity && entity.Version == check.At)
        {
            StateSet told = outcome ? check.WhenTrue : check.WhenFalse;
            if (told.IsAll || entity.States == StateSet.Gone || state.IsUnsettled(check.Id))
            {
                return;
            }

            // What is gone may still show any state.
            StateSet gone = entity.States.IsAll ? StateSet.None : entity.States & StateSet.Gone;
            StateSet states = (entity.States & told & ~StateSet.Gone) | gone;
            bool knowsBetter = (states & ~StateSet.Gone).IsEmpty;
            if (knowsBetter)
            {
                // The service moves without us: who looks knows better.
                states = told & ~StateSet.Gone;
            }

            if (states != entity.States)
            {
                bool assumed = entity.Assumed || (knowsBetter && IsNever(entity, told));
                state.Set(check.Id, entity with { Assumed = assumed, States = states, InFlight = entity.InFlight && states.IsWithin(entity.States), Cause = entity.States.IsAll ? null : entity.Cause });
            }
        }
        else if (test is NullTest isNull && state.Read(isNull.Place) is EntityValue value)
        {
            if (isNull.NullWhenTrue != outcome)
            {
                state.Write(isNull.Place, value with { MayBeNull = false });
            }
            else if (value.MayBeNull)
            {
                state.Write(isNull.Place, Value.Null);
            }
            else
            {
                state.Remove(value.Id);
            }
        }
    }

    /// <summary>Whether an entity cannot be found in any of some states.</summary>
    public static bool IsNever(EntityState entity, StateSet states) =>
        entity is { InFlight: false, Escaped: false } && !entity.States.Overlaps(states | StateSet.Gone) && !entity.Lag.Overlaps(states);

    /// <summary>A comparison by an operator.</summary>
    public Value Compare(IBinaryOperation binary, Reporter? reporter)
    {
        Value left = transfer.Evaluate(binary.LeftOperand);
        Value right = transfer.Evaluate(binary.RightOperand);
        if (binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
        {
            effects.Hand(binary, binary.OperatorMethod is null ? [] : [left, right]);
            return binary.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.Or && left is StateTest a && right is StateTest b && a.Id == b.Id && a.At == b.At
                ? Combine(a, b, binary.OperatorKind == BinaryOperatorKind.And)
                : Value.Unknown;
        }

        if (binary.OperatorMethod is { } code && !Frameworks.IsQuiet(code))
        {
            effects.Hand(binary, left, right);
        }

        bool isEqual = binary.OperatorKind == BinaryOperatorKind.Equals;
        Value test = Value.Unknown;
        if (Constant(binary.RightOperand) is { } constant)
        {
            test = Equal(left, constant, binary.LeftOperand);
        }
        else if (Constant(binary.LeftOperand) is { } other)
        {
            test = Equal(right, other, binary.RightOperand);
        }

        if (isEqual)
        {
            reporter?.CheckNeverTrue(test, binary);
        }

        return isEqual ? test : Not(test);
    }

    /// <summary>A call of <c>Equals</c>.</summary>
    public Value Equal(Value state, IOperation argument) =>
        state is StateCopy copy && Constant(argument) is { Value: { } value } ? Test(copy, value, WithoutConversions(argument).Type) : Value.Unknown;

    /// <summary>A pattern.</summary>
    public Value Match(IIsPatternOperation pattern, Reporter? reporter)
    {
        Value value = transfer.Evaluate(pattern.Value);
        if (value is not (EntityValue or StateCopy) && Narrowed(pattern.Pattern) is { } type && scope.Facts.EntityOf(type) is { } facts)
        {
            // Something of a general type: what the pattern finds is an entity of which nothing is known yet.
            value = transfer.Unfamiliar(pattern, facts);
        }

        (StateSet True, StateSet False) sets = Match(value, pattern.Pattern);
        if (IsNullPattern(pattern.Pattern) is { } nullWhenTrue)
        {
            return scope.PlaceOf(pattern.Value) is { } place ? new NullTest(place, nullWhenTrue) : Value.Unknown;
        }

        int version = value switch
        {
            StateCopy copy => copy.At,
            EntityValue entity => VersionOf(entity.Id),
            _ => -1,
        };
        Value test = value is StateCopy or EntityValue ? new StateTest(value.Subject, version, sets.True, sets.False) : Value.Unknown;
        if (pattern.Pattern is not INegatedPatternOperation)
        {
            reporter?.CheckNeverTrue(test, pattern.Syntax is BinaryExpressionSyntax or IsPatternExpressionSyntax ? pattern : pattern.Pattern);
        }

        return test;
    }

    private static StateTest Combine(StateTest a, StateTest b, bool and) => and
        ? a with { WhenTrue = a.WhenTrue & b.WhenTrue, WhenFalse = a.WhenFalse | b.WhenFalse }
        : a with { WhenTrue = a.WhenTrue | b.WhenTrue, WhenFalse = a.WhenFalse & b.WhenFalse };

    private Value Equal(Value value, Optional<object?> constant, IOperation operand)
    {
        if (constant.Value is null)
        {
            return scope.PlaceOf(operand) is { } place ? new NullTest(place, NullWhenTrue: true) : Value.Unknown;
        }

        return value is StateCopy copy ? Test(copy, constant.Value, operand.Type) : Value.Unknown;
    }

    private Value Test(StateCopy copy, object constant, ITypeSymbol? type)
    {
        if (SetOf(copy, constant, type) is not { } set)
        {
            return Value.Unknown;
        }

        return new StateTest(copy.Id, copy.At, set, ~set);
    }

    /// <summary>The state that a constant stands for; null where it is one of another enum.</summary>
    private StateSet? SetOf(StateCopy copy, object constant, ITypeSymbol? type) =>
        type is not null && scope.Facts.StatesOf(StateFacts.WithoutNullable(type)) is { } states && effects.State[copy.Id]?.Facts.States == states ? states.OfValue(constant) : null;

    private static Optional<object?>? Constant(IOperation operation)
    {
        for (IOperation at = operation; ; at = ((IConversionOperation)at).Operand)
        {
            if (at.ConstantValue.HasValue)
            {
                return at.ConstantValue;
            }

            if (at is not IConversionOperation)
            {
                return null;
            }
        }
    }

    /// <summary>What is converted, perhaps more than once.</summary>
    public static IOperation WithoutConversions(IOperation operation) => operation is IConversionOperation conversion ? WithoutConversions(conversion.Operand) : operation;

    private static bool? IsNullPattern(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => true,
        INegatedPatternOperation { Pattern: var inner } => !IsNullPattern(inner),
        _ => null,
    };

    /// <summary>The states in which a pattern can match, and those in which it can not match.</summary>
    private (StateSet True, StateSet False) Match(Value value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value: var constant } when value is StateCopy copy && Constant(constant) is { Value: { } state } && SetOf(copy, state, WithoutConversions(constant).Type) is { } set:
                return (set, ~set);
            case INegatedPatternOperation not:
                (StateSet True, StateSet False) inner = Match(value, not.Pattern);
                return (inner.False, inner.True);
            case IBinaryPatternOperation binary:
                (StateSet True, StateSet False) left = Match(value, binary.LeftPattern);
                (StateSet True, StateSet False) right = Match(value, binary.RightPattern);
                return binary.OperatorKind == BinaryOperatorKind.And
                    ? (left.True & right.True, left.False | right.False)
                    : (left.True | right.True, left.False & right.False);
            case IDeclarationPatternOperation declaration:
                Bind(declaration.DeclaredSymbol, value);
                return Anything;
            case IRecursivePatternOperation recursive:
                return Match(value, recursive);
            default:
                return Anything;
        }
    }

    private (StateSet True, StateSet False) Match(Value value, IRecursivePatternOperation pattern)
    {
        Bind(pattern.DeclaredSymbol, value);
        if (pattern.DeconstructSymbol is IMethodSymbol)
        {
            effects.Hand(pattern, value);
        }

        StateSet whenTrue = StateSet.All;
        StateSet whenFalse = StateSet.None;
        bool onlyState = value is not EntityValue { MayBeNull: true } && pattern.DeconstructionSubpatterns.IsEmpty && SymbolEqualityComparer.Default.Equals(pattern.MatchedType, pattern.InputType);
        foreach (IPropertySubpatternOperation part in pattern.PropertySubpatterns)
        {
            if (value is EntityValue { Id: var id } && part.Member is IPropertyReferenceOperation { Property.Name: var name } && effects.State[id]?.Facts.StateProperty == name)
            {
                (StateSet True, StateSet False) sets = Match(new StateCopy(id, VersionOf(id)), part.Pattern);
                whenTrue &= sets.True;
                whenFalse |= sets.False;
            }
            else
            {
                if (part.Pattern is not IConstantPatternOperation && part.Member.Type is { IsReferenceType: true })
                {
                    // By a name, or by what hangs on it, others get the entity.
                    effects.Escape(value);
                }

                if (part.Member is IPropertyReferenceOperation { Property.ContainingType: var type } && scope.Facts.IsExtended(type))
                {
                    effects.Hand(part, value);
                }

                _ = Match(Value.Unknown, part.Pattern);
                onlyState = false;
            }
        }

        return (whenTrue, onlyState && !whenFalse.IsEmpty ? whenFalse : StateSet.All);
    }

    /// <summary>The type that a pattern demands.</summary>
    private static ITypeSymbol? Narrowed(IPatternOperation pattern) => pattern is INegatedPatternOperation not ? Narrowed(not.Pattern) : pattern.NarrowedType;

    private int VersionOf(int id) => effects.State[id]?.Version ?? -1;

    private void Bind(ISymbol? symbol, Value value)
    {
        if (symbol is not null)
        {
            transfer.Bind(symbol, value);
        }
    }
}
