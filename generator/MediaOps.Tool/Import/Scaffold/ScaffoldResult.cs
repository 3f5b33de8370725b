using MediaOps.Schema;

namespace MediaOps.Tool.Import;

/// <summary>A finished scaffold: the text of its files, and what the schema library says of them.</summary>
/// <param name="Service">What they were made of.</param>
/// <param name="Files">Names in their folder, and texts.</param>
/// <param name="Errors">The errors that are left. Open gaps explain them; without one they are a mistake of the importer.</param>
internal sealed record ScaffoldResult(ScaffoldService Service, IReadOnlyList<(string Name, string Text)> Files, IReadOnlyList<Finding> Errors)
{
    /// <summary>Writes a scaffold and reads it back.</summary>
    /// <param name="service">What an importer found.</param>
    /// <param name="gaps">Learns what is open or assumed.</param>
    /// <param name="assumeAnyState">Whether state rules are filled and warnings suppressed, so that the files generate code that builds without a warning.</param>
    public static ScaffoldResult Of(ScaffoldService service, Gaps gaps, bool assumeAnyState)
    {
        Repairs.Of(service, gaps);
        if (assumeAnyState)
        {
            Assumptions.Fill(service, gaps);
        }
        else
        {
            OpenRules.Report(service, gaps);
        }

        IReadOnlyList<ScaffoldFile> files = FileSizes.Fit(service, gaps);
        (string Name, string Text)[] texts = Texts();
        IReadOnlyList<Finding> findings = SchemaSet.Load(texts).Findings;
        if (assumeAnyState)
        {
            foreach (ScaffoldFile file in files)
            {
                Suppressions.Apply(file.Content, findings.Where(finding => finding.File == file.Name));
            }

            texts = Texts();
            findings = SchemaSet.Load(texts).Findings;
        }

        return new ScaffoldResult(service, texts, [.. findings.Where(finding => finding.Severity == Severity.Error)]);

        (string, string)[] Texts() => [.. files.Select(file => (file.Name, JsonLayout.Write(file.Content)))];
    }
}
