namespace MediaOps.Emulation;

/// <summary>A request that was answered, for pages and tests. Holds no credentials; secret query members are hidden.</summary>
/// <param name="At">When it came, by the emulator's clock.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query as they came, encoded.</param>
/// <param name="Status">The status code that was answered; 0 where the connection was dropped.</param>
/// <param name="Fault">The scripted faults that applied, or null.</param>
public sealed record EmulatedExchange(DateTimeOffset At, string Method, string Path, int Status, string? Fault);
