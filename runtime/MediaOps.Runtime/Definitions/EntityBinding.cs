using System.ComponentModel;
using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Reads an entity's data, or any value that an action returns, from JSON; the reader stands on the first token of the value and ends on its last.</summary>
/// <typeparam name="TData">The generated snapshot, or the value.</typeparam>
/// <param name="reader">The reader.</param>
/// <returns>The data.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate TData EntityReader<TData>(ref Utf8JsonReader reader);

/// <summary>What the runtime needs to know of a generated snapshot.</summary>
/// <typeparam name="TData">The snapshot itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEntityData<TData>
{
    /// <summary>The id that was read, or null.</summary>
    string? Id { get; }

    /// <summary>The state's text as it was read, or null.</summary>
    string? StateText { get; }

    /// <summary>A deep copy, for edits.</summary>
    /// <returns>The copy.</returns>
    TData Clone();
}

/// <summary>One top-level member that an update can send.</summary>
/// <typeparam name="TData">The generated snapshot.</typeparam>
/// <param name="name">The property's name in C#.</param>
/// <param name="wire">The wire path: one segment, or more where the member is nested.</param>
/// <param name="updatableIn">Names of the states in which it may be updated; null where the update's own rule decides.</param>
/// <param name="write">Writes the value only, null as null.</param>
/// <param name="validate">Checks the value before it is sent; null where there are no limits.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityMember<TData>(
    string name,
    string[] wire,
    string[]? updatableIn,
    Action<Utf8JsonWriter, TData> write,
    Action<Validation, TData>? validate = null)
{
    /// <summary>The property's name in C#.</summary>
    public string Name { get; } = name;

    /// <summary>The wire path: one segment, or more where the member is nested.</summary>
    public string[] Wire { get; } = wire;

    /// <summary>Names of the states in which it may be updated; null where the update's own rule decides.</summary>
    public string[]? UpdatableIn { get; } = updatableIn;

    /// <summary>Writes the value only, null as null.</summary>
    public Action<Utf8JsonWriter, TData> Write { get; } = write;

    /// <summary>Checks the value before it is sent; null where there are no limits.</summary>
    public Action<Validation, TData>? Validate { get; } = validate;
}

/// <summary>Ties a generated entity to its definition, reader and members.</summary>
/// <typeparam name="TEntity">The generated entity.</typeparam>
/// <typeparam name="TData">Its snapshot.</typeparam>
/// <param name="definition">States and actions.</param>
/// <param name="read">The reader.</param>
/// <param name="wrap">Makes the entity object around its core.</param>
/// <param name="updatable">The members that an update can send.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityBinding<TEntity, TData>(
    EntityDefinition definition,
    EntityReader<TData> read,
    Func<EntityCore<TEntity, TData>, TEntity> wrap,
    EntityMember<TData>[] updatable)
    where TEntity : class
    where TData : class, IEntityData<TData>
{
    /// <summary>States and actions.</summary>
    public EntityDefinition Definition { get; } = definition;

    /// <summary>The reader.</summary>
    public EntityReader<TData> Read { get; } = read;

    /// <summary>Makes the entity object around its core.</summary>
    public Func<EntityCore<TEntity, TData>, TEntity> Wrap { get; } = wrap;

    /// <summary>The members that an update can send.</summary>
    public EntityMember<TData>[] Updatable { get; } = updatable;

    /// <summary>The kind of entity that it belongs to; null where it belongs to none.</summary>
    public ParentDefinition<TData>? Parent { get; init; }

    /// <summary>Gives the value, as text, of a property that an action requires; null where it is not known. Null where no action requires one.</summary>
    public Func<TData, string, string?>? ValueOf { get; init; }

    /// <summary>Puts the values of an address into a snapshot that has none of its own for them; null where answers tell all.</summary>
    public Action<TData, PathValues>? Fill { get; init; }

    /// <summary>What queries may name.</summary>
    public QueryMember[] Members { get; init; } = [];
}
