using System.Linq.Expressions;

namespace MediaOps.Runtime;

/// <summary>Runs queries over one kind of entity.</summary>
/// <typeparam name="T">The entity, or its interface.</typeparam>
/// <param name="source">Asks the service.</param>
internal sealed class EntityQueryProvider<T>(IQuerySource<T> source) : IQueryProvider
    where T : class
{
    private readonly QueryTranslator _translator = new(source.Members);

    public IQueryable CreateQuery(Expression expression) => new EntityQuery<T>(this, expression);

    public IQueryable<TElement> CreateQuery<TElement>(Expression expression) =>
        CreateQuery(expression) as IQueryable<TElement> ?? throw QueryRefusal.Of(expression, "it gives whole entities only");

    public TResult Execute<TResult>(Expression expression) => (TResult)Execute(expression)!;

    public object? Execute(Expression expression)
    {
        if (expression is not MethodCallExpression call || call.Method.DeclaringType != typeof(Queryable))
        {
            return Run(_translator.Translate(expression));
        }

        return call.Method.Name switch
        {
            nameof(Queryable.First) => Run(Finish(call, 1)).First(),
            nameof(Queryable.FirstOrDefault) => Run(Finish(call, 1)).FirstOrDefault(),
            nameof(Queryable.Single) => Run(Finish(call, 2)).Single(),
            nameof(Queryable.SingleOrDefault) => Run(Finish(call, 2)).SingleOrDefault(),
            nameof(Queryable.Any) => Run(Finish(call, 1)).Any(),
            nameof(Queryable.Count) => Run(Finish(call)).Count(),
            nameof(Queryable.LongCount) => Run(Finish(call)).LongCount(),
            _ => Run(_translator.Translate(expression)),
        };
    }

    /// <summary>The entities of a chain of operators.</summary>
    public IEnumerable<T> Run(Expression chain) => Run(_translator.Translate(chain));

    /// <summary>The entities of a chain of operators, but no more than the caller needs.</summary>
    public IAsyncEnumerable<T> RunAsync(Expression chain, int atMost, CancellationToken cancellationToken)
    {
        QueryText query = Limit(_translator.Translate(chain), atMost);
        return query.Top == 0 ? AsyncEnumerable.Empty<T>() : source.ExecuteAsync(query, cancellationToken);
    }

    private IEnumerable<T> Run(QueryText query) => query.Top == 0 ? [] : source.Execute(query, CancellationToken.None);

    private QueryText Finish(MethodCallExpression call, int atMost = int.MaxValue)
    {
        QueryText query = _translator.Translate(call.Arguments[0]);
        return call.Arguments.Count switch
        {
            1 => Limit(query, atMost),
            2 => Limit(_translator.Where(query, call), atMost),
            _ => throw QueryRefusal.Of(call),
        };
    }

    private static QueryText Limit(QueryText query, int atMost) => atMost < (query.Top ?? int.MaxValue) ? query with { Top = atMost } : query;
}
