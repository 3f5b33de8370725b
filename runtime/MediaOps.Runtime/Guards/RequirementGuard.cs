namespace MediaOps.Runtime;

/// <summary>
/// Refuses an action that the state of its entity's parent or children, or a value of the entity itself, does not allow, before anything is sent.
/// Of other entities nothing is ever known but by reading them now. What cannot be known is left to the service.
/// </summary>
internal static class RequirementGuard
{
    /// <summary>Lets the action through, or throws.</summary>
    /// <exception cref="InvalidEntityStateException">Something that it requires is not so.</exception>
    public static async ValueTask CheckAsync(
        bool async, ServiceConnection connection, IGuardedEntity entity, ActionDefinition action, CancellationToken cancellationToken)
    {
        bool mayRead = connection.Options.GuardMode == GuardMode.Refresh;
        bool all = connection.Options.GuardRequires == GuardRequires.All;
        if (connection.Options.GuardMode == GuardMode.Off)
        {
            return;
        }

        foreach (RequirementDefinition requirement in action.Requires)
        {
            var check = new Check(connection, entity, action, requirement);
            switch (requirement.Kind)
            {
                case RequirementKind.Parent when mayRead:
                    await check.ParentAsync(async, cancellationToken).ConfigureAwait(false);
                    break;
                case RequirementKind.Children when mayRead && all:
                    await check.ChildrenAsync(async, cancellationToken).ConfigureAwait(false);
                    break;
                case RequirementKind.Self when all:
                    await check.SelfAsync(async, mayRead, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>What an action requires, for the message of a refusal by the service.</summary>
    public static string Needs(IGuardedEntity entity, ActionDefinition action) => string.Concat(action.Requires.Select(requirement =>
    {
        string whose = requirement.Kind switch
        {
            RequirementKind.Parent => "its " + (entity.Parent?.Definition.Name ?? "parent"),
            RequirementKind.Children => "each " + requirement.ChildrenDefinition.Name + " of it",
            _ => "its " + requirement.Property,
        };
        return $"; {whose} must be {string.Join(" or ", requirement.Allowed)}";
    }));

    /// <summary>One requirement of one call.</summary>
    private sealed class Check(ServiceConnection connection, IGuardedEntity entity, ActionDefinition action, RequirementDefinition requirement)
    {
        public async ValueTask ParentAsync(bool async, CancellationToken cancellationToken)
        {
            if (entity.Parent is not var (parent, address))
            {
                NotKnown("its parent");
                return;
            }

            StateDefinition? state = await OtherStates.ReadAsync(connection, parent, address, async, cancellationToken).ConfigureAwait(false);
            Judge(parent, parent.IdName() is { } own ? address[own] : null, state);
        }

        public async ValueTask ChildrenAsync(bool async, CancellationToken cancellationToken)
        {
            EntityDefinition child = requirement.ChildrenDefinition;
            if (OtherStates.Children(connection, child, child.Above(entity.Definition, entity.Address, entity.Id)) is not { } pages)
            {
                NotKnown(child.Plural);
                return;
            }

            while (pages.HasMore)
            {
                foreach (OtherState other in await pages.NextAsync(deadline: null, async, cancellationToken).ConfigureAwait(false))
                {
                    Judge(child, ErrorText.CleanOrNull(other.Id), child.ByWire(other.Wire));
                }
            }
        }

        public async ValueTask SelfAsync(bool async, bool mayRead, CancellationToken cancellationToken)
        {
            string property = requirement.Property!;
            string? value = entity.ValueOf(property);
            if (!Allows(value) && mayRead)
            {
                await entity.ReadStateAsync(async, cancellationToken).ConfigureAwait(false);
                StateGuard.ThrowIfGone(entity, action, action.From);
                value = entity.ValueOf(property);
            }

            if (value is null)
            {
                NotKnown(property);
            }
            else if (!Allows(value) && MustRefuse(property, value))
            {
                throw Refusal($"its {property} is {value}", entity.Definition, entity.Id, entity.KnownState?.Name, action.From ?? []);
            }
        }

        private void Judge(EntityDefinition other, string? id, StateDefinition? state)
        {
            if (state is null)
            {
                NotKnown($"{other.Name} '{id}'");
            }
            else if (!Allows(state.Name) && MustRefuse(other.Name, state.Name))
            {
                string how = state.Kind == StateKind.Gone ? "does not exist" : $"is {state.Name}";
                throw Refusal($"its {other.Name} '{id}' {how}", other, id, state.Name, requirement.Allowed);
            }
        }

        private bool Allows(string? text) => text is not null && Array.IndexOf(requirement.Allowed, text) >= 0;

        private bool MustRefuse(string of, string value)
        {
            if (action.Inferred)
            {
                GuardLog.InferredRequirement(connection.Logger, action.Name, entity.Definition.Name, entity.Id, of, value);
            }

            return !action.Inferred;
        }

        private void NotKnown(string of) => GuardLog.RequirementUnknown(connection.Logger, action.Name, entity.Definition.Name, entity.Id, of);

        private InvalidEntityStateException Refusal(string why, EntityDefinition blockedBy, string? blockedById, string? state, string[] allowedStates)
            => new(
                $"{action.Name} of {entity.Definition.Name} '{entity.Id}' is not possible: {why}{StateGuard.Needs(requirement.Allowed)}. Nothing was sent.",
                entity.Definition.Name,
                entity.Id,
                action.Name,
                state,
                allowedStates)
            {
                BlockedBy = blockedBy.Name,
                BlockedById = blockedById,
            };
    }
}
