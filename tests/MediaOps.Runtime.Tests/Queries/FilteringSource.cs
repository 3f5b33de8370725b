using System.Runtime.CompilerServices;

namespace MediaOps.Runtime.Tests.Queries;

/// <summary>A service in memory that reads the filter's text, skips and takes, and remembers what it was asked.</summary>
internal sealed class FilteringSource(params IChannel[] channels) : IQuerySource<IChannel>
{
    public IReadOnlyList<QueryMember> Members => ChannelTable.Members;

    public List<QueryText> Asked { get; } = [];

    public List<CancellationToken> Tokens { get; } = [];

    public int Given { get; private set; }

    public IEnumerable<IChannel> Execute(QueryText query, CancellationToken cancellationToken)
    {
        Asked.Add(query);
        Tokens.Add(cancellationToken);
        foreach (IChannel channel in Answer(query))
        {
            Given++;
            yield return channel;
        }
    }

    public async IAsyncEnumerable<IChannel> ExecuteAsync(QueryText query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (IChannel channel in Execute(query, cancellationToken))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return channel;
        }
    }

    private IEnumerable<IChannel> Answer(QueryText query)
    {
        Func<IChannel, bool> filter = query.Filter is null ? _ => true : ODataFilter.Parse(query.Filter);
        return channels.Where(filter).Skip(query.Skip ?? 0).Take(query.Top ?? int.MaxValue);
    }
}
