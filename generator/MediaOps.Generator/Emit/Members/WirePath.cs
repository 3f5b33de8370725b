using System;
using System.Collections.Generic;
using System.Text;

namespace MediaOps.Generator.Emit.Members;

/// <summary>Wire paths: segments between dots; a segment that holds a dot stands in brackets and quotes (<c>['odata.type']</c>).</summary>
internal static class WirePath
{
    /// <summary>The segments of a path.</summary>
    public static IReadOnlyList<string> Split(string path)
    {
        var segments = new List<string>();
        var segment = new StringBuilder();
        for (int i = 0; i < path.Length; i++)
        {
            int end = path[i] == '[' && i + 1 < path.Length && path[i + 1] == '\'' ? path.IndexOf("']", i + 2, StringComparison.Ordinal) : -1;
            if (end >= 0)
            {
                segment.Append(path, i + 2, end - i - 2);
                i = end + 1;
            }
            else if (path[i] == '.')
            {
                segments.Add(segment.ToString());
                segment.Clear();
            }
            else
            {
                segment.Append(path[i]);
            }
        }

        segments.Add(segment.ToString());
        return segments;
    }
}
