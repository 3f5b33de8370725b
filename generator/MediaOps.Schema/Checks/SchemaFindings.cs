using System.Linq;

namespace MediaOps.Schema;

/// <summary>Everything that is to be reported about a file.</summary>
public static class SchemaFindings
{
    /// <summary>
    /// The file's own findings and those across files, in the order of the text. A JSON file in a folder without a service is somebody else's and gets none,
    /// unless it says by its <c>$schema</c> that it is ours.
    /// </summary>
    public static EquatableArray<Finding> Of(ParsedFile file, SchemaIndex index)
    {
        FileKind kind = SchemaFiles.KindOf(file.Path);
        bool stray = kind == FileKind.Entity && index.ServiceOf(SchemaFiles.FolderOf(file.Path)) is null && !file.ClaimsOurSchema;
        return stray ? default : FindingSink.Sort(file.Findings.Concat(CrossChecks.Check(file, index)), file.Marks);
    }
}
