namespace MediaOps.Tool.Import;

/// <summary>The second half of every import: writes the files and tells what is left to do.</summary>
internal static class ImportRun
{
    /// <summary>The place of a pointer in a file of the source.</summary>
    /// <param name="file">The path of the file, as origins have it.</param>
    /// <param name="pointers">Pointers into it.</param>
    public delegate IReadOnlyDictionary<string, (int Line, int Column)> PlacesOf(string file, IEnumerable<string> pointers);

    /// <summary>Writes a scaffold and answers.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="settings">What was chosen.</param>
    /// <param name="service">What was found.</param>
    /// <param name="gaps">What was not.</param>
    /// <param name="places">Finds places of gaps that do not know their line.</param>
    /// <returns>One of <see cref="ExitCode"/>: <see cref="ExitCode.Findings"/> while the schema has an error.</returns>
    public static int Finish(Terminal terminal, ImportSettings settings, ScaffoldService service, Gaps gaps, PlacesOf places)
    {
        ScaffoldResult result = ScaffoldResult.Of(service, gaps, settings.AssumeAnyState);
        string folder = Path.Combine(settings.Output, FolderName(service.Name));
        string[] files = Write(Path.GetFullPath(folder, terminal.WorkingDirectory), result, settings.Force, terminal.WorkingDirectory);
        var report = new ImportReport(
            service.Name,
            files,
            new ImportCounts(
                service.Entities.Count(entity => !entity.Singleton),
                service.Entities.Count(entity => entity.Singleton),
                service.Entities.Sum(entity => entity.AllActions.Count()),
                service.Entities.Sum(entity => entity.AllActions.Count(action => action.Tracking.Count > 0)),
                service.Types.Count),
            gaps.Open,
            gaps.Count,
            [.. Located(gaps.Kept, places)],
            [.. Unexplained(result, gaps)]);
        if (settings.Json)
        {
            terminal.Json(report);
        }
        else
        {
            Answer(terminal, report, settings.AssumeAnyState);
        }

        return result.Errors.Count == 0 && gaps.Open == 0 ? ExitCode.Success : ExitCode.Findings;
    }

    /// <summary>Errors that no open gap explains are a mistake of the importer: they are told in full.</summary>
    private static IEnumerable<string> Unexplained(ScaffoldResult result, Gaps gaps) => gaps.Open > 0
        ? []
        : result.Errors.Select(error => $"{error.File}({error.Span.StartLine + 1},{error.Span.StartColumn + 1}): error {error.Rule}: {error.Message}");

    /// <summary>Folders of services are written as those of this repository: small letters, words apart.</summary>
    private static string FolderName(string service) =>
        string.Concat(service.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(service[i - 1]) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static string[] Write(string folder, ScaffoldResult result, bool force, string workingDirectory)
    {
        if (!force && result.Files.Select(file => Path.Combine(folder, file.Name)).FirstOrDefault(File.Exists) is { } there)
        {
            throw ToolException.Usage($"'{Path.GetRelativePath(workingDirectory, there)}' is there already; --force writes over it");
        }

        Directory.CreateDirectory(folder);
        var paths = new List<string>();
        foreach ((string name, string text) in result.Files)
        {
            string path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            paths.Add(Path.GetRelativePath(workingDirectory, path).Replace('\\', '/'));
        }

        return [.. paths];
    }

    private static IEnumerable<ImportGap> Located(IReadOnlyList<Gap> gaps, PlacesOf places)
    {
        var known = gaps.Where(gap => gap.Origin.Line == 0 && gap.Origin.Pointer.StartsWith('#'))
            .GroupBy(gap => gap.Origin.File, StringComparer.Ordinal)
            .ToDictionary(file => file.Key, file => places(file.Key, file.Select(gap => gap.Origin.Pointer)), StringComparer.Ordinal);
        foreach (Gap gap in gaps)
        {
            (int line, int column) = (gap.Origin.Line, gap.Origin.Column);
            if (line == 0 && known.TryGetValue(gap.Origin.File, out var file) && file.TryGetValue(gap.Origin.Pointer, out (int Line, int Column) place))
            {
                (line, column) = place;
            }

            yield return new ImportGap(gap.Rule.Id, gap.Rule.IsOpen ? "error" : "warning", gap.Origin.File, gap.Origin.Pointer, line, column, gap.Message, gap.Rule.Help);
        }
    }

    private static void Answer(Terminal terminal, ImportReport report, bool assumed)
    {
        foreach (string file in report.Files)
        {
            terminal.Answer(file);
        }

        foreach (ImportGap gap in report.Gaps)
        {
            string place = gap.Line > 0 ? $"({gap.Line},{gap.Column})" : string.Empty;
            terminal.Talk($"{gap.File}{place}: {gap.Severity} {gap.Id}: {gap.Message} {gap.Help}");
        }

        foreach (string error in report.Errors)
        {
            terminal.Talk(error + " This is a mistake of the import; report it with the source.");
        }

        ImportCounts counts = report.Counts;
        terminal.Talk($"{Amount.Of(counts.Entities, "entity", "entities")}, {Amount.Of(counts.Singletons, "group")} of other operations, {Amount.Of(counts.Actions, "action")} of which {Amount.Of(counts.LongRunning, "runs", "run")} long, {Amount.Of(counts.Types, "type")}.");
        terminal.Talk(report.Open > 0
            ? $"{Amount.Of(report.Open, "state rule is", "state rules are")} open: write what the service does, or import with --assume-any-state."
            : report.GapCount > 0 && !assumed ? $"{Amount.Of(report.GapCount, "gap")}, none of which keeps the schema from being used." : "The schema has no error.");
    }
}

/// <summary>What an import did.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Files">The files that were written, relative to the working directory.</param>
/// <param name="Counts">How much was found.</param>
/// <param name="Open">How many gaps leave an error in the schema.</param>
/// <param name="GapCount">How many gaps there are, with those that are not listed.</param>
/// <param name="Gaps">The gaps, so many of each kind.</param>
/// <param name="Errors">Errors of the schema that no gap explains.</param>
internal sealed record ImportReport(
    string Service, IReadOnlyList<string> Files, ImportCounts Counts, int Open, int GapCount, IReadOnlyList<ImportGap> Gaps, IReadOnlyList<string> Errors);

/// <summary>How much an import found.</summary>
internal sealed record ImportCounts(int Entities, int Singletons, int Actions, int LongRunning, int Types);

/// <summary>A gap as it is told.</summary>
internal sealed record ImportGap(string Id, string Severity, string File, string Pointer, int Line, int Column, string Message, string Help);
