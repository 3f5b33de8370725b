using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

/// <summary>Writes into an entity how the operation on it stands, where a profile says that clients look there: a provisioning state, a last outcome.</summary>
internal static class Outcomes
{
    public static void Begun(Operation operation)
    {
        foreach (TrackingSpec profile in operation.ListedProfiles.Where(p => p is { Kind: TrackingKind.EntityState, Status.Path: not null }))
        {
            Set(operation.Entity, profile.Status.Path!, StatusText.Of(profile.Status, OperationStatus.InProgress));
        }
    }

    /// <summary>An action that was complete at once has succeeded.</summary>
    public static void AtOnce(Entity entity, IEnumerable<TrackingSpec> profiles)
    {
        foreach (TrackingSpec profile in profiles.Where(p => p.Kind == TrackingKind.EntityState))
        {
            if (profile.Status.Path is { } status)
            {
                Set(entity, status, StatusText.Of(profile.Status, OperationStatus.Succeeded));
            }

            if (profile.Outcome is { } outcome)
            {
                Set(entity, outcome.Path, StatusText.Of(outcome, OperationStatus.Succeeded));
            }
        }
    }

    public static void Ended(Operation operation)
    {
        foreach (TrackingSpec profile in operation.ListedProfiles.Where(p => p.Kind == TrackingKind.EntityState))
        {
            if (profile.Status.Path is { } status)
            {
                Set(operation.Entity, status, StatusText.Of(profile.Status, operation.Status));
            }

            if (profile.Outcome is { } outcome)
            {
                Set(operation.Entity, outcome.Path, StatusText.Of(outcome, operation.Status));
            }

            Write(operation, profile.ErrorCodePath, operation.Failure?.Code);
            Write(operation, profile.ErrorMessagePath, operation.Failure?.Message);
        }
    }

    /// <summary>The state after an operation that did not succeed; null leaves it. With an outcome apart, the state is the same as after success.</summary>
    public static string? StateAfterFailure(Operation operation) =>
        operation.Action.OnFailure.Count == 0 && operation.ListedProfiles.Any(p => p.Outcome is not null) && !operation.IsDelete ? operation.Plan.To : operation.Plan.OnFailure;

    private static void Write(Operation operation, string? path, string? text)
    {
        if (path is not null && (text is not null || JsonPath.Parse(path).Get(operation.Entity.Body) is not null))
        {
            Set(operation.Entity, path, text);
        }
    }

    private static void Set(Entity entity, string path, string? text) => JsonPath.Parse(path).Set(entity.Body, text is null ? null : JsonValue.Create(text));
}
