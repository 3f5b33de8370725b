using MediaOps.Emulation.Model;

namespace MediaOps.Emulation.State;

/// <summary>Where an entity is: the values of its address, from which its key and its parent's follow.</summary>
internal static class Address
{
    /// <summary>The key of the entity that a request names; null where a part of the address is missing.</summary>
    public static string? KeyOf(EntityModel kind, IReadOnlyDictionary<string, string> values) =>
        kind.Address.All(values.ContainsKey) ? KeyOf(kind.Address.Select(n => values[n])) : null;

    /// <summary>The key of the parent of entities with these values; null where they do not tell.</summary>
    /// <param name="parent">The parent's kind.</param>
    /// <param name="kind">The children's kind.</param>
    /// <param name="values">The values of a path, or of a child's address.</param>
    public static string? ParentKeyOf(EntityModel parent, EntityModel kind, IReadOnlyDictionary<string, string> values)
    {
        string by = kind.Spec.Parent!.By;
        if (!values.TryGetValue(by, out string? own))
        {
            return null;
        }

        // The parts of the address before the one that names the parent name the parent's own parents, in the same order.
        string[] before = [.. kind.AddressProperties.Select(p => p.Name).TakeWhile(n => n != by).TakeLast(parent.Address.Count - 1)];
        return KeyOf(before.Where(values.ContainsKey).Select(n => values[n]).Append(own));
    }

    public static string KeyOf(IEnumerable<string> values) => string.Join('/', values.Select(Uri.EscapeDataString));
}
