using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace MediaOps.Runtime.Tests.Queries;

/// <summary>Reads a filter as a service does, from the language's description and not from the translator: what the translator writes must mean what C# means.</summary>
internal sealed partial class ODataFilter
{
    private readonly List<string> _tokens = [];
    private int _at;

    private ODataFilter(string text)
    {
        int end = 0;
        foreach (Match match in Token().Matches(text))
        {
            Assert.True(match.Index == end, $"At {end} there is something that is not of the language: {text}");
            end += match.Length;
            _tokens.Add(match.Value.Trim(' '));
        }

        Assert.True(end == text.Length, $"At {end} there is something that is not of the language: {text}");
        _tokens.Add("");
    }

    public static Func<IChannel, bool> Parse(string text)
    {
        var parser = new ODataFilter(text);
        Func<IChannel, bool> filter = parser.Or();
        Assert.Equal("", parser._tokens[parser._at]);
        return filter;
    }

    [GeneratedRegex("(?:(?:datetime|guid|time)?'(?:[^']|'')*'|[0-9-][0-9.]*(?:E[+-]?[0-9]+)?[Lmdf]?|[A-Za-z_][A-Za-z0-9_/]*|[(),]) ?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();

    private Func<IChannel, bool> Or()
    {
        Func<IChannel, bool> left = And();
        while (Skip("or"))
        {
            (Func<IChannel, bool> first, Func<IChannel, bool> second) = (left, And());
            left = channel => first(channel) || second(channel);
        }

        return left;
    }

    private Func<IChannel, bool> And()
    {
        Func<IChannel, bool> left = Unary();
        while (Skip("and"))
        {
            (Func<IChannel, bool> first, Func<IChannel, bool> second) = (left, Unary());
            left = channel => first(channel) && second(channel);
        }

        return left;
    }

    private Func<IChannel, bool> Unary()
    {
        if (Skip("not"))
        {
            Func<IChannel, bool> inner = Unary();
            return channel => !inner(channel);
        }

        if (Skip("("))
        {
            Func<IChannel, bool> inner = Or();
            Expect(")");
            return inner;
        }

        string word = Next();
        if (Skip("("))
        {
            Func<IChannel, object?> first = Operand(Next());
            Expect(",");
            Func<IChannel, object?> second = Operand(Next());
            Expect(")");
            return channel => Call(word, (string?)first(channel), (string?)second(channel));
        }

        (Func<IChannel, object?> left, string comparison, Func<IChannel, object?> right) = (Operand(word), Next(), Operand(Next()));
        return channel => Compare(left(channel), comparison, right(channel));
    }

    private static bool Call(string function, string? first, string? second) => function switch
    {
        "startswith" => first?.StartsWith(second!, StringComparison.Ordinal) ?? false,
        "endswith" => first?.EndsWith(second!, StringComparison.Ordinal) ?? false,
        "substringof" => second?.Contains(first!, StringComparison.Ordinal) ?? false,
        _ => throw new FormatException($"There is no function {function}."),
    };

    private static bool Compare(object? left, string comparison, object? right)
    {
        if (left is null || right is null)
        {
            bool same = left is null && right is null;
            return comparison switch { "eq" => same, "ne" => !same, _ => false };
        }

        int order = left is string text ? string.CompareOrdinal(text, (string)right) : ((IComparable)left).CompareTo(right);
        return comparison switch
        {
            "eq" => order == 0,
            "ne" => order != 0,
            "lt" => order < 0,
            "le" => order <= 0,
            "gt" => order > 0,
            "ge" => order >= 0,
            _ => throw new FormatException($"There is no operator {comparison}."),
        };
    }

    private static Func<IChannel, object?> Operand(string token)
    {
        if (token.EndsWith('\''))
        {
            int quote = token.IndexOf('\'', StringComparison.Ordinal);
            string text = token[(quote + 1)..^1].Replace("''", "'", StringComparison.Ordinal);
            object value = token[..quote] switch
            {
                "datetime" => DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
                "time" => XmlConvert.ToTimeSpan(text),
                "guid" => Guid.Parse(text),
                _ => text,
            };
            return _ => value;
        }

        if (char.IsAsciiDigit(token[0]) || token[0] == '-')
        {
            decimal number = decimal.Parse(token.TrimEnd('L', 'm', 'd', 'f'), NumberStyles.Float, CultureInfo.InvariantCulture);
            return _ => number;
        }

        return token switch
        {
            "null" => _ => null,
            "true" => _ => true,
            "false" => _ => false,
            _ => channel => OnWire(channel, token),
        };
    }

    /// <summary>What the service keeps under a path.</summary>
    private static object? OnWire(IChannel channel, string path) => path switch
    {
        "Id" => channel.Id,
        "Name" => channel.Name,
        "Description" => channel.Description,
        "State" => ChannelTable.StateText(channel.State),
        "Fallback" => channel.Fallback is { } protocol ? ChannelTable.ProtocolText(protocol) : null,
        "Created" => channel.Created,
        // Both forms of "none" are met in practice.
        "FreeTrialEndTime" => channel.Expires ?? (channel.ScaleUnits % 2 == 0 ? default(DateTime) : null),
        "ScaleUnits" => (decimal)channel.ScaleUnits,
        "Bytes" => (decimal)channel.Bytes,
        "Ratio" => (decimal)channel.Ratio,
        "Price" => channel.Price,
        "CdnEnabled" => channel.CdnEnabled,
        "VanityUrl" => channel.VanityUrl,
        "Key" => channel.Key,
        "CacheControl/MaxAge" => (decimal)channel.MaxAge.TotalSeconds,
        "Input/StreamingProtocol" => ChannelTable.ProtocolText(channel.Input.StreamingProtocol),
        "Input/KeyFrameInterval" => channel.Input.KeyFrameInterval,
        _ => throw new FormatException($"There is no property {path}."),
    };

    private string Next() => _tokens[_at++];

    private bool Skip(string token)
    {
        bool isNext = _tokens[_at] == token;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    private void Expect(string token) => Assert.Equal(token, Next());
}
