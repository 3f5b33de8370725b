using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>One entity of another kind, as far as a guard needs it.</summary>
internal sealed record OtherState(string? Id, string? Wire);

/// <summary>Reads the states of parents and children by JSON path: a guard knows their definitions, not their generated readers.</summary>
internal static class OtherStates
{
    private static readonly StateDefinition NamelessGone = new("Gone", "", StateKind.Gone);

    /// <summary>The state of one entity; null where it, or where to read it, is not known to the schema.</summary>
    public static async ValueTask<StateDefinition?> ReadAsync(
        ServiceConnection connection, EntityDefinition definition, PathValues address, bool async, CancellationToken cancellationToken)
    {
        if (definition.Read is null || definition.StatePath is null)
        {
            return null;
        }

        try
        {
            OtherState other = await EntityRequests.ReadAsync(connection, definition, Reader(definition), static other => other.Id, address, deadline: null, async, cancellationToken).ConfigureAwait(false);
            return definition.ByWire(other.Wire);
        }
        catch (ServiceException e) when (OperationTracker.IsMissing(e))
        {
            return definition.Gone() ?? NamelessGone;
        }
    }

    /// <summary>The children of one parent, whose address and id they have above them; null where the schema does not tell how to list them.</summary>
    public static ItemPages<OtherState>? Children(ServiceConnection connection, EntityDefinition definition, PathValues above)
        => definition.ListOfParent() is { } list && definition.StatePath is not null
            ? ItemPages.OfEntities(connection, definition, list, above, RequestArguments.None, new QueryText(), Reader(definition), static other => other.Id)
            : null;

    private static EntityReader<OtherState> Reader(EntityDefinition definition)
    {
        var fields = new JsonFields(definition.IdProperty, definition.StatePath);
        return (ref Utf8JsonReader reader) =>
        {
            string?[] values = [null, null];
            fields.ReadObject(ref reader, values);
            return new OtherState(values[0], values[1]);
        };
    }
}
