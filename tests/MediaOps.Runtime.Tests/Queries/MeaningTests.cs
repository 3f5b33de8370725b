using System.Linq.Expressions;

namespace MediaOps.Runtime.Tests.Queries;

/// <summary>What the service finds is what C# would have found.</summary>
public class MeaningTests
{
    private static readonly DateTime Noon = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly Expression<Func<IChannel, bool>>[] Conditions =
    [
        c => c.Name == "a",
        c => c.Name != "b'",
        c => c.Name.StartsWith("ab", StringComparison.Ordinal),
        c => c.Name.EndsWith('\''),
        c => c.Name.Contains('b'),
        c => c.Description == null,
        c => c.Description != "d",
        c => c.State == ChannelState.Running,
        c => ChannelState.Running != c.State,
        c => c.Fallback == StreamingProtocol.FragmentedMP4,
        c => c.Fallback == null,
        c => c.Input.StreamingProtocol == StreamingProtocol.RTMP,
        c => c.Input.KeyFrameInterval > TimeSpan.FromSeconds(2),
        c => c.Input.KeyFrameInterval.HasValue,
        c => c.Created >= Noon,
        c => Noon > c.Created,
        c => c.Expires == null,
        c => c.Expires != null,
        c => c.Expires < Noon,
        c => c.Expires <= Noon,
        c => c.Expires > Noon,
        c => c.Expires != Noon,
        c => Noon > c.Expires,
        c => c.ScaleUnits < 2,
        c => c.ScaleUnits >= 1.5,
        c => 2 <= c.Bytes,
        c => c.Ratio > -0.25,
        c => c.Price < 2.5m,
        c => c.Price == null,
        c => c.CdnEnabled,
        c => c.VanityUrl == true,
        c => c.VanityUrl != false,
        c => c.Key == Guid.Empty,
        c => c.MaxAge > TimeSpan.FromMilliseconds(1500),
        c => Noon.Year == 2026,
        c => Noon.Year == 2025,
    ];

    [Fact]
    public void Every_condition_finds_what_it_finds_in_memory()
    {
        IChannel[] channels = [.. Channels(new Random(1), 300)];
        Assert.All(Conditions, condition => Same(condition, channels));
    }

    [Fact]
    public void Every_combination_finds_what_it_finds_in_memory()
    {
        var random = new Random(2);
        IChannel[] channels = [.. Channels(random, 60)];
        for (int i = 0; i < 400; i++)
        {
            ParameterExpression entity = Expression.Parameter(typeof(IChannel), "c");
            Same(Expression.Lambda<Func<IChannel, bool>>(Combine(random, entity, depth: 4), entity), channels);
        }
    }

    private static void Same(Expression<Func<IChannel, bool>> condition, IChannel[] channels)
    {
        var source = new FilteringSource(channels);
        List<IChannel> found = new EntityQuery<IChannel>(source).Where(condition).ToList();
        Assert.True(channels.Where(condition.Compile()).SequenceEqual(found), $"{condition} was asked as {source.Asked.FirstOrDefault()?.Filter}");
    }

    private static Expression Combine(Random random, ParameterExpression entity, int depth)
    {
        switch (depth == 0 ? 3 : random.Next(4))
        {
            case 0:
                return Expression.AndAlso(Combine(random, entity, depth - 1), Combine(random, entity, depth - 1));
            case 1:
                return Expression.OrElse(Combine(random, entity, depth - 1), Combine(random, entity, depth - 1));
            case 2:
                return Expression.Not(Combine(random, entity, depth - 1));
            default:
                Expression<Func<IChannel, bool>> condition = Conditions[random.Next(Conditions.Length)];
                return new Renaming(condition.Parameters[0], entity).Visit(condition.Body);
        }
    }

    private static IEnumerable<IChannel> Channels(Random random, int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return new Channel
            {
                Name = Pick("a", "ab", "b'", "'"),
                Description = Pick(null, "d", ""),
                State = Pick(ChannelState.Running, ChannelState.Stopped),
                Fallback = Pick<StreamingProtocol?>(null, StreamingProtocol.RTMP, StreamingProtocol.FragmentedMP4),
                Created = Noon.AddTicks(random.Next(-1, 2)),
                Expires = Pick<DateTime?>(null, Noon, Noon.AddDays(-1), Noon.AddTicks(1)),
                ScaleUnits = random.Next(4),
                Bytes = random.Next(4),
                Ratio = Pick(-1, -0.25, 0.125),
                Price = Pick<decimal?>(null, 2.5m, 2.4m),
                CdnEnabled = Pick(true, false),
                VanityUrl = Pick<bool?>(null, true, false),
                Key = Pick(Guid.Empty, new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11])),
                MaxAge = TimeSpan.FromMilliseconds(random.Next(4) * 500),
                Input = new ChannelInput
                {
                    StreamingProtocol = Pick(StreamingProtocol.RTMP, StreamingProtocol.FragmentedMP4),
                    KeyFrameInterval = Pick<TimeSpan?>(null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)),
                },
            };
        }

        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
