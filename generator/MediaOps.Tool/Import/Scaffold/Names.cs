using System.Globalization;
using System.Text;
using MediaOps.Schema;

namespace MediaOps.Tool.Import;

/// <summary>Makes C# names of whatever a source calls something.</summary>
internal static class CSharpName
{
    private const int MaxLength = 50;

    /// <summary>
    /// A capital letter, then letters and digits: <c>live_events-v2</c> becomes <c>LiveEventsV2</c>, <c>RTMP_PUSH</c> becomes <c>RtmpPush</c>. What is not ASCII is dropped,
    /// except that an accented letter keeps its base.
    /// </summary>
    /// <param name="source">Any text.</param>
    /// <param name="otherwise">The name where nothing is left, and what stands before a name that begins with a digit.</param>
    public static string Of(string source, string otherwise)
    {
        var name = new StringBuilder();
        bool begins = true;
        string head = source.Length > 4 * MaxLength ? source[..(4 * MaxLength)] : source;
        bool shouts = !head.Any(char.IsAsciiLetterLower) && head.AsSpan().IndexOfAny("_- .") >= 0;
        foreach (char c in Decompose(head))
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                // A letter that is dropped leaves the word as it is.
                begins |= !char.IsLetter(c) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark;
                continue;
            }

            name.Append(begins ? char.ToUpperInvariant(c) : shouts ? char.ToLowerInvariant(c) : c);
            begins = char.IsAsciiDigit(c) && shouts;
        }

        if (name.Length > 0 && char.IsAsciiDigit(name[0]))
        {
            name.Insert(0, otherwise);
        }

        return name.Length == 0 ? otherwise : name.Length <= MaxLength ? name.ToString() : name.ToString(0, MaxLength);
    }

    /// <summary>The plural that a collection gets where an entity names none.</summary>
    public static string Plural(string name) =>
        name.EndsWith('y') && name.Length > 1 && !"aeiou".Contains(name[^2], StringComparison.Ordinal) ? name[..^1] + "ies"
        : name.EndsWith('s') || name.EndsWith('x') || name.EndsWith("ch", StringComparison.Ordinal) ? name + "es"
        : name + "s";

    /// <summary>One of many: <c>LiveEvents</c> becomes <c>LiveEvent</c>, <c>Policies</c> <c>Policy</c>.</summary>
    public static string Singular(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4 ? name[..^3] + "y"
        : EndsWithAny(name, "sses", "xes", "ches", "shes") ? name[..^2]
        : name.EndsWith('s') && !EndsWithAny(name, "ss", "us", "is") && name.Length > 2 ? name[..^1]
        : name;

    private static bool EndsWithAny(string name, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Accents as characters of their own; a text with half a surrogate pair has no such form and stays as it is.</summary>
    private static string Decompose(string text) => text.All(char.IsAscii) || text.Any(char.IsSurrogate) ? text : text.Normalize(NormalizationForm.FormD);
}

/// <summary>The names of one kind in one place. Two that differ by case at most are one name.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _reserved = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _next = new(StringComparer.OrdinalIgnoreCase);

    private NameScope(params ReadOnlySpan<IEnumerable<string>> reserved)
    {
        foreach (IEnumerable<string> names in reserved)
        {
            _reserved.UnionWith(names);
        }
    }

    /// <summary>The members of a complex type.</summary>
    public static NameScope OfType(string type) => new(ReservedNames.OfObject, [type]);

    /// <summary>The values of an enum, the states of an entity, the error codes of a service.</summary>
    public static NameScope OfEnum() => new(ReservedNames.OfEnum);

    /// <summary>The parameters of an action.</summary>
    /// <param name="others">Names that are taken: the properties of the entity where the action makes it.</param>
    public static NameScope OfParameters(IEnumerable<string> others) => new(ReservedNames.OfParameters, others);

    /// <summary>The options of a client.</summary>
    public static NameScope OfOptions() => new(ReservedNames.OfOptions);

    /// <summary>The members of an entity: its properties, then its actions with all their forms.</summary>
    public static NameScope OfEntity(string entity) => new(
        ReservedNames.OfObject, ReservedNames.OfEntity, [ReservedNames.StateText, entity], ActionForms("Update"), ActionForms("Delete"));

    /// <summary>The members that a client gets: its collections and singletons.</summary>
    public static NameScope OfClient(string client) => new(ReservedNames.OfClient, [client]);

    /// <summary>The types of a service with those that its own name brings.</summary>
    public static NameScope OfTypes(string service, string client, string? errors) =>
        new(ReservedNames.OfTypes, Primitives.Names, [client, service + "Service", service + "Errors"], errors is null ? [] : [errors]);

    /// <summary>The names that an action brings into its entity.</summary>
    public static IReadOnlyList<string> ActionForms(string action) => [.. NameChecks.Forms(action)];

    /// <summary>The types that an entity brings into its service.</summary>
    public static IReadOnlyList<string> EntityTypes(string entity) => [.. GeneratedTypes.OfClass(entity, interfaces: true)];

    /// <summary>Whether the name is free.</summary>
    public bool IsFree(string name) => !_taken.Contains(name) && !_reserved.Contains(name);

    /// <summary>Takes a name for good; false where somebody has it.</summary>
    public bool TryTake(string name) => !_reserved.Contains(name) && _taken.Add(name);

    /// <summary>Takes the name, or the first free one with a number after it.</summary>
    public string Take(string name) => Take(name, only => [only]);

    /// <summary>Takes the name with all that it brings, or the first with a number after it of which all is free.</summary>
    /// <param name="name">The name that is wanted.</param>
    /// <param name="brings">The names that come with a name, itself among them.</param>
    public string Take(string name, Func<string, IReadOnlyList<string>> brings)
    {
        string wanted = name;
        for (int number = _next.GetValueOrDefault(wanted, 2); !brings(name).All(IsFree); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
            _next[wanted] = number + 1;
        }

        _taken.UnionWith(brings(name));
        return name;
    }
}
