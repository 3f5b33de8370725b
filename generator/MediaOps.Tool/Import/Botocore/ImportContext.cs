namespace MediaOps.Tool.Import.Botocore;

/// <summary>What the mappers of one import share.</summary>
/// <param name="Model">The model.</param>
/// <param name="Service">What is made of it.</param>
/// <param name="Types">Makes types of shapes.</param>
/// <param name="Paging">How the service's lists are paged, or null.</param>
/// <param name="Errors">The names of error codes by their shapes.</param>
/// <param name="Gaps">Learns what is lost.</param>
internal sealed record ImportContext(
    AwsModel Model, ScaffoldService Service, TypeMapper Types, ServicePaging? Paging, IReadOnlyDictionary<string, string> Errors, Gaps Gaps)
{
    /// <summary>The body of an operation's answer; null where it has none.</summary>
    public AwsShape? Answer(Route route) => Model.BodyOf(Model.Find(route.Operation.Output)) is { } body && body.Members.Any(member => member.Place == AwsPlace.Body) ? body : null;
}
