using System.Globalization;

namespace MediaOps.Reliability.Tests.Resuming;

/// <summary>What a process dies of.</summary>
/// <param name="Name">For the report.</param>
internal sealed record Death(string Name)
{
    /// <summary>A moment after it has begun; null for none.</summary>
    public TimeSpan? Delay { get; private init; }

    /// <summary>A change of the channel's state at the service; null for none.</summary>
    public string? Change { get; private init; }

    /// <summary>What tells the process to die by itself.</summary>
    public string[] Arguments { get; private init; } = [];

    /// <summary>Before a request leaves: what it was about to do is written down and not done.</summary>
    public static Death Before(string request, int number = 1) => new($"before {request} {number}") { Arguments = ["before", request, number.ToString(CultureInfo.InvariantCulture)] };

    /// <summary>After an answer has come, before anything is made of it.</summary>
    public static Death After(string request, int number = 1) => new($"after {request} {number}") { Arguments = ["after", request, number.ToString(CultureInfo.InvariantCulture)] };

    /// <summary>When the service has acted, before it answers.</summary>
    public static Death AtChange(string change) => new($"at {change}") { Change = change };

    /// <summary>At any moment.</summary>
    public static Death In(TimeSpan delay) => new("at a random moment") { Delay = delay };
}
