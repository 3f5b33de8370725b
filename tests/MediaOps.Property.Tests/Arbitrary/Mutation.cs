using FsCheck;
using FsCheck.Fluent;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>Schema files with a few changes, as a careless or hostile author makes them.</summary>
/// <param name="Original">The files before.</param>
/// <param name="Changes">What was done to them.</param>
internal sealed record MutatedFiles(IReadOnlyList<SchemaText> Original, IReadOnlyList<Change> Changes)
{
    /// <summary>The files after.</summary>
    public SchemaText[] Files
    {
        get
        {
            SchemaText[] files = [.. Original];
            foreach (Change change in Changes)
            {
                int which = change.File % files.Length;
                files[which] = files[which] with { Text = change.Apply(files[which].Text!) };
            }

            return files;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("\n", Changes) + "\n" + string.Join("\n", Files.Select(file => file.Path + "\n" + file.Text));
}

/// <summary>Random changes.</summary>
internal static class MutationGen
{
    /// <summary>Random changes of random valid schemas.</summary>
    public static Gen<MutatedFiles> Files { get; } =
        from schema in SchemaGen.Valid
        from count in Gen.Choose(1, 4)
        from changes in Gen.ArrayOf(Change(), count)
        select new MutatedFiles(schema.Files, changes);

    /// <summary>The same with fewer changes.</summary>
    public static IEnumerable<MutatedFiles> Smaller(MutatedFiles files) => files.Changes.Count < 2
        ? []
        : files.Changes.Select((_, i) => files with { Changes = [.. files.Changes.Take(i), .. files.Changes.Skip(i + 1)] });

    private static Gen<Change> Change() =>
        from file in Gen.Choose(0, 11)
        from kind in Gen.Frequency(
            (2, Gen.Constant(ChangeKind.Delete)),
            (2, Gen.Constant(ChangeKind.Duplicate)),
            (4, Gen.Constant(ChangeKind.Replace)),
            (4, Gen.Constant(ChangeKind.Insert)),
            (4, Gen.Constant(ChangeKind.Copy)),
            (2, Gen.Constant(ChangeKind.Swap)),
            (1, Gen.Constant(ChangeKind.Cut)))
        from at in Gen.Choose(0, 1_000_000)
        from other in Gen.Choose(0, 1_000_000)
        from hostile in Gen.Elements(HostileTokens.All)
        select new Change(file, kind, at, other, hostile);
}
