using MediaOps.Emulation.Model;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>The members that an update says it changes: others in its body count for nothing, and one that is named and absent goes back to its default.</summary>
internal sealed class FieldMask(string[] paths)
{
    /// <summary>The mask of a request; null where the action has none or the request leaves it out, which means every member that is there.</summary>
    public static FieldMask? Of(Exchange exchange, ActionSpec action) =>
        action.FieldMask is { } name && QueryString.Parse(exchange.Request.Query).TryGetValue(name, out string? text) && text is not ("" or "*")
            ? new FieldMask(text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : null;

    public void Apply(EntityModel kind, List<Member> members, List<string> problems)
    {
        problems.AddRange(paths.Where(path => !kind.Shape.Properties.Exists(p => Covers(path, p.Spec) || Covers(p.Spec.Wire, path)))
            .Select(path => $"The field mask names {path}, which is no member of a {kind.Name}."));
        members.RemoveAll(m => !Array.Exists(paths, path => Covers(path, m.Spec) || Covers(m.Spec.Wire, path)));
        var bare = new System.Text.Json.Nodes.JsonObject();
        BodyValidator.Complete(bare, kind.Shape);
        members.AddRange(kind.Shape.Properties
            .Where(p => p.Spec.Access != PropertyAccess.ReadOnly && Array.Exists(paths, path => Covers(path, p.Spec)) && !members.Exists(m => m.Spec == p.Spec))
            .Select(p => new Member(p.Spec, p.Path, p.Path.Get(bare)?.DeepClone()))
            .ToArray());
    }

    private static bool Covers(string path, PropertySpec property) => Covers(path, property.Wire);

    // A path covers what is below it, too.
    private static bool Covers(string path, string wire) => wire == path || wire.StartsWith(path + ".", StringComparison.Ordinal);
}
