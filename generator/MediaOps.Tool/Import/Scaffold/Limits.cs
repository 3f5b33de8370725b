namespace MediaOps.Tool.Import;

/// <summary>How much an import takes. Sources are hostile: what is beyond becomes a gap, never a wait or a lack of memory.</summary>
internal static class Limits
{
    /// <summary>The largest file that is read, in bytes. The largest real ones have 10 MB.</summary>
    public const long FileBytes = 64 * 1024 * 1024;

    /// <summary>How much is taken in from other files, in characters of JSON. A part may be wanted in a thousand places.</summary>
    public const long CopiedText = 16 * 1024 * 1024;

    /// <summary>How deep a source may be nested.</summary>
    public const int Depth = 200;

    /// <summary>Entities of a service.</summary>
    public const int Entities = 1_000;

    /// <summary>Operations of a service.</summary>
    public const int Operations = 5_000;

    /// <summary>Types of a service.</summary>
    public const int Types = 10_000;

    /// <summary>Members of a type, an entity or an action.</summary>
    public const int Members = 1_000;

    /// <summary>Values of an enum; one with more is a plain text.</summary>
    public const int EnumValues = 1_000;

    /// <summary>States of an entity; a status with more values is no state.</summary>
    public const int States = 60;

    /// <summary>The length of a description; a longer one is cut.</summary>
    public const int Description = 400;

    /// <summary>The length of a name or text on the wire.</summary>
    public const int WireText = 1_000;

    /// <summary>The length of a schema file, with room below the megabyte that the schema library reads.</summary>
    public const int SchemaFile = 1_000_000;

    /// <summary>Gaps of one kind that are told; the rest is counted.</summary>
    public const int GapsOfAKind = 200;
}
