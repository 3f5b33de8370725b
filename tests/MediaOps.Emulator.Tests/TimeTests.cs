namespace MediaOps.Emulation.Tests;

public sealed class TimeTests
{
    private readonly ManualTime _real = new();

    [Fact]
    public void An_accelerated_clock_runs_faster_by_its_factor()
    {
        var fast = new AcceleratedTimeProvider(60, _real);
        long start = fast.GetTimestamp();
        Assert.Equal(Bench.Start, fast.GetUtcNow());
        _real.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Bench.Start.AddMinutes(2), fast.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(2), fast.GetElapsedTime(start));
    }

    [Fact]
    public void Its_timers_fire_when_it_says_so_and_never_before()
    {
        var fast = new AcceleratedTimeProvider(1000, _real);
        DateTimeOffset? fired = null;
        using ITimer timer = fast.CreateTimer(_ => fired = fast.GetUtcNow(), null, TimeSpan.FromMilliseconds(1500), Timeout.InfiniteTimeSpan);
        _real.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(fired);
        _real.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(Bench.Start.AddSeconds(2), fired);
        Assert.True(timer.Change(TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan));
        fired = null;
        _real.Advance(TimeSpan.FromMilliseconds(9));
        Assert.Null(fired);
        _real.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotNull(fired);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_factor_that_makes_no_sense_is_refused(double factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AcceleratedTimeProvider(factor));
}
