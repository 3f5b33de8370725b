using MediaOps.Schema;
using MediaOps.Tool.Diff.Facets;

namespace MediaOps.Tool.Diff.Tables;

/// <summary>How the end of actions is seen. All of it is behaviour: no method looks different.</summary>
internal static class TrackingTables
{
    private static readonly Effect Asks = Effect.Behaviour("The service is asked differently how far an action is; it must answer that.");

    private static readonly Effect Judges = Effect.Behaviour("Answers to polls are judged differently: a wait may end otherwise.");

    private static readonly Effect Reads = Effect.Behaviour("What a poll tells is read from another place.");

    private static readonly Effect Stored = Effect.Behaviour("Operations that were stored may not be asked for any more.");

    /// <summary>How a poll is read.</summary>
    public static Table<StatusSpec> Status { get; } = new(
        Of<StatusSpec>.Value(nameof(StatusSpec.Path), "path", status => status.Path, Reads),
        Of<StatusSpec>.Names(nameof(StatusSpec.Pending), "pending", status => status.Pending, Judges, Judges),
        Of<StatusSpec>.Names(nameof(StatusSpec.Succeeded), "succeeded", status => status.Succeeded, Judges, Judges),
        Of<StatusSpec>.Names(nameof(StatusSpec.Failed), "failed", status => status.Failed, Judges, Judges),
        Of<StatusSpec>.Names(nameof(StatusSpec.Canceled), "canceled", status => status.Canceled, Judges, Judges),
        Of<StatusSpec>.Value(nameof(StatusSpec.UnknownFails), "unknown", status => status.UnknownFails, Judges),
        Of<StatusSpec>.Value(nameof(StatusSpec.Done), "done", status => status.Done, Reads),
        Of<StatusSpec>.Value(nameof(StatusSpec.PendingHttp), "pendingHttp", status => status.PendingHttp, Judges));

    /// <summary>How an action ended whose entity is at rest.</summary>
    public static Table<OutcomeSpec> Outcome { get; } = new(
        Of<OutcomeSpec>.Value(nameof(OutcomeSpec.Path), "path", outcome => outcome.Path, Reads),
        Of<OutcomeSpec>.Names(nameof(OutcomeSpec.Succeeded), "succeeded", outcome => outcome.Succeeded, Judges, Judges),
        Of<OutcomeSpec>.Names(nameof(OutcomeSpec.Failed), "failed", outcome => outcome.Failed, Judges, Judges),
        Of<OutcomeSpec>.Names(nameof(OutcomeSpec.Canceled), "canceled", outcome => outcome.Canceled, Judges, Judges));

    /// <summary>A tracking profile.</summary>
    public static Table<TrackingSpec> Tracking { get; } = new(
        Of<TrackingSpec>.Key(nameof(TrackingSpec.Name)),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.Kind), "kind", tracking => tracking.Kind, Stored),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.Accepted), "accepted", tracking => tracking.Accepted, Effect.Behaviour("An answer that was the end may mean that the action still runs, or the other way round.")),
        Of<TrackingSpec>.Names(nameof(TrackingSpec.HandleHeaders), "handle/header", tracking => tracking.HandleHeaders, Reads, Reads, Reads),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.HandleBody), "handle/body", tracking => tracking.HandleBody, Reads),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.PollMethod), "poll", tracking => tracking.PollMethod, Asks),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.PollPath), "poll", tracking => tracking.PollPath, Asks),
        Nested.Whole<TrackingSpec, StatusSpec>(nameof(TrackingSpec.Status), "status", tracking => tracking.Status, Status),
        Nested.Part<TrackingSpec, OutcomeSpec>(nameof(TrackingSpec.Outcome), "outcome", tracking => tracking.Outcome, Outcome, null, Judges, Judges),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.Absent), "absent", tracking => tracking.Absent, Judges),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.TargetPath), "target/body", tracking => tracking.TargetPath, Reads),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.ErrorCodePath), "error/code", tracking => tracking.ErrorCodePath, Reads),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.ErrorMessagePath), "error/message", tracking => tracking.ErrorMessagePath, Reads),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.Result), "result/via", tracking => tracking.Result, Effect.Behaviour("The result comes from elsewhere.")),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.ResultPath), "result/path", tracking => tracking.ResultPath, Reads),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.CancelMethod), "cancel", tracking => tracking.CancelMethod, Cancels),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.CancelPath), "cancel", tracking => tracking.CancelPath, Cancels),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.Settle), "settle", tracking => tracking.Settle, Effect.Behaviour("The old state is believed sooner or later: a wait may fail where it went on, or go on where it failed.")),
        Of<TrackingSpec>.Names(nameof(TrackingSpec.TrustHosts), "trustHosts", tracking => tracking.TrustHosts, ServiceTables.Trusted, ServiceTables.Distrusted),
        Of<TrackingSpec>.Value(nameof(TrackingSpec.RetryAfterHeader), "retryAfter", tracking => tracking.RetryAfterHeader, Effect.Compatible("Waits ask at other times; they end alike.")),
        Nested.Whole<TrackingSpec, DelaySpec>(nameof(TrackingSpec.Delay), "delay", tracking => tracking.Delay, LimitTables.Delay),
        Of<TrackingSpec>.Judged(nameof(TrackingSpec.HandlePattern), "handle/pattern", tracking => tracking.HandlePattern, (_, after) => after is null ? Effect.Compatible("More handles are accepted.") : Stored));

    /// <summary>What it means that a profile is gone.</summary>
    public static Effect Gone => Stored;

    private static Effect Cancels => Effect.Behaviour("Operations are canceled by another request, or cannot be any more.");
}
