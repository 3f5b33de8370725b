using System.Text.Json;

namespace MediaOps.Tool.Import.Botocore;

/// <summary>
/// An object of a model file. Whatever is of the wrong kind is told and reads as if it were not there; a text that is no text, such as half a surrogate
/// pair, too.
/// </summary>
internal readonly struct ModelNode(JsonElement element, Origin origin, Gaps gaps)
{
    /// <summary>The place in the file.</summary>
    public Origin Origin { get; } = origin;

    /// <summary>A member that is an object, or null.</summary>
    public ModelNode? Object(string name) =>
        Find(name, JsonValueKind.Object, "an object") is { } found ? new ModelNode(found, Origin.Below(name), gaps) : null;

    /// <summary>A member that is a text, or null.</summary>
    public string? Text(string name) => Find(name, JsonValueKind.String, "a text") is { } found ? TextOf(found, Origin.Below(name)) : null;

    /// <summary>A text, number or truth value as text, or null.</summary>
    public string? Scalar(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.String } text => TextOf(text, Origin.Below(name)),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.GetRawText(),
        _ => null,
    };

    /// <summary>Whether a member is true.</summary>
    public bool Flag(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>A member that is a whole number, or null.</summary>
    public int? Number(string name) => Find(name, JsonValueKind.Number, "a number") is { } found && found.TryGetInt32(out int number) ? number : null;

    /// <summary>The texts of a list, so many at most; null where there is no such list.</summary>
    public List<string>? Texts(string name, int most)
    {
        if (Find(name, JsonValueKind.Array, "a list") is not { } list)
        {
            return null;
        }

        var texts = new List<string>(Math.Min(list.GetArrayLength(), most));
        foreach (JsonElement item in list.EnumerateArray().Take(most))
        {
            Origin at = Origin.Below(name);
            if (item.ValueKind != JsonValueKind.String)
            {
                gaps.Add(GapRules.Unreadable, at, "an item is no text");
            }
            else if (TextOf(item, at) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>How long a list is; zero where there is none.</summary>
    public int Count(string name) => Find(name) is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : 0;

    /// <summary>The objects of a list, so many at most.</summary>
    public IEnumerable<ModelNode> Objects(string name, int most)
    {
        if (Find(name, JsonValueKind.Array, "a list") is not { } list)
        {
            yield break;
        }

        int index = 0;
        foreach (JsonElement item in list.EnumerateArray().Take(most))
        {
            Origin at = Origin.Below(name, index++.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new ModelNode(item, at, gaps);
            }
            else
            {
                gaps.Add(GapRules.Unreadable, at, "an object is expected here");
            }
        }
    }

    /// <summary>The members of this object that are objects. Of two with one name the first counts.</summary>
    /// <param name="most">How many are taken.</param>
    /// <param name="what">What they are, for the gap that tells of more.</param>
    public IEnumerable<(string Name, ModelNode Node)> Members(int most, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (seen.Count == most)
            {
                gaps.Add(GapRules.Limit, Origin, most, what);
                yield break;
            }

            if (NameOf(member) is not { } name)
            {
                gaps.Add(GapRules.Unreadable, Origin, "a name holds half a character");
            }
            else if (!seen.Add(name))
            {
                gaps.Add(GapRules.Unreadable, Origin.Below(name), "this name stands twice");
            }
            else if (member.Value.ValueKind != JsonValueKind.Object)
            {
                gaps.Add(GapRules.Unreadable, Origin.Below(name), "an object is expected here");
            }
            else
            {
                yield return (name, new ModelNode(member.Value, Origin.Below(name), gaps));
            }
        }
    }

    private JsonElement? Find(string name, JsonValueKind kind, string expected)
    {
        JsonElement? found = Find(name);
        if (found is not { } value || value.ValueKind is JsonValueKind.Null || value.ValueKind == kind)
        {
            return found is { ValueKind: JsonValueKind.Null } ? null : found;
        }

        gaps.Add(GapRules.Unreadable, Origin.Below(name), expected + " is expected here");
        return null;
    }

    private JsonElement? Find(string name)
    {
        try
        {
            return element.TryGetProperty(name, out JsonElement found) ? found : null;
        }
        catch (InvalidOperationException)
        {
            gaps.Add(GapRules.Unreadable, Origin, "a name holds half a character");
            return null;
        }
    }

    private string? TextOf(JsonElement text, Origin at)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            gaps.Add(GapRules.Unreadable, at, "the text holds half a character");
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
