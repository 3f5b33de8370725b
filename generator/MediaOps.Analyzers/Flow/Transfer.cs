using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MediaOps.Analyzers;

/// <summary>What an operation gives and what it does to what is known. An operation that is not named here gives nothing known, and what it takes may go anywhere.</summary>
internal sealed class Transfer
{
    private readonly BodyScope _scope;
    private readonly Sites _sites;
    private readonly Effects _effects;
    private readonly Calls _calls;
    private readonly Assignments _assignments;

    public Transfer(BodyScope scope, Sites sites, Effects effects)
    {
        _scope = scope;
        _sites = sites;
        _effects = effects;
        _calls = new Calls(scope, sites, effects, this);
        _assignments = new Assignments(scope, effects, this);
        Conditions = new Conditions(scope, effects, this);
    }

    /// <summary>Where what is wrong is told; null while the facts are still being gathered.</summary>
    public Reporter? Reporter { get; set; }

    /// <summary>Understands conditions.</summary>
    public Conditions Conditions { get; }

    private FlowState State => _effects.State;

    /// <summary>Evaluates an operation. What is of an entity's type is always some object, if only an unknown one.</summary>
    public Value Evaluate(IOperation? operation)
    {
        if (operation is null)
        {
            return Value.Unknown;
        }

        Value value = Assignments.Is(operation) ? _assignments.Evaluate(operation) : Expression(operation);
        return value == Value.Unknown && _scope.Facts.EntityOf(operation.Type) is { } facts ? Unfamiliar(operation, facts) : value;
    }

    /// <summary>Evaluates an operation whose value goes anywhere.</summary>
    public void Give(IOperation? operation) => _effects.Escape(Evaluate(operation));

    /// <summary>Puts a value into a variable or elsewhere.</summary>
    public void Assign(IOperation target, Value value) => _assignments.Assign(target, value);

    /// <summary>Gives a value to a variable that a pattern declares.</summary>
    public void Bind(ISymbol variable, Value value)
    {
        if (_scope.IsOwn(variable))
        {
            State.Write(variable, value);
        }
        else
        {
            _effects.Escape(value);
        }
    }

    /// <summary>What a variable holds; does nothing.</summary>
    public Value Peek(IOperation? operation) => operation is IInstanceReferenceOperation instance && _scope.Facts.EntityOf(instance.Type) is { } self
        ? Self(self)
        : Read(operation);

    /// <summary>An object of which nothing is known.</summary>
    public EntityValue Unfamiliar(IOperation operation, EntityFacts facts)
    {
        object? place = _scope.PlaceOf(operation);
        bool isField = place is IFieldSymbol || (place is not null && _scope.IsField(place));

        // A field that nothing was written to is what it was when the body began, wherever that is found out.
        object site = isField && State.Read(place!) is null && !State.OthersRan ? place! : operation;
        int id = _sites.Of(site);
        State.Make(id, new EntityState(facts, id, site == place ? Origin.Entry : Origin.Elsewhere) { Escaped = isField || !IsFromService(operation) });
        if (place is not null)
        {
            State.Write(place, new EntityValue(id));
        }

        return new EntityValue(id);
    }

    /// <summary>Whether the service was just asked for an entity; one that comes from anywhere else, others have.</summary>
    private bool IsFromService(IOperation operation) => operation switch
    {
        IAwaitOperation { Operation: var task } => IsFromService(task),
        IConversionOperation { OperatorMethod: null, Operand: var operand } => IsFromService(operand),
        IInvocationOperation { Instance: { } task } call when Frameworks.PassesOn(call.TargetMethod) => IsFromService(task),
        IInvocationOperation { TargetMethod.ContainingType: var type } => _scope.Facts.IsDoor(type) || _scope.Facts.IsOperation(type),
        _ => false,
    };

    private Value Read(IOperation? variable) => (_scope.PlaceOf(variable) is { } place ? State.Read(place) : null) ?? Value.Unknown;

    private Value Expression(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation:
                return Read(operation);
            case IFieldReferenceOperation field:
                Evaluate(field.Instance);
                return Read(field);
            case IInstanceReferenceOperation instance when _scope.Facts.EntityOf(instance.Type) is { } self:
                return Self(self);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IConversionOperation conversion:
                return Convert(conversion);
            case IAwaitOperation awaited:
                return _calls.Await(Evaluate(awaited.Operation), awaited);
            case IInvocationOperation invocation:
                return _calls.Invoke(invocation, Reporter);
            case IObjectCreationOperation creation:
                _calls.Construct(creation, Reporter);
                return Value.Unknown;
            case IBinaryOperation binary:
                return Conditions.Compare(binary, Reporter);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return MediaOps.Analyzers.Conditions.Not(Evaluate(not.Operand));
            case IIsPatternOperation pattern:
                return Conditions.Match(pattern, Reporter);
            case IIsNullOperation isNull:
                Evaluate(isNull.Operand);
                return _scope.PlaceOf(isNull.Operand) is { } tested ? new NullTest(tested, NullWhenTrue: true) : Value.Unknown;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }:
            case IDefaultValueOperation when operation.Type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }:
                return Value.Null;
            case IExpressionStatementOperation statement:
                Reporter?.CheckDropped(statement.Operation);
                Evaluate(statement.Operation);
                return Value.Unknown;
            default:
                Other(operation);
                return Value.Unknown;
        }
    }

    /// <summary>What gives nothing known.</summary>
    private void Other(IOperation operation)
    {
        switch (operation)
        {
            case IMethodReferenceOperation { Instance: null, Method.IsExtensionMethod: true, Syntax: MemberAccessExpressionSyntax access }:
                // The tree of operations has no place for what an extension method is taken from.
                if (_scope.Model.GetSymbolInfo(access.Expression).Symbol is { } taken && State.Read(taken) is { } value)
                {
                    _effects.Escape(value);
                }

                return;
            case IFlowAnonymousFunctionOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return;
            case IInterpolatedStringOperation or IInterpolationOperation or IInterpolatedStringContentOperation or IUnaryOperation { OperatorMethod: null } or IIsTypeOperation:
                foreach (IOperation child in operation.ChildOperations)
                {
                    Evaluate(child);
                }

                return;
        }

        Value[] given = [.. operation.ChildOperations.Select(Evaluate)];
        bool isPlain = operation is IArrayCreationOperation or IArrayInitializerOperation or ITupleOperation or IAnonymousObjectCreationOperation or IReturnOperation or IDelegateCreationOperation or IMethodReferenceOperation
            || operation is ICollectionExpressionOperation { ConstructMethod: var method } && (method is null || Frameworks.IsQuiet(method));
        foreach (Value value in given)
        {
            _effects.Escape(value);
        }

        if (!isPlain)
        {
            _effects.Hand(operation, given);
        }

        if (operation.Kind == OperationKind.YieldReturn)
        {
            _effects.EscapeEntries();
        }

        if (operation.Kind is OperationKind.YieldReturn or OperationKind.DynamicInvocation or OperationKind.FunctionPointerInvocation or OperationKind.EventAssignment)
        {
            _effects.RunOthers(operation);
        }
    }

    /// <summary>The object that a member of an entity's own class runs on: like a field, others have it.</summary>
    private EntityValue Self(EntityFacts facts)
    {
        int id = _sites.Of(nameof(Self));
        if (State[id] is null)
        {
            State.Set(id, new EntityState(facts, id, Origin.Entry) { Escaped = true });
        }

        return new EntityValue(id);
    }

    private Value Convert(IConversionOperation conversion)
    {
        Value value = Evaluate(conversion.Operand);
        if (conversion.OperatorMethod is not null)
        {
            _effects.Hand(conversion, value);
            return Value.Unknown;
        }

        if (conversion.IsTryCast && value is EntityValue entity)
        {
            return entity with { MayBeNull = true };
        }

        // A state that became a number can be compared with anything.
        bool isSame = value is not StateCopy
            || SymbolEqualityComparer.Default.Equals(Underlying(conversion.Type), Underlying(conversion.Operand.Type))
            || conversion.Type?.SpecialType == SpecialType.System_Object;
        return isSame ? value : Value.Unknown;

        static ITypeSymbol? Underlying(ITypeSymbol? type) => type is null ? null : StateFacts.WithoutNullable(type);
    }

    private Value Property(IPropertyReferenceOperation property)
    {
        Value owner = Evaluate(property.Instance);
        Value[] keys = [.. property.Arguments.Select(argument => Evaluate(argument.Value))];
        if (property.Property.GetMethod is { } getter && !Frameworks.IsQuiet(getter))
        {
            _effects.Hand(property, keys);
        }

        if (Frameworks.Waits(property.Property) || (property.Instance is IInstanceReferenceOperation && owner == Value.Unknown && !Assignments.IsStored(property.Property)))
        {
            // What the getter does is not seen.
            _effects.RunOthers(property);
        }

        switch (owner)
        {
            case EntityValue { Id: var id } when State[id] is { } entity:
                return OfEntity(property, owner, id, entity);
            case OperationValue { Id: var target }:
                if (property.Property.Name == "Id")
                {
                    _effects.Escape(owner);
                }
                else if (property.Property.Name is "State" or "ErrorCode" or "ErrorMessage")
                {
                    // Whoever looks how far it is may know that it is over.
                    _effects.Forget(target, property, read: true);
                }

                return Value.Unknown;
            case TaskValue or TasksValue when property.Property.Name == "Result":
                return _calls.Await(owner, property);
            case StateCopy when property.Property.Name == "Value":
                return owner;
            default:
                return Value.Unknown;
        }
    }

    private Value OfEntity(IPropertyReferenceOperation property, Value owner, int id, EntityState entity)
    {
        if (property.Property.Name == entity.Facts.StateProperty)
        {
            return new StateCopy(id, entity.Version);
        }

        if (Frameworks.IsKey(property.Property) && !Frameworks.IsOnlyTold(property))
        {
            _effects.Escape(owner);
        }

        if (_scope.Facts.IsExtended(property.Property.ContainingType))
        {
            _effects.Hand(property, owner);
        }

        return property.Type is { IsReferenceType: true, SpecialType: SpecialType.None } && _scope.Facts.EntityOf(property.Type) is null ? new OwnedValue(id) : Value.Unknown;
    }
}
