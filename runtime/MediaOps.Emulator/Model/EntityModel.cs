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
        Types = service.Types.Concat(spec.Types).ToDictionary(t => t.Name, StringComparer.Ordinal);
        _states = (spec.State?.Values ?? []).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var byWire = _states.Values.ToDictionary(s => s.Wire, s => s.Name, StringComparer.Ordinal);
        string? stateType = spec.State is null ? null : spec.Name + "State";
        Validator = new BodyValidator(Types, stateType, byWire);
        SeedValidator = new BodyValidator(Types, stateType, byWire, keepReadOnly: true);
        AddressProperties = [.. spec.Properties.Where(p => p.InPath && p.Name != spec.Id.Property)];
        Shape = new ObjectShape(spec.Properties.Except(AddressProperties));
        SeedShape = new ObjectShape(spec.Properties);
        IdPath = spec.Singleton ? null : PathOf(spec.Id.Property);
        StatePath = spec.State is null ? null : PathOf(spec.State.Property);
        StateReadPath = spec.State?.ReadPath is null ? null : spec.State.Path is { } path ? JsonPath.Parse(path) : StatePath;
        NamePath = spec.Properties.Any(p => p.Name == "Name" && p.Access != PropertyAccess.ReadOnly) ? PathOf("Name") : null;
        ParentPath = spec.Parent is null || spec.Properties.Any(p => p.InPath && p.Name == spec.Parent.By) ? null : PathOf(spec.Parent.By);
        Ids = new IdMaker(spec.Id, spec.Name);
        ListPlaces = [.. PathTemplate.Parse(spec.List?.Path ?? spec.Parent?.List ?? string.Empty).Names];
        Envelope = service.Wire.EnvelopeOf(spec.Name) is { } member ? JsonPath.Parse($"['{member}']") : null;
        IdTemplate = spec.Id.Template is { } template ? new TextTemplate(template) : null;

        // Where the full name of an entity is one placeholder, what it is made of is no part of the address any more.
        string[] own = [.. (spec.Read ?? spec.Update ?? spec.Delete ?? (spec.Actions.Count > 0 ? spec.Actions[0] : null)) is { } action ? PathTemplate.Parse(action.Path).Names : []];
        Address = [.. AddressProperties.Select(p => p.Name).Where(n => own.Contains(n, StringComparer.Ordinal)), .. spec.Singleton ? Array.Empty<string>() : [spec.Id.Property]];
    }

    public EntitySpec Spec { get; }

    public string Name => Spec.Name;

    /// <summary>The types of the service and of the entity, by name.</summary>
    public IReadOnlyDictionary<string, TypeSpec> Types { get; }

    public BodyValidator Validator { get; }

    /// <summary>Checks entities that do not come from a client, with what only the service writes.</summary>
    public BodyValidator SeedValidator { get; }

    /// <summary>What bodies hold.</summary>
    public ObjectShape Shape { get; }

    /// <summary>What bodies hold, with the parts of the address that bodies do not hold.</summary>
    public ObjectShape SeedShape { get; }

    /// <summary>The properties that stand in paths and not in bodies.</summary>
    public IReadOnlyList<PropertySpec> AddressProperties { get; }

    /// <summary>The properties that tell one from all others, own id last; empty for a singleton.</summary>
    public IReadOnlyList<string> Address { get; }

    /// <summary>Where the id is; null for a singleton.</summary>
    public JsonPath? IdPath { get; }

    public JsonPath? StatePath { get; }

    /// <summary>Where the state is in the answer that tells the state alone; null where there is none.</summary>
    public JsonPath? StateReadPath { get; }

    public JsonPath? NamePath { get; }

    /// <summary>The placeholders of the list that entities of this kind are in: those that differ in one of them are in two lists.</summary>
    public IReadOnlyList<string> ListPlaces { get; }

    /// <summary>Where the parent's id is; null where there is no parent, and where the address holds it.</summary>
    public JsonPath? ParentPath { get; }

    /// <summary>The member that wraps its bodies, or null.</summary>
    public JsonPath? Envelope { get; }

    public IdMaker Ids { get; }

    public TextTemplate? IdTemplate { get; }

    public StateValueSpec State(string name) =>
        _states.TryGetValue(name, out StateValueSpec? state) ? state : throw new EmulatorSchemaException($"{Name} has no state '{name}'; it has {string.Join(", ", _states.Keys)}.");

    /// <summary>The name of the state with this text, or null.</summary>
    public string? StateName(string? wire) => Spec.State?.Values.FirstOrDefault(s => s.Wire == wire)?.Name;

    /// <summary>The state of what is gone, or null where the schema has no name for that.</summary>
    public string? GoneState => Spec.State?.Values.FirstOrDefault(s => s.Kind == StateKind.Gone)?.Name;

    public JsonPath PathOf(string property) => Spec.Properties.FirstOrDefault(p => p.Name == property) is { } found
        ? JsonPath.Parse(found.Wire)
        : throw new EmulatorSchemaException($"{Name} has no property '{property}', which its id, state, parent or requirements name.");
}
