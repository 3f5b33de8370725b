namespace MediaOps.Tool.Import;

/// <summary>What the names of error codes tell.</summary>
internal static class ErrorWords
{
    private static readonly (string Word, string Category, bool Retry)[] Words =
    [
        ("NotFound", "not-found", false), ("DoesNotExist", "not-found", false), ("NoSuch", "not-found", false),
        ("Quota", "quota", false), ("LimitExceeded", "quota", false),
        ("Throttl", "throttled", true), ("TooManyRequests", "throttled", true), ("RateLimit", "throttled", true),
        ("Conflict", "conflict", false), ("AlreadyExists", "conflict", false), ("InUse", "conflict", false),
        ("Precondition", "precondition", false), ("InvalidState", "precondition", false), ("NotAllowed", "precondition", false),
        ("Forbidden", "forbidden", false), ("Unauthorized", "forbidden", false), ("AccessDenied", "forbidden", false), ("Authorization", "forbidden", false),
        ("Invalid", "invalid", false), ("BadRequest", "invalid", false), ("Validation", "invalid", false), ("Malformed", "invalid", false), ("Unprocessable", "invalid", false),
        ("Unavailable", "transient", true), ("Timeout", "transient", true), ("Gateway", "transient", true),
    ];

    /// <summary>The category of a code, and whether trying again may help: by its HTTP status where there is one, else by its name.</summary>
    public static (string Category, bool Retry) CategoryOf(string name, int? http)
    {
        foreach ((string word, string category, bool retry) in Words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return (category, retry);
            }
        }

        return http switch
        {
            404 or 410 => ("not-found", false),
            401 or 403 => ("forbidden", false),
            409 => ("conflict", false),
            412 => ("precondition", false),
            429 => ("throttled", true),
            502 or 503 or 504 => ("transient", true),
            >= 400 and < 500 => ("invalid", false),
            _ => ("internal", false),
        };
    }
}
