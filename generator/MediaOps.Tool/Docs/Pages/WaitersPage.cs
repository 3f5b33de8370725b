using MediaOps.Schema;
using MediaOps.Tool.Docs.Waiters;

namespace MediaOps.Tool.Docs.Pages;

/// <summary>The waiters of an entity as tables: what each record, state and absence means while an action is waited for.</summary>
internal static class WaitersPage
{
    /// <summary>The Markdown of an entity's waiters.</summary>
    public static string Of(SchemaService service, EntitySpec entity)
    {
        IReadOnlyList<Waiter> waiters = WaiterDerivation.Of(service.Spec, entity);
        MarkdownPage page = new MarkdownPage().Heading(1, $"Waiters of {entity.Name} ({service.Spec.Name})");
        Records(page, [.. waiters.Where(waiter => waiter.Tracking is { ByStates: false })]);
        States(page, [.. waiters.Where(waiter => waiter.States.Count > 0)]);
        string[] atOnce = [.. waiters.Where(waiter => waiter.Tracking is null).Select(waiter => waiter.Name).Distinct(StringComparer.Ordinal)];
        return page
            .Paragraph(atOnce.Length == waiters.Count ? string.Empty : "What the schema does not know is a retry unless a table says otherwise, ten times in a row at most.")
            .Paragraph(atOnce.Length == 0 ? string.Empty : "Nothing to wait for, any 2xx is the end: " + Words.And(atOnce) + ".")
            .ToString();
    }

    /// <summary>What a poll asks, in words.</summary>
    public static string Polled(TrackingSpec profile) => profile switch
    {
        { Kind: TrackingKind.Operation } => profile.PollMethod + " " + profile.PollPath,
        { Kind: TrackingKind.StatusUrl } => "the URL in " + Words.Or(profile.HandleHeaders.Count > 0 ? profile.HandleHeaders : profile.HandleBody is { } path ? [path] : []),
        _ => "the entity",
    };

    private static void Records(MarkdownPage page, Waiter[] waiters)
    {
        if (waiters.Length == 0)
        {
            return;
        }

        page.Heading(2, "What the record tells").Table(["Followed by", "Asks", "Success", "Retry", "Failure", "404"], waiters
            .GroupBy(waiter => (waiter.Tracking, waiter.Missing))
            .Select(group => (IReadOnlyList<string>)
            [
                Markdown.Code(group.Key.Tracking!.Name),
                Markdown.Text(Polled(group.Key.Tracking)),
                Answers(group.Key.Tracking, Verdict.Success),
                Answers(group.Key.Tracking, Verdict.Retry),
                Answers(group.Key.Tracking, Verdict.Failure),
                group.Key.Missing is { } missing ? Word(missing.Verdict) : "the entity is asked",
            ]));
    }

    private static void States(MarkdownPage page, Waiter[] waiters)
    {
        if (waiters.Length == 0)
        {
            return;
        }

        page.Heading(2, "What the state tells")
            .Paragraph(Array.TrueForAll(waiters, waiter => waiter.ByStates) ? string.Empty : "Where a record tells how far an action is, the state is asked for only when that record is missing.")
            .Table(["Waiter", "Followed by", "Success", "Retry", "Failure", "Undecided", "404", "Asked"], waiters
                .GroupBy(waiter => (waiter.Name, Row: string.Join("|", Verdicts(waiter)), waiter.Delay))
                .Select(group => (IReadOnlyList<string>)
                [
                    Markdown.Text(group.Key.Name) + Words.Mark(group.First().Action.Inferred),
                    Markdown.Codes(group.Select(waiter => waiter.Tracking!.Name)),
                    .. Verdicts(group.First()),
                    Words.Waits(group.Key.Delay),
                ]))
            .List(
            [
                .. Has(waiters, Patience.UntilSettledOrMoved) ? ["¹ A retry at first, while the service may still show what was before; it counts when that time is over or the entity was seen to move."] : Enumerable.Empty<string>(),
                .. Has(waiters, Patience.UntilSettled) ? ["² A retry at first, while the service may still show what was before; it counts when that time is over."] : Enumerable.Empty<string>(),
                .. Has(waiters, Patience.UntilMoved) ? ["³ Counts when the entity was seen to move; until then it tells nothing, because the action begins there too."] : Enumerable.Empty<string>(),
                .. Array.Exists(waiters, waiter => waiter.Action.Inferred) ? ["† No source of the service states this rule: it is inferred."] : Enumerable.Empty<string>(),
            ]);
    }

    private static bool Has(Waiter[] waiters, Patience patience) =>
        Array.Exists(waiters, waiter => waiter.States.Any(state => state.Patience == patience) || (waiter.ByStates && waiter.Missing?.Patience == patience));

    private static string[] Verdicts(Waiter waiter) =>
    [
        Names(waiter, Verdict.Success) + (waiter is { ByStates: true, Tracking.Outcome: not null } ? "; then " + Answers(waiter.Tracking, Verdict.Success) : string.Empty),
        Names(waiter, Verdict.Retry),
        Names(waiter, Verdict.Failure) + (waiter is { ByStates: true, Tracking.Outcome: not null } ? "; then " + Answers(waiter.Tracking, Verdict.Failure) : string.Empty),
        Names(waiter, Verdict.Undecided),
        waiter is { ByStates: true, Missing: { } missing } ? Word(missing.Verdict) + Mark(missing.Patience) : string.Empty,
    ];

    private static string Names(Waiter waiter, Verdict verdict) =>
        string.Join(", ", waiter.States.Where(state => state.Verdict == verdict).Select(state => Markdown.Text(state.State.Name) + Mark(state.Patience)));

    private static string Answers(TrackingSpec profile, Verdict verdict) =>
        Markdown.Codes(StatusMeaning.Of(profile).Where(meaning => meaning.Verdict == verdict).Select(meaning => meaning.Answer));

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Success => "success",
        Verdict.Retry => "retry",
        Verdict.Failure => "failure",
        _ => "undecided",
    };

    private static string Mark(Patience patience) => patience switch
    {
        Patience.UntilSettledOrMoved => "¹",
        Patience.UntilSettled => "²",
        Patience.UntilMoved => "³",
        _ => string.Empty,
    };
}
