using System.Runtime.InteropServices;

namespace MediaOps.Benchmarks.Measuring;

/// <summary>What the processes cost that this one has started. Only Linux and macOS tell it.</summary>
internal static partial class ChildProcesses
{
    private const int Children = -1;

    /// <summary>CPU time of all of them that have ended.</summary>
    /// <exception cref="PlatformNotSupportedException">The system does not tell.</exception>
    public static TimeSpan CpuTime => OperatingSystem.IsWindows() || GetUsage(Children, out Usage usage) != 0
        ? throw new PlatformNotSupportedException("This system does not tell the CPU time of processes that have ended; measure on Linux or macOS.")
        : TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds) + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, out Usage usage);

    /// <summary>The head of the system's own structure, with room for what follows.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
