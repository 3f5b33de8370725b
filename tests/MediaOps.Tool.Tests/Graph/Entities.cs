using System.Text.Json;
using MediaOps.Schema;
using MediaOps.Tool.Graph;

namespace MediaOps.Tool.Tests.Graph;

/// <summary>Graphs to look at: of the repository's services, and of entities that a test makes up.</summary>
internal static class Entities
{
    /// <summary>The names of all entities with states, as <c>service.entity</c>.</summary>
    public static TheoryData<string> All { get; } = [.. LoadedSchemas.Load([], Repository.Root).Services
        .SelectMany(service => service.Entities.Where(entity => entity.State is not null).Select(entity => service.Spec.Name + "." + entity.Name))];

    /// <summary>The graph of one of them.</summary>
    public static StateGraph Graph(string name)
    {
        SchemaService service = LoadedSchemas.Load([], Repository.Root).Services.Single(service => name.StartsWith(service.Spec.Name + ".", StringComparison.Ordinal));
        return StateGraphBuilder.Build(service.Spec.Name, service.Entities.Single(entity => name.EndsWith("." + entity.Name, StringComparison.Ordinal)));
    }

    /// <summary>The graph of an entity Machine.</summary>
    /// <param name="states">Its states with their kinds; the first is where it begins.</param>
    /// <param name="actions">The actions, as JSON without their requests.</param>
    /// <param name="lifecycle">Verbs of the life cycle, as JSON without their requests.</param>
    public static StateGraph Machine((string Name, string Kind)[] states, (string Name, string Rule)[] actions, params (string Verb, string Rule)[] lifecycle)
    {
        string text = $$"""
            {
              "entity": "Machine", "parent": { "entity": "Hall", "by": "HallId" },
              "id": { "property": "Id" },
              "properties": { "Id": { "type": "string", "access": "readOnly" }, "HallId": { "type": "string" }, "Speed": { "type": "string" }, "State": { "type": "MachineState", "access": "readOnly" } },
              "state": { "property": "State", "initial": "{{states[0].Name}}", "values": { {{Members(states.Select(state => (state.Name, $"\"kind\": \"{state.Kind}\"")))}} } },
              "lifecycle": { {{Members(lifecycle.Select(verb => (verb.Verb, "\"http\": \"POST /machines/{Id}\", " + verb.Rule)))}} },
              "actions": { {{Members(actions.Select(action => (action.Name, "\"http\": \"POST /machines/{Id}/do\", " + action.Rule)))}} }
            }
            """;
        ParsedFile parsed = SchemaParser.Parse(text, "Machine.json", FileKind.Entity);
        return StateGraphBuilder.Build("Works", parsed.Entity ?? throw new InvalidOperationException(JsonSerializer.Serialize(parsed.Findings)));
    }

    private static string Members(IEnumerable<(string Name, string Body)> members) => string.Join(", ", members.Select(member => $"\"{member.Name}\": {{ {member.Body} }}"));
}
