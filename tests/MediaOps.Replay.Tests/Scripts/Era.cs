namespace MediaOps.Replay.Tests.Scripts;

/// <summary>How the service answered at a time; what it did stayed the same.</summary>
/// <param name="Name">The year in which such traffic was seen.</param>
/// <param name="ApiVersion">The version of the interface that the URLs name.</param>
/// <param name="Created">The status of a creation that goes on.</param>
/// <param name="HasResultLocation">Whether Location tells where the result will be; else it repeats the URL of the status.</param>
/// <param name="RepeatsLocation">Whether statuses carry Location too.</param>
/// <param name="RetryAfter">How many seconds the service wants a client to wait; null where it did not say.</param>
internal sealed record Era(string Name, string ApiVersion, int Created, bool HasResultLocation, bool RepeatsLocation, int? RetryAfter)
{
    public static readonly Era Y2018 = new("2018", "2018-07-01", 202, HasResultLocation: false, RepeatsLocation: true, RetryAfter: null);

    public static readonly Era Y2020 = new("2020", "2018-07-01", 202, HasResultLocation: true, RepeatsLocation: false, RetryAfter: null);

    public static readonly Era Y2021 = new("2021", "2020-05-01", 201, HasResultLocation: true, RepeatsLocation: false, RetryAfter: null);

    public static readonly Era Y2022 = new("2022", "2022-08-01", 201, HasResultLocation: true, RepeatsLocation: false, RetryAfter: 2);

    public static IReadOnlyList<Era> All { get; } = [Y2018, Y2020, Y2021, Y2022];

    public override string ToString() => Name;
}
