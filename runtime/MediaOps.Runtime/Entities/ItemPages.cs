namespace MediaOps.Runtime;

/// <summary>One list, query, or action that answers in pages: by skip and take, by a token in the body, or by the URL of the next page.</summary>
/// <param name="connection">The client's connection.</param>
/// <param name="first">Makes the request of the first page, given the query members that paging adds.</param>
/// <param name="items">Where the items are in the body of a page; null for the service's rule.</param>
/// <param name="what">What is listed, for messages.</param>
/// <param name="query">What is asked.</param>
/// <param name="read">Reads one item.</param>
internal sealed class ItemPages<TItem>(
    ServiceConnection connection,
    Func<string, ServiceRequest> first,
    string? items,
    string what,
    QueryText query,
    EntityReader<TItem> read)
{
    private readonly PagingDefinition? _paging = connection.Definition.Paging;
    private readonly JsonFields _next = new(connection.Definition.Paging?.Next);
    private int _read;
    private string? _lastFirstId;
    private string? _token;
    private Uri? _link;
    private string[] _secrets = [];

    /// <summary>Whether there may be another page.</summary>
    public bool HasMore { get; private set; } = query.Top != 0;

    /// <summary>Gives an item's id, by which a service is found out that gives one page twice; null where items have none.</summary>
    public Func<TItem, string?>? IdOf { get; init; }

    /// <summary>Reads the next page.</summary>
    public async ValueTask<List<TItem>> NextAsync(Deadline? deadline, bool async, CancellationToken cancellationToken)
    {
        int? rest = query.Top - _read;
        int? limit = rest is { } most && _paging is not null ? Math.Min(most, _paging.Max) : rest;
        ServiceRequest request = _link is null ? first(Members(limit)) : new ServiceRequest(HttpMethod.Get, "") { GivenUrl = _link, Secrets = _secrets };
        request.Deadline = deadline;
        using ServiceResponse response = await connection.Transport.SendAsync(request, async, cancellationToken).ConfigureAwait(false);
        return Read(response, items ?? _paging?.Items, limit);
    }

    /// <summary>Reads the first page out of an answer that is here already.</summary>
    public List<TItem> First(ServiceResponse response, string? path)
        => Read(response, (items ?? _paging?.Items) is { } inner ? JsonFields.Join(path, inner) : path, limit: null);

    private List<TItem> Read(ServiceResponse response, string? path, int? limit)
    {
        int? rest = query.Top - _read;
        List<TItem> page = EntityRequests.ReadPage(response, read, path, _paging is { Style: PagingStyle.Token } tokens ? tokens.Next : null, objects: IdOf is not null, $"list of {what}");
        string? firstId = page.Count > 0 ? IdOf?.Invoke(page[0]) : null;
        if (_read > 0 && firstId is not null && firstId == _lastFirstId)
        {
            throw new ServiceException($"The service gave the same page of {what} twice: it does not obey '{_paging?.Param ?? _paging?.Next}'.");
        }

        _lastFirstId = firstId;
        _read += page.Count;
        HasMore = _paging?.Style switch
        {
            null => false,
            PagingStyle.Offset => _paging.Param is not null && page.Count >= (limit ?? _paging.Max),
            _ => MoveOn(response, _paging.Style),
        } && (rest is null || page.Count < rest);
        if (page.Count > rest)
        {
            // A service that does not know the limit gives more than was asked for.
            page.RemoveRange(rest.Value, page.Count - rest.Value);
        }

        return page;
    }

    /// <summary>Takes the way to the next page; an empty page may have one.</summary>
    private bool MoveOn(ServiceResponse response, PagingStyle style)
    {
        string?[] values = [null];
        _next.Read(response.Body.Span, values);
        if (values[0] is not { Length: > 0 } next)
        {
            return false;
        }

        if (style == PagingStyle.Token)
        {
            bool moves = next != _token;
            _token = next;
            return moves ? true : throw Circle();
        }

        Uri link = connection.Transport.Given.Resolve(next, response.Asked, [], out string? fault)
            ?? throw new ServiceException($"The service's list of {what} has a next page, but its URL {response.Clean(fault)}.");
        bool goesOn = link.AbsoluteUri != response.Asked.AbsoluteUri;
        _link = link;
        _secrets = response.Sent;
        return goesOn ? true : throw Circle();
    }

    private ServiceException Circle() => new($"The service's list of {what} leads in a circle: a page names itself as the next one at '{_paging!.Next}'.");

    private string Members(int? limit)
    {
        if (_paging is { Style: not PagingStyle.Offset })
        {
            string text = (query with { Skip = null, Top = limit }).ToQueryString("", _paging.Limit ?? "$top");
            string token = _token is null || _paging.Param is null ? "" : $"{Uri.EscapeDataString(_paging.Param)}={Uri.EscapeDataString(_token)}";
            return text.Length > 0 && token.Length > 0 ? $"{text}&{token}" : text + token;
        }

        int offset = (int)Math.Min((query.Skip ?? 0L) + _read, int.MaxValue);
        QueryText page = query with { Skip = offset > 0 ? offset : null, Top = limit };
        return page.ToQueryString(_paging?.Param ?? "$skip", _paging?.Limit ?? "$top");
    }
}

/// <summary>The pages of a list.</summary>
internal static class ItemPages
{
    /// <summary>The pages of entities; of secrets that were sent before, and that the service may repeat, none is shown.</summary>
    public static ItemPages<TItem> OfEntities<TItem>(
        ServiceConnection connection,
        EntityDefinition definition,
        ActionDefinition list,
        PathValues above,
        RequestArguments arguments,
        QueryText query,
        EntityReader<TItem> read,
        Func<TItem, string?> idOf,
        params string[] secrets)
        => new(connection, members => Request(connection, definition, list, above, arguments, members, secrets), list.Items, definition.Plural, query, read) { IdOf = idOf };

    /// <summary>The pages of an action's values.</summary>
    public static ItemPages<TItem> OfValues<TItem>(
        ServiceConnection connection, EntityDefinition definition, ActionDefinition action, PathValues address, RequestArguments arguments, EntityReader<TItem> read)
        => new(connection, members => Request(connection, definition, action, address, arguments, members), action.Items ?? action.ReturnsPath, action.Name, new QueryText(), read);

    private static ServiceRequest Request(
        ServiceConnection connection, EntityDefinition definition, ActionDefinition action, PathValues address, RequestArguments arguments, string members, params string[] secrets)
    {
        ServiceRequest request = RequestWriter.Write(connection, definition, action, address, arguments);
        request.Secrets = [.. request.Secrets, .. secrets];
        string separator = members.Length == 0 ? "" : request.Path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        return request.WithPath(request.Path + separator + members);
    }
}
