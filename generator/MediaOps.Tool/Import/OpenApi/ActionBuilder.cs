using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Makes verbs and actions of operations.</summary>
internal sealed class ActionBuilder(ScaffoldService service, Schemas schemas, TypeBuilder types, LongRunning tracking, ScaffoldPaging? paging, Gaps gaps)
{
    private static readonly string[] OfTransport = ["accept", "accept-language", "authorization", "content-type", "content-length", "user-agent", "host", "x-ms-client-request-id", "client-request-id", "x-ms-return-client-request-id", "return-client-request-id"];

    /// <summary>A verb of the lifecycle.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="address">What fills its path.</param>
    /// <param name="taken">Names that its parameters may not have.</param>
    /// <param name="provisioning">Where the entity says how far a request is, or null.</param>
    public ScaffoldAction Verb(string name, ApiOperation operation, Address address, IEnumerable<string> taken, string? provisioning)
    {
        ScaffoldAction action = Start(name, operation, address, taken, withBody: false);
        if (name is "Create" or "Update" or "Delete")
        {
            action.Tracking.AddRange(tracking.Of(operation, operation.Display, answers: false, provisioning));
        }

        return action;
    }

    /// <summary>An action.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="address">What fills its path.</param>
    /// <param name="own">The schema of the entity that it is asked of: an action that answers with it answers with no value. Null for a singleton.</param>
    /// <param name="provisioning">Where the entity says how far a request is, or null.</param>
    public ScaffoldAction Action(string name, ApiOperation operation, Address address, OpenApiSchema? own, string? provisioning)
    {
        ScaffoldAction action = Start(name, operation, address, [], withBody: true);
        if (operation.Answer is { } answer && (own is null || !ReferenceEquals(schemas.View(answer).Schema, own)))
        {
            action.Returns = Returns(operation, answer, name);
        }

        action.Tracking.AddRange(tracking.Of(operation, operation.Display, action.Returns is not null, provisioning));
        return action;
    }

    private ScaffoldAction Start(string name, ApiOperation operation, Address address, IEnumerable<string> taken, bool withBody)
    {
        NameScope scope = NameScope.OfParameters(taken);
        var parameters = new List<ScaffoldParameter>();
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string placeholder in PathTemplate.Placeholders(operation.Path))
        {
            places[placeholder] = address.Find(placeholder) ?? PathParameter(operation, placeholder, scope, parameters);
        }

        if (name != "Read")
        {
            foreach (IOpenApiParameter parameter in operation.Parameters.Where(parameter => parameter.In is ParameterLocation.Query or ParameterLocation.Header or ParameterLocation.Cookie))
            {
                Other(operation, parameter, name, scope, parameters);
            }
        }

        if (withBody)
        {
            Body(operation, name, scope, parameters);
        }

        var action = new ScaffoldAction
        {
            Name = name,
            Method = operation.Method,
            Path = PathTemplate.Rename(operation.Path, placeholder => places[placeholder]),
            Origin = operation.Origin,
            Description = SourceText.Prose(operation.Operation.Description ?? operation.Operation.Summary),
        };
        action.Parameters.AddRange(parameters);
        return action;
    }

    private string PathParameter(ApiOperation operation, string placeholder, NameScope scope, List<ScaffoldParameter> parameters)
    {
        IOpenApiParameter? declared = operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Path && parameter.Name == placeholder);
        ScaffoldParameter made = Parameter(operation, declared, placeholder, scope, "path");
        (made.Required, made.Default) = (true, null);
        parameters.Add(made);
        return made.Name;
    }

    private void Other(ApiOperation operation, IOpenApiParameter parameter, string action, NameScope scope, List<ScaffoldParameter> parameters)
    {
        string name = parameter.Name!;
        bool query = parameter.In == ParameterLocation.Query;
        if (parameter.In == ParameterLocation.Cookie || !SourceText.IsLiteral(name) || (!query && !IsHeader(name)))
        {
            gaps.Add(GapRules.LeftOut, operation.Origin, name, parameter.In == ParameterLocation.Cookie ? "nothing of the language travels in a cookie" : "its name cannot be written");
        }
        else if (!query && OfTransport.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            service.ClientRequestId ??= name.EndsWith("client-request-id", StringComparison.OrdinalIgnoreCase) && !name.Contains("return", StringComparison.OrdinalIgnoreCase) ? name : null;
        }
        else if (!service.Query.ContainsKey(name) && !IsOfPages(name, action))
        {
            parameters.Add(Parameter(operation, parameter, name, scope, query ? "query" : "header"));
        }
    }

    /// <summary>What pages are asked by is the runtime's own business.</summary>
    private bool IsOfPages(string name, string action) => action == "List" && (name == paging?.Param || name == paging?.Limit);

    private void Body(ApiOperation operation, string action, NameScope scope, List<ScaffoldParameter> parameters)
    {
        if (operation.Body is not { } body)
        {
            if (operation.Operation.RequestBody?.Content is { Count: > 0 } content)
            {
                gaps.Add(GapRules.LeftOut, operation.Origin, "the body of " + operation.Display, "it is " + content.Keys.First() + ", and the language knows JSON");
            }

            return;
        }

        string name = scope.Take("Body");
        var parameter = new ScaffoldParameter
        {
            Name = name,
            Wire = name,
            Type = types.TypeOf(body, action + "Body", operation.Origin),
            In = "wholeBody",
            Required = operation.Operation.RequestBody!.Required,
            Origin = operation.Origin,
            Description = SourceText.Prose(operation.Operation.RequestBody.Description),
        };
        parameters.Add(parameter);
    }

    private ScaffoldParameter Parameter(ApiOperation operation, IOpenApiParameter? declared, string wire, NameScope scope, string place)
    {
        SchemaView view = schemas.View(declared?.Schema);
        string type = types.TypeOf(view, CSharpName.Of(wire, "Value"), operation.Origin);
        if (type.EndsWith(']') || type.EndsWith('}') || type == "json" || (char.IsAsciiLetterUpper(type[0]) && types.ValuesOf(type) is null))
        {
            gaps.Add(GapRules.Untyped, operation.Origin, operation.Display + " " + wire, "outside of a body there is one plain value, so it is a text");
            type = "string";
        }

        var parameter = new ScaffoldParameter
        {
            Name = scope.Take(CSharpName.Of(wire, "Value")),
            Wire = WirePath.Of(wire) ?? wire,
            Type = type,
            In = place,
            Required = declared?.Required == true,
            Origin = operation.Origin,
            Description = SourceText.Prose(declared?.Description),
        };
        ValueReader.Fill(parameter, view, declared?.Schema, types.ValuesOf(type), gaps);
        return parameter;
    }

    private ScaffoldReturn Returns(ApiOperation operation, IOpenApiSchema answer, string name)
    {
        Pages? pages = Pages.Find(operation, schemas);
        bool isForeign = pages?.Next is { } next && next != paging?.Next;
        if (isForeign)
        {
            gaps.Add(GapRules.Paging, operation.Origin, operation.Display, $"the next one is at '{pages!.Next}', so that it answers with one page as it is");
        }

        if (pages is null || isForeign)
        {
            return new ScaffoldReturn(types.TypeOf(answer, name + "Result", operation.Origin));
        }

        string item = types.TypeOf(pages.Item, name + "Item", operation.Origin);
        bool single = item is not "json" && !item.EndsWith(']') && !item.EndsWith('}');
        return new ScaffoldReturn(single ? item + "[]" : "json", pages.Items, single && pages.Next is not null);
    }

    private static bool IsHeader(string name) => name.Length <= 256 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
