using System.IO.Enumeration;

namespace MediaOps.Emulation;

/// <summary>The faults that are waiting for their requests. Thread-safe.</summary>
public sealed class FaultScript
{
    private readonly Lock _gate = new();
    private readonly List<FaultRule> _rules = [];

    /// <summary>Adds a rule. Every rule that a request matches applies to it, in the order in which they were added.</summary>
    /// <param name="fault">What happens.</param>
    /// <param name="method">The HTTP method, or <c>*</c> for all.</param>
    /// <param name="path">A pattern over the decoded path below the base, such as <c>/Channels*/Start</c>; <c>*</c> stands for any text. Case counts.</param>
    /// <param name="skip">How many matching requests pass before the first that is hit.</param>
    /// <param name="times">How many matching requests are hit; <see cref="int.MaxValue"/> for all.</param>
    /// <returns>The rule, for <see cref="Remove"/> and <see cref="FaultRule.Hits"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="skip"/> is negative or <paramref name="times"/> is not positive.</exception>
    public FaultRule Add(Fault fault, string method = "*", string path = "*", int skip = 0, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        var rule = new FaultRule(fault, method, path, skip, times);
        lock (_gate)
        {
            _rules.Add(rule);
        }

        return rule;
    }

    /// <summary>Removes a rule, if it is still there.</summary>
    public void Remove(FaultRule rule)
    {
        lock (_gate)
        {
            _rules.Remove(rule);
        }
    }

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    internal IReadOnlyList<Fault> Take(string method, string path)
    {
        lock (_gate)
        {
            return [.. _rules.Where(r => r.Takes(method, path)).Select(r => r.Fault).ToArray()];
        }
    }
}

/// <summary>A fault with the requests that it is for.</summary>
public sealed class FaultRule
{
    private readonly string _method;
    private readonly string _path;
    private readonly int _skip;
    private readonly int _times;
    private int _seen;
    private int _hits;

    internal FaultRule(Fault fault, string method, string path, int skip, int times)
    {
        Fault = fault;
        _method = method;
        // In the matcher below a backslash escapes, which no pattern here means.
        _path = path.Replace(@"\", @"\\", StringComparison.Ordinal);
        _skip = skip;
        _times = times;
    }

    /// <summary>What happens.</summary>
    public Fault Fault { get; }

    /// <summary>How many requests it has hit.</summary>
    public int Hits => Volatile.Read(ref _hits);

    internal bool Takes(string method, string path)
    {
        bool matches = (_method == "*" || string.Equals(_method, method, StringComparison.OrdinalIgnoreCase))
            && FileSystemName.MatchesSimpleExpression(_path, path, ignoreCase: false);
        if (!matches || _seen++ < _skip || _hits >= _times)
        {
            return false;
        }

        Interlocked.Increment(ref _hits);
        return true;
    }
}
