namespace MediaOps.Replay.Tests.Recordings;

/// <summary>Requests to the service and its answers, in the order in which they went over the wire.</summary>
internal sealed record Recording(string Name, IReadOnlyList<Interaction> Interactions);

/// <summary>One request and its answer.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Uri">The whole address.</param>
/// <param name="RequestBody">JSON; null where nothing was sent.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Headers">Headers of the answer, found without case.</param>
/// <param name="Body">What was answered; empty where nothing was.</param>
/// <param name="Repeat">How many equal requests with equal answers, one after the other, this stands for.</param>
internal sealed record Interaction(
    string Method, Uri Uri, string? RequestBody, int Status, IReadOnlyDictionary<string, string> Headers, string Body, int Repeat = 1)
{
    /// <summary>What stands behind the account; null where the URL is none of an account.</summary>
    public string? Path { get; } = ResourcePath.Of(Uri);

    public bool IsRead => Method == "GET";

    public bool IsRefused => Status >= 400;

    public override string ToString() => $"{Method} {Uri.PathAndQuery} -> {Status}";
}
