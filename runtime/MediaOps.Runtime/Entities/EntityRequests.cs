using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Reads entities and pages of them. What cannot be read becomes a <see cref="ServiceException"/>.</summary>
internal static class EntityRequests
{
    public static ValueTask<TItem> ReadAsync<TItem>(
        ServiceConnection connection, EntityDefinition definition, EntityReader<TItem> reader, Func<TItem, string?> idOf, PathValues address, Deadline? deadline, bool async, CancellationToken cancellationToken)
        where TItem : class
        => ReadAsync(connection, definition, reader, idOf, address, deadline, [], async, cancellationToken);

    /// <summary>The same after an action that has sent secrets.</summary>
    public static async ValueTask<TItem> ReadAsync<TItem>(
        ServiceConnection connection,
        EntityDefinition definition,
        EntityReader<TItem> reader,
        Func<TItem, string?> idOf,
        PathValues address,
        Deadline? deadline,
        string[] secrets,
        bool async,
        CancellationToken cancellationToken)
        where TItem : class
    {
        ActionDefinition read = definition.Read ?? throw new NotSupportedException($"The schema of {definition.Name} has no read.");
        ServiceRequest request = RequestWriter.Write(connection, definition, read, address, RequestArguments.None);
        request.Deadline = deadline;
        request.Secrets = secrets;
        using ServiceResponse response = await connection.Transport.SendAsync(request, async, cancellationToken).ConfigureAwait(false);
        TItem item = TryRead(reader, response, read.ReturnsPath ?? definition.Envelope, out string? fault) ?? throw NotReadable(response, definition.Name, fault ?? "the body is empty", null);

        // An answer about another entity would be shown, and acted on, under the id that was asked for.
        return definition.IdName() is not { } own || address[own] is not { } id || idOf(item) is not { Length: > 0 } told || definition.IsSameId(told, id)
            ? item
            : throw NotReadable(response, definition.Name, $"it tells of '{response.Clean(told)}' where '{ErrorText.Clean(id)}' was asked for.", null);
    }

    /// <summary>Reads the entity in a body, or at a path in it, where there is one.</summary>
    public static TItem? TryRead<TItem>(EntityReader<TItem> read, ServiceResponse response, string? path, out string? fault)
        where TItem : class
    {
        fault = response.BodyFault?.Message;
        if (fault is not null || response.Body.IsEmpty)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(response.Body.Span);
            reader.Read();
            Enter(ref reader, path);
            TItem? data = reader.TokenType == JsonTokenType.StartObject ? read(ref reader) : throw new JsonException(path is null ? "The body is no JSON object." : $"There is no JSON object at '{path}'.");
            ReadToEnd(ref reader);
            return data;
        }
        catch (Exception e) when (MalformedJson.IsCauseOf(e))
        {
            fault = MalformedJson.Quiet(e).Message;
            return null;
        }
    }

    /// <summary>A text in a body; null where it is missing or the body is no JSON.</summary>
    public static string? TryReadText(ServiceResponse response, string path)
    {
        string?[] values = [null];
        try
        {
            return new JsonFields(path).Read(response.Body.Span, values) ? values[0] : null;
        }
        catch (JsonException)
        {
            // The caller reports what is missing, and from where.
            return null;
        }
    }

    /// <summary>Reads the items of one page.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="read">Reads one item.</param>
    /// <param name="path">Where the items are; null where the body is the list.</param>
    /// <param name="token">Where the token of the next page is; null for a service without tokens, whose pages always have a list.</param>
    /// <param name="objects">Whether each item is an object.</param>
    /// <param name="what">What is listed, for messages.</param>
    /// <exception cref="ServiceException">The body is no such page.</exception>
    public static List<TItem> ReadPage<TItem>(ServiceResponse response, EntityReader<TItem> read, string? path, string? token, bool objects, string what)
    {
        try
        {
            return path is not null && token is not null && LeavesOut(path, token, response.Body.Span) ? [] : ReadItems(read, path, objects, response.Body.Span);
        }
        catch (Exception e) when (MalformedJson.IsCauseOf(e))
        {
            throw NotReadable(response, what, MalformedJson.Quiet(e));
        }
    }

    /// <summary>Whether a page has nothing, or only the token of the next one, where its items would be: services with tokens leave out lists that are empty. With anything else there it is no page.</summary>
    private static bool LeavesOut(string path, string token, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        foreach (string name in JsonFields.Split(path)[..^1])
        {
            EnterMember(ref reader, name);
        }

        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals(token))
            {
                return false;
            }

            reader.Read();
            reader.Skip();
        }

        ReadToEnd(ref reader);
        return isObject;
    }

    private static List<TItem> ReadItems<TItem>(EntityReader<TItem> read, string? path, bool objects, ReadOnlySpan<byte> json)
    {
        var items = new List<TItem>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            // An answer that is a list is that list, wherever the service has its others.
            Enter(ref reader, path);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException(path is null ? "An array was expected." : $"An array was expected at '{path}'.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (objects && reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("An item of the list is no object.");
            }

            items.Add(read(ref reader));
        }

        ReadToEnd(ref reader);
        return items;
    }

    /// <summary>Goes down a path: the reader then stands on the first token of the value there.</summary>
    /// <exception cref="JsonException">There is nothing.</exception>
    public static void Enter(ref Utf8JsonReader reader, string? path)
    {
        foreach (string name in path is null ? [] : JsonFields.Split(path))
        {
            EnterMember(ref reader, name);
        }
    }

    private static void EnterMember(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool found = reader.ValueTextEquals(name);
                reader.Read();
                if (found)
                {
                    return;
                }

                reader.Skip();
            }
        }

        throw new JsonException($"There is no '{name}'.");
    }

    /// <summary>The reader finds half a body, and what does not belong there, only by reading on.</summary>
    public static void ReadToEnd(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
        }
    }

    /// <summary>An answer that is not what it should be, as its reader tells.</summary>
    public static ServiceException NotReadable(ServiceResponse response, string what, Exception cause) => NotReadable(response, what, cause.Message, cause);

    /// <summary>An answer that is not what it should be.</summary>
    public static ServiceException NotReadable(ServiceResponse response, string what, string why, Exception? cause)
        => new($"The service's answer is no {what}: {why}", cause)
        {
            Status = response.Status,
            RequestId = response.RequestId,
            ClientRequestId = response.ClientRequestId,
        };
}
