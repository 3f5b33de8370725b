using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MediaOps.Runtime;

/// <summary>What is told of waits: one span per wait with its polls as events, how long operations took, how often was asked, how late the end may have been seen.</summary>
internal static class WaitTelemetry
{
    private static readonly UpDownCounter<int> Active = Telemetry.Meter.CreateUpDownCounter<int>(
        "mediaops.waits.active", "{wait}", "Waits that are under way.");

    private static readonly Histogram<double> Duration = Telemetry.Meter.CreateHistogram<double>(
        "mediaops.operation.duration", "s", "From the start of a wait to the poll that saw the operation's end.");

    private static readonly Histogram<int> Polls = Telemetry.Meter.CreateHistogram<int>(
        "mediaops.operation.polls", "{poll}", "Polls per wait.");

    private static readonly Histogram<double> Lateness = Telemetry.Meter.CreateHistogram<double>(
        "mediaops.operation.lateness", "s", "The last delay: at most so late was the operation's end seen.");

    public static Activity? Begin(string service, string subject, string operationId)
    {
        Active.Add(1, new KeyValuePair<string, object?>("mediaops.service", service));
        Activity? activity = Telemetry.Source.StartActivity("wait for " + subject, ActivityKind.Internal);
        return activity?.SetTag("mediaops.service", service).SetTag("mediaops.operation.id", operationId);
    }

    public static void Polled(Activity? activity, int polls, OperationState state, TimeSpan elapsed)
    {
        if (activity is { IsAllDataRequested: true })
        {
            activity.AddEvent(new ActivityEvent("poll", tags: new ActivityTagsCollection
            {
                ["mediaops.poll"] = polls,
                ["mediaops.state"] = state.ToString(),
                ["mediaops.elapsed"] = elapsed.TotalSeconds,
            }));
        }
    }

    public static void End(Activity? activity, string service, string subject, OperationSnapshot last, int polls, TimeSpan elapsed, TimeSpan lastDelay)
    {
        Active.Add(-1, new KeyValuePair<string, object?>("mediaops.service", service));
        var tags = new TagList { { "mediaops.service", service }, { "mediaops.subject", subject }, { "mediaops.state", last.State.ToString() } };
        if (last.ErrorCode is { } code)
        {
            tags.Add("mediaops.error.code", code);
        }

        Polls.Record(polls, in tags);
        if (last.IsOver && polls > 0)
        {
            Duration.Record(elapsed.TotalSeconds, in tags);
            Lateness.Record(lastDelay.TotalSeconds, in tags);
        }

        if (activity is not null)
        {
            activity.SetTag("mediaops.state", last.State.ToString());
            activity.SetStatus(last.State == OperationState.Succeeded ? ActivityStatusCode.Ok : ActivityStatusCode.Error, last.ErrorCode);
            activity.Dispose();
        }
    }
}
