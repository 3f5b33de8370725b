using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using MediaOps.Analyzers;
using MediaOps.Benchmarks.Measuring;

namespace MediaOps.Benchmarks.Compiling;

/// <summary>
/// Compiles a project by the SDK's own compiler, each time in a process of its own. In no other way is it the compiler that binds a body once, for the assembly and
/// for the analyzers that look on; an analysis beside a compilation would bind all bodies again, and that would be taken for the analyzer's cost.
/// </summary>
internal sealed class Build : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediaops-benchmark");
    private readonly string _arguments;

    /// <summary>Writes what the compiler reads.</summary>
    /// <param name="project">The source.</param>
    /// <param name="references">Paths of the assemblies that it references.</param>
    public Build(Project project, IEnumerable<string> references)
    {
        _arguments = Path.Combine(_folder.FullName, "build.rsp");
        var lines = new List<string> { "-nologo", "-noconfig", "-nostdlib", "-target:library", "-nullable:enable", "-deterministic", "-out:\"" + Path.Combine(_folder.FullName, "Acme.dll") + "\"" };
        lines.AddRange(references.Select(path => "-reference:\"" + path + "\""));
        for (int i = 0; i < project.Files.Count; i++)
        {
            string path = Path.Combine(_folder.FullName, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Part{i}.cs"));
            File.WriteAllText(path, project.Files[i]);
            lines.Add("\"" + path + "\"");
        }

        File.WriteAllLines(_arguments, lines);
        string severities = Path.Combine(_folder.FullName, ".globalconfig");
        File.WriteAllLines(severities, Rules.Select(rule => "dotnet_diagnostic." + rule + ".severity = warning").Prepend("is_global = true"));
        AsBySdk = [.. SdkAnalyzers.Select(path => "-analyzer:" + path), "-analyzerconfig:" + SdkSeverities];
        WithStateAnalyzer = [.. AsBySdk, "-analyzer:" + typeof(StateAnalyzer).Assembly.Location, "-analyzerconfig:" + severities];
    }

    /// <summary>How many diagnostics of the state analyzer the last build with it printed.</summary>
    public int Said { get; private set; }

    private static ImmutableArray<string> Rules => [.. new StateAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Distinct(StringComparer.Ordinal)];

    private static string Compiler => Told("Compiler");

    private static string[] SdkAnalyzers => [.. Directory.GetFiles(Told("SdkAnalyzers"), "*.NetAnalyzers.dll").Where(path => !path.Contains("VisualBasic", StringComparison.Ordinal))];

    private static string SdkSeverities => Told("SdkSeverities");

    private string[] AsBySdk { get; }

    private string[] WithStateAnalyzer { get; }

    /// <summary>
    /// The compiler as the SDK calls it, with its own analyzers as they are by default, and beside it, at the same time, the compiler that has the state analyzer too, with
    /// every rule a warning. Milliseconds of CPU of both: what slows the machine down slows both.
    /// </summary>
    public Task<double[]> RoundAsync() => Task.WhenAll(RunAsync("sdk", AsBySdk), RunAsync("state", WithStateAnalyzer));

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Told(string name) => typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!;

    private async Task<double> RunAsync(string name, string[] more)
    {
        var start = new ProcessStartInfo(ChildProcess.Shell, [.. ChildProcess.Timed("dotnet"), "exec", Compiler, "@" + _arguments, "-out:" + Path.Combine(_folder.FullName, name + ".dll"), .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // What the runtime instruments and compiles anew, and when, differs from run to run by more than is to be seen here.
        start.Environment["DOTNET_TieredPGO"] = "0";

        // Threads that share a core slow each other down, and how much of that is counted as their CPU time is chance.
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The compiler did not start.");
        Task<string> times = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        string[] told = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("The measured project does not compile:\n" + string.Join('\n', told.Take(10)));
        }

        if (more.Length > AsBySdk.Length)
        {
            Said = told.Count(line => Rules.Any(rule => line.Contains(" " + rule + ":", StringComparison.Ordinal)));
        }

        return ChildProcess.CpuTime(await times).TotalMilliseconds;
    }
}
