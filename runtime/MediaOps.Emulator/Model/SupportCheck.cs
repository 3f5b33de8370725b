using MediaOps.Schema;

namespace MediaOps.Emulation.Model;

/// <summary>Says clearly what of the language the emulator does not do, instead of doing something else.</summary>
internal static class SupportCheck
{
    public static void Verify(ServiceSpec service, IReadOnlyList<EntitySpec> entities)
    {
        var problems = new List<string>();
        if (service.Auth.Any(a => a.Scheme is AuthScheme.SigV4 or AuthScheme.Basic))
        {
            problems.Add("service.json#auth: only bearer, apiKey and none are emulated");
        }

        if (service.Wire.Envelope is not null)
        {
            problems.Add("service.json#wire/envelope is not emulated");
        }

        if (service.Errors.OkWhenPath is not null)
        {
            problems.Add("service.json#errors/okWhen is not emulated");
        }

        if (service.Paging is { Style: not PagingStyle.Offset })
        {
            problems.Add($"service.json#paging/style: only offset is emulated, not {service.Paging.Style}");
        }

        foreach (EntitySpec entity in entities)
        {
            foreach (ActionSpec action in new[] { entity.Create, entity.Read, entity.List, entity.Update, entity.Delete }.OfType<ActionSpec>().Concat(entity.Actions))
            {
                Verify(service, entity, action, problems);
            }

            if (entity.State?.ReadPath is not null)
            {
                problems.Add($"{entity.Name}.json#state/read is not emulated");
            }
        }

        if (problems.Count > 0)
        {
            throw new EmulatorSchemaException(
                $"The schema of {service.Name} needs what the emulator does not do: {string.Join("; ", problems)}. Take these entities out of the folder that the emulator reads.");
        }
    }

    private static void Verify(ServiceSpec service, EntitySpec entity, ActionSpec action, List<string> problems)
    {
        string where = $"{entity.Name}.json#{action.Name}";
        foreach (string name in action.Tracking)
        {
            TrackingSpec? tracking = service.Tracking.FirstOrDefault(t => t.Name == name);
            if (tracking is null)
            {
                problems.Add($"{where}/tracking: service.json has no tracking '{name}'");
            }
            else if (tracking.Kind != TrackingKind.Operation || tracking.PollPath is null)
            {
                problems.Add($"{where}/tracking: '{name}' is of kind {tracking.Kind}, and only operation with a poll path is emulated");
            }
            else if (tracking.Status.Path is null && tracking.Status.Done is null)
            {
                problems.Add($"{where}/tracking: '{name}' tells its status by HTTP status, which is not emulated");
            }
            else if (tracking.Status.Path is not null && (tracking.Status.Pending.Count == 0 || tracking.Status.Succeeded.Count == 0 || tracking.Status.Failed.Count == 0))
            {
                problems.Add($"{where}/tracking: '{name}' needs at least one text each for pending, succeeded and failed");
            }
        }

        if (action.Body is not null || action.Returns is not null || action.IdempotencyBody is not null)
        {
            problems.Add($"{where}: fixed bodies, 'returns' and idempotency in the body are not emulated");
        }
    }
}
