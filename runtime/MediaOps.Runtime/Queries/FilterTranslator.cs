using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace MediaOps.Runtime;

/// <summary>Turns a predicate over one entity into the text of <c>$filter</c>.</summary>
/// <param name="members">What the predicate may name.</param>
/// <param name="entity">The predicate's parameter.</param>
internal sealed class FilterTranslator(IReadOnlyList<QueryMember> members, ParameterExpression entity)
{
    /// <summary>The whole text of a condition that holds for every entity.</summary>
    public const string True = "true";

    /// <summary>The whole text of a condition that holds for none.</summary>
    public const string False = "false";

    private const string Eq = "eq";
    private const string Ne = "ne";
    private const string And = "and";
    private const string Or = "or";

    /// <summary>A condition. Sides that need no entity are computed, and left out where they decide nothing, as in <c>name == null || c.Name == name</c>.</summary>
    /// <exception cref="NotSupportedException">A part has no form in the query language; the message names it.</exception>
    public string Translate(Expression condition) => Visit(condition).Text;

    /// <summary>The wire path of a member of the entity.</summary>
    /// <exception cref="NotSupportedException">The expression is no member that the service can be asked about.</exception>
    public string Path(Expression member) => Resolve(member).Member.WirePath;

    private static Condition Constant(bool value) => new(value ? True : False);

    private static Condition Negate(Condition condition) => condition.IsConstant ? Constant(condition.Text == False) : new Condition($"not ({condition.Text})");

    private static string? Operator(ExpressionType type) => type switch
    {
        ExpressionType.Equal => Eq,
        ExpressionType.NotEqual => Ne,
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        _ => null,
    };

    private static string Mirrored(string word) => word switch
    {
        "lt" => "gt",
        "le" => "ge",
        "gt" => "lt",
        "ge" => "le",
        _ => word,
    };

    private Condition Visit(Expression node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return node switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both => Join(both, And, absorbing: False),
            BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either => Join(either, Or, absorbing: True),
            UnaryExpression { NodeType: ExpressionType.Not } not => Negate(Visit(not.Operand)),
            BinaryExpression comparison when Operator(comparison.NodeType) is { } word => Compare(comparison, comparison.Left, word, comparison.Right),
            _ when ClosureReader.TryRead(node, out object? value) => value is bool known ? Constant(known) : throw QueryRefusal.Of(node),
            MethodCallExpression call when call.Method.DeclaringType == typeof(string) => CallOnText(call),
            MethodCallExpression { Method.Name: nameof(Equals), Object: { Type.IsValueType: false } receiver, Arguments: [var other] } => Compare(node, receiver, Eq, other),
            MemberExpression { Member.Name: nameof(Nullable<int>.HasValue), Expression: { } owner } when Nullable.GetUnderlyingType(owner.Type) is not null
                => Compare(node, Resolve(owner), Ne, value: null),
            _ => Compare(node, Resolve(node), Eq, value: true),
        };
    }

    private Condition Join(BinaryExpression node, string word, string absorbing)
    {
        // The left side first and alone, as C# does it: the right one may only be computable if the left one lets it.
        Condition left = Visit(node.Left);
        if (left.Text == absorbing)
        {
            return left;
        }

        Condition right = Visit(node.Right);
        if (left.IsConstant || right.Text == absorbing)
        {
            return right;
        }

        return right.IsConstant ? left : new Condition($"{left.Within(word)} {word} {right.Within(word)}", word);
    }

    private Condition Compare(Expression node, Expression left, string word, Expression right)
    {
        bool leftIsValue = ClosureReader.TryRead(left, out object? leftValue);
        bool rightIsValue = ClosureReader.TryRead(right, out object? rightValue);
        return (leftIsValue, rightIsValue) switch
        {
            (false, true) => Compare(node, Resolve(left), word, rightValue),
            (true, false) => Compare(node, Resolve(right), Mirrored(word), leftValue),
            (true, true) when node is BinaryExpression binary && ClosureReader.TryCombine(binary, leftValue, rightValue, out object? known) && known is bool truth => Constant(truth),
            _ => throw QueryRefusal.Of(node),
        };
    }

    private static Condition Compare(Expression node, Operand operand, string word, object? value)
    {
        bool isOrder = word is not (Eq or Ne);
        if (isOrder && !operand.IsOrdered)
        {
            throw QueryRefusal.Of(node, $"the service keeps {operand.Member.Name} as a text, whose order is another one");
        }

        if (isOrder && value is null)
        {
            return Constant(false);
        }

        object? typed = value is not null && operand.Type.IsEnum ? Enum.ToObject(operand.Type, value) : value;
        string literal = ODataLiteral.Of(typed, operand.Member) ?? throw QueryRefusal.Of(node, $"{operand.Member.Name} cannot be compared with {value}");
        string path = operand.Member.WirePath;
        string text = $"{path} {word} {literal}";

        // A date that is null here is null or the first of all dates on the wire, which comes before any other.
        return (word, value) switch
        {
            _ when !operand.IsOptionalDate => new Condition(text),
            (Eq, null) => new Condition($"{text} or {path} eq {ODataLiteral.NoDate}", Or),
            (Ne, null) => new Condition($"{text} and {path} ne {ODataLiteral.NoDate}", And),
            ("lt" or "le", _) => new Condition($"{text} and {path} ne {ODataLiteral.NoDate}", And),
            _ => new Condition(text),
        };
    }

    private Condition CallOnText(MethodCallExpression call)
    {
        // The receiver of an instance method is the first of the texts; a StringComparison may follow them.
        Expression[] texts = call.Object is null ? [.. call.Arguments] : [call.Object, .. call.Arguments];
        if (texts.Length == 3 && !(ClosureReader.TryRead(texts[2], out object? comparison) && comparison is StringComparison.Ordinal))
        {
            throw QueryRefusal.Of(call, "of the ways to compare texts only StringComparison.Ordinal can be asked for");
        }

        return call.Method.Name switch
        {
            nameof(string.Equals) => Compare(call, texts[0], Eq, texts[1]),
            nameof(string.StartsWith) => new Condition($"startswith({Path(texts[0])},{Literal(texts[1])})"),
            nameof(string.EndsWith) => new Condition($"endswith({Path(texts[0])},{Literal(texts[1])})"),
            nameof(string.Contains) => new Condition($"substringof({Literal(texts[1])},{Path(texts[0])})"),
            _ => throw QueryRefusal.Of(call),
        };

        string Literal(Expression expression) => ClosureReader.TryRead(expression, out object? value) && value is string or char
            ? ODataLiteral.Text(value.ToString()!)
            : throw QueryRefusal.Of(call, "the text to look for must be a value that is not null");
    }

    private Operand Resolve(Expression expression)
    {
        Expression bare = Bare(expression);
        string? name = Name(bare);
        QueryMember? member = members.FirstOrDefault(candidate => candidate.Name == name);
        if (member is null)
        {
            throw QueryRefusal.Of(expression);
        }

        if (!member.CanBeSent)
        {
            throw QueryRefusal.Of(expression, $"its name on the wire, '{member.WirePath}', cannot stand in a query");
        }

        Type? inner = Nullable.GetUnderlyingType(bare.Type);
        return new Operand(member, inner ?? bare.Type, inner is not null);
    }

    /// <summary>The member below conversions that change no value, and below <c>Value</c>.</summary>
    private static Expression Bare(Expression expression)
    {
        while (true)
        {
            switch (expression)
            {
                case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion when KeepsValue(conversion):
                    expression = conversion.Operand;
                    break;
                case MemberExpression { Member.Name: nameof(Nullable<int>.Value), Expression: { } owner } when Nullable.GetUnderlyingType(owner.Type) is not null:
                    expression = owner;
                    break;
                default:
                    return expression;
            }
        }
    }

    private static bool KeepsValue(UnaryExpression conversion)
    {
        Type from = Nullable.GetUnderlyingType(conversion.Operand.Type) ?? conversion.Operand.Type;
        Type to = Nullable.GetUnderlyingType(conversion.Type) ?? conversion.Type;
        return conversion.Method is null ? ClosureReader.Widens(from, to) : from == typeof(DateTime) && to == typeof(DateTimeOffset);
    }

    /// <summary>The path from the entity with dots; null when it does not begin there.</summary>
    private string? Name(Expression expression)
    {
        string? name = null;
        while (expression is MemberExpression { Expression: { } owner } member)
        {
            name = name is null ? member.Member.Name : member.Member.Name + "." + name;
            expression = Bare(owner);
        }

        return expression == entity ? name : null;
    }

    /// <summary>The text of a condition, and the word that joins its parts at the top, if there are parts: others need brackets around it.</summary>
    private readonly record struct Condition(string Text, string? Word = null)
    {
        public bool IsConstant => Text is True or False;

        public string Within(string word) => Word is null || Word == word ? Text : $"({Text})";
    }

    private readonly record struct Operand(QueryMember Member, Type Type, bool IsOptional)
    {
        public bool IsOptionalDate => IsOptional && Type == typeof(DateTime);

        public bool IsOrdered =>
            (!Type.IsEnum && Type.GetTypeCode(Type) is >= TypeCode.SByte and <= TypeCode.DateTime) ||
            (Type == typeof(TimeSpan) && Member.DurationFormat != DurationFormat.Google);
    }
}
