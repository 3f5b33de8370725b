namespace MediaOps;

/// <summary>
/// Lets the caller choose the id of a request that changes something, so that it can be stored before the request is sent: a process that dies in between leaves
/// behind what its successor can look for in the service's logs, and can send again. Where the schema names an idempotency key, the id is that key too, and the
/// service does the work once.
/// </summary>
public static class ClientRequestId
{
    private static readonly AsyncLocal<Choice?> Current = new();

    /// <summary>
    /// Gives an id to the next write that is sent by this thread or asynchronous flow, and to all its attempts. It is used once: of two writes the second gets an id of its own,
    /// because a service that takes ids for keys would not do it. Reads and polls are not affected.
    /// </summary>
    /// <param name="id">1 to 256 characters of printable ASCII without blanks; a UUID suits every service.</param>
    /// <returns>Ends the choice when it is disposed.</returns>
    /// <exception cref="ArgumentException">The text cannot be such an id.</exception>
    public static IDisposable Use(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id.Length > 256 || id.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("A request id has 1 to 256 characters of printable ASCII without blanks.", nameof(id));
        }

        return Current.Value = new Choice(id, Current.Value);
    }

    /// <summary>The chosen id, for the one write that takes it; null where none was chosen.</summary>
    internal static string? Take() => Current.Value?.Take();

    private sealed class Choice(string id, Choice? outer) : IDisposable
    {
        private string? _id = id;

        public string? Take() => Interlocked.Exchange(ref _id, null);

        public void Dispose() => Current.Value = outer;
    }
}
