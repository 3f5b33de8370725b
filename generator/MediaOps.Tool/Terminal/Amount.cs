using System.Globalization;

namespace MediaOps.Tool;

/// <summary>How many of what, in words.</summary>
internal static class Amount
{
    /// <summary>As in <c>1 file</c> and <c>2 files</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for any other number; null for the one with an s.</param>
    public static string Of(int count, string one, string? many = null)
        => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many ?? one + "s");
}
