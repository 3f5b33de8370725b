namespace MediaOps.Runtime.Tests.Waiting;

public class PauseTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pause_lasts_on_the_clients_clock_and_not_on_ours(bool async)
    {
        var clock = new ManualTimeProvider { AutoAdvance = true };
        DateTimeOffset start = clock.GetUtcNow();
        await Bench.Run(
            async,
            () => Pause.ForAsync(false, clock, TimeSpan.FromHours(5), CancellationToken.None).EnsureCompleted(),
            () => Pause.ForAsync(true, clock, TimeSpan.FromHours(5), CancellationToken.None).AsTask());
        Assert.Equal(TimeSpan.FromHours(5), clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_pause_that_is_longer_than_a_timer_can_be_is_made_in_parts()
    {
        var clock = new ManualTimeProvider { AutoAdvance = true };
        DateTimeOffset start = clock.GetUtcNow();
        await Pause.ForAsync(async: true, clock, TimeSpan.FromDays(90), CancellationToken.None);
        Assert.Equal(TimeSpan.FromDays(90), clock.GetUtcNow() - start);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_token_ends_a_pause_on_a_clock_that_stands_still(bool async)
    {
        using var source = new CancellationTokenSource();
        var clock = new ManualTimeProvider();
        Task pause = async
            ? Pause.ForAsync(true, clock, TimeSpan.FromDays(1), source.Token).AsTask()
            : Task.Run(() => Pause.ForAsync(false, clock, TimeSpan.FromDays(1), source.Token).EnsureCompleted());
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pause);
    }

    [Fact]
    public async Task A_sync_pause_on_the_systems_clock_wakes_by_the_token()
    {
        using var source = new CancellationTokenSource();
        Task pause = Task.Run(() => Pause.ForAsync(async: false, TimeProvider.System, TimeSpan.FromDays(1), source.Token).EnsureCompleted());
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pause);
    }

    [Fact]
    public void Work_that_is_not_complete_is_never_waited_for()
    {
        var never = new TaskCompletionSource<int>();
        Assert.Throws<InvalidOperationException>(() => new ValueTask<int>(never.Task).EnsureCompleted());
        Assert.Throws<InvalidOperationException>(() => new ValueTask(never.Task).EnsureCompleted());
        Assert.Equal(7, new ValueTask<int>(7).EnsureCompleted());
    }
}
