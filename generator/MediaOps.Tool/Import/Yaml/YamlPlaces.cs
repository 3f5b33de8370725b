using System.Globalization;

namespace MediaOps.Tool.Import.Yaml;

/// <summary>Finds where members stand in a YAML text. What an alias repeats stands where it was written.</summary>
internal static class YamlPlaces
{
    /// <summary>Line and column of what pointers lead to; of what is not there, those of the nearest member above.</summary>
    public static IReadOnlyDictionary<string, (int Line, int Column)> Of(YamlNode root, IEnumerable<string> pointers) =>
        pointers.Distinct(StringComparer.Ordinal).ToDictionary(pointer => pointer, pointer => Find(root, pointer), StringComparer.Ordinal);

    private static (int Line, int Column) Find(YamlNode root, string pointer)
    {
        (YamlNode? at, (int Line, int Column) place) = (root, (1, 1));
        foreach (string step in pointer.Split('/').Skip(1))
        {
            string name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            switch (at)
            {
                case YamlMapping mapping when mapping.Members.FirstOrDefault(member => member.Name == name) is { Name: not null } member:
                    (at, place) = (member.Value, member.Place);
                    break;
                case YamlSequence sequence when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < sequence.Items.Count:
                    (at, place) = (sequence.Items[number], sequence.Items[number].Place);
                    break;
                default:
                    return place;
            }
        }

        return place;
    }
}
