using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>What one call sends beside its address: a body, query members, headers, and values for places of the path. Immutable; each member gives a larger one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RequestArguments
{
    private readonly KeyValuePair<string, string>[]? _query;
    private readonly KeyValuePair<string, string>[]? _headers;
    private readonly PathValues? _path;
    private readonly string[]? _secrets;

    private RequestArguments(RequestBody body, KeyValuePair<string, string>[]? query, KeyValuePair<string, string>[]? headers, PathValues? path, string[]? secrets)
    {
        Body = body;
        _query = query;
        _headers = headers;
        _path = path;
        _secrets = secrets;
    }

    /// <summary>Nothing.</summary>
    public static RequestArguments None => default;

    /// <summary>The body.</summary>
    public RequestBody Body { get; }

    internal ReadOnlySpan<KeyValuePair<string, string>> QueryMembers => _query;

    internal KeyValuePair<string, string>[] Headers => _headers ?? [];

    internal PathValues PathValues => _path ?? PathValues.Empty;

    /// <summary>Secret values in query, headers and path; those of the body lie in it.</summary>
    internal string[] Secrets => _secrets ?? [];

    /// <summary>A body alone.</summary>
    /// <param name="body">The body.</param>
    public static implicit operator RequestArguments(RequestBody body) => Of(body);

    /// <summary>A body alone.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The arguments.</returns>
    public static RequestArguments Of(RequestBody body) => new(body, null, null, null, null);

    /// <summary>Adds a query member.</summary>
    /// <param name="name">Its name; percent-encoded.</param>
    /// <param name="value">Its text; percent-encoded; null to leave it out.</param>
    /// <param name="secret">Whether the value is hidden in messages, logs and traces, also where the service repeats it.</param>
    /// <returns>The arguments with it.</returns>
    /// <exception cref="ArgumentException">The value has half a surrogate pair, which no request can carry.</exception>
    public RequestArguments Query(string name, string? value, bool secret = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is null)
        {
            return this;
        }

        // Encoded, it would silently become another text.
        return WireText.IsWhole(value)
            ? new(Body, [.. _query ?? [], new(name, value)], _headers, _path, With(value, secret))
            : throw new ArgumentException($"The value of '{name}' has half a surrogate pair, which cannot be sent; remove it.", nameof(value));
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its text: printable ASCII; null to leave it out.</param>
    /// <param name="secret">Whether the value is hidden in messages, logs and traces, also where the service repeats it.</param>
    /// <returns>The arguments with it.</returns>
    /// <exception cref="ArgumentException">The text has a character that cannot stand in a header, such as a line break.</exception>
    public RequestArguments Header(string name, string? value, bool secret = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is null)
        {
            return this;
        }

        // A line break would add headers of the value's choosing.
        return value.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? throw new ArgumentException($"The header '{name}' has a character that cannot stand in a header.", nameof(value))
            : new(Body, _query, [.. _headers ?? [], new(name, value)], _path, With(value, secret));
    }

    /// <summary>Gives the value of a place in the path.</summary>
    /// <param name="name">The name between the braces.</param>
    /// <param name="value">The value as it is; the path encodes it; null to leave it out.</param>
    /// <param name="secret">Whether the value is hidden in messages, logs and traces, also where the service repeats it.</param>
    /// <returns>The arguments with it.</returns>
    public RequestArguments Path(string name, string? value, bool secret = false)
        => value is null ? this : new(Body, _query, _headers, PathValues.With(name, value), With(value, secret));

    internal RequestArguments WithBody(RequestBody body) => new(body, _query, _headers, _path, _secrets);

    private string[]? With(string value, bool secret) => secret ? [.. Secrets, value] : _secrets;
}
