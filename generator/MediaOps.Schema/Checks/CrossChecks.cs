namespace MediaOps.Schema;

/// <summary>What can be said about a file only with the others in view.</summary>
public static class CrossChecks
{
    /// <summary>The findings across files; <see cref="SchemaFindings"/> adds the file's own.</summary>
    public static EquatableArray<Finding> Check(ParsedFile file, SchemaIndex index)
    {
        var sink = new FindingSink(file.Path, file.Marks);
        string folder = SchemaFiles.FolderOf(file.Path);
        if (file.Entity is not null && index.Folder(folder) is { } neighbours)
        {
            EntityCrossChecks.Check(file.Entity, file.Path, index, neighbours, sink);
        }
        else if (SchemaFiles.KindOf(file.Path) == FileKind.Entity && file.ClaimsOurSchema && index.Folder(folder) is null)
        {
            sink.Report(Rules.NoService, string.Empty, folder);
        }

        if (file.Service is not null)
        {
            ServiceCrossChecks.Check(file.Service, file.Path, index, sink);
        }

        Clash.Report(index.Owners.ClashesOf(file.Path), sink);
        return FindingSink.Sort(sink.Findings, file.Marks);
    }
}
