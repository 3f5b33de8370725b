using System.Text;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import.Yaml;

/// <summary>YAML texts as sources of an import.</summary>
internal static class YamlSource
{
    /// <summary>Reads a text.</summary>
    public static JsonSource Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads bytes.</summary>
    public static JsonSource Of(byte[] text) => JsonSource.Parse("/none/description.yaml", "description.yaml", text);

    /// <summary>The place of a pointer.</summary>
    public static (int Line, int Column) PlaceOf(this JsonSource source, string pointer) => source.Places([pointer])[pointer];
}
