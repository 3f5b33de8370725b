using System.Diagnostics.CodeAnalysis;

namespace MediaOps.Runtime;

/// <summary>What a handle is of.</summary>
internal enum HandleKind
{
    /// <summary>The service's own id, unchanged.</summary>
    Id,

    /// <summary>An action that finished at once: asking for it answers Succeeded anywhere.</summary>
    Done,

    /// <summary>An id of the service that can be asked for only together with action and entity.</summary>
    Operation,

    /// <summary>A status URL.</summary>
    Url,

    /// <summary>The entity itself is asked.</summary>
    State,
}

/// <summary>
/// An operation's id in text. Where the service gives operations an id that suffices, it is that id. Else it is
/// <c>mediaops:1:kind:Service:Entity:Action:address</c>, with the values of the address percent-encoded and slashes between them, and <c>:rest</c> where the
/// kind needs more (see <see cref="HandleRest"/>). A handle holds neither host nor secret. What comes back from a store or a browser is hostile.
/// </summary>
/// <param name="Text">The handle.</param>
/// <param name="Kind">What it is of.</param>
/// <param name="Entity">The kind of entity; null for the service's own id.</param>
/// <param name="Action">The action; null for the service's own id.</param>
/// <param name="AddressText">The address as it stands in the text.</param>
/// <param name="Rest">What the kind needs more, as it stands in the text; null for none.</param>
internal sealed record OperationHandle(string Text, HandleKind Kind, string? Entity = null, string? Action = null, string AddressText = "", string? Rest = null)
{
    /// <summary>An id of the service's own.</summary>
    public const int MaxIdLength = 16 * 1024;

    /// <summary>A handle of ours: it may hold two percent-encoded URLs.</summary>
    private const int MaxLength = 128 * 1024;

    private const string Prefix = "mediaops:";
    private const string Version = "1";

    private static readonly (string Word, HandleKind Kind, bool HasRest)[] Kinds =
        [("done", HandleKind.Done, false), ("op", HandleKind.Operation, true), ("url", HandleKind.Url, true), ("state", HandleKind.State, true)];

    /// <summary>The values of the address, the entity's own id last; an id that was not known is empty.</summary>
    public string[] Address => [.. AddressText.Split('/').Select(Uri.UnescapeDataString)];

    /// <summary>The entity's own id; null where it was not known, or the entity has none.</summary>
    public string? EntityId => Address is [.., { Length: > 0 } id] ? id : null;

    /// <summary>The handle of an action that finished at once.</summary>
    public static OperationHandle ForDone(string service, string entity, string action, params string?[] address)
        => Make(HandleKind.Done, service, entity, action, address, rest: null);

    public static OperationHandle Make(HandleKind kind, string service, string entity, string action, IEnumerable<string?> address, string? rest)
    {
        string word = Array.Find(Kinds, known => known.Kind == kind).Word;
        string values = string.Join('/', address.Select(static value => Uri.EscapeDataString(value ?? "")));
        string text = $"{Prefix}{Version}:{word}:{service}:{entity}:{action}:{values}{(rest is null ? "" : ":" + rest)}";
        return new OperationHandle(text, kind, entity, action, values, rest);
    }

    /// <summary>Whether a service may use this text as an operation's id: what we could not read back would be an operation that is lost.</summary>
    public static bool IsUsableId([NotNullWhen(true)] string? text) => text is not null && Fault(text, MaxIdLength) is null && !text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <exception cref="ArgumentException">It cannot be a handle of this service; the message says why.</exception>
    public static OperationHandle Parse(string id, string service)
    {
        ArgumentNullException.ThrowIfNull(id);
        bool isOurs = id.StartsWith(Prefix, StringComparison.Ordinal);
        return Fault(id, isOurs ? MaxLength : MaxIdLength) is { } fault ? throw Refused(fault)
            : isOurs ? ParseOwn(id, service)
            : new OperationHandle(id, HandleKind.Id);
    }

    // The text itself stays out of the messages: it may be long, and it may hold what a terminal or a log should not be shown.
    public static ArgumentException Refused(string why, string parameter = "id") => new($"The operation id {why}.", parameter);

    private static OperationHandle ParseOwn(string id, string service)
    {
        string[] parts = id.Split(':');
        if (parts[1] != Version)
        {
            throw Refused($"is not of version {Version}, which is the one that this library reads");
        }

        (string word, HandleKind kind, bool hasRest) = parts.Length < 3 ? default : Array.Find(Kinds, known => known.Word == parts[2]);
        if (word is null)
        {
            throw Refused($"is of a kind that this library does not know; it knows {string.Join(", ", Kinds.Select(static known => $"'{known.Word}'"))} and the service's own ids");
        }

        if (parts.Length != (hasRest ? 8 : 7) || !IsName(parts[4]) || !IsName(parts[5]))
        {
            throw Refused($"is damaged: 'mediaops:1:{word}:Service:Entity:Action:address{(hasRest ? ":rest" : "")}' was expected");
        }

        if (parts[3] != service)
        {
            throw Refused($"belongs to another service than {service}");
        }

        var handle = new OperationHandle(id, kind, parts[4], parts[5], parts[6], hasRest ? parts[7] : null);
        foreach (string value in handle.Address)
        {
            if (value.Length > 0 && PathTemplate.Fault(value) is { } fault)
            {
                throw Refused($"names an entity whose id {fault}");
            }
        }

        return handle;
    }

    private static string? Fault(string text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "is empty";
        }

        if (text.Length > most)
        {
            return $"is longer than {most} characters";
        }

        return PathTemplate.Fault(text);
    }

    private static bool IsName(string text) => text.Length is > 0 and <= 64 && text.All(char.IsAsciiLetterOrDigit);
}
