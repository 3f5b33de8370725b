using MediaOps.Schema;

namespace MediaOps.Emulation.State;

/// <summary>The words of a profile for how an operation stands.</summary>
internal static class StatusText
{
    // A profile needs to name only what it tells apart; where it leaves a word out, everything else has that meaning.
    public static string Of(StatusSpec status, OperationStatus present) => present switch
    {
        OperationStatus.InProgress => First(status.Pending, "InProgress"),
        OperationStatus.Succeeded => First(status.Succeeded, "Succeeded"),
        OperationStatus.Canceled => First(status.Canceled, First(status.Failed, "Canceled")),
        _ => First(status.Failed, "Failed"),
    };

    public static string Of(OutcomeSpec outcome, OperationStatus present) => present switch
    {
        OperationStatus.Succeeded => First(outcome.Succeeded, "Succeeded"),
        OperationStatus.Canceled => First(outcome.Canceled, First(outcome.Failed, "Canceled")),
        _ => First(outcome.Failed, "Failed"),
    };

    private static string First(EquatableArray<string> words, string otherwise) => words.Count > 0 ? words[0] : otherwise;
}
