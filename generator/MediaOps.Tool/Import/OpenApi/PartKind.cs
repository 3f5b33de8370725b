using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>What a part of a description is: it decides where something of another file belongs.</summary>
/// <param name="Group">The group of things like it; null for a schema.</param>
/// <param name="IsNames">Whether its members are named things and no words of the format.</param>
internal readonly record struct PartKind(string? Group, bool IsNames)
{
    /// <summary>The description as a whole.</summary>
    public static PartKind Description { get; } = new("description", IsNames: false);

    /// <summary>A path.</summary>
    public static PartKind Path { get; } = new("paths", IsNames: false);

    /// <summary>What a member of a part of this kind is.</summary>
    public PartKind Inside(string name, JsonNode? value) => IsNames ? this with { IsNames = false } : name switch
    {
        // Anywhere else it is a word like another, and no place that paths are copied into.
        "paths" => this == Description ? Path with { IsNames = true } : default,
        "responses" or "headers" or "requestBodies" => new PartKind(name, IsNames: true),
        "parameters" => new PartKind(name, IsNames: value is JsonObject),
        "requestBody" => new PartKind("requestBodies", IsNames: false),
        "properties" or "definitions" or "schemas" or "content" => new PartKind(null, IsNames: true),
        _ => default,
    };
}
