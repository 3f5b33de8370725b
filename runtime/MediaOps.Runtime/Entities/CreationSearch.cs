using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>An entity that a creation may have made.</summary>
/// <param name="Data">Its snapshot.</param>
/// <param name="Told">All that the service has told of it.</param>
internal sealed record Made<TData>(TData Data, JsonElement Told);

/// <summary>Finds what a creation may have made: under the id that the caller has given, or by a text that no other entity has.</summary>
internal sealed class CreationSearch<TEntity, TData>
    where TEntity : class
    where TData : class, IEntityData<TData>
{
    private readonly ServiceConnection _connection;
    private readonly EntityBinding<TEntity, TData> _binding;
    private readonly PathValues _above;
    private readonly JsonElement? _sent;
    private readonly string? _given;
    private readonly string[] _state;

    /// <param name="connection">The client's connection.</param>
    /// <param name="binding">The kind of entity.</param>
    /// <param name="sent">The body that was sent.</param>
    /// <param name="above">What the addresses of the entities have in common.</param>
    /// <param name="given">The id; null where the service gives it.</param>
    public CreationSearch(ServiceConnection connection, EntityBinding<TEntity, TData> binding, RequestBody sent, PathValues above, string? given)
    {
        _connection = connection;
        _binding = binding;
        _above = above;
        _given = given;
        _sent = SentBody.Of(sent, binding.Definition.Envelope);
        _state = binding.Definition.StatePath is { } path ? JsonFields.Split(path) : [];
        Unique = given is null && _sent is { } entity && List is not null ? UniqueText.In(entity, binding.Members) : null;
    }

    /// <summary>What it is found by where the service gives the id; null for nothing.</summary>
    public UniqueText? Unique { get; }

    /// <summary>Whether there is a way to look.</summary>
    public bool CanLook => _given is not null || Unique is not null;

    private EntityDefinition Entity => _binding.Definition;

    /// <summary>The list in which the text is unique; null where there is none, or none that is known to be the one.</summary>
    private ActionDefinition? List
        => (Entity.List ?? Entity.ListByParent) is { } list && list.Path.Placeholders.All(name => _connection.Values.With(_above)[name] is not null) ? list : null;

    /// <summary>Looks once.</summary>
    /// <param name="deadline">When the looking ends.</param>
    /// <param name="secrets">Secret values that were sent.</param>
    /// <param name="async">Whether to leave the thread while waiting.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>What is there: nothing, one entity, or two of those that should be one.</returns>
    /// <exception cref="ServiceException">It cannot be read.</exception>
    public async ValueTask<List<Made<TData>>> LookAsync(Deadline deadline, string[] secrets, bool async, CancellationToken cancellationToken)
    {
        if (Unique is { } unique)
        {
            return await ListAsync(unique, deadline, secrets, async, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return [await EntityRequests.ReadAsync(_connection, Entity, Read, IdOf, Entity.Address(_above, _given!), deadline, secrets, async, cancellationToken).ConfigureAwait(false)];
        }
        catch (ServiceException e) when (OperationTracker.IsMissing(e))
        {
            return [];
        }
    }

    /// <summary>The address of an entity that the creation has made, as far as reading can tell; null where it is another one, or cannot be addressed.</summary>
    public PathValues? AddressOfOurs(Made<TData> made)
    {
        bool isOurs = (_sent is not { } sent || SentBody.IsIn(sent, made.Told, _state)) && Unique?.IsOf(made.Told) != false;
        string? id = _given ?? made.Data.Id;
        return isOurs && Entity.IdFault(id) is null ? Entity.Address(_above, id!) : null;
    }

    /// <summary>Reads pages as long as there is time: any of them may have nothing but the way to the next one.</summary>
    /// <exception cref="TimeoutException">There are more, and the time is over: what is there cannot be told.</exception>
    private async ValueTask<List<Made<TData>>> ListAsync(UniqueText unique, Deadline deadline, string[] secrets, bool async, CancellationToken cancellationToken)
    {
        ItemPages<Made<TData>> pages = ItemPages.OfEntities(_connection, Entity, List!, _above, RequestArguments.None, unique.Query, Read, IdOf, secrets);
        List<Made<TData>> made = await pages.NextAsync(deadline, async, cancellationToken).ConfigureAwait(false);
        while (pages.HasMore)
        {
            if (deadline.Left == TimeSpan.Zero)
            {
                throw new TimeoutException($"The list of {Entity.Plural} {unique} has more pages than could be read in {deadline.Length}.");
            }

            made.AddRange(await pages.NextAsync(deadline, async, cancellationToken).ConfigureAwait(false));
        }

        return made;
    }

    private static string? IdOf(Made<TData> made) => made.Data.Id;

    private Made<TData> Read(ref Utf8JsonReader reader)
    {
        Utf8JsonReader again = reader;
        return new Made<TData>(_binding.Read(ref reader), JsonElement.ParseValue(ref again));
    }
}
