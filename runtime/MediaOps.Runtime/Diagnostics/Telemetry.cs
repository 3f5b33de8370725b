using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MediaOps.Runtime;

/// <summary>The names under which listeners find what the library tells: <c>MediaOps</c> for spans and metrics alike.</summary>
internal static class Telemetry
{
    public const string Name = "MediaOps";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);
}
