using System.Collections;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using MediaOps.Runtime;

namespace MediaOps;

/// <summary>A question to the service about its entities. Nothing is sent until the entities are enumerated or one of them is asked for, and then each time anew.</summary>
/// <remarks>
/// Conditions become <c>$filter</c>, orders <c>$orderby</c>, and Take and Skip <c>$top</c> and <c>$skip</c>. Understood in conditions: the comparisons <c>==</c>, <c>!=</c>,
/// <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c> of a member with a value; <c>&amp;&amp;</c>, <c>||</c>, <c>!</c>; truth values; <c>HasValue</c>; and of texts
/// <c>StartsWith</c>, <c>EndsWith</c>, <c>Contains</c> and <c>Equals</c>. Anything else is a <see cref="NotSupportedException"/> that names it, thrown when the query runs.
/// Texts are compared, and all is ordered, as the service does it: enums by their texts on the wire. A date of unspecified kind is taken as UTC.
/// </remarks>
/// <typeparam name="T">The entity, or its interface where the service has interfaces.</typeparam>
public sealed class EntityQuery<T> : IOrderedQueryable<T>
    where T : class
{
    private readonly EntityQueryProvider<T> _provider;

    /// <summary>A query for all entities of a source.</summary>
    /// <param name="source">Asks the service.</param>
    public EntityQuery(IQuerySource<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _provider = new EntityQueryProvider<T>(source);
        Expression = Expression.Constant(this);
    }

    internal EntityQuery(EntityQueryProvider<T> provider, Expression expression)
    {
        _provider = provider;
        Expression = expression;
    }

    /// <summary>The type of the entities.</summary>
    public Type ElementType => typeof(T);

    /// <summary>The operators of this query.</summary>
    public Expression Expression { get; }

    /// <summary>Runs the query.</summary>
    public IQueryProvider Provider => _provider;

    /// <summary>Leaves only the entities for which a condition holds.</summary>
    /// <param name="predicate">The condition.</param>
    /// <returns>The narrower query.</returns>
    public EntityQuery<T> Where(Expression<Func<T, bool>> predicate) => (EntityQuery<T>)Queryable.Where(this, predicate);

    /// <summary>Orders by a member, smallest first, instead of any order before.</summary>
    /// <typeparam name="TKey">The member's type.</typeparam>
    /// <param name="key">The member.</param>
    /// <returns>The ordered query.</returns>
    public EntityQuery<T> OrderBy<TKey>(Expression<Func<T, TKey>> key) => (EntityQuery<T>)Queryable.OrderBy(this, key);

    /// <summary>Orders by a member, greatest first, instead of any order before.</summary>
    /// <inheritdoc cref="OrderBy{TKey}"/>
    public EntityQuery<T> OrderByDescending<TKey>(Expression<Func<T, TKey>> key) => (EntityQuery<T>)Queryable.OrderByDescending(this, key);

    /// <summary>Orders by a member, smallest first, where the orders before leave two entities equal.</summary>
    /// <inheritdoc cref="OrderBy{TKey}"/>
    public EntityQuery<T> ThenBy<TKey>(Expression<Func<T, TKey>> key) => (EntityQuery<T>)Queryable.ThenBy(this, key);

    /// <summary>Orders by a member, greatest first, where the orders before leave two entities equal.</summary>
    /// <inheritdoc cref="OrderBy{TKey}"/>
    public EntityQuery<T> ThenByDescending<TKey>(Expression<Func<T, TKey>> key) => (EntityQuery<T>)Queryable.ThenByDescending(this, key);

    /// <summary>Leaves only the first entities. Conditions and orders must stand before it.</summary>
    /// <param name="count">How many; 0 or less for none.</param>
    /// <returns>The shorter query.</returns>
    public EntityQuery<T> Take(int count) => (EntityQuery<T>)Queryable.Take(this, count);

    /// <summary>Leaves out the first entities. Conditions and orders must stand before it.</summary>
    /// <param name="count">How many; 0 or less for none.</param>
    /// <returns>The shorter query.</returns>
    public EntityQuery<T> Skip(int count) => (EntityQuery<T>)Queryable.Skip(this, count);

    /// <summary>Asks for the first entity (<c>$top=1</c>).</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The entity.</returns>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <exception cref="NotSupportedException">The service cannot be asked so.</exception>
    /// <exception cref="ServiceException">The service refused, or gave no answer.</exception>
    public async Task<T> FirstAsync(CancellationToken cancellationToken = default) =>
        await Run(1, cancellationToken).FirstAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Asks for the first entity (<c>$top=1</c>), or null.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The entity, or null when there is none.</returns>
    /// <exception cref="NotSupportedException">The service cannot be asked so.</exception>
    /// <exception cref="ServiceException">The service refused, or gave no answer.</exception>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) =>
        await Run(1, cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Asks for the only entity (<c>$top=2</c>, so that a second one is seen).</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The entity.</returns>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    /// <exception cref="NotSupportedException">The service cannot be asked so.</exception>
    /// <exception cref="ServiceException">The service refused, or gave no answer.</exception>
    public async Task<T> SingleAsync(CancellationToken cancellationToken = default) =>
        await Run(2, cancellationToken).SingleAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Asks for the only entity (<c>$top=2</c>, so that a second one is seen), or null.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The entity, or null when there is none.</returns>
    /// <exception cref="InvalidOperationException">There is more than one.</exception>
    /// <exception cref="NotSupportedException">The service cannot be asked so.</exception>
    /// <exception cref="ServiceException">The service refused, or gave no answer.</exception>
    public async Task<T?> SingleOrDefaultAsync(CancellationToken cancellationToken = default) =>
        await Run(2, cancellationToken).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Asks for all entities.</summary>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The entities.</returns>
    /// <exception cref="NotSupportedException">The service cannot be asked so.</exception>
    /// <exception cref="ServiceException">The service refused, or gave no answer.</exception>
    public async Task<IReadOnlyList<T>> ToListAsync(CancellationToken cancellationToken = default) =>
        await Run(int.MaxValue, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Counts the entities. They are read for it: the service documents no <c>$count</c>.</summary>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>Their number.</returns>
    /// <exception cref="NotSupportedException">The service cannot be asked so.</exception>
    /// <exception cref="ServiceException">The service refused, or gave no answer.</exception>
    public async Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        await Run(int.MaxValue, cancellationToken).CountAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Asks whether there is an entity (<c>$top=1</c>).</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="NotSupportedException">The service cannot be asked so.</exception>
    /// <exception cref="ServiceException">The service refused, or gave no answer.</exception>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        await Run(1, cancellationToken).AnyAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>The entities for <c>await foreach</c>, asked for while they are enumerated. A token is given by <c>WithCancellation</c>.</summary>
    /// <returns>The entities.</returns>
    public IAsyncEnumerable<T> AsAsyncEnumerable() => EnumerateAsync();

    /// <summary>Asks for all entities while they are enumerated.</summary>
    /// <returns>The entities.</returns>
    /// <exception cref="NotSupportedException">The service cannot be asked so.</exception>
    public IEnumerator<T> GetEnumerator() => _provider.Run(Expression).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The operators as text.</summary>
    /// <returns>Such as <c>IChannel.Where(c => (c.Name == "live"))</c>.</returns>
    public override string ToString() => Expression is ConstantExpression ? typeof(T).Name : Expression.ToString();

    private IAsyncEnumerable<T> Run(int atMost, CancellationToken cancellationToken) => _provider.RunAsync(Expression, atMost, cancellationToken);

    private async IAsyncEnumerable<T> EnumerateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (T entity in Run(int.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            yield return entity;
        }
    }
}
