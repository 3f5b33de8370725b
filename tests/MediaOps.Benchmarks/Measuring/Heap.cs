namespace MediaOps.Benchmarks.Measuring;

/// <summary>What work puts on the heap, counted over the whole process: a call that waits for the network goes on elsewhere.</summary>
internal static class Heap
{
    /// <summary>The bytes that some work allocates.</summary>
    public static async Task<double> OfAsync(Func<Task> work)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
