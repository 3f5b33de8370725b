namespace MediaOps.Tool.Graph.Drawing;

/// <summary>How much room a text takes. Fonts differ between machines and a drawing must not, so it is an estimate, on the safe side.</summary>
internal static class TextSize
{
    /// <summary>The height of a line.</summary>
    public const double LineHeight = 16;

    /// <summary>The width of a text at 13 pixels in a common sans-serif font.</summary>
    public static double Width(string text) => text.Sum(c => c switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or '.' or ',' or '\'' or '(' or ')' or ' ' => 4.6,
        'm' or 'w' or 'M' or 'W' => 11.5,
        >= 'A' and <= 'Z' => 9,
        > '~' => 14,
        _ => 7.6,
    });
}
