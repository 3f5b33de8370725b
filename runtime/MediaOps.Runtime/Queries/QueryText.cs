using System.ComponentModel;
using System.Globalization;

namespace MediaOps.Runtime;

/// <summary>A query in the words of OData version 3, not yet percent-encoded. The service filters, orders, skips and takes, in this order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record QueryText
{
    /// <summary>The value of <c>$filter</c>; null for all entities.</summary>
    public string? Filter { get; init; }

    /// <summary>The value of <c>$orderby</c>; null for the service's own order.</summary>
    public string? OrderBy { get; init; }

    /// <summary>How many entities are left out at the start, the value of <c>$skip</c>; null for none.</summary>
    public int? Skip { get; init; }

    /// <summary>How many entities are wanted at most, the value of <c>$top</c>; null for all. May exceed what the service gives in one page. With 0 there is nothing to ask.</summary>
    public int? Top { get; init; }

    /// <summary>The query as a part of a URI: members in a fixed order, values percent-encoded as UTF-8, without a leading question mark.</summary>
    /// <returns>Such as <c>$filter=Name%20eq%20%27a%27&amp;$top=1</c>; empty when everything is asked for.</returns>
    public string ToQueryString() => ToQueryString("$skip", "$top");

    internal string ToQueryString(string skipName, string topName)
    {
        string?[] parts =
        [
            Filter is null ? null : "$filter=" + Uri.EscapeDataString(Filter),
            OrderBy is null ? null : "$orderby=" + Uri.EscapeDataString(OrderBy),
            Skip is null ? null : skipName + "=" + Skip.Value.ToString(CultureInfo.InvariantCulture),
            Top is null ? null : topName + "=" + Top.Value.ToString(CultureInfo.InvariantCulture),
        ];
        return string.Join('&', parts.Where(part => part is not null));
    }
}
