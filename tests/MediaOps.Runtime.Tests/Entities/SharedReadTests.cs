namespace MediaOps.Runtime.Tests.Entities;

/// <summary>Many callers that want the same thing read.</summary>
public sealed class SharedReadTests
{
    private readonly SharedRead _shared = new();
    private readonly System.Threading.Channels.Channel<TaskCompletionSource> _reads = System.Threading.Channels.Channel.CreateUnbounded<TaskCompletionSource>();

    private ValueTask<TaskCompletionSource> Next => _reads.Reader.ReadAsync(TestContext.Current.CancellationToken);

    private bool IsIdle => !_reads.Reader.TryPeek(out _);

    [Fact]
    public async Task Callers_that_come_while_one_reads_wait_and_share_the_next_read()
    {
        Task first = ReadAsync();
        Task second = ReadAsync();
        Task third = ReadAsync();
        (await Next).SetResult();
        await first;
        TaskCompletionSource shared = await Next;
        Assert.Equal((true, false, false), (IsIdle, second.IsCompleted, third.IsCompleted));

        shared.SetResult();
        await Task.WhenAll(second, third);
        Assert.True(IsIdle);
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_took_part_and_to_nobody_who_comes_later()
    {
        Task first = ReadAsync();
        Task second = ReadAsync();
        Task third = ReadAsync();
        (await Next).SetResult();
        await first;
        (await Next).SetException(new InvalidDataException("broken"));
        await Assert.ThrowsAsync<InvalidDataException>(() => second);
        await Assert.ThrowsAsync<InvalidDataException>(() => third);

        Task later = ReadAsync();
        (await Next).SetResult();
        await later;
    }

    [Fact]
    public async Task Who_is_cancelled_while_reading_leaves_the_others_to_read()
    {
        Task first = ReadAsync();
        Task second = ReadAsync();
        (await Next).SetException(new OperationCanceledException());
        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
        (await Next).SetResult();
        await second;
    }

    [Fact]
    public async Task Who_is_cancelled_while_waiting_is_told_at_once()
    {
        using var stop = new CancellationTokenSource();
        Task first = ReadAsync();
        TaskCompletionSource read = await Next;
        Task second = ReadAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(first.IsCompleted);
        read.SetResult();
        await first;
        Assert.True(IsIdle);
    }

    [Fact]
    public void A_sync_read_is_over_when_it_returns()
    {
        int reads = 0;
        ValueTask read = _shared.RunAsync(
            (_, _) =>
            {
                reads++;
                return ValueTask.CompletedTask;
            },
            async: false,
            CancellationToken.None);
        Assert.Equal((true, 1), (read.IsCompletedSuccessfully, reads));
    }

    private Task ReadAsync(CancellationToken cancellationToken = default) => _shared.RunAsync(
        (_, _) =>
        {
            var read = new TaskCompletionSource();
            Assert.True(_reads.Writer.TryWrite(read));
            return new ValueTask(read.Task);
        },
        async: true,
        cancellationToken).AsTask();
}
