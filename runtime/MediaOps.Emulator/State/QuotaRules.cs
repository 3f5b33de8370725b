using MediaOps.Emulation.Model;

namespace MediaOps.Emulation.State;

/// <summary>Whether there is room for one more.</summary>
internal static class QuotaRules
{
    /// <summary>Refuses quotas that could never hold or never count.</summary>
    /// <exception cref="ArgumentException">A quota names what the schema does not have, or is negative.</exception>
    public static void Verify(ServiceModel model, IEnumerable<EmulatorQuota> quotas)
    {
        foreach (EmulatorQuota quota in quotas)
        {
            string? problem = model.Entity(quota.Entity) is not { } kind ? $"the service has {string.Join(", ", model.Entities.Select(e => e.Name))}"
                : quota.Maximum < 0 ? "the maximum is negative"
                : quota.PerParent && kind.Spec.Parent is null ? $"{quota.Entity} has no parent"
                : quota.State is { } state && kind.Spec.State?.Values.Any(s => s.Name == state) != true ? $"{quota.Entity} has no such state"
                : null;
            if (problem is not null)
            {
                throw new ArgumentException($"{quota} cannot be kept: {problem}.", nameof(quotas));
            }
        }
    }

    /// <summary>Why an entity cannot come to a state, or null.</summary>
    /// <param name="quotas">The quotas.</param>
    /// <param name="state">All entities.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="isNew">Whether it does not exist yet.</param>
    /// <param name="end">The state in which it would end.</param>
    public static (Refusal Refusal, string Message)? Check(IEnumerable<EmulatorQuota> quotas, ServiceState state, Entity entity, bool isNew, string? end)
    {
        foreach (EmulatorQuota quota in quotas)
        {
            bool adds = quota.Entity == entity.Model.Name && (quota.State is null ? isNew : quota.State == end && (isNew || entity.Bound != end));
            if (adds && state.All(entity.Model).Count(Counts) >= quota.Maximum)
            {
                return (Refusal.ExceededResourceQuota, $"The quota of {quota.Maximum} {entity.Model.Spec.Plural}{(quota.State is null ? "" : " " + quota.State)}{(quota.PerParent ? " of one " + entity.Model.Spec.Parent!.Entity : "")} is used up.");
            }

            bool Counts(Entity other) => (!quota.PerParent || (other.ParentId == entity.ParentId && state.ParentOf(other) == state.ParentOf(entity))) && (quota.State is null || other.Bound == quota.State);
        }

        return null;
    }
}
