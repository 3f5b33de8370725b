namespace MediaOps.Tool.Import;

/// <summary>The way to a member on the wire, as schema files write it: names between dots, a name that holds dots in <c>['...']</c>.</summary>
internal static class WirePath
{
    /// <summary>The way through the named members; null where one cannot be written.</summary>
    public static string? Of(params IReadOnlyList<string> members)
    {
        var steps = new List<string>(members.Count);
        foreach (string member in members)
        {
            bool plain = member.AsSpan().IndexOfAny(".[]'") < 0;
            if (!SourceText.IsLiteral(member) || (!plain && member.AsSpan().IndexOfAny("[]'") >= 0))
            {
                return null;
            }

            steps.Add(plain ? member : "['" + member + "']");
        }

        return string.Join('.', steps);
    }
}
