namespace MediaOps.Benchmarks.Measuring;

/// <summary>CPU time of the whole process, which is what a build costs, however busy the machine is with others.</summary>
internal static class Cpu
{
    /// <summary>What some work took, after the garbage of what ran before it has been collected.</summary>
    public static async Task<TimeSpan> OfAsync(Func<Task> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        await work();
        return Environment.CpuUsage.TotalTime - before;
    }
}
