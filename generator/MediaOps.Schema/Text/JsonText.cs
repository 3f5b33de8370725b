using System.Globalization;
using System.Text;

namespace MediaOps.Schema.Text;

/// <summary>Writes JSON strings.</summary>
internal static class JsonText
{
    /// <summary>A text in quotes, everything but printable ASCII escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (c is >= ' ' and <= '~')
            {
                quoted.Append(c);
            }
            else
            {
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return quoted.Append('"').ToString();
    }
}
