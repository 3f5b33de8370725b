using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Model;

/// <summary>One entity of the schema with everything that is worked out once.</summary>
internal sealed class EntityModel
{
    private readonly Dictionary<string, StateValueSpec> _states;

    public EntityModel(EntitySpec spec, ServiceSpec service)
    {
        Spec = spec;
        var types = service.Types.Concat(spec.Types).ToDictionary(t => t.Name, StringComparer.Ordinal);
        _states = (spec.State?.Values ?? []).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var byWire = _states.Values.ToDictionary(s => s.Wire, s => s.Name, StringComparer.Ordinal);
        string? stateType = spec.State is null ? null : spec.Name + "State";
        Validator = new BodyValidator(types, stateType, byWire);
        SeedValidator = new BodyValidator(types, stateType, byWire, keepReadOnly: true);
        Shape = new ObjectShape(spec.Properties);
        IdPath = PathOf(spec.Id.Property);
        StatePath = spec.State is null ? null : PathOf(spec.State.Property);
        NamePath = spec.Properties.Any(p => p.Name == "Name" && p.Access != PropertyAccess.ReadOnly) ? PathOf("Name") : null;
        ParentPath = spec.Parent is null ? null : PathOf(spec.Parent.By);
        Ids = new IdMaker(spec.Id, spec.Name);
    }

    public EntitySpec Spec { get; }

    public string Name => Spec.Name;

    public BodyValidator Validator { get; }

    /// <summary>Checks entities that do not come from a client, with what only the service writes.</summary>
    public BodyValidator SeedValidator { get; }

    public ObjectShape Shape { get; }

    public JsonPath IdPath { get; }

    public JsonPath? StatePath { get; }

    public JsonPath? NamePath { get; }

    public JsonPath? ParentPath { get; }

    public IdMaker Ids { get; }

    public StateValueSpec State(string name) =>
        _states.TryGetValue(name, out StateValueSpec? state) ? state : throw new EmulatorSchemaException($"{Name} has no state '{name}'; it has {string.Join(", ", _states.Keys)}.");

    /// <summary>The name of the state with this text, or null.</summary>
    public string? StateName(string? wire) => Spec.State?.Values.FirstOrDefault(s => s.Wire == wire)?.Name;

    public JsonPath PathOf(string property) => Spec.Properties.FirstOrDefault(p => p.Name == property) is { } found
        ? JsonPath.Parse(found.Wire)
        : throw new EmulatorSchemaException($"{Name} has no property '{property}', which its id, state, parent or requirements name.");
}
