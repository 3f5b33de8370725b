using System.Text;

namespace MediaOps.Runtime;

/// <summary>Makes the request of an action: its path from address, parameters and the client's own values, its query, headers and body.</summary>
internal static class RequestWriter
{
    /// <exception cref="ArgumentException">A value cannot stand in the path.</exception>
    public static ServiceRequest Write(ServiceConnection connection, EntityDefinition entity, ActionDefinition action, PathValues address, RequestArguments arguments)
    {
        PathValues values = connection.Values.With(address).With(arguments.PathValues);
        RequestBody body = action.Body is null ? arguments.Body : JsonBodies.Merge(JsonBodies.Fill(action.Body, values), arguments.Body);
        bool isWrite = action.Kind is not (ActionKind.Read or ActionKind.List) && action.Method != HttpMethod.Get && action.Method != HttpMethod.Head;

        string? callId = isWrite ? ClientRequestId.Take() : null;
        if (action.Idempotency is { } idempotency)
        {
            // One for all attempts of this call.
            callId ??= Guid.NewGuid().ToString();
            switch (idempotency.Kind)
            {
                case IdempotencyKind.Body:
                    body = JsonBodies.With(body, idempotency.Name, callId);
                    break;
                case IdempotencyKind.Query when !Has(arguments.QueryMembers, idempotency.Name):
                    arguments = arguments.Query(idempotency.Name, callId);
                    break;
                case IdempotencyKind.Header when !Has(arguments.Headers, idempotency.Name):
                    arguments = arguments.Header(idempotency.Name, callId);
                    break;
                default:
                    break;
            }
        }

        if (entity.Envelope is { } envelope && !body.IsEmpty && action.Kind is (ActionKind.Create or ActionKind.Update))
        {
            body = JsonBodies.Wrap(envelope, body);
        }

        return new ServiceRequest(action.Method, WithQuery(action.Path.Expand(values), arguments.QueryMembers))
        {
            Body = body,
            Secrets = SentSecrets.Of(body, action.SecretMembers, arguments.Secrets),
            Headers = arguments.Headers,
            IsWrite = isWrite,
            ClientRequestId = callId,
        };
    }

    /// <summary>A path with query members behind it.</summary>
    public static string WithQuery(string path, ReadOnlySpan<KeyValuePair<string, string>> members)
    {
        if (members.IsEmpty)
        {
            return path;
        }

        var text = new StringBuilder(path);
        bool first = !path.Contains('?', StringComparison.Ordinal);
        foreach ((string name, string value) in members)
        {
            text.Append(first ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            first = false;
        }

        return text.ToString();
    }

    private static bool Has(ReadOnlySpan<KeyValuePair<string, string>> members, string name)
    {
        foreach ((string known, string _) in members)
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
