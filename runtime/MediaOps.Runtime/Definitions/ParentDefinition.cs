using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>The kind of entity that an entity belongs to.</summary>
/// <typeparam name="TData">The generated snapshot of the child.</typeparam>
/// <param name="definition">States and actions of the parent.</param>
/// <param name="idOf">Gives the parent's id as the child tells it; null where it does not.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParentDefinition<TData>(EntityDefinition definition, Func<TData, string?> idOf)
{
    /// <summary>States and actions of the parent.</summary>
    public EntityDefinition Definition { get; } = definition ?? throw new ArgumentNullException(nameof(definition));

    /// <summary>Gives the parent's id as the child tells it; null where it does not.</summary>
    public Func<TData, string?> IdOf { get; } = idOf ?? throw new ArgumentNullException(nameof(idOf));
}
