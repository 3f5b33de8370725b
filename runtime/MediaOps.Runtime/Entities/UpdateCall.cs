namespace MediaOps.Runtime;

/// <summary>Makes the call of an update out of what was edited.</summary>
internal static class UpdateCall
{
    /// <param name="binding">The kind of entity.</param>
    /// <param name="update">Its update.</param>
    /// <param name="memory">The entity with its edits.</param>
    /// <param name="arguments">The update's parameters; members of their body are sent beside those that were edited.</param>
    /// <returns>The call; null where nothing differs.</returns>
    /// <exception cref="ArgumentException">A value that would be sent violates a limit.</exception>
    public static ActionCall<TData>? Of<TEntity, TData>(EntityBinding<TEntity, TData> binding, ActionDefinition update, EntityMemory<TData> memory, in RequestArguments arguments)
        where TEntity : class
        where TData : class, IEntityData<TData>
    {
        if (memory.Edits is not { } edits)
        {
            return null;
        }

        TData copy = edits.Clone();
        List<UpdateDiff.Change<TData>> changes = memory.Unsent(copy, binding.Updatable);
        if (changes.Count == 0)
        {
            return null;
        }

        // Only what is sent is checked: a value that the service itself holds may break a limit that the schema has wrong.
        var validation = new Validation(binding.Definition.Name);
        foreach (UpdateDiff.Change<TData> change in changes)
        {
            change.Member.Validate?.Invoke(validation, copy);
        }

        validation.ThrowIfAny(paramName: null);

        string[]? allowed = UpdateDiff.AllowedStates(update.From, changes);
        RequestBody body = UpdateDiff.Body(update.Method == HttpMethod.Put
            ? UpdateDiff.All(binding.Updatable, copy)
            : [.. UpdateDiff.Always(binding.Updatable, update.Always, changes, copy), .. changes]);
        RequestArguments all = arguments.WithBody(JsonBodies.Merge(body, arguments.Body));
        return new ActionCall<TData>(
            update,
            allowed,
            update.FieldMask is { } mask ? all.Query(mask, string.Join(',', changes.Select(static change => string.Join('.', change.Member.Wire)))) : all,
            new SentEdits<TData>(edits, copy, [.. changes.Select(static change => change.Member)]));
    }
}
