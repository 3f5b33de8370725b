using System.Globalization;

namespace MediaOps.Runtime;

/// <summary>Reads headers as they came: a malformed one must not throw, and an unread one must not cost.</summary>
internal static class ResponseHeaders
{
    public static string? Get(HttpResponseMessage message, string name)
    {
        string? value = null;
        if (message.Headers.NonValidated.TryGetValues(name, out var values) || message.Content.Headers.NonValidated.TryGetValues(name, out values))
        {
            value = values.Count == 1 ? values.ToString() : values.FirstOrDefault();
        }

        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>Seconds or an HTTP date; a date in the past is zero, garbage is null.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage message, DateTimeOffset now)
    {
        string? text = Get(message, "Retry-After");
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue));
        }

        if (DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
        {
            return date > now ? date - now : TimeSpan.Zero;
        }

        return null;
    }
}
