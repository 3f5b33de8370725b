using System.ComponentModel;
using System.Globalization;

namespace MediaOps.Runtime;

/// <summary>Collects every limit that a value violates, so that the caller learns all at once. Messages tell limits and lengths, never values: they may be secret.</summary>
/// <param name="typeName">The type whose members are checked.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Validation(string typeName)
{
    private List<string>? _violations;

    /// <summary>Whether nothing was violated so far.</summary>
    public bool IsValid => _violations is null;

    /// <summary>The member must have a value.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    public void Required(string name, object? value)
    {
        if (value is null)
        {
            Add($"{name} is required");
        }
    }

    /// <summary>The text must not be null or empty.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    public void RequiredText(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            Add($"{name} is required and must not be empty");
        }
    }

    /// <summary>The text must have a length between the limits, in UTF-16 code units; null is not checked.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="min">The least length, or null.</param>
    /// <param name="max">The greatest length, or null.</param>
    public void Length(string name, string? value, int? min, int? max)
    {
        if (value is not null && (value.Length < min || value.Length > max))
        {
            Add($"{name} must have {Limits(min, max)} characters but has {value.Length}");
        }
    }

    /// <summary>The whole text must match; null is not checked.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="pattern">A regular expression; matched without backtracking where it allows that, else for at most 250 ms.</param>
    public void Pattern(string name, string? value, string pattern)
    {
        if (value is not null && !PatternCache.IsMatch(value, pattern))
        {
            Add($"{name} must match {pattern}");
        }
    }

    /// <summary>The text must be one of some; null is not checked.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="allowed">The texts that are allowed.</param>
    public void OneOf(string name, string? value, string[] allowed)
    {
        if (value is not null && Array.IndexOf(allowed, value) < 0)
        {
            Add($"{name} must be one of {string.Join(", ", allowed)}");
        }
    }

    /// <summary>The number must lie between the limits; null is not checked.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="min">The least value, or null.</param>
    /// <param name="max">The greatest value, or null.</param>
    public void Range(string name, int? value, int? min, int? max) => CheckRange(name, value, min, max);

    /// <inheritdoc cref="Range(string, int?, int?, int?)"/>
    public void Range(string name, long? value, long? min, long? max) => CheckRange(name, value, min, max);

    /// <inheritdoc cref="Range(string, int?, int?, int?)"/>
    public void Range(string name, double? value, double? min, double? max) => CheckRange(name, value, min, max);

    /// <inheritdoc cref="Range(string, int?, int?, int?)"/>
    public void Range(string name, decimal? value, decimal? min, decimal? max) => CheckRange(name, value, min, max);

    /// <summary>The duration must lie between the limits; null is not checked.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="min">The least value, or null.</param>
    /// <param name="max">The greatest value, or null.</param>
    public void Range(string name, TimeSpan? value, TimeSpan? min, TimeSpan? max) => CheckRange(name, value, min, max);

    /// <summary>The date must lie between the limits; null is not checked.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="min">The earliest value, or null.</param>
    /// <param name="max">The latest value, or null.</param>
    public void Range(string name, DateTime? value, DateTime? min, DateTime? max) => CheckRange(name, value, min, max);

    /// <summary>The list must have a number of items between the limits; null is not checked.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="count">The number of items, or null for no list.</param>
    /// <param name="min">The least number, or null.</param>
    /// <param name="max">The greatest number, or null.</param>
    public void Items(string name, int? count, int? min, int? max)
    {
        if (count < min || count > max)
        {
            Add($"{name} must have {Limits(min, max)} items but has {count}");
        }
    }

    /// <summary>Ends the check.</summary>
    /// <param name="paramName">The parameter that held the value; null where it was no parameter.</param>
    /// <exception cref="ArgumentException">Limits were violated; the message names each.</exception>
    public void ThrowIfAny(string? paramName)
    {
        if (_violations is not null)
        {
            throw new ArgumentException($"{typeName} is not valid: {string.Join("; ", _violations)}.", paramName);
        }
    }

    private void CheckRange<T>(string name, T? value, T? min, T? max)
        where T : struct, IComparable<T>, IFormattable
    {
        // Not-a-number compares below everything, so a minimum refuses it; without a minimum a maximum must.
        bool low = value is { } v && min is { } least && v.CompareTo(least) < 0;
        bool high = value is { } w && max is { } most && (w.CompareTo(most) > 0 || w is double.NaN);
        if (low || high)
        {
            Add($"{name} must be {Limits(min, max)}");
        }
    }

    private static string Limits<T>(T? min, T? max)
        where T : struct, IFormattable
    {
        return (min, max) switch
        {
            ({ } least, { } most) => $"{Text(least)} to {Text(most)}",
            ({ } least, null) => $"at least {Text(least)}",
            (null, { } most) => $"at most {Text(most)}",
            _ => "any number of",
        };

        static string Text(T value) => value.ToString(value is DateTime ? "O" : null, CultureInfo.InvariantCulture);
    }

    private void Add(FormattableString violation) => (_violations ??= []).Add(FormattableString.Invariant(violation));
}
