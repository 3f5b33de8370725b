using System.Globalization;
using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Waiters;

/// <summary>What one answer to a poll means where a record, and not the state of the entity, tells how far an action is.</summary>
/// <param name="Answer">The answer, such as <c>status = Succeeded</c>.</param>
/// <param name="Verdict">What it means.</param>
internal sealed record StatusMeaning(string Answer, Verdict Verdict)
{
    /// <summary>The answers that a profile knows. Where the states tell the end, only what it says beside them: how it ended.</summary>
    public static IReadOnlyList<StatusMeaning> Of(TrackingSpec profile)
    {
        if (profile.ByStates)
        {
            return [.. Outcomes(profile.Outcome)];
        }

        StatusSpec status = profile.Status;
        bool readsBody = status.Path is not null || status.Done is not null;
        string success = profile.Outcome is null ? string.Empty : "; then " + profile.Outcome.Path;
        return
        [
            .. status.PendingHttp.Select(code => new StatusMeaning("HTTP " + code.ToString(CultureInfo.InvariantCulture), Verdict.Retry)),
            .. status.Done is not null ? ByBoolean(profile, status.Done) : [],
            .. status is { Path: { } path, Done: null } ? ByValue(status, path, success) : [],
            .. readsBody ? [] : new[] { new StatusMeaning("any other 2xx", Verdict.Success) },
            .. Outcomes(profile.Outcome),
        ];
    }

    private static IEnumerable<StatusMeaning> ByBoolean(TrackingSpec profile, string path) =>
    [
        new(path + " = true" + (profile.ErrorCodePath is null && profile.ErrorMessagePath is null ? string.Empty : " without an error"), Verdict.Success),
        new(path + " = false", Verdict.Retry),
        .. profile.ErrorCodePath is not null || profile.ErrorMessagePath is not null ? [new StatusMeaning(path + " = true with an error", Verdict.Failure)] : Enumerable.Empty<StatusMeaning>(),
    ];

    private static IEnumerable<StatusMeaning> ByValue(StatusSpec status, string path, string success) =>
    [
        .. status.Succeeded.Select(value => new StatusMeaning(path + " = " + value + success, Verdict.Success)),
        .. status.Pending.Select(value => new StatusMeaning(path + " = " + value, Verdict.Retry)),
        .. status.Failed.Concat(status.Canceled).Select(value => new StatusMeaning(path + " = " + value, Verdict.Failure)),
        new(path + " = any other", status.UnknownFails ? Verdict.Failure : Verdict.Retry),
    ];

    private static IEnumerable<StatusMeaning> Outcomes(OutcomeSpec? outcome) => outcome is null
        ? []
        :
        [
            .. outcome.Succeeded.Select(value => new StatusMeaning(outcome.Path + " = " + value, Verdict.Success)),
            .. outcome.Failed.Concat(outcome.Canceled).Select(value => new StatusMeaning(outcome.Path + " = " + value, Verdict.Failure)),
        ];
}
