using System.Globalization;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.Queries;
using MediaOps.Emulation.State;

namespace MediaOps.Emulation.Http;

/// <summary>Answers lists: of a kind or of one parent's children, filtered, ordered, and page by page.</summary>
internal sealed class Lists(ServiceModel model, ServiceState state)
{
    private const int DefaultPage = 1000;
    private const string Filter = "$filter";
    private const string OrderBy = "$orderby";

    private readonly string _skip = model.Spec.Paging?.Param ?? "$skip";
    private readonly string _top = model.Spec.Paging?.Limit ?? "$top";
    private readonly int _page = model.Spec.Paging?.Max ?? DefaultPage;

    /// <param name="exchange">The request.</param>
    /// <param name="kind">What is listed.</param>
    /// <param name="values">The values of the path's placeholders; one of them may be the parent's id.</param>
    public EmulatedResponse Answer(Exchange exchange, EntityModel kind, Dictionary<string, string> values)
    {
        IEnumerable<Entity> entities = state.All(kind);
        if (kind.Spec.Parent is { } parent && values.TryGetValue(parent.By, out string? parentId))
        {
            if (StateRules.CheckParent(model, state, kind, parentId) is { } rule)
            {
                return exchange.Refuse(rule.Refusal, rule.Message);
            }

            entities = entities.Where(e => e.ParentId == parentId);
        }

        try
        {
            entities = Select(kind, entities, QueryString.Parse(exchange.Request.Query));
        }
        catch (FormatException e)
        {
            return exchange.Refuse(Refusal.BadRequest, e.Message);
        }

        var body = new JsonObject();
        if (model.IsOData3)
        {
            body["odata.metadata"] = $"{exchange.Root}/$metadata#{kind.Spec.Plural}";
        }

        JsonPath.Parse(kind.Spec.List?.Items ?? model.Spec.Paging?.Items ?? "value").Set(body, new JsonArray([.. entities.Select(e => exchange.Show(e, null))]));
        return exchange.Json(200, body);
    }

    private IEnumerable<Entity> Select(EntityModel kind, IEnumerable<Entity> entities, Dictionary<string, string> query)
    {
        if (query.Keys.FirstOrDefault(n => n.StartsWith('$') && n is not (Filter or OrderBy) && n != _skip && n != _top) is { } unknown)
        {
            throw new FormatException($"The query option {unknown} is not supported.");
        }

        if (Option(query, Filter, text => QueryParser.Filter(kind, text)) is { } holds)
        {
            entities = entities.Where(e => holds(e.Body));
        }

        if (Option(query, OrderBy, text => QueryParser.Order(kind, text)) is { } order)
        {
            entities = entities.Order(Comparer<Entity>.Create((left, right) => order(left.Body, right.Body)));
        }

        return entities.Skip(Option(query, _skip, Count) ?? 0).Take(Math.Min(Option(query, _top, Count) ?? _page, _page));
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

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        ? count
        : throw new FormatException("A whole number that is not negative is needed.");
}
