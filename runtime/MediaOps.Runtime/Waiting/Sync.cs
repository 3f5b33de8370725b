namespace MediaOps.Runtime;

/// <summary>
/// The only place where a result is read from a task. Sync members run the async core with <c>async: false</c>, in which nothing is awaited
/// that is not complete: a task that is still running here is a defect of ours, and waiting for it could starve the pool.
/// </summary>
internal static class Sync
{
    public static void EnsureCompleted(this ValueTask task)
    {
        Check(task.IsCompleted);
        task.GetAwaiter().GetResult();
    }

    public static T EnsureCompleted<T>(this ValueTask<T> task)
    {
        Check(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    private static void Check(bool completed)
    {
        if (!completed)
        {
            throw new InvalidOperationException("A sync member met work that was not complete. This is a defect of MediaOps.Runtime.");
        }
    }
}
