namespace MediaOps.Tool.Import.Botocore;

/// <summary>Where the entity is in what reads it: the whole body, or a member.</summary>
/// <param name="Path">The way to it on the wire; null for the whole body.</param>
/// <param name="Member">The member's name in the model; null for the whole body.</param>
/// <param name="Shape">What it looks like.</param>
/// <param name="Noun">What the operations call it.</param>
internal sealed record EntityRoot(string? Path, string? Member, AwsShape Shape, string Noun)
{
    /// <summary>Where the entity of a resource is in what reads it: in the member of its name or in the only structure there is, else it is the whole body.</summary>
    public static EntityRoot Of(AwsModel model, Resource resource)
    {
        AwsShape body = model.BodyOf(model.Find(resource.Read.Operation.Output))!;
        AwsMember[] members = [.. body.Members.Where(member => member.Place == AwsPlace.Body)];
        AwsMember? inside = members.FirstOrDefault(member => Names(member, resource)) ?? (members is [var only] ? only : null);
        return inside is not null && model.Find(inside.Shape) is { IsStructure: true, IsDocument: false, Members.Count: > 0 } shape && WirePath.Of(inside.Wire) is { } path
            ? new EntityRoot(path, inside.Name, shape, resource.Noun)
            : new EntityRoot(null, null, body, resource.Noun);
    }

    /// <summary>Where the entity is in the answer of another operation; null for the whole body.</summary>
    public string? In(AwsModel model, Route route) => Find(model, route) is { } member ? WirePath.Of(member.Wire) : null;

    /// <summary>Whether the answer of another operation is the entity: its shape, or most of its members.</summary>
    public bool IsIn(AwsModel model, Route route)
    {
        if (Find(model, route) is not null)
        {
            return true;
        }

        var wires = Shape.Members.Select(member => member.Wire).ToHashSet(StringComparer.Ordinal);
        int common = model.BodyOf(model.Find(route.Operation.Output))?.Members.Count(member => wires.Contains(member.Wire)) ?? 0;
        return common > 0 && 2 * common >= wires.Count;
    }

    private AwsMember? Find(AwsModel model, Route route) => model.BodyOf(model.Find(route.Operation.Output))?.Members.FirstOrDefault(member =>
        member.Place == AwsPlace.Body && model.Find(member.Shape) is { IsStructure: true } shape
        && (ReferenceEquals(shape, Shape) || (shape.Name.Equals(Noun, StringComparison.OrdinalIgnoreCase) && shape.Members.Count > 0)));

    private static bool Names(AwsMember member, Resource resource) => member.Name.Equals(resource.Noun, StringComparison.OrdinalIgnoreCase);
}
