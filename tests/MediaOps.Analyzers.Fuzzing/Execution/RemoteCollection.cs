using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Execution;

/// <summary>What a collection of a client stands on.</summary>
/// <param name="world">Where it is.</param>
/// <param name="kind">The kind of its entities.</param>
/// <param name="parent">Whose children they are; null for all.</param>
/// <param name="make">Makes the client's object.</param>
public sealed class RemoteCollection<T>(World world, int kind, RemoteEntity? parent, Func<RemoteEntity, T> make)
    where T : class
{
    private EntityModel Model => world.Service.Entities[kind];

    /// <summary>Makes an entity, which is there when this returns.</summary>
    /// <param name="asked">The state that is asked for; 0 for the default.</param>
    public T Create(int asked)
    {
        world.Turn();
        return Created(asked);
    }

    /// <inheritdoc cref="Create"/>
    public Task<T> CreateAsync(int asked)
    {
        world.Turn();
        return world.Later(record: null, () => Created(asked));
    }

    /// <summary>Begins to make an entity: it is in any state before the end.</summary>
    public Operation<T> Send(int asked)
    {
        world.Turn();
        if (world.Fault())
        {
            throw new ServiceException("The service cannot be reached.");
        }

        Record record = world.NewRecord(Model, parent?.Record);
        var flight = new Flight(world, record, Creation(asked), static () => { });
        var entity = new RemoteEntity(world, record);
        return new RemoteOperation<T>(world, flight, entity, make(entity));
    }

    /// <inheritdoc cref="Send"/>
    public Task<Operation<T>> SendAsync(int asked) => world.Later(record: null, () => Send(asked));

    /// <summary>Reads one, as an object of its own.</summary>
    public T Get(string id)
    {
        world.Turn();
        Record record = world.Find(Model, id);
        return record.IsGone || world.Fault() ? throw new ServiceException("It could not be read.") : make(new RemoteEntity(world, record));
    }

    /// <inheritdoc cref="Get"/>
    public Task<T> GetAsync(string id) => world.Later(record: null, () => Get(id));

    /// <summary>Reads one, or null.</summary>
    public T? TryGet(string id) => world.Random.Chance(0.2) ? null : Get(id);

    /// <summary>Reads some, each as an object of its own.</summary>
    public IEnumerable<T> List()
    {
        world.Turn();
        foreach (Record record in world.List(Model, parent?.Record))
        {
            yield return make(new RemoteEntity(world, record));
        }
    }

    /// <inheritdoc cref="List"/>
    public async IAsyncEnumerable<T> ListAsync()
    {
        foreach (T item in List())
        {
            await world.Later(record: null, static () => true).ConfigureAwait(false);
            yield return item;
        }
    }

    private T Created(int asked)
    {
        if (world.Fault())
        {
            throw new ServiceException("It could not be made.");
        }

        Record record = world.NewRecord(Model, parent?.Record);
        record.State = asked == 0 ? Model.Creatable[0] : asked;
        return make(new RemoteEntity(world, record));
    }

    private ActionModel Creation(int asked) => new() { Index = 0, Name = "Create", To = [asked == 0 ? Model.Creatable[0] : asked] };
}
