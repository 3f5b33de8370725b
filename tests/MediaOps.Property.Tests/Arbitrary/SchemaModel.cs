using MediaOps.Generator.Tests.Harness;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>A service with its entities, as pieces of schema text that can be left out one by one.</summary>
/// <param name="Name">The name.</param>
/// <param name="Words">Further members of service.json, each beginning with a comma.</param>
/// <param name="Types">The types that all entities share.</param>
/// <param name="Entities">The entities; a child stands after its parent.</param>
internal sealed record SchemaModel(string Name, string Words, IReadOnlyList<TypeModel> Types, IReadOnlyList<EntityModel> Entities)
{
    /// <summary>The files.</summary>
    public SchemaText[] Files => [new(Path("service"), ServiceText()), .. Entities.Select(entity => new SchemaText(Path(entity.Name), entity.Text()))];

    /// <summary>The same without limits of values, so that any value can be sent.</summary>
    public SchemaModel WithoutLimits() => this with { Types = [.. Types.Select(type => type.WithoutLimits())], Entities = [.. Entities.Select(entity => entity.WithoutLimits())] };

    /// <inheritdoc/>
    public override string ToString() => string.Join("\n", Files.Select(file => file.Path + "\n" + file.Text));

    private static string Path(string name) => "/project/schema/random/" + name + ".json";

    private string ServiceText() => $$"""
        {
          "service": "{{Name}}", "namespace": "Acme.{{Name}}"{{Words}},
          "types": { {{Json.Join(Types.Select(type => type.Text()))}} }
        }
        """;
}

/// <summary>An entity.</summary>
/// <param name="Name">The name.</param>
/// <param name="Words">Further members of the file, each beginning with a comma.</param>
/// <param name="Types">Its types.</param>
/// <param name="Needed">Properties without which the rest has no meaning: id, state, parent.</param>
/// <param name="Properties">The other properties.</param>
/// <param name="Verbs">What stands in its lifecycle.</param>
/// <param name="Actions">Its actions; the first reaches every state.</param>
internal sealed record EntityModel(
    string Name,
    string Words,
    IReadOnlyList<TypeModel> Types,
    IReadOnlyList<PropertyModel> Needed,
    IReadOnlyList<PropertyModel> Properties,
    IReadOnlyList<string> Verbs,
    IReadOnlyList<ActionModel> Actions)
{
    public EntityModel WithoutLimits() => this with
    {
        Types = [.. Types.Select(type => type.WithoutLimits())],
        Properties = [.. Properties.Select(property => property with { Limits = "" })],
    };

    public string Text() => $$"""
        {
          "entity": "{{Name}}"{{Words}},
          "types": { {{Json.Join(Types.Select(type => type.Text()))}} },
          "properties": { {{Json.Join(Needed.Concat(Properties).Select(property => property.Text()))}} },
          "lifecycle": { {{Json.Join(Verbs)}} },
          "actions": { {{Json.Join(Actions.Select(action => action.Text()))}} }
        }
        """;
}

/// <summary>An enum, or a type with members.</summary>
internal sealed record TypeModel(string Name, IReadOnlyList<string> Values, IReadOnlyList<PropertyModel> Properties)
{
    public bool IsEnum => Values.Count > 0;

    public TypeModel WithoutLimits() => this with { Properties = [.. Properties.Select(property => property with { Limits = "" })] };

    public string Text() => "\"" + Name + "\": { " + (IsEnum
        ? "\"enum\": { " + Json.Join(Values.Select(value => "\"" + value + "\": null")) + " }"
        : "\"properties\": { " + Json.Join(Properties.Select(property => property.Text())) + " }") + " }";
}

/// <summary>A property or parameter.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
/// <param name="Words">Further members, each beginning with a comma.</param>
/// <param name="Limits">Limits of its value, each beginning with a comma.</param>
internal sealed record PropertyModel(string Name, string Type, string Words, string Limits)
{
    public string Text() => "\"" + Name + "\": { \"type\": \"" + Type + "\"" + Words + Limits + " }";
}

/// <summary>An action.</summary>
internal sealed record ActionModel(string Name, string Words, IReadOnlyList<PropertyModel> Parameters)
{
    public string Text() => "\"" + Name + "\": { " + Words + ", \"parameters\": { " + Json.Join(Parameters.Select(parameter => parameter.Text())) + " } }";
}

/// <summary>Pieces of JSON text.</summary>
internal static class Json
{
    public static string Join(IEnumerable<string> members) => string.Join(",\n    ", members);

    public static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    public static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(Quote)) + "]";
}
