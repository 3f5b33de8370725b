using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>Formats of a duration on the wire.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum DurationFormat
{
    /// <summary><c>PT1H30M</c>.</summary>
    Iso8601 = 0,

    /// <summary>A number of seconds.</summary>
    Seconds = 1,

    /// <summary>A text of seconds with the suffix s, such as <c>3.5s</c>.</summary>
    Google = 2,
}
