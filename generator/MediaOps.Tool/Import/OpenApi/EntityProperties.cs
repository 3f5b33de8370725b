using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Reads the properties of an entity off the bodies of its verbs.</summary>
internal sealed class EntityProperties(Schemas schemas, TypeBuilder types, Origin components, Gaps gaps)
{
    private const string Wrapper = "properties";
    private static readonly string[] StateWires = ["resourceState", "state", "status"];

    /// <summary>Adds the properties and, where one tells it, the state.</summary>
    public void Fill(ScaffoldEntity entity, Resource resource, NameScope scope)
    {
        SchemaView read = schemas.View(resource.Read.Answer);
        Body? created = BodyOf(resource.Create);
        Body? updated = BodyOf(resource.Update);
        Origin origin = read.Name is null ? resource.Read.Origin : components.Below(read.Name);
        entity.Description ??= SourceText.Prose(read.Schema.Description);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((SchemaMember member, string[] way) in Flat(read.Schema))
        {
            Add(member, way);
        }

        foreach ((SchemaMember member, string[] way) in created is null ? [] : Flat(created.Schema))
        {
            Add(member, way);
        }

        State(entity);

        void Add(SchemaMember member, string[] way)
        {
            string wire = string.Join('.', way);
            if (entity.Properties.Count >= Limits.Members || !seen.Add(wire) || types.Property(member, scope, entity.Name, origin.Below([.. way.SelectMany(step => new[] { "properties", step })]), way) is not { } property)
            {
                return;
            }

            bool create = created?.Holds(wire, read.Schema) ?? false;
            bool update = updated?.Holds(wire, read.Schema) ?? false;
            property.Access ??= (create, update) switch
            {
                (false, false) => "readOnly",
                (true, false) => "createOnly",
                _ => null,
            };
            property.Required = property.Access != "readOnly" && (created?.Requires(wire) ?? false);
            entity.Properties.Add(property);
        }
    }

    private Body? BodyOf(ApiOperation? operation)
    {
        if (operation?.Body is not { } schema)
        {
            return null;
        }

        OpenApiSchema body = schemas.View(schema).Schema;
        var members = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach ((SchemaMember member, string[] way) in Flat(body))
        {
            members[string.Join('.', way)] = member.Required;
        }

        return new Body(body, members);
    }

    /// <summary>The members of a body; those of Azure's inner object stand among them.</summary>
    private IEnumerable<(SchemaMember Member, string[] Way)> Flat(OpenApiSchema schema)
    {
        IReadOnlyList<SchemaMember> members = schemas.Members(schema);
        foreach (SchemaMember member in members)
        {
            SchemaView view = schemas.View(member.Schema);
            bool wraps = member.Name == Wrapper && schemas.HasMembers(view.Schema) && (view.Is("x-ms-client-flatten") || members.Any(other => other.Name is "id" or "name" or "type" or "tags"));
            if (!wraps)
            {
                yield return (member, [member.Name]);
                continue;
            }

            foreach (SchemaMember inner in schemas.Members(view.Schema))
            {
                yield return (inner with { Required = inner.Required && member.Required }, [member.Name, inner.Name]);
            }
        }
    }

    /// <summary>A read-only enum whose name ends in state or status tells the states.</summary>
    private void State(ScaffoldEntity entity)
    {
        ScaffoldProperty? found = entity.Properties
            .Where(property => property.Access == "readOnly" && types.ValuesOf(property.Type) is { Count: > 1 and <= Limits.States } && IsState(Last(property)))
            .OrderBy(property => Array.IndexOf(StateWires, Last(property)) is var index and >= 0 ? index : StateWires.Length)
            .FirstOrDefault();
        if (found is null)
        {
            return;
        }

        var state = new ScaffoldState { Property = found.Name, Origin = found.Origin };
        state.Values.AddRange(types.ValuesOf(found.Type)!.Select(value => new ScaffoldStateValue(value.Name, value.Wire, StateWords.KindOf(value.Name), value.Description)));
        gaps.Add(GapRules.StateKinds, found.Origin, entity.Name);
        found.Type = entity.Name + "State";
        found.Default = null;
        found.Required = false;
        entity.State = state;
    }

    private static string Last(ScaffoldProperty property) => property.Wire.Split('.')[^1];

    private static bool IsState(string wire) => wire != "provisioningState" && (wire.EndsWith("state", StringComparison.OrdinalIgnoreCase) || wire.EndsWith("status", StringComparison.OrdinalIgnoreCase));

    /// <summary>A body that is sent.</summary>
    private sealed record Body(OpenApiSchema Schema, Dictionary<string, bool> Members)
    {
        /// <summary>Whether a member can be sent. A body that is the entity itself sends what its own words allow.</summary>
        public bool Holds(string wire, OpenApiSchema entity) => ReferenceEquals(Schema, entity) || Members.ContainsKey(wire);

        /// <summary>Whether a member must be sent.</summary>
        public bool Requires(string wire) => Members.GetValueOrDefault(wire);
    }
}
