namespace MediaOps.Tool.Import.Botocore;

/// <summary>The texts of an enum, with names.</summary>
internal static class EnumValues
{
    /// <summary>Each text once, with a name of its own: where all is in capitals, <c>CREATE_FAILED</c> is CreateFailed and <c>IDLE</c> Idle. A text that cannot be written is left out; where none is left, one stands for all.</summary>
    public static List<(string Name, string Wire)> Of(AwsShape shape, Gaps gaps)
    {
        NameScope names = NameScope.OfEnum();
        bool shouts = shape.Values?.Any(text => text.Any(char.IsAsciiLetterLower)) == false;
        var values = new List<(string Name, string Wire)>();
        foreach (string text in (shape.Values ?? []).Distinct(StringComparer.Ordinal))
        {
            if (SourceText.IsLiteral(text))
            {
                string wanted = CSharpName.Of(shouts ? text.ToLowerInvariant() : text, "Value");
                values.Add((names.Take(names.IsFree(wanted) ? wanted : wanted + "Value"), text));
            }
            else
            {
                gaps.Add(GapRules.LeftOut, shape.Origin.Below("enum"), text, "the text cannot be written");
            }
        }

        return values.Count > 0 ? values : [("None", "NONE")];
    }
}
