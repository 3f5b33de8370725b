using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>What a request gives to an action: its parameters from wherever they travel, and what is left of the body.</summary>
internal sealed class ActionInput
{
    private readonly List<(ParameterSpec Spec, JsonNode? Value)> _given = [];

    private ActionInput(JsonElement rest) => Rest = rest;

    /// <summary>The body without parameters, fixed members, key and envelope: the members of an entity, or nothing.</summary>
    public JsonElement Rest { get; private set; }

    /// <summary>The parameters by name, as a client's code names them.</summary>
    public JsonObject Parameters => new(_given.Select(g => KeyValuePair.Create(g.Spec.Name, g.Value?.DeepClone())));

    /// <summary>Reads a request.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="kind">The kind of entity.</param>
    /// <param name="action">The action.</param>
    /// <param name="values">The values of the path's placeholders.</param>
    /// <param name="input">What was read.</param>
    /// <param name="problems">Where problems are added.</param>
    /// <returns>The refusal of a body that cannot be read, or null.</returns>
    public static EmulatedResponse? Read(Exchange exchange, EntityModel kind, ActionSpec action, Dictionary<string, string> values, out ActionInput input, List<string> problems)
    {
        bool isEntity = action.Kind is ActionKind.Create or ActionKind.Update;
        ParameterSpec? whole = action.Parameters.FirstOrDefault(p => p.In == ParameterIn.WholeBody);
        input = new ActionInput(default);
        if (exchange.ReadBody(mayBeEmpty: !isEntity && whole?.Required != true, anyValue: whole is not null, out JsonElement root) is { } refused)
        {
            return refused;
        }

        Dictionary<string, string> query = QueryString.Parse(exchange.Request.Query);
        var body = whole is null ? JsonObject.Create(root)! : [];
        JsonObject inner = isEntity ? Unwrap(body, kind, problems) : body;
        foreach (ParameterSpec parameter in action.Parameters)
        {
            JsonElement? given = parameter.In switch
            {
                ParameterIn.Query => query.TryGetValue(parameter.Wire, out string? text) ? FromText(text, parameter.Type) : null,
                ParameterIn.Header => exchange.Request.Header(parameter.Wire) is { } text ? FromText(text, parameter.Type) : null,
                ParameterIn.Path => values.TryGetValue(parameter.Name, out string? text) ? FromText(text, parameter.Type) : null,
                ParameterIn.WholeBody => exchange.Request.Body!.Length == 0 ? null : root,
                _ => Take(parameter, inner) ?? Take(parameter, body),
            };
            if (given is { } value)
            {
                input._given.Add((parameter, kind.Validator.Value(value, AsProperty(parameter), problems)));
            }
            else if (parameter.Required)
            {
                problems.Add($"{Place(parameter.In)}{parameter.Wire} is required.");
            }
        }

        FixedBody.Parse(action.Body)?.RemoveFrom(body);
        if (action.IdempotencyBody is { } key)
        {
            JsonPath.Parse(key).Remove(inner);
            JsonPath.Parse(key).Remove(body);
        }

        if (!isEntity)
        {
            problems.AddRange(body.Select(m => $"{m.Key} is not a member; there are {string.Join(", ", action.Parameters.Where(p => p.In == ParameterIn.Body).Select(p => p.Wire).DefaultIfEmpty("none"))}."));
        }

        input.Rest = JsonSerializer.SerializeToElement(inner);
        return null;
    }

    /// <summary>The key that tells a repeated request from a new one, or null.</summary>
    public static string? KeyOf(Exchange exchange, ActionSpec action) =>
        action.IdempotencyHeader is { } header ? exchange.Request.Header(header)
        : action.IdempotencyQuery is { } query ? QueryString.Parse(exchange.Request.Query).GetValueOrDefault(query)
        : action.IdempotencyBody is { } member && exchange.Body is { ValueKind: JsonValueKind.Object } body ? JsonPath.Parse(member).Get(JsonObject.Create(body)!)?.ToString()
        : null;

    /// <summary>The text of a parameter; null where it was not given.</summary>
    public string? Text(string name) => _given.Find(g => g.Spec.Name == name).Value?.ToString();

    /// <summary>A parameter with the name and type of a property is its new value, as in Scale(ScaleUnits).</summary>
    public IEnumerable<Member> AsMembers(ObjectShape shape) =>
        from given in _given
        join property in shape.Properties on (given.Spec.Name, given.Spec.Type) equals (property.Spec.Name, property.Spec.Type)
        select new Member(property.Spec, property.Path, given.Value?.DeepClone());

    /// <summary>A text as the JSON value that its type asks for; what does not fit stays a text, and is refused as such.</summary>
    public static JsonElement FromText(string text, TypeRef type)
    {
        JsonNode? node = type.Shape == TypeShape.List ? new JsonArray([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(item => One(item))]) : One(text);
        return JsonSerializer.SerializeToElement(node);

        JsonNode? One(string item) => type.Name switch
        {
            "bool" when bool.TryParse(item, out bool value) => JsonValue.Create(value),
            "int" or "long" when long.TryParse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => JsonValue.Create(number),
            "double" or "decimal" when decimal.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => JsonValue.Create(number),
            _ => JsonValue.Create(item),
        };
    }

    private static JsonObject Unwrap(JsonObject body, EntityModel kind, List<string> problems)
    {
        if (kind.Envelope is not { } envelope)
        {
            return body;
        }

        if (envelope.Get(body) is JsonObject inner)
        {
            return inner;
        }

        problems.Add($"{envelope.Segments[^1]} is required: it wraps the members of a {kind.Name}.");
        return [];
    }

    private static JsonElement? Take(ParameterSpec parameter, JsonObject body)
    {
        JsonPath path = JsonPath.Parse(parameter.Wire);
        if (!path.IsIn(body))
        {
            return null;
        }

        JsonElement value = JsonSerializer.SerializeToElement(path.Get(body));
        path.Remove(body);
        return value;
    }

    private static string Place(ParameterIn place) => place switch
    {
        ParameterIn.Query => "The query member ",
        ParameterIn.Header => "The header ",
        ParameterIn.WholeBody => "The body ",
        _ => string.Empty,
    };

    private static PropertySpec AsProperty(ParameterSpec parameter) => new(
        parameter.Name, parameter.Wire, parameter.Type, PropertyAccess.ReadWrite, InPath: false, parameter.Required, Unique: false, null, parameter.Secret,
        parameter.Default, parameter.Constraints, parameter.Duration, parameter.WireIsString, parameter.Description, false);
}
