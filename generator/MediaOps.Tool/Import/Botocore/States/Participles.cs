namespace MediaOps.Tool.Import.Botocore;

/// <summary>Tells by words whether an action leads to a state: what is started is Started, Starting or Running.</summary>
internal static class Participles
{
    /// <summary>Ends that are called by another word than the verb's own.</summary>
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Start"] = ["Running", "Active", "Online", "Streaming"],
        ["Activate"] = ["Active"],
        ["Stop"] = ["Standby", "Idle", "Offline", "Inactive"],
        ["Deactivate"] = ["Inactive"],
        ["Create"] = ["Exists", "Available", "Ready", "Registered"],
        ["Delete"] = ["Gone", "Removed", "Terminated", "Deregistered"],
    };

    /// <summary>Whether a word is a form of the verb itself, or what its end is called.</summary>
    public static bool IsEndOf(string verb, string word) =>
        IsFormOf(verb, word) || (Others.TryGetValue(verb, out string[]? others) && others.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a word is the verb or one of its participles.</summary>
    public static bool IsFormOf(string verb, string word)
    {
        if (verb.Length < 2 || word.Length < verb.Length - 1)
        {
            return false;
        }

        string stem = verb[..^1];
        return Same(verb) || Same(verb + "ed") || Same(verb + "ing")
            || (verb.EndsWith('e') && (Same(verb + "d") || Same(stem + "ing")))
            || (verb.EndsWith('y') && Same(stem + "ied"))
            || Same(verb + verb[^1] + "ed") || Same(verb + verb[^1] + "ing");

        bool Same(string form) => form.Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
