namespace MediaOps
{
    /// <summary>How the delay between two polls is chosen.</summary>
    public abstract class PollingStrategy;

    /// <summary>What a wait tells.</summary>
    public sealed record OperationProgress;
}

namespace MediaOps.Runtime
{
    /// <summary>Operations by id.</summary>
    public class OperationCollection
    {
        internal OperationCollection(ServiceConnection connection) => _ = connection;
    }

    /// <summary>What an entity object stands on.</summary>
    /// <typeparam name="TEntity">The generated entity.</typeparam>
    /// <typeparam name="TData">Its snapshot.</typeparam>
    public sealed class EntityCore<TEntity, TData>
        where TEntity : class
        where TData : class, IEntityData<TData>;
}
