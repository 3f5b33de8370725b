using System;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Generator.Writing;

/// <summary>C# names made of schema names.</summary>
internal static class Names
{
    /// <summary>Members that every object has.</summary>
    public static readonly string[] OfObject = ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>Whether every object has a member of that name.</summary>
    public static bool IsOfObject(string name) => Array.IndexOf(OfObject, name) >= 0;

    /// <summary>A parameter's name that stands beside those that generated methods have already.</summary>
    public static string Free(string parameter) => parameter switch
    {
        "polling" or "cancellationToken" or "options" or "credential" or "endpoint" or "validation" or "parameters" or "writer" or "value" => parameter + "Value",
        _ => SyntaxFacts.GetKeywordKind(parameter) == SyntaxKind.None ? parameter : "@" + parameter,
    };

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
        return Free(text);
    }
}
