namespace MediaOps.Runtime;

/// <summary>One list or query, page by page: the offset of a page is what the query skips and what was read before it.</summary>
/// <param name="connection">The client's connection.</param>
/// <param name="definition">What is listed.</param>
/// <param name="list">How it is listed.</param>
/// <param name="above">Fills the places of <paramref name="list"/>: the parent's id and what is above it.</param>
/// <param name="query">What is asked.</param>
/// <param name="read">Reads one item.</param>
/// <param name="idOf">Gives an item's id.</param>
internal sealed class EntityPages<TItem>(
    ServiceConnection connection,
    EntityDefinition definition,
    ActionDefinition list,
    PathValues above,
    QueryText query,
    EntityReader<TItem> read,
    Func<TItem, string?> idOf)
{
    private readonly PagingDefinition? _paging = connection.Definition.Paging;
    private readonly string _path = list.Path.Expand(connection.Values.With(above));
    private int _read;
    private string? _lastFirstId;

    /// <summary>Whether there may be another page.</summary>
    public bool HasMore { get; private set; } = query.Top != 0;

    public async ValueTask<List<TItem>> NextAsync(bool async, CancellationToken cancellationToken)
    {
        if (_paging is { Style: not PagingStyle.Offset })
        {
            throw new NotSupportedException($"Lists with paging style {_paging.Style} cannot be read yet.");
        }

        int? rest = query.Top - _read;
        int? limit = rest is { } most && _paging is not null ? Math.Min(most, _paging.Max) : rest;
        var request = new ServiceRequest(list.Method, Path(limit));
        List<TItem> page = await EntityRequests.ReadPageAsync(connection, definition, request, read, async, cancellationToken).ConfigureAwait(false);
        string? firstId = page.Count > 0 ? idOf(page[0]) : null;
        if (_read > 0 && firstId is not null && firstId == _lastFirstId)
        {
            throw new ServiceException($"The service gave the same page of {definition.Plural} twice: it does not obey '{_paging?.Param}'.");
        }

        _lastFirstId = firstId;
        _read += page.Count;
        HasMore = _paging is { Param: not null } && page.Count >= (limit ?? _paging.Max) && (rest is null || page.Count < rest);
        if (page.Count > rest)
        {
            // A service that does not know the limit gives more than was asked for.
            page.RemoveRange(rest.Value, page.Count - rest.Value);
        }

        return page;
    }

    private string Path(int? limit)
    {
        int offset = (int)Math.Min((query.Skip ?? 0L) + _read, int.MaxValue);
        QueryText page = query with { Skip = offset > 0 ? offset : null, Top = limit };
        string members = page.ToQueryString(_paging?.Param ?? "$skip", _paging?.Limit ?? "$top");
        string separator = members.Length == 0 ? "" : _path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        return _path + separator + members;
    }
}
