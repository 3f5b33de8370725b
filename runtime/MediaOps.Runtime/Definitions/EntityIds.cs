namespace MediaOps.Runtime;

/// <summary>Judges ids that a caller gives, before anything is sent with them. Ids that the service tells need not fit the schema's pattern: they exist.</summary>
internal static class EntityIds
{
    /// <exception cref="ArgumentException">The text cannot be the id of such an entity; the message says why.</exception>
    public static void Check(EntityDefinition entity, string id, string paramName)
    {
        ArgumentNullException.ThrowIfNull(id, paramName);
        string? fault = entity.IdFault(id) is { } unusable ? unusable
            : entity.IdPattern is { } pattern && !PatternCache.IsMatch(id, pattern) ? $"does not fit the pattern {pattern}"
            : null;
        if (fault is not null)
        {
            // The text itself stays out of the message, as with operation ids.
            throw new ArgumentException($"The id of the {entity.Name} {fault}.", paramName);
        }
    }
}
