using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.Queries;
using MediaOps.Emulation.State;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Answers lists: of a kind or of one parent's children, filtered, ordered, and page by page.</summary>
internal sealed class Lists(ServiceModel model, ServiceState state, Pager pager)
{
    private const string Filter = "$filter";
    private const string OrderBy = "$orderby";

    /// <summary>Where the items of a kind's list are; null where the body is the list.</summary>
    public static JsonPath? ItemsPath(ServiceModel model, EntityModel kind) =>
        (kind.Spec.List?.Items ?? model.Spec.Paging?.Items) is { } path ? JsonPath.Parse(path) : null;

    /// <param name="exchange">The request.</param>
    /// <param name="kind">What is listed.</param>
    /// <param name="action">The schema's list; null for a navigation of a kind that has none.</param>
    /// <param name="values">The values of the path's placeholders; they may name a parent.</param>
    public EmulatedResponse Answer(Exchange exchange, EntityModel kind, ActionSpec? action, Dictionary<string, string> values)
    {
        IEnumerable<Entity> entities = state.All(kind).Where(state.IsReadable);
        if (kind.Spec.Parent is { } parent && values.TryGetValue(parent.By, out string? parentId))
        {
            if (StateRules.CheckParent(model, state, kind, values) is { } rule)
            {
                return exchange.Refuse(rule.Refusal, rule.Message);
            }

            entities = entities.Where(e => e.ParentId == parentId);
        }

        // Of the other parts of the address that the path names, too, only those are listed that have them.
        entities = entities.Where(e => kind.AddressProperties.All(p => !values.TryGetValue(p.Name, out string? wanted) || e.Values.GetValueOrDefault(p.Name) == wanted));
        try
        {
            JsonNode page = pager.Page(exchange, Select(kind, action, entities, QueryString.Parse(exchange.Request.Query)).Select(Presenter.Item), ItemsPath(model, kind));
            if (model.IsOData3 && page is JsonObject members)
            {
                members.Insert(0, "odata.metadata", $"{exchange.Root}/$metadata#{kind.Spec.Plural}");
            }

            return exchange.Json(200, page);
        }
        catch (FormatException e)
        {
            return exchange.Refuse(Refusal.BadRequest, e.Message);
        }
    }

    private IEnumerable<Entity> Select(EntityModel kind, ActionSpec? action, IEnumerable<Entity> entities, Dictionary<string, string> query)
    {
        ParameterSpec[] parameters = [.. action?.Parameters.Where(p => p.In == ParameterIn.Query) ?? []];
        if (query.Keys.FirstOrDefault(n => n.StartsWith('$') && n is not (Filter or OrderBy) && !pager.Knows(n) && !Array.Exists(parameters, p => p.Wire == n)) is { } unknown)
        {
            throw new FormatException($"The query option {unknown} is not supported.");
        }

        // What a parameter of its own means only its name can tell: one that is called like a property asks for its value.
        foreach (ParameterSpec parameter in parameters)
        {
            if (query.TryGetValue(parameter.Wire, out string? wanted) && kind.Shape.Properties.Find(p => p.Spec.Name == parameter.Name && p.Spec.Type == parameter.Type) is { Path: { } path })
            {
                JsonNode? value = JsonNode.Parse(ActionInput.FromText(wanted, parameter.Type).GetRawText());
                entities = entities.Where(e => JsonNode.DeepEquals(path.Get(e.Body), value));
            }
        }

        if (Option(query, Filter, text => QueryParser.Filter(kind, text)) is { } holds)
        {
            entities = entities.Where(e => holds(e.Body));
        }

        return Option(query, OrderBy, text => QueryParser.Order(kind, text)) is { } order
            ? entities.Order(Comparer<Entity>.Create((left, right) => order(left.Body, right.Body)))
            : entities;
    }

    private static T? Option<T>(Dictionary<string, string> query, string name, Func<string, T> read)
    {
        try
        {
            return query.TryGetValue(name, out string? text) ? read(text) : default;
        }
        catch (FormatException e)
        {
            throw new FormatException($"{name}: {e.Message}", e);
        }
    }
}
