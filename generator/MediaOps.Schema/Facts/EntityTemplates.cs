using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>Walks the texts of an entity that hold placeholders.</summary>
internal static class EntityTemplates
{
    /// <summary>Paths, bodies and the template of the id.</summary>
    public static IEnumerable<string> Of(EntitySpec entity) => EntityActions.Of(entity)
        .SelectMany(action => OfBody(action).Concat([action.Path]))
        .Concat(new[] { entity.State?.ReadPath, entity.Parent?.List, entity.Id.Template }.OfType<string>());

    /// <summary>The texts of an action's fixed members.</summary>
    public static IEnumerable<string> OfBody(ActionSpec action) => action.Body is null
        ? []
        : JsonReader.Read(action.Body).Root.Members.Where(member => member.Value.Kind == JsonKind.String).Select(member => member.Value.Text);
}
