using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace MediaOps.Runtime;

/// <summary>Turns a chain of operators of <see cref="Queryable"/> into one query.</summary>
/// <param name="members">What the query may name.</param>
internal sealed class QueryTranslator(IReadOnlyList<QueryMember> members)
{
    /// <summary>The query of a chain, read from its last operator down to the collection.</summary>
    /// <exception cref="NotSupportedException">An operator, or something inside, cannot be asked of the service; the message names it.</exception>
    public QueryText Translate(Expression chain)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return chain switch
        {
            ConstantExpression { Value: IQueryable } => new QueryText(),
            MethodCallExpression call when call.Method.DeclaringType == typeof(Queryable) => Apply(Translate(call.Arguments[0]), call),
            _ => throw QueryRefusal.Of(chain),
        };
    }

    /// <summary>Adds a condition.</summary>
    /// <param name="query">The query so far.</param>
    /// <param name="call">The operator that has the condition as its second argument.</param>
    public QueryText Where(QueryText query, MethodCallExpression call)
    {
        LambdaExpression predicate = Lambda(call);
        if (query.Top == 0)
        {
            return query;
        }

        RefuseAfterPaging(query, call);
        return Where(query, predicate);
    }

    /// <summary>Adds a condition.</summary>
    public QueryText Where(QueryText query, LambdaExpression predicate)
    {
        string filter = new FilterTranslator(members, predicate.Parameters[0]).Translate(predicate.Body);
        return filter switch
        {
            FilterTranslator.True => query,
            FilterTranslator.False => query with { Top = 0 },
            _ => query with { Filter = query.Filter is null ? filter : $"({query.Filter}) and ({filter})" },
        };
    }

    private QueryText Apply(QueryText query, MethodCallExpression call) => (call.Method.Name, call.Arguments.Count) switch
    {
        (nameof(Queryable.Where), 2) => Where(query, call),
        (nameof(Queryable.OrderBy), 2) => OrderBy(query, call, before: null, suffix: ""),
        (nameof(Queryable.OrderByDescending), 2) => OrderBy(query, call, before: null, suffix: " desc"),
        (nameof(Queryable.ThenBy), 2) => OrderBy(query, call, query.OrderBy, suffix: ""),
        (nameof(Queryable.ThenByDescending), 2) => OrderBy(query, call, query.OrderBy, suffix: " desc"),
        (nameof(Queryable.Skip), 2) => Skip(query, Count(call)),
        (nameof(Queryable.Take), 2) => query with { Top = Math.Min(query.Top ?? int.MaxValue, Count(call)) },
        (nameof(Queryable.Select), 2) when Lambda(call) is var selector && selector.Body == selector.Parameters[0] => query,
        _ => throw QueryRefusal.Of(call, $"{call.Method.Name} in this form is not among the operators that it offers"),
    };

    private QueryText OrderBy(QueryText query, MethodCallExpression call, string? before, string suffix)
    {
        RefuseAfterPaging(query, call);
        LambdaExpression key = Lambda(call);
        string path = new FilterTranslator(members, key.Parameters[0]).Path(key.Body) + suffix;
        return query with { OrderBy = before is null ? path : $"{before},{path}" };
    }

    // What a Take before it gave grows smaller by what is skipped: Take(10).Skip(3) is the same as Skip(3).Take(7).
    private static QueryText Skip(QueryText query, int count) => count == 0 ? query : query with
    {
        Skip = (int)Math.Min((query.Skip ?? 0) + (long)count, int.MaxValue),
        Top = query.Top is { } top ? Math.Max(top - count, 0) : null,
    };

    private static void RefuseAfterPaging(QueryText query, MethodCallExpression call)
    {
        if (query.Skip is not null || query.Top is not null)
        {
            throw QueryRefusal.Of(call, $"the service filters and orders before it skips and takes, so {call.Method.Name} must stand before Skip and Take");
        }
    }

    private static LambdaExpression Lambda(MethodCallExpression call) =>
        call.Arguments[1] is UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression { Parameters.Count: 1 } lambda }
            ? lambda
            : throw QueryRefusal.Of(call);

    private static int Count(MethodCallExpression call) =>
        ClosureReader.TryRead(call.Arguments[1], out object? value) && value is int count ? Math.Max(count, 0) : throw QueryRefusal.Of(call);
}
