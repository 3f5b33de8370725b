using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MediaOps.Analyzers;

/// <summary>Attributes of a method -> facts. A name that is no state makes a method opaque: what it does is then not known.</summary>
internal static class MethodReader
{
    public static MethodFacts Read(IMethodSymbol method, StateFacts facts)
    {
        ImmutableArray<AttributeData> attributes = Declared(method);
        if (attributes.IsEmpty)
        {
            return MethodFacts.Opaque;
        }

        if (attributes.Named(StateAttributeNames.StateTransition).FirstOrDefault() is { } transition)
        {
            ActionFacts? action = facts.EntityOf(method.ContainingType) is { } entity ? ReadAction(transition, attributes, entity.States, facts) : null;
            return action is null ? MethodFacts.Opaque : new MethodFacts(MethodKind.Action, Action: action);
        }

        if (attributes.Named(StateAttributeNames.InitialState).FirstOrDefault() is { } initial)
        {
            CreationFacts? creation = ReadCreation(initial, method, facts);
            return creation is null ? MethodFacts.Opaque : new MethodFacts(MethodKind.Create, Creation: creation);
        }

        return attributes.Has(StateAttributeNames.StateRefresh) ? new MethodFacts(MethodKind.Refresh)
            : attributes.Has(StateAttributeNames.OperationWait) ? new MethodFacts(MethodKind.Wait)
            : attributes.Has(StateAttributeNames.StateNeutral) ? new MethodFacts(MethodKind.Neutral)
            : MethodFacts.Opaque;
    }

    /// <summary>The attributes of the method or of the nearest one that it overrides and that has any of ours.</summary>
    private static ImmutableArray<AttributeData> Declared(IMethodSymbol method)
    {
        for (IMethodSymbol? at = method.OriginalDefinition; at is not null; at = at.OverriddenMethod?.OriginalDefinition)
        {
            ImmutableArray<AttributeData> attributes = at.GetAttributes();
            if (attributes.Any(attribute => attribute.AttributeClass?.ContainingNamespace?.Name == StateAttributeNames.Namespace))
            {
                return attributes;
            }
        }

        return [];
    }

    private static ActionFacts? ReadAction(AttributeData transition, ImmutableArray<AttributeData> attributes, StateEnum states, StateFacts facts)
    {
        StateSet? from = states.Parse(transition.Argument(StateAttributeNames.From).Texts());
        StateSet? via = states.Parse(transition.Argument(StateAttributeNames.Via).Texts());
        StateSet? to = states.Parse(transition.Argument(StateAttributeNames.To).Texts());
        StateSet? onFailure = states.Parse(transition.Argument(StateAttributeNames.OnFailure).Texts());
        if (from is null || via is null || to is null || onFailure is null || ReadRequirements(attributes, facts) is not { IsDefault: false } requires)
        {
            return null;
        }

        return new ActionFacts(
            states,
            from.Value.IsEmpty ? StateSet.All : from.Value,
            via.Value,
            to.Value.IsEmpty ? StateSet.All : to.Value,
            onFailure.Value,
            transition.Flag(StateAttributeNames.Send),
            transition.Flag(StateAttributeNames.Deletes),
            transition.Flag(StateAttributeNames.Inferred),
            attributes.Has(StateAttributeNames.StateNeutral),
            requires);
    }

    /// <summary>The conditions on other entities; default where one is not understood.</summary>
    private static ImmutableArray<RequirementFacts> ReadRequirements(ImmutableArray<AttributeData> attributes, StateFacts facts)
    {
        ImmutableArray<RequirementFacts>.Builder result = ImmutableArray.CreateBuilder<RequirementFacts>();
        foreach (AttributeData attribute in attributes.Named(StateAttributeNames.RequiresState))
        {
            if (attribute.Argument(0)?.Value is not INamedTypeSymbol type
                || facts.EntityOf(type) is not { } other
                || RelationOf(attribute.Argument(1)) is not { } relation
                || other.States.Parse(attribute.Argument(2).Texts()) is not { IsEmpty: false } allowed)
            {
                return default;
            }

            result.Add(new RequirementFacts(other.States, type.Name, relation == StateAttributeNames.Parent, allowed));
        }

        return result.ToImmutable();
    }

    /// <summary>The member of the enum by its name: the numbers belong to the runtime.</summary>
    private static string? RelationOf(TypedConstant? argument) => argument is { Type: INamedTypeSymbol { Name: StateAttributeNames.Relation } type, Value: { } value }
        ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value))?.Name
        : null;

    private static CreationFacts? ReadCreation(AttributeData initial, IMethodSymbol method, StateFacts facts)
    {
        IReadOnlyList<string?> names = initial.Argument(0).Texts();
        bool send = false;
        ITypeSymbol? type = method.ReturnType;
        while (type is INamedTypeSymbol { TypeArguments: { Length: 1 } inner } && facts.EntityOf(type) is null)
        {
            send |= facts.IsOperation(type);
            type = inner[0];
        }

        return names.Count > 0 && facts.EntityOf(type) is { } entity && entity.States.Parse(names) is { } possible && entity.States.Parse([names[0]]) is { } first
            ? new CreationFacts(entity, first, possible, send)
            : null;
    }
}
