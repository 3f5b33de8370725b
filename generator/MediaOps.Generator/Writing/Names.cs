using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Generator.Writing;

/// <summary>C# names made of schema names.</summary>
internal static class Names
{
    /// <summary>Whether generated methods have a parameter of that name already.</summary>
    public static bool IsTaken(string parameter) => parameter is "polling" or "cancellationToken" or "options" or "credential" or "endpoint";

    /// <summary>A name as a parameter: <c>AssetId</c> becomes <c>assetId</c>, <c>Event</c> becomes <c>@event</c>, <c>IPAllowList</c> becomes <c>ipAllowList</c>.</summary>
    public static string Parameter(string name)
    {
        int capitals = 0;
        while (capitals < name.Length && name[capitals] is >= 'A' and <= 'Z')
        {
            capitals++;
        }

        // Of several capitals the last one begins the next word: IPAllow is IP + Allow.
        int lower = capitals > 1 && capitals < name.Length && name[capitals] is >= 'a' and <= 'z' ? capitals - 1 : capitals;
        string text = name.Substring(0, lower).ToLowerInvariant() + name.Substring(lower);
        return text switch
        {
            _ when IsTaken(text) => text + "Value",
            _ when SyntaxFacts.GetKeywordKind(text) != SyntaxKind.None => "@" + text,
            _ => text,
        };
    }
}
