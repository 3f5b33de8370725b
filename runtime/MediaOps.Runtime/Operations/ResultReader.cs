using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Takes the value that an action returns out of an answer.</summary>
internal abstract class ResultReader
{
    /// <summary>Whether there was an answer that could hold the value.</summary>
    public bool IsTaken { get; protected set; }

    /// <summary>Reads the value.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="path">Where the result is in its body; null for the body itself.</param>
    /// <exception cref="ServiceException">The body is not what it should be.</exception>
    public abstract void Read(ServiceResponse response, string? path);

    /// <summary>Asks for what the answer did not hold, such as further pages.</summary>
    public virtual ValueTask CompleteAsync(Deadline? deadline, bool async, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

/// <summary>A value.</summary>
internal abstract class ResultReader<TValue> : ResultReader
{
    /// <summary>The value; the default where the service gave none.</summary>
    public TValue? Value { get; protected set; }
}

/// <summary>A value in one answer. An empty answer has none.</summary>
internal sealed class ValueResult<TValue>(ActionDefinition action, EntityReader<TValue> read) : ResultReader<TValue>
{
    public override void Read(ServiceResponse response, string? path)
    {
        IsTaken = true;
        if (response.Body.IsEmpty || response.Status == 204)
        {
            return;
        }

        try
        {
            var reader = new Utf8JsonReader(response.Body.Span);
            reader.Read();
            EntityRequests.Enter(ref reader, action.ReturnsPath is { } returns ? JsonFields.Join(path, returns) : path);
            Value = reader.TokenType == JsonTokenType.Null ? default : read(ref reader);
            EntityRequests.ReadToEnd(ref reader);
        }
        catch (Exception e) when (MalformedJson.IsCauseOf(e))
        {
            throw EntityRequests.NotReadable(response, $"value of {action.Name}", MalformedJson.Quiet(e));
        }
    }
}

/// <summary>All items of all pages, of which the answer holds the first.</summary>
internal sealed class PagesResult<TItem>(ItemPages<TItem> pages) : ResultReader<IReadOnlyList<TItem>>
{
    private readonly List<TItem> _items = [];
    private bool _hasBegun;

    public override void Read(ServiceResponse response, string? path)
    {
        IsTaken = true;
        Value = _items;
        if (!response.Body.IsEmpty)
        {
            _items.AddRange(pages.First(response, path));
            _hasBegun = true;
        }
    }

    public override async ValueTask CompleteAsync(Deadline? deadline, bool async, CancellationToken cancellationToken)
    {
        while (_hasBegun && pages.HasMore)
        {
            _items.AddRange(await pages.NextAsync(deadline, async, cancellationToken).ConfigureAwait(false));
        }
    }
}
