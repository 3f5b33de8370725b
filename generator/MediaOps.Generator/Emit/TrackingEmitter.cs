using System.Collections.Generic;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>What the runtime is told of a tracking profile: where the handle is, what is polled, and how the answer is read.</summary>
internal static class TrackingEmitter
{
    private const string Runtime = "global::MediaOps.Runtime.";
    private const string Type = Runtime + "TrackingDefinition";

    /// <summary>The name of the field that holds a profile: <c>operation</c> becomes <c>OperationTracking</c>.</summary>
    public static string Field(string name) => string.Concat(name.Substring(0, 1).ToUpperInvariant(), name.Substring(1), "Tracking");

    /// <summary>Waiting rules as C#.</summary>
    public static string Delay(DelaySpec delay) => "new " + Runtime + "PollingDelay("
        + Literal.Duration(delay.Min ?? DelaySpec.DefaultMin) + ", "
        + Literal.Duration(delay.Interval) + ", "
        + Literal.Duration(delay.Typical) + ", "
        + Literal.Duration(delay.Timeout ?? DelaySpec.DefaultTimeout) + ")";

    /// <summary>Writes the field.</summary>
    public static void Write(SourceWriter writer, TrackingSpec tracking)
    {
        using (writer.Block("internal static readonly " + Type + " " + Field(tracking.Name) + " = new " + Type, "};"))
        {
            foreach (string property in (string[])[.. Start(tracking), .. Poll(tracking.Status), .. Outcome(tracking.Outcome), .. End(tracking)])
            {
                writer.Line(property + ",");
            }
        }
    }

    private static IEnumerable<string> Start(TrackingSpec tracking) =>
    [
        "Name = " + Literal.Text(tracking.Name),
        .. Initializer.Code("Kind", Kind(tracking.Kind)),
        "Accepted = " + Literal.Numbers(tracking.Accepted),
        .. Initializer.Texts("HandleHeaders", tracking.HandleHeaders),
        .. Initializer.Text("HandleBody", tracking.HandleBody),
        .. Initializer.Text("HandlePattern", tracking.HandlePattern),
        .. Initializer.Texts("TrustHosts", tracking.TrustHosts),
        .. Initializer.Text("PollMethod", tracking.PollMethod),
        .. Initializer.Code("Poll", Path(tracking.PollPath)),
    ];

    private static IEnumerable<string> Poll(StatusSpec status) =>
    [
        .. Initializer.Text("StatusPath", status.Path),
        .. Initializer.Texts("Pending", status.Pending),
        .. Initializer.Texts("Succeeded", status.Succeeded),
        .. Initializer.Texts("Failed", status.Failed),
        .. Initializer.Texts("Canceled", status.Canceled),
        .. Initializer.Flag("UnknownFails", status.UnknownFails),
        .. Initializer.Text("DonePath", status.Done),
        .. Initializer.Numbers("PendingHttp", status.PendingHttp),
    ];

    private static IEnumerable<string> Outcome(OutcomeSpec? outcome) => outcome is null
        ? []
        :
        [
            .. Initializer.Text("OutcomePath", outcome.Path),
            .. Initializer.Texts("OutcomeSucceeded", outcome.Succeeded),
            .. Initializer.Texts("OutcomeFailed", outcome.Failed),
            .. Initializer.Texts("OutcomeCanceled", outcome.Canceled),
        ];

    private static IEnumerable<string> End(TrackingSpec tracking) =>
    [
        .. Initializer.Code("Absent", Meaning(tracking.Absent)),
        .. Initializer.Text("TargetPath", tracking.TargetPath),
        .. Initializer.Text("ErrorCodePath", tracking.ErrorCodePath),
        .. Initializer.Text("ErrorMessagePath", tracking.ErrorMessagePath),
        .. Initializer.Code("Result", Via(tracking.Result)),
        .. Initializer.Text("ResultPath", tracking.ResultPath),
        .. Initializer.Text("CancelMethod", tracking.CancelPath is null ? null : tracking.CancelMethod),
        .. Initializer.Code("Cancel", Path(tracking.CancelPath)),
        .. Initializer.Code("Settle", tracking.Settle is null ? null : Literal.Duration(tracking.Settle)),
        .. Initializer.Text("RetryAfterHeader", tracking.RetryAfterHeader),
        "Delay = " + Delay(tracking.Delay.Effective(null)),
    ];

    private static string? Path(string? path) => path is null ? null : Runtime + "PathTemplate.Parse(" + Literal.Text(path) + ")";

    private static string? Kind(TrackingKind kind) => kind switch
    {
        TrackingKind.StatusUrl => Runtime + "TrackingKind.StatusUrl",
        TrackingKind.EntityState => Runtime + "TrackingKind.EntityState",
        _ => null,
    };

    private static string? Meaning(AbsentMeaning? absent) => absent switch
    {
        null => null,
        AbsentMeaning.Succeeded => Runtime + "AbsentMeaning.Succeeded",
        AbsentMeaning.Pending => Runtime + "AbsentMeaning.Pending",
        _ => Runtime + "AbsentMeaning.Failed",
    };

    private static string? Via(ResultVia via) => via switch
    {
        ResultVia.PollBody => Runtime + "ResultVia.PollBody",
        ResultVia.Location => Runtime + "ResultVia.Location",
        ResultVia.None => Runtime + "ResultVia.None",
        _ => null,
    };
}
