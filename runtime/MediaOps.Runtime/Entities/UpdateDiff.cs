using System.Buffers;
using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>What an update sends: the top-level members whose JSON differs. Comparing what would be sent needs no equality of the generated types.</summary>
internal static class UpdateDiff
{
    /// <summary>One member and its new value in JSON.</summary>
    public readonly record struct Change<TData>(EntityMember<TData> Member, ReadOnlyMemory<byte> Value);

    public static List<Change<TData>> Between<TData>(EntityMember<TData>[] members, TData before, TData after)
    {
        var changes = new List<Change<TData>>();
        var old = new ArrayBufferWriter<byte>(256);
        foreach (EntityMember<TData> member in members)
        {
            old.ResetWrittenCount();
            var now = new ArrayBufferWriter<byte>(64);
            Write(member, before, old);
            Write(member, after, now);
            if (!old.WrittenSpan.SequenceEqual(now.WrittenSpan))
            {
                changes.Add(new Change<TData>(member, now.WrittenMemory));
            }
        }

        return changes;
    }

    /// <summary>All members, for services whose update replaces the entity.</summary>
    public static List<Change<TData>> All<TData>(EntityMember<TData>[] members, TData data) => [.. members.Select(member =>
    {
        var value = new ArrayBufferWriter<byte>(64);
        Write(member, data, value);
        return new Change<TData>(member, value.WrittenMemory);
    })];

    /// <summary>The members that the service wants with every update and that have not changed.</summary>
    public static IEnumerable<Change<TData>> Always<TData>(EntityMember<TData>[] members, string[] names, List<Change<TData>> changes, TData data)
        => All([.. members.Where(member => names.Contains(member.Name, StringComparer.Ordinal) && !changes.Exists(change => ReferenceEquals(change.Member, member)))], data);

    /// <summary>Names of the states in which all these members may be changed; null for every state.</summary>
    public static string[]? AllowedStates<TData>(string[]? from, List<Change<TData>> changes)
    {
        foreach (Change<TData> change in changes)
        {
            if (change.Member.UpdatableIn is { } updatable)
            {
                from = from is null ? updatable : [.. from.Intersect(updatable, StringComparer.Ordinal)];
            }
        }

        return from;
    }

    /// <summary>The body: a member with a path of several segments lies in nested objects.</summary>
    public static RequestBody Body<TData>(List<Change<TData>> changes) => RequestBody.Write(changes, static (writer, all) => WriteLevel(writer, all, depth: 0));

    private static void WriteLevel<TData>(Utf8JsonWriter writer, IEnumerable<Change<TData>> changes, int depth)
    {
        writer.WriteStartObject();
        foreach (IGrouping<string, Change<TData>> group in changes.GroupBy(change => change.Member.Wire[depth], StringComparer.Ordinal))
        {
            writer.WritePropertyName(group.Key);
            Change<TData> first = group.First();
            if (first.Member.Wire.Length == depth + 1)
            {
                writer.WriteRawValue(first.Value.Span, skipInputValidation: true);
            }
            else
            {
                WriteLevel(writer, group, depth + 1);
            }
        }

        writer.WriteEndObject();
    }

    private static void Write<TData>(EntityMember<TData> member, TData data, ArrayBufferWriter<byte> buffer)
    {
        using var writer = new Utf8JsonWriter(buffer);
        member.Write(writer, data);
    }
}
