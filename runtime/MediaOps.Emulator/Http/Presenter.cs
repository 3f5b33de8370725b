using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.State;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Shows entities as the service's answers do.</summary>
internal sealed class Presenter(ServiceModel model)
{
    private const string NoDate = "0001-01-01T00:00:00Z";

    /// <summary>An entity as a list holds it.</summary>
    public static JsonObject Item(Entity entity)
    {
        var copy = (JsonObject)entity.Body.DeepClone();
        foreach ((PropertySpec _, JsonPath path) in entity.Model.Shape.Properties.Where(p => p.Spec.Access == PropertyAccess.WriteOnly))
        {
            path.Set(copy, null);
        }

        return copy;
    }

    /// <summary>An entity as the answer to an action holds it.</summary>
    public JsonObject Show(Exchange exchange, Entity entity, ActionSpec? action)
    {
        JsonObject copy = Item(entity);
        if (model.IsOData3)
        {
            copy.Insert(0, "odata.metadata", $"{exchange.Root}/$metadata#{entity.Model.Spec.Plural}/@Element");
        }

        return Wrap(copy, entity.Model, action);
    }

    /// <summary>An entity of which the service has not filled in what only it writes.</summary>
    public static JsonObject ShowZeroed(Entity entity, ActionSpec? action)
    {
        JsonObject copy = Item(entity);
        foreach ((PropertySpec property, JsonPath path) in entity.Model.Shape.Properties.Where(p => p.Spec.Access == PropertyAccess.ReadOnly && p.Spec.Name != entity.Model.Spec.Id.Property))
        {
            path.Set(copy, property.Type is { Name: "datetime", Shape: TypeShape.One } ? JsonValue.Create(NoDate) : null);
        }

        return Wrap(copy, entity.Model, action);
    }

    private static JsonObject Wrap(JsonObject entity, EntityModel kind, ActionSpec? action)
    {
        JsonPath? path = action?.Returns is { } returns ? JsonPath.Parse(returns) : kind.Envelope;
        if (path is null)
        {
            return entity;
        }

        var body = new JsonObject();
        path.Set(body, entity);
        return body;
    }
}
