namespace MediaOps.Schema.Tests;

/// <summary>What tests ask of the files of one service.</summary>
internal sealed class ServiceFiles
{
    private ServiceFiles(SchemaSet set)
    {
        Findings = set.Findings;
        Service = set.Services.Single();
    }

    public EquatableArray<Finding> Findings { get; }

    public SchemaService Service { get; }

    public static ServiceFiles Load(string folder) => new(SchemaSet.Load(Files.OfService(folder)));

    public EntitySpec Entity(string name) => Service.Entities.Single(entity => entity.Name == name);

    public TrackingSpec Tracking(string name) => Service.Spec.Tracking.Single(tracking => tracking.Name == name);

    public ActionSpec Action(string entity, string name) => EntityActions.Of(Entity(entity)).Single(action => action.Name == name);

    public PropertySpec Property(string entity, string name) => Entity(entity).Properties.Single(property => property.Name == name);

    public TypeSpec Type(string entity, string name) => Entity(entity).Types.Concat(Service.Spec.Types).Single(type => type.Name == name);

    /// <summary>An action as its schema writes it: from &gt; via &gt; to | onFailure, a question mark behind what is inferred.</summary>
    public string Rule(string entity, string name)
    {
        ActionSpec action = Action(entity, name);
        string to = action.ToPrevious ? "@previous" : action.ToProperty is { } by ? "by " + by : string.Join(' ', action.To);
        string failure = action.OnFailure.Count == 0 ? string.Empty : " | " + string.Join(' ', action.OnFailure);
        return $"{string.Join(' ', action.From ?? default)} > {string.Join(' ', action.Via)} > {to}{failure}{(action.Inferred ? "?" : string.Empty)}";
    }

    /// <summary>The states of an entity, each with the first letter of its kind.</summary>
    public string States(string entity) => string.Join(' ', Entity(entity).State!.Values.Select(state => state.Name + ":" + state.Kind.ToString()[..1]));

    /// <summary>Method and path of an action.</summary>
    public string Http(string entity, string name) => Action(entity, name) is var action ? action.Method + " " + action.Path : string.Empty;
}
