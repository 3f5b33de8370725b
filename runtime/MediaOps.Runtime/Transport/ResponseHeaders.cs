using System.Globalization;
using System.Net.Http.Headers;

namespace MediaOps.Runtime;

/// <summary>Reads headers as they came: a malformed one must not throw, and an unread one must not cost.</summary>
internal static class ResponseHeaders
{
    /// <summary>A header of the answer or its content; null where it is missing or empty.</summary>
    public static string? Get(HttpResponseMessage message, string name)
        => Get(message.Headers, name) ?? Get(message.Content.Headers, name);

    /// <summary>How long the body says that it is, or null. Not computed from the content, which would cost more than it tells.</summary>
    public static long? ContentLength(HttpResponseMessage message)
        => long.TryParse(Get(message.Content.Headers, "Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : null;

    /// <summary>Seconds or an HTTP date, or milliseconds in a header whose name says so; a date in the past is zero, garbage is null.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage message, string header, DateTimeOffset now)
    {
        string? text = Get(message.Headers, header);
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            double units = Math.Min(number, int.MaxValue);
            return header.EndsWith("-ms", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromMilliseconds(units) : TimeSpan.FromSeconds(units);
        }

        if (DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
        {
            return date > now ? date - now : TimeSpan.Zero;
        }

        return null;
    }

    private static string? Get(HttpHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out HeaderStringValues values))
        {
            return null;
        }

        string? value = values.Count == 1 ? values.ToString() : values.FirstOrDefault();
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }
}
