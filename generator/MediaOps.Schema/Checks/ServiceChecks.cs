using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>What can be said about a service file by itself.</summary>
internal static class ServiceChecks
{
    public static void Check(ServiceSpec service, FindingSink sink)
    {
        NameChecks.TypeName(service.Client, "the client", "client", sink);
        NameChecks.Twice(service.Options.Select(option => option.Name), "option", "options", sink);
        NameChecks.ParameterNames(service.Options.Select(option => option.Name), ReservedNames.OfOptions, "options", sink);
        NameChecks.Types(service.Types, sink);
        TypeChecks.Cycles(service.Types, sink);
        TypeChecks.Wires(SpecResolver.Resolve(service.Types, service.Wire), sink);
        TypeChecks.Known(TypeChecks.Uses(service.Types), TypeChecks.ByName(service.Types), null, sink);
        foreach (TypeSpec type in service.Types)
        {
            foreach (PropertySpec property in type.Properties)
            {
                LimitChecks.Property(property, "types/" + type.Name + "/properties/" + property.Name, sink);
            }
        }

        Endpoint(service, sink);
        foreach (TrackingSpec tracking in service.Tracking)
        {
            Tracking(tracking, "tracking/" + tracking.Name, sink);
        }

        Errors(service.Errors, sink);
    }

    private static void Endpoint(ServiceSpec service, FindingSink sink)
    {
        foreach (OptionSpec option in service.Options)
        {
            LimitChecks.Option(option, "options/" + option.Name, sink);
        }

        PathChecks.Balanced(service.Endpoint, "endpoint", sink);
        PathChecks.Known(service.Endpoint, new HashSet<string>(service.Options.Select(option => option.Name), StringComparer.Ordinal), "endpoint", sink);
        if (service.Endpoint.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !(Uri.TryCreate(service.Endpoint, UriKind.Absolute, out Uri? uri) && uri.IsLoopback))
        {
            sink.Report(Rules.PlainHttp, "endpoint");
        }
    }

    private static void Tracking(TrackingSpec tracking, string path, FindingSink sink)
    {
        DelayChecks.Check(tracking.Delay, path + "/delay", sink);
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
                if (tracking.Settle is null)
                {
                    sink.ReportName(Rules.NoSettle, path);
                }

                break;
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
            sink.ReportName(Rules.NoSuccess, path + "/status");
        }

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string list, EquatableArray<string> values) in new[]
        {
            ("pending", status.Pending), ("succeeded", status.Succeeded), ("failed", status.Failed), ("canceled", status.Canceled),
        })
        {
            foreach (string value in values)
            {
                if (seen.TryGetValue(value, out string? earlier) && earlier != list)
                {
                    sink.Report(Rules.StatusTwice, path + "/status/" + list, Messages.Clean(value), earlier, list);
                }

                seen[value] = list;
            }
        }
    }

    private static void Errors(ErrorsSpec errors, FindingSink sink)
    {
        if (errors.Enum is not null)
        {
            NameChecks.TypeName(errors.Enum, "the enum of error codes", "errors/enum", sink);
        }

        NameChecks.EnumValues(errors.Codes.Select(code => code.Name), "error code", "errors/codes", sink);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ErrorCodeSpec code in errors.Codes)
        {
            foreach (string wire in code.Wire)
            {
                if (seen.TryGetValue(wire, out string? earlier) && earlier != code.Name)
                {
                    sink.Report(Rules.CodeTwice, "errors/codes/" + code.Name, earlier, code.Name, Messages.Clean(wire));
                }

                seen[wire] = code.Name;
            }
        }
    }
}
