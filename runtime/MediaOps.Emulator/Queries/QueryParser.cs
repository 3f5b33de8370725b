using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;

namespace MediaOps.Emulation.Queries;

/// <summary>Reads <c>$filter</c> and <c>$orderby</c> of OData version 3 against the members of an entity. The texts are hostile.</summary>
internal sealed class QueryParser
{
    private const int MaxLength = 32 * 1024;
    private const int MaxDepth = 64;

    private readonly EntityModel _entity;
    private readonly QueryLexer _lexer;
    private Token _token;
    private int _depth;

    private QueryParser(EntityModel entity, string text)
    {
        if (text.Length > MaxLength)
        {
            throw new FormatException($"The text has {text.Length} characters; at most {MaxLength} are read.");
        }

        _entity = entity;
        _lexer = new QueryLexer(text);
        _token = _lexer.Next();
    }

    /// <summary>The condition of a <c>$filter</c>, over the body of an entity.</summary>
    /// <exception cref="FormatException">The text is no condition; the message says what is wrong, and where.</exception>
    public static Func<JsonObject, bool> Filter(EntityModel entity, string text)
    {
        var parser = new QueryParser(entity, text);
        Term condition = parser.Or();
        parser.Take(TokenKind.End, "An operator or the end");
        return Condition(condition);
    }

    /// <summary>The order of an <c>$orderby</c>, over the bodies of entities.</summary>
    /// <exception cref="FormatException">The text is no list of members; the message says what is wrong, and where.</exception>
    public static Comparison<JsonObject> Order(EntityModel entity, string text)
    {
        var parser = new QueryParser(entity, text);
        var keys = new List<(Func<JsonObject, object?> Of, int Sign)>();
        do
        {
            Term key = MemberTerm.Of(entity, parser.Take(TokenKind.Word, "a member"));
            if (key.Kind == ValueKind.Other)
            {
                throw QueryLexer.Error("An object or a list has no order", key.At);
            }

            bool descending = parser.Skip("desc");
            if (!descending)
            {
                parser.Skip("asc");
            }

            keys.Add((key.Of, descending ? -1 : 1));
        }
        while (parser.Skip(TokenKind.Comma));
        parser.Take(TokenKind.End, "',' or the end");
        return (left, right) => keys.Select(k => k.Sign * Term.Order(k.Of(left), k.Of(right))).FirstOrDefault(order => order != 0);
    }

    private Term Or() => Join(And, "or", (parts, body) => parts.Exists(part => part(body)));

    private Term And() => Join(Comparison, "and", (parts, body) => parts.TrueForAll(part => part(body)));

    private static Func<JsonObject, bool> Condition(Term term)
    {
        if (term.Kind != ValueKind.Truth)
        {
            throw QueryLexer.Error("A condition is needed", term.At);
        }

        // What is unknown, as startswith of null, does not hold.
        return body => term.Of(body) is true;
    }

    private Term Join(Func<Term> part, string word, Func<List<Func<JsonObject, bool>>, JsonObject, bool> holds)
    {
        Term first = part();
        if (!_token.Is(word))
        {
            return first;
        }

        List<Func<JsonObject, bool>> parts = [Condition(first)];
        while (Skip(word))
        {
            parts.Add(Condition(part()));
        }

        return Term.Truth(first.At, body => holds(parts, body));
    }

    private Term Comparison()
    {
        Term left = Unary();
        Token word = _token;
        Func<object?, object?, bool>? holds = word is not { Kind: TokenKind.Word } ? null : word.Text switch
        {
            "eq" => Equals,
            "ne" => (a, b) => !Equals(a, b),
            "lt" => (a, b) => a is not null && b is not null && Term.Order(a, b) < 0,
            "le" => (a, b) => a is not null && b is not null && Term.Order(a, b) <= 0,
            "gt" => (a, b) => a is not null && b is not null && Term.Order(a, b) > 0,
            "ge" => (a, b) => a is not null && b is not null && Term.Order(a, b) >= 0,
            _ => null,
        };
        if (holds is null)
        {
            return left;
        }

        _token = _lexer.Next();
        Term right = Unary();
        if (left.Kind != ValueKind.Null && right.Kind != ValueKind.Null && (left.Kind != right.Kind || left.Kind == ValueKind.Other))
        {
            throw QueryLexer.Error($"{left.Kind} and {right.Kind} cannot be compared", word.At);
        }

        return Term.Truth(left.At, body => holds(left.Of(body), right.Of(body)));

        static bool Equals(object? a, object? b) => a is null || b is null ? a == b : Term.Order(a, b) == 0;
    }

    private Term Unary()
    {
        Token word = _token;
        return Deeper(() =>
        {
            if (!Skip("not"))
            {
                return Primary();
            }

            Func<JsonObject, bool> condition = Condition(Unary());
            return Term.Truth(word.At, body => !condition(body));
        });
    }

    private Term Primary()
    {
        Token token = _token;
        switch (token.Kind)
        {
            case TokenKind.Open:
                _token = _lexer.Next();
                Term inner = Or();
                Take(TokenKind.Close, "')'");
                return inner;
            case TokenKind.Text or TokenKind.Number:
                _token = _lexer.Next();
                return Literal.Of(token);
            case TokenKind.Word:
                _token = _lexer.Next();
                return token.Text switch
                {
                    _ when _token.Kind == TokenKind.Open => Function(token),
                    "null" => Term.Constant(ValueKind.Null, token.At, null),
                    "true" => Term.Constant(ValueKind.Truth, token.At, true),
                    "false" => Term.Constant(ValueKind.Truth, token.At, false),
                    _ => MemberTerm.Of(_entity, token),
                };
            default:
                throw QueryLexer.Error($"A value or a member is needed, not {token}", token.At);
        }
    }

    private Term Function(Token name)
    {
        (ValueKind kind, Func<string, string, object> of) = name.Text switch
        {
            "startswith" => (ValueKind.Truth, (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
            "endswith" => (ValueKind.Truth, (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
            "substringof" => (ValueKind.Truth, (part, text) => text.Contains(part, StringComparison.Ordinal)),
            "indexof" => ((ValueKind, Func<string, string, object>))(ValueKind.Number, (text, part) => (decimal)text.IndexOf(part, StringComparison.Ordinal)),
            _ => throw QueryLexer.Error($"The function {name.Text} is not supported; there are startswith, endswith, substringof and indexof", name.At),
        };
        Take(TokenKind.Open, "'('");
        Func<JsonObject, string?> first = Text();
        Take(TokenKind.Comma, "','");
        Func<JsonObject, string?> second = Text();
        Take(TokenKind.Close, "')'");
        return new Term(kind, name.At, body => first(body) is { } one && second(body) is { } other ? of(one, other) : null);
    }

    private Func<JsonObject, string?> Text()
    {
        Term term = Or();
        return term.Kind is ValueKind.Text or ValueKind.Null ? body => (string?)term.Of(body) : throw QueryLexer.Error("A text is needed", term.At);
    }

    private Term Deeper(Func<Term> parse)
    {
        if (++_depth > MaxDepth)
        {
            throw QueryLexer.Error($"The text is nested deeper than {MaxDepth} levels", _token.At);
        }

        Term term = parse();
        _depth--;
        return term;
    }

    private Token Take(TokenKind kind, string expected)
    {
        Token token = _token;
        if (token.Kind != kind)
        {
            throw QueryLexer.Error($"{expected} is needed, not {token}", token.At);
        }

        _token = _lexer.Next();
        return token;
    }

    private bool Skip(string word) => _token.Is(word) && Skip(TokenKind.Word);

    private bool Skip(TokenKind kind)
    {
        bool found = _token.Kind == kind;
        _token = found ? _lexer.Next() : _token;
        return found;
    }
}
