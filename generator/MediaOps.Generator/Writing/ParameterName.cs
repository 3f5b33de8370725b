using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Generator.Writing;

/// <summary>Names of parameters made of schema names.</summary>
internal static class ParameterName
{
    /// <summary>A name as a parameter: <c>AssetId</c> becomes <c>assetId</c>, <c>Event</c> becomes <c>@event</c>, <c>IPAllowList</c> becomes <c>ipAllowList</c>.</summary>
    public static string Of(string name) => Free(Small(name));

    /// <summary>The name with a small beginning: <c>IPAllowList</c> becomes <c>ipAllowList</c>.</summary>
    public static string Small(string name)
    {
        int capitals = 0;
        while (capitals < name.Length && name[capitals] is >= 'A' and <= 'Z')
        {
            capitals++;
        }

        // Of several capitals the last one begins the next word: IPAllow is IP + Allow.
        int lower = capitals > 1 && capitals < name.Length && name[capitals] is >= 'a' and <= 'z' ? capitals - 1 : capitals;
        return name.Substring(0, lower).ToLowerInvariant() + name.Substring(lower);
    }

    /// <summary>The name beside those that generated methods have already. Schema names have no underscore, so a name with one is nobody else's.</summary>
    public static string Free(string parameter) => parameter switch
    {
        "polling" or "cancellationToken" or "options" or "credential" or "endpoint" or "connection" or "predicate" or "validation" or "parameters" or "writer" or "value" => parameter + "_",

        // A keyword inside of the methods that are async, and of no others.
        "await" => "@await",
        _ => SyntaxFacts.GetKeywordKind(parameter) == SyntaxKind.None ? parameter : "@" + parameter,
    };
}
