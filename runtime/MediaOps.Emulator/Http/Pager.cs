using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>Cuts lists into pages in the way of the service: by skip and take, by a token, or by the URL of the next page.</summary>
internal sealed class Pager(ServiceModel model, EmulatorOptions options)
{
    private const int DefaultPage = 1000;

    private readonly PagingStyle _style = model.Spec.Paging?.Style ?? PagingStyle.Offset;
    private readonly string _limit = model.Spec.Paging?.Limit ?? "$top";
    private readonly string _position = model.Spec.Paging?.Param ?? (model.Spec.Paging?.Style is PagingStyle.NextLink or PagingStyle.Token ? "$skiptoken" : "$skip");
    private readonly string? _next = model.Spec.Paging?.Style is PagingStyle.NextLink or PagingStyle.Token ? model.Spec.Paging.Next : null;
    private readonly int _page = Math.Max(1, options.PageSize ?? model.Spec.Paging?.Max ?? DefaultPage);

    /// <summary>Whether a query member is one of paging's own.</summary>
    public bool Knows(string name) => name == _limit || name == _position;

    /// <summary>The page that a request asks for.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="all">All items.</param>
    /// <param name="items">Where the items are in the body; null where the body is the list.</param>
    /// <exception cref="FormatException">The position or the limit is none.</exception>
    public JsonNode Page(Exchange exchange, IEnumerable<JsonNode?> all, JsonPath? items)
    {
        Dictionary<string, string> query = QueryString.Parse(exchange.Request.Query);
        int start = query.TryGetValue(_position, out string? position) ? _style == PagingStyle.Offset ? Count(_position, position) : Read(position) : 0;
        int count = Math.Min(query.TryGetValue(_limit, out string? limit) ? Count(_limit, limit) : _page, _page);

        // One more than asked for tells whether there is a next page.
        JsonNode?[] found = [.. all.Skip(start).Take(count + 1)];
        var list = new JsonArray([.. found.Take(count)]);
        if (items is null)
        {
            return list;
        }

        var body = new JsonObject();
        items.Set(body, list);
        if (_next is not null && found.Length > count && count > 0)
        {
            JsonPath.Parse(_next).Set(body, JsonValue.Create(_style == PagingStyle.Token ? Token(start + count) : Link(exchange, Token(start + count))));
        }

        return body;
    }

    private string Link(Exchange exchange, string token)
    {
        IEnumerable<string> others = exchange.Request.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => Uri.UnescapeDataString(part.Split('=')[0]) != _position);
        return exchange.Request.Authority + exchange.Request.Path + "?" + string.Join('&', others.Append(Uri.EscapeDataString(_position) + "=" + Uri.EscapeDataString(token)));
    }

    // Tokens are opaque: nobody should be tempted to build one.
    private static string Token(int start) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"from {start}")));

    private int Read(string token)
    {
        try
        {
            string text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token));
            return Count(_position, text.StartsWith("from ", StringComparison.Ordinal) ? text["from ".Length..] : string.Empty);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{_position}: this is no token of this list.", e);
        }
    }

    private static int Count(string name, string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        ? count
        : throw new FormatException($"{name}: A whole number that is not negative is needed.");
}
