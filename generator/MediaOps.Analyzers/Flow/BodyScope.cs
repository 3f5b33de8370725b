using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MediaOps.Analyzers;

/// <summary>One function: which variables are its own, and which of them no other function can change.</summary>
internal sealed class BodyScope
{
    private readonly ISymbol _owner;
    private readonly IOperation _body;
    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, IOperation?> _captured = [];

    public BodyScope(ControlFlowGraph graph, ISymbol owner, SemanticModel model, StateFacts facts)
    {
        _owner = owner;
        _body = graph.OriginalOperation;
        Model = model;
        Facts = facts;
        FindShared(graph.OriginalOperation, nested: false);
        foreach (IFlowCaptureOperation capture in graph.Blocks.SelectMany(block => block.Operations.OfType<IFlowCaptureOperation>()))
        {
            // Captured twice, it is a value and not a variable.
            _captured[capture.Id] = _captured.ContainsKey(capture.Id) ? null : capture.Value;
        }
    }

    public SemanticModel Model { get; }

    public StateFacts Facts { get; }

    public IMethodSymbol? Method => _owner as IMethodSymbol;

    /// <summary>Whether the body runs only when somebody asks for the next value, whatever has happened since the call.</summary>
    public bool IsIterator => _body.Descendants().Any(operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);

    /// <summary>The place that an operation reads or writes; null for one that is not followed.</summary>
    public object? PlaceOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => IsOwn(local) ? local : null,
        IParameterReferenceOperation { Parameter: var parameter } => IsOwn(parameter) || IsPrimary(parameter) ? parameter : null,
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Field: var field } => field,
        IFlowCaptureReferenceOperation { Id: var id } => id,
        IConversionOperation { OperatorMethod: null, IsTryCast: false, Operand: var operand } => PlaceOf(operand),
        _ => null,
    };

    /// <summary>The variable that a capture stands for where it is assigned: <c>p ??= x</c> assigns a capture of p.</summary>
    public object? TargetOf(IOperation target) =>
        target is IFlowCaptureReferenceOperation { Id: var id } ? _captured.TryGetValue(id, out IOperation? variable) ? PlaceOf(variable) : null : PlaceOf(target);

    /// <summary>What the assigned operation is: of a capture what was captured.</summary>
    public IOperation? Unwrap(IOperation target) =>
        target is IFlowCaptureReferenceOperation { Id: var id } && _captured.TryGetValue(id, out IOperation? captured) && captured is not null ? captured : target;

    /// <summary>Whether other code can put something else into a place.</summary>
    public bool IsField(object place) => place is IFieldSymbol { IsReadOnly: false } || (place is IParameterSymbol parameter && !IsOwn(parameter));

    /// <summary>Whether a variable belongs to this function, and to it alone. One that is a reference belongs to whoever has what it refers to.</summary>
    public bool IsOwn(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, _owner)
        && !_shared.Contains(symbol)
        && symbol is not (ILocalSymbol { IsRef: true } or IParameterSymbol { RefKind: not RefKind.None });

    /// <summary>Whether it is a parameter of the type's primary constructor, used in a member: a field in all but name.</summary>
    private bool IsPrimary(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: Microsoft.CodeAnalysis.MethodKind.Constructor } constructor
        && !SymbolEqualityComparer.Default.Equals(constructor, _owner)
        && !_shared.Contains(parameter);

    /// <summary>Variables that a function in here does more with than read a property, and those that something refers to.</summary>
    private void FindShared(IOperation operation, bool nested)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            bool inside = nested || child is IAnonymousFunctionOperation or ILocalFunctionOperation;
            ISymbol? symbol = (child as ILocalReferenceOperation)?.Local ?? (ISymbol?)(child as IParameterReferenceOperation)?.Parameter;
            if (symbol is not null && ((nested && !OnlyReads(child)) || IsReferredTo(child)))
            {
                _shared.Add(symbol);
            }

            FindShared(child, inside);
        }
    }

    /// <summary>Whether nothing is learnt by which others get the entity: no key of it, and nothing that hangs on it.</summary>
    private static bool OnlyReads(IOperation reference) =>
        reference.Parent is IPropertyReferenceOperation property
        && property.Instance == reference
        && (property.Type is { IsValueType: true } || (property.Type is { SpecialType: SpecialType.System_String } && (!Frameworks.IsKey(property.Property) || Frameworks.IsOnlyTold(property))))
        && property.Parent is not (IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation or IInvocationOperation);

    private static bool IsReferredTo(IOperation reference) => reference.Parent switch
    {
        IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.Out) } => true,
        IConditionalOperation { IsRef: true } => true,
        IAddressOfOperation => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        ISimpleAssignmentOperation { IsRef: true } => true,
        _ => false,
    };
}
