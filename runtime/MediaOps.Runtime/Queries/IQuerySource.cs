using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>Where the entities of a query come from.</summary>
/// <typeparam name="T">The entity, or its interface where the service has interfaces.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IQuerySource<out T>
    where T : class
{
    /// <summary>The members that a query may name.</summary>
    IReadOnlyList<QueryMember> Members { get; }

    /// <summary>Asks the service, page by page, while the result is enumerated.</summary>
    /// <param name="query">What to ask.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>At most <see cref="QueryText.Top"/> entities.</returns>
    /// <exception cref="ServiceException">The service refused, or gave no answer.</exception>
    IEnumerable<T> Execute(QueryText query, CancellationToken cancellationToken);

    /// <inheritdoc cref="Execute"/>
    IAsyncEnumerable<T> ExecuteAsync(QueryText query, CancellationToken cancellationToken);
}
