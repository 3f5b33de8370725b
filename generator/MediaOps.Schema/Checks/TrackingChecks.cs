using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>One tracking profile by itself: does it say where the handle is, what is polled and when that means the end?</summary>
internal static class TrackingChecks
{
    public static void Check(TrackingSpec tracking, string path, FindingSink sink)
    {
        DelayChecks.Check(tracking.Delay, path + "/delay", sink);
        Words(tracking, path, sink);
        switch (tracking.Kind)
        {
            case TrackingKind.Operation:
                Operation(tracking, path, sink);
                Status(tracking.Status, path, sink);
                break;
            case TrackingKind.StatusUrl:
                Handle(tracking, path, sink);
                Status(tracking.Status, path, sink);
                if (tracking.TrustHosts.Count == 0)
                {
                    sink.ReportName(Rules.NoTrustHosts, path);
                }

                break;
            default:
                EntityState(tracking, path, sink);
                break;
        }
    }

    /// <summary>Reports what only other kinds have.</summary>
    private static void Words(TrackingSpec tracking, string path, FindingSink sink)
    {
        bool handed = tracking.HandleHeaders.Count > 0 || tracking.HandleBody is not null;
        (string Word, bool Given, TrackingKind[] Kinds)[] words =
        [
            ("handle", handed, [TrackingKind.Operation, TrackingKind.StatusUrl]),
            ("trustHosts", tracking.TrustHosts.Count > 0, [TrackingKind.StatusUrl]),
            ("poll", tracking.PollPath is not null, [TrackingKind.Operation]),
            ("cancel", tracking.CancelPath is not null, [TrackingKind.Operation]),
            ("settle", tracking.Settle is not null, [TrackingKind.EntityState]),
            ("outcome", tracking.Outcome is not null, [TrackingKind.EntityState]),
        ];
        foreach ((string word, bool _, TrackingKind[] _) in words.Where(word => word.Given && !word.Kinds.Contains(tracking.Kind)))
        {
            sink.ReportName(Rules.NotOfThisKind, path + "/" + word, word, KindName(tracking.Kind));
        }
    }

    private static void Operation(TrackingSpec tracking, string path, FindingSink sink)
    {
        Handle(tracking, path, sink);
        if (tracking.PollPath is null)
        {
            sink.ReportName(Rules.Structure, path, "'poll' is missing: tracking of kind operation polls a path.");
        }

        foreach ((string? template, string word) in new[] { (tracking.PollPath, "poll"), (tracking.CancelPath, "cancel") })
        {
            if (template is null)
            {
                continue;
            }

            string at = path + "/" + word;
            PathChecks.Balanced(template, at, sink);
            Placeholder[] handles = [.. PathChecks.Placeholders(template).Where(placeholder => placeholder.Name == "Handle")];
            if (handles.Length == 0)
            {
                sink.Report(Rules.NoHandle, at);
            }

            if (handles.Any(handle => handle.ManySegments) && !PatternChecks.FixesSegments(tracking.HandlePattern))
            {
                sink.Report(Rules.OpenSegments, at, "Handle", "handle/pattern");
            }
        }
    }

    private static void EntityState(TrackingSpec tracking, string path, FindingSink sink)
    {
        if (!tracking.ByStates)
        {
            Status(tracking.Status, path, sink);
        }
        else if (tracking.Settle is null)
        {
            sink.ReportName(Rules.NoSettle, path);
        }

        if (tracking.Outcome is { } outcome)
        {
            if (outcome.Succeeded.Count == 0)
            {
                sink.ReportName(Rules.NoSuccess, path + "/outcome", "outcome");
            }

            Values(path + "/outcome", sink, ("succeeded", outcome.Succeeded), ("failed", outcome.Failed), ("canceled", outcome.Canceled));
        }
    }

    private static void Handle(TrackingSpec tracking, string path, FindingSink sink)
    {
        PatternChecks.Check(tracking.HandlePattern, path + "/handle/pattern", sink);
        if (tracking.HandleHeaders.Count == 0 && tracking.HandleBody is null)
        {
            sink.ReportName(Rules.Structure, path, "'handle' is missing: name the header or the body path that holds the operation's handle.");
        }

        foreach (string header in tracking.HandleHeaders.Where(header => !Names.IsHeader(header)))
        {
            sink.Report(Rules.Structure, path + "/handle/header", $"'{Messages.Clean(header)}' is not a header name.");
        }
    }

    private static void Status(StatusSpec status, string path, FindingSink sink)
    {
        if (status.Done is null && status.PendingHttp.Count == 0 && (status.Path is null || status.Succeeded.Count == 0))
        {
            sink.ReportName(Rules.NoSuccess, path + "/status", "status");
        }

        Values(path + "/status", sink, ("pending", status.Pending), ("succeeded", status.Succeeded), ("failed", status.Failed), ("canceled", status.Canceled));
    }

    private static void Values(string path, FindingSink sink, params (string List, EquatableArray<string> Values)[] lists)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string list, EquatableArray<string> values) in lists)
        {
            foreach (string value in values)
            {
                if (seen.TryGetValue(value, out string? earlier) && earlier != list)
                {
                    sink.Report(Rules.StatusTwice, path + "/" + list, Messages.Clean(value), earlier, list);
                }

                seen[value] = list;
            }
        }
    }

    private static string KindName(TrackingKind kind) => kind switch
    {
        TrackingKind.StatusUrl => "status-url",
        TrackingKind.EntityState => "entity-state",
        _ => "operation",
    };
}
