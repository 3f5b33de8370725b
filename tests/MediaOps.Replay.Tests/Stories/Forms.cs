namespace MediaOps.Replay.Tests.Stories;

/// <summary>Chooses between the two forms of every call.</summary>
internal readonly record struct Forms(bool Async)
{
    public Task<T> Call<T>(Func<T> sync, Func<Task<T>> asynchronous) => Async ? asynchronous() : Task.FromResult(sync());

    public Task Call(Action sync, Func<Task> asynchronous)
    {
        if (Async)
        {
            return asynchronous();
        }

        sync();
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<T>> List<T>(Func<IEnumerable<T>> sync, Func<IAsyncEnumerable<T>> asynchronous)
        => Async ? await asynchronous().ToListAsync() : [.. sync()];
}
