using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>A text that no other entity of the list has, by which a new one is found where the service gives the id.</summary>
/// <param name="Member">Where it stands.</param>
/// <param name="Text">The text.</param>
internal sealed record UniqueText(QueryMember Member, string Text)
{
    /// <summary>The query for it. A second entity is asked for to be seen: then it is not unique.</summary>
    public QueryText Query => new() { Filter = $"{Member.WirePath} eq {ODataLiteral.Text(Text)}", Top = 2 };

    /// <summary>The first of the members that are unique and that an entity has; null where it has none, or one that cannot be asked for.</summary>
    public static UniqueText? In(JsonElement entity, IEnumerable<QueryMember> members) => members
        .Where(static member => member is { IsUnique: true, CanBeSent: true })
        .Select(member => At(entity, member) is { Length: > 0 } text ? new UniqueText(member, text) : null)
        .FirstOrDefault(static found => found is not null);

    /// <summary>Whether an entity has it. A service that does not filter gives others too.</summary>
    public bool IsOf(JsonElement entity) => At(entity, Member) == Text;

    /// <inheritdoc/>
    public override string ToString() => $"with {Member.Name} '{ErrorText.Clean(Text)}'";

    private static string? At(JsonElement entity, QueryMember member)
    {
        foreach (string name in member.WirePath.Split('/'))
        {
            if (entity.ValueKind != JsonValueKind.Object || !entity.TryGetProperty(name, out entity))
            {
                return null;
            }
        }

        return entity.ValueKind == JsonValueKind.String ? entity.GetString() : null;
    }
}
