using System.Diagnostics.CodeAnalysis;

namespace MediaOps.Runtime;

/// <summary>
/// An operation's id in text. Where the service gives operations an id, it is that id, unchanged. An action that finished at once has none:
/// its handle is <c>mediaops:1:done:Service:Entity:Action:id</c>, with the id percent-encoded, so that asking for it answers Succeeded anywhere.
/// A handle holds neither host nor secret. What comes back from a store or a browser is hostile.
/// </summary>
/// <param name="Text">The handle.</param>
/// <param name="IsDone">Whether the action finished at once.</param>
/// <param name="Entity">The kind of entity of a finished action; null otherwise.</param>
/// <param name="Action">The finished action; null otherwise.</param>
/// <param name="EntityId">The entity of a finished action, where it is known.</param>
internal sealed record OperationHandle(string Text, bool IsDone, string? Entity, string? Action, string? EntityId)
{
    public const int MaxLength = 2048;

    private const string Prefix = "mediaops:";
    private const string Version = "1";
    private const string Done = "done";

    public static OperationHandle ForDone(string service, string entity, string action, string? entityId)
        => new($"{Prefix}{Version}:{Done}:{service}:{entity}:{action}:{Uri.EscapeDataString(entityId ?? "")}", IsDone: true, entity, action, entityId);

    /// <summary>Whether a service may use this text as an operation's id: what we could not read back would be an operation that is lost.</summary>
    public static bool IsUsableId([NotNullWhen(true)] string? text) => text is not null && Fault(text) is null && !text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <exception cref="ArgumentException">It cannot be a handle of this service; the message says why.</exception>
    public static OperationHandle Parse(string id, string service)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (Fault(id) is { } fault)
        {
            throw Refused(fault, nameof(id));
        }

        return id.StartsWith(Prefix, StringComparison.Ordinal)
            ? ParseOwn(id, service)
            : new OperationHandle(id, IsDone: false, Entity: null, Action: null, EntityId: null);
    }

    private static OperationHandle ParseOwn(string id, string service)
    {
        string[] parts = id.Split(':');
        if (parts[1] != Version)
        {
            throw Refused($"is not of version {Version}, which is the one that this library reads", nameof(id));
        }

        if (parts.Length < 3 || parts[2] != Done)
        {
            throw Refused("is of a kind that this library does not know; it knows 'done' and the service's own ids", nameof(id));
        }

        if (parts.Length != 7 || !IsName(parts[4]) || !IsName(parts[5]))
        {
            throw Refused("is damaged: 'mediaops:1:done:Service:Entity:Action:id' was expected", nameof(id));
        }

        if (parts[3] != service)
        {
            throw Refused($"belongs to another service than {service}", nameof(id));
        }

        string entityId = Uri.UnescapeDataString(parts[6]);
        if (entityId.Length > 0 && Fault(entityId) is { } fault)
        {
            throw Refused($"names an entity whose id {fault}", nameof(id));
        }

        return new OperationHandle(id, IsDone: true, parts[4], parts[5], entityId.Length == 0 ? null : entityId);
    }

    // The text itself stays out of the messages: it may be long, and it may hold what a terminal or a log should not be shown.
    private static ArgumentException Refused(string why, string parameter) => new($"The operation id {why}.", parameter);

    private static string? Fault(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "is empty";
        }

        if (text.Length > MaxLength)
        {
            return $"is longer than {MaxLength} characters";
        }

        return PathTemplate.Fault(text);
    }

    private static bool IsName(string text)
    {
        if (text.Length is 0 or > 64)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
