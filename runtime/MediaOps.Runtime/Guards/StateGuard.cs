using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime;

/// <summary>What the guard needs of an entity.</summary>
internal interface IGuardedEntity
{
    EntityDefinition Definition { get; }

    string Id { get; }

    PathValues Address { get; }

    /// <summary>The last known state; null where none is known, or none that the schema knows.</summary>
    StateDefinition? KnownState { get; }

    /// <summary>The entity that it belongs to; null where it belongs to none, or the service has not told which.</summary>
    (EntityDefinition Definition, PathValues Address)? Parent { get; }

    /// <summary>The last known value of a property that an action requires; null where it is not known.</summary>
    string? ValueOf(string property);

    /// <summary>Reads the entity once; an entity that is not there any more is gone afterwards.</summary>
    ValueTask ReadStateAsync(bool async, CancellationToken cancellationToken);
}

/// <summary>Refuses an action that the entity's state does not allow, before anything is sent. Advisory: states move without us, and the service has the last word.</summary>
internal static class StateGuard
{
    /// <summary>Lets the action through, or throws. The allowed states are names; null means every state.</summary>
    /// <exception cref="InvalidEntityStateException">The state does not allow the action.</exception>
    public static async ValueTask CheckAsync(
        bool async,
        IGuardedEntity entity,
        ActionDefinition action,
        string[]? allowed,
        GuardMode mode,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        if (mode == GuardMode.Off)
        {
            return;
        }

        // What is gone stays gone: nothing that could be read would allow anything.
        ThrowIfGone(entity, action, allowed);
        if (allowed is null || Allows(allowed, entity.KnownState))
        {
            return;
        }

        if (mode == GuardMode.Refresh)
        {
            await entity.ReadStateAsync(async, cancellationToken).ConfigureAwait(false);
        }

        StateDefinition? state = entity.KnownState;
        if (state is null)
        {
            GuardLog.StateUnknown(logger, action.Name, entity.Definition.Name, entity.Id);
        }
        else if (!Allows(allowed, state))
        {
            if (!action.Inferred || state.Kind == StateKind.Gone)
            {
                throw Refusal(entity, action, state, allowed);
            }

            GuardLog.InferredRule(logger, action.Name, entity.Definition.Name, entity.Id, state.Name);
        }
    }

    /// <exception cref="InvalidEntityStateException">The entity does not exist any more.</exception>
    public static void ThrowIfGone(IGuardedEntity entity, ActionDefinition action, string[]? allowed)
    {
        if (entity.KnownState is { Kind: StateKind.Gone } gone)
        {
            throw Refusal(entity, action, gone, allowed);
        }
    }

    /// <summary>The service's own refusal, as the same type that the guard throws.</summary>
    public static InvalidEntityStateException Refusal(IGuardedEntity entity, ActionDefinition action, string[]? allowed, ServiceException refusal)
    {
        StateDefinition? state = entity.KnownState;
        return new InvalidEntityStateException(
            $"The service refused {action.Name} of {entity.Definition.Name} '{entity.Id}' in its present state{Needs(allowed)}{RequirementGuard.Needs(entity, action)}. {refusal.Message}",
            entity.Definition.Name,
            entity.Id,
            action.Name,
            state?.Name,
            allowed ?? [],
            refusal);
    }

    private static InvalidEntityStateException Refusal(IGuardedEntity entity, ActionDefinition action, StateDefinition state, string[]? allowed)
        => new(
            $"{action.Name} is not possible: {entity.Definition.Name} '{entity.Id}' is {state.Name}{Needs(allowed)}. Nothing was sent.",
            entity.Definition.Name,
            entity.Id,
            action.Name,
            state.Name,
            allowed ?? [])
        {
            BlockedBy = entity.Definition.Name,
            BlockedById = entity.Id,
        };

    public static string Needs(string[]? allowed) => allowed is { Length: > 0 } ? $"; {string.Join(" or ", allowed)} is needed" : "";

    private static bool Allows(string[] allowed, StateDefinition? state) => state is not null && Array.IndexOf(allowed, state.Name) >= 0;
}

internal static partial class GuardLog
{
    [LoggerMessage(EventId = 40, Level = LogLevel.Information, Message = "{Action} of {Entity} {Id} is sent although its state is not known")]
    public static partial void StateUnknown(ILogger logger, string action, string entity, string id);

    [LoggerMessage(EventId = 41, Level = LogLevel.Warning, Message = "{Action} of {Entity} {Id} is sent in state {State}: no source states the rule that forbids it")]
    public static partial void InferredRule(ILogger logger, string action, string entity, string id, string state);

    [LoggerMessage(EventId = 42, Level = LogLevel.Information, Message = "{Action} of {Entity} {Id} is sent although what it requires of {Of} is not known")]
    public static partial void RequirementUnknown(ILogger logger, string action, string entity, string id, string of);

    [LoggerMessage(EventId = 43, Level = LogLevel.Warning, Message = "{Action} of {Entity} {Id} is sent although its {Of} is {Value}: no source states the rule that forbids it")]
    public static partial void InferredRequirement(ILogger logger, string action, string entity, string id, string of, string value);
}
