using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MediaOps.Analyzers;

/// <summary>Symbols -> facts, read once per compilation. Null and opaque mean: nothing is known, so nothing is reported.</summary>
internal sealed class StateFacts
{
    private readonly ConcurrentDictionary<ITypeSymbol, EntityFacts?> _entities = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, StateEnum?> _enums = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _operations = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _collections = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _doors = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, MethodFacts> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, StateSet> _updatable = new(SymbolEqualityComparer.Default);

    /// <summary>The kind of entity that a type is; null for any other type.</summary>
    public EntityFacts? EntityOf(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } named => _entities.GetOrAdd(named.OriginalDefinition, ReadEntity),
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Select(EntityOf).FirstOrDefault(entity => entity is not null),
        _ => null,
    };

    /// <summary>The kinds of entities that a variable of a type can hold: itself, in an array, or as what a generic type is made for.</summary>
    public IEnumerable<EntityFacts> HeldBy(ITypeSymbol type) => EntityOf(type) is { } entity ? [entity] : type switch
    {
        IArrayTypeSymbol array => HeldBy(array.ElementType),
        INamedTypeSymbol { TypeArguments: var inner } => inner.SelectMany(HeldBy).Distinct(),
        _ => [],
    };

    /// <summary>Whether a type is somebody's own kind of an entity: what it adds or overrides can do anything.</summary>
    public bool IsExtended(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } && EntityOf(type) is not null && !type.OriginalDefinition.GetAttributes().Has(StateAttributeNames.Stateful);

    /// <summary>What a method does.</summary>
    public MethodFacts MethodOf(IMethodSymbol method) => _methods.GetOrAdd(method.OriginalDefinition, key => MethodReader.Read(key, this));

    /// <summary>Whether a type is that of an operation: something can be waited for on it.</summary>
    public bool IsOperation(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && _operations.GetOrAdd(named.OriginalDefinition, ReadOperation);

    /// <summary>Whether whoever has an object of a type can look entities up: it is a collection that makes them, or a client that has collections.</summary>
    public bool IsDoor(ITypeSymbol? type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None } named && _doors.GetOrAdd(named.OriginalDefinition, ReadDoor);

    /// <summary>Where an update may change a property; all states for one without a rule.</summary>
    public StateSet UpdatableIn(IPropertySymbol property) => _updatable.GetOrAdd(property.OriginalDefinition, ReadUpdatable);

    /// <summary>The states that a user's parameter promises; null for no promise.</summary>
    public StateSet? InState(IParameterSymbol parameter) => ReadInState(parameter.GetAttributes(), parameter.Type);

    /// <summary>The states that a user's method promises of what it returns; null for no promise.</summary>
    public StateSet? InState(IMethodSymbol method) => ReadInState(method.GetReturnTypeAttributes(), method.ReturnType);

    /// <summary>The states that an enum has; null for any other type.</summary>
    public StateEnum? StatesOf(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? EnumOf(named) : null;

    /// <summary>The entity that a task or an operation is of; any other type as it is, or what it is of.</summary>
    public ITypeSymbol Unwrap(ITypeSymbol type)
    {
        while (type is INamedTypeSymbol { TypeArguments: { Length: 1 } inner } && EntityOf(type) is null)
        {
            type = inner[0];
        }

        return type;
    }

    private bool IsCollection(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && _collections.GetOrAdd(named.OriginalDefinition, key => WithBases(key).SelectMany(Methods).Any(method => method.GetAttributes().Has(StateAttributeNames.InitialState)));

    private bool ReadDoor(ITypeSymbol type) =>
        IsCollection(type) || WithBases(type).SelectMany(at => at.GetMembers().OfType<IPropertySymbol>()).Any(property => IsCollection(property.Type));

    private StateEnum? EnumOf(INamedTypeSymbol type) => _enums.GetOrAdd(type, static key => StateEnum.Read((INamedTypeSymbol)key));

    private EntityFacts? ReadEntity(ITypeSymbol type)
    {
        StateEnum? states = null;
        foreach (ITypeSymbol declared in WithBases(type))
        {
            if (declared.GetAttributes().Named(StateAttributeNames.Stateful).FirstOrDefault() is not { } attribute)
            {
                continue;
            }

            StateEnum? told = attribute.Argument(0)?.Value is INamedTypeSymbol named ? EnumOf(named) : null;
            if (told is null || (states is not null && states != told))
            {
                return null;
            }

            states = told;
        }

        if (states is null)
        {
            return null;
        }

        ImmutableArray<AttributeData> attributes = [.. WithBases(type).SelectMany(Methods).SelectMany(method => method.GetAttributes())];
        StateSet moving = attributes.Named(StateAttributeNames.StateTransition)
            .Select(transition => states.Parse(transition.Argument(StateAttributeNames.Via).Texts()) ?? StateSet.None)
            .Aggregate(StateSet.None, (all, via) => all | via);
        return new EntityFacts(states, StateProperty(type, states), attributes.Has(StateAttributeNames.StateRefresh), moving);
    }

    private static string? StateProperty(ITypeSymbol type, StateEnum states)
    {
        string[] names = [.. WithBases(type)
            .SelectMany(declared => declared.GetMembers().OfType<IPropertySymbol>())
            .Where(property => !property.IsStatic && property.CanBeReferencedByName && SymbolEqualityComparer.Default.Equals(WithoutNullable(property.Type), states.Symbol))
            .Select(property => property.Name)
            .Distinct(StringComparer.Ordinal)];
        return names.Length == 1 ? names[0] : names.FirstOrDefault(name => name == "State");
    }

    private static bool ReadOperation(ITypeSymbol type) =>
        WithBases(type).SelectMany(Methods).Any(method => method.GetAttributes().Has(StateAttributeNames.OperationWait));

    private StateSet ReadUpdatable(IPropertySymbol property)
    {
        for (IPropertySymbol? at = property; at is not null; at = at.OverriddenProperty?.OriginalDefinition)
        {
            if (at.GetAttributes().Named(StateAttributeNames.UpdatableIn).FirstOrDefault() is { } attribute)
            {
                return EntityOf(property.ContainingType)?.States.Parse(attribute.Argument(0).Texts()) is { IsEmpty: false } states ? states : StateSet.All;
            }
        }

        return StateSet.All;
    }

    private StateSet? ReadInState(ImmutableArray<AttributeData> attributes, ITypeSymbol type)
    {
        if (attributes.Named(StateAttributeNames.InState).FirstOrDefault() is not { } attribute)
        {
            return null;
        }

        return EntityOf(Unwrap(type))?.States.Parse(attribute.Argument(0).Texts()) is { IsEmpty: false } states ? states : null;
    }

    /// <summary>The type of the value: the enum of a nullable one.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static IEnumerable<IMethodSymbol> Methods(ITypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == Microsoft.CodeAnalysis.MethodKind.Ordinary);

    private static IEnumerable<ITypeSymbol> WithBases(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            yield return at;
        }

        foreach (INamedTypeSymbol declared in type.AllInterfaces)
        {
            yield return declared;
        }
    }
}
