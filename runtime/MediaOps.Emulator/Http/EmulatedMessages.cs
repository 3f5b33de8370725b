namespace MediaOps.Emulation.Http;

/// <summary>A request without its transport.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Authority">Scheme, host and port that the client asked, such as <c>http://127.0.0.1:5000</c>.</param>
/// <param name="Path">The path, still encoded.</param>
/// <param name="Query">The query with its question mark, or empty.</param>
/// <param name="Headers">The headers by name; values of one name joined by commas.</param>
/// <param name="Body">The body; null when it is larger than allowed.</param>
internal sealed record EmulatedRequest(string Method, string Authority, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    public string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;
}

/// <summary>How an answer reaches the client, if it does.</summary>
internal enum ResponseEnding
{
    Complete,
    Truncated,
    Dropped,
    Refused,
}

/// <summary>An answer without its transport.</summary>
internal sealed record EmulatedResponse(int Status, byte[] Body, string? ContentType, IReadOnlyList<KeyValuePair<string, string>> Headers, ResponseEnding Ending = ResponseEnding.Complete)
{
    public static EmulatedResponse Empty(int status) => new(status, [], null, []);

    public EmulatedResponse With(string name, string value) => this with { Headers = [.. Headers, KeyValuePair.Create(name, value)] };

    public EmulatedResponse Without(string name) => this with { Headers = [.. Headers.Where(h => !h.Key.Equals(name, StringComparison.OrdinalIgnoreCase))] };
}
