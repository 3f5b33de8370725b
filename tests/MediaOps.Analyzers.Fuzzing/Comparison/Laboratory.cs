using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Loader;
using MediaOps.Analyzers.Fuzzing.Execution;
using MediaOps.Analyzers.Fuzzing.Programs;
using MediaOps.Analyzers.Fuzzing.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace MediaOps.Analyzers.Fuzzing.Comparison;

/// <summary>Has programs of one service analyzed and run, many in one compilation.</summary>
internal sealed class Laboratory
{
    private const int Runs = 60;
    private const int RunsOfStraightLine = 200;

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(System.IO.Path.PathSeparator)
            .Where(path => System.IO.Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "MediaOps.Runtime.dll" or "MediaOps.Analyzers.Fuzzing.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    private readonly ServiceModel _service;
    private readonly int _seed;
    private readonly DiagnosticAnalyzer _analyzer;
    private readonly byte[] _client;
    private readonly CSharpCompilation _told;
    private readonly CSharpCompilation _true;

    /// <summary>A laboratory for one service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="seed">What its runs follow from.</param>
    /// <param name="analyzer">What is examined.</param>
    /// <param name="flaw">What the analyzer is told that is not so.</param>
    public Laboratory(ServiceModel service, int seed, DiagnosticAnalyzer analyzer, Flaw flaw = Flaw.None)
    {
        _service = service;
        _seed = seed;
        _analyzer = analyzer;
        SyntaxTree source = CSharpSyntaxTree.ParseText(ClientSource.Of(service, Flaw.None), Language, path: "Client.cs");
        _client = Image(Compilation("Client").AddSyntaxTrees(source));
        MetadataReference client = MetadataReference.CreateFromImage(_client);
        _true = Compilation("Programs").AddReferences(client);

        // A client may come as source or as an assembly: every second one each.
        SyntaxTree told = flaw == Flaw.None ? source : CSharpSyntaxTree.ParseText(ClientSource.Of(service, flaw), Language, path: "Client.cs");
        _told = seed % 2 == 0
            ? Compilation("Programs").AddSyntaxTrees(told)
            : Compilation("Programs").AddReferences(MetadataReference.CreateFromImage(Image(Compilation("Client").AddSyntaxTrees(told))));
    }

    /// <summary>Analyzes programs and runs them.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="patience">How many times as often as usual they are run.</param>
    public async Task<IReadOnlyList<Verdict>> ExamineAsync(IReadOnlyList<FuzzProgram> programs, int patience = 1)
    {
        SyntaxTree[] plain = [.. programs.Select(program => CSharpSyntaxTree.ParseText(program.Plain, Language, path: program.Name))];
        SyntaxTree[] probed = [.. programs.Select(program => CSharpSyntaxTree.ParseText(program.Probed, Language, path: program.Name))];
        CSharpCompilation runnable = _true.AddSyntaxTrees(probed);
        ILookup<string, Diagnostic> errors = runnable.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToLookup(Path);
        runnable = runnable.RemoveSyntaxTrees(probed.Where(tree => errors.Contains(tree.FilePath)));

        ImmutableArray<Diagnostic> said = await _told.AddSyntaxTrees(plain).WithAnalyzers([_analyzer]).GetAnalyzerDiagnosticsAsync();
        ILookup<string, Diagnostic> reports = said.ToLookup(Path);
        string[] crashes = [.. said.Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => diagnostic.ToString())];
        IReadOnlyDictionary<string, Journal> journals = Run(Image(runnable), [.. programs.Where(program => !errors.Contains(program.Name))], patience);
        return [.. programs.Select(program => new Verdict(
            program,
            [.. reports[program.Name].Select(Read)],
            journals.GetValueOrDefault(program.Name),
            [.. errors[program.Name].Select(error => error.ToString()), .. crashes.Where(crash => crash.Contains("SyntaxTree: " + program.Name + "\n", StringComparison.Ordinal))],
            patience))];
    }

    /// <summary>What the client says of the entities that a program is about, for whoever reads the program.</summary>
    public string Rules(FuzzProgram program)
    {
        IEnumerable<string> lines = _service.Entities.Where(entity => program.Plain.Contains(entity.Name, StringComparison.Ordinal)).SelectMany(entity => entity.Actions.Select(action =>
        {
            string Names(IReadOnlyList<int>? states) => states is null ? "*" : string.Join("|", states.Select(state => entity.States[state]));
            return FormattableString.Invariant($"// {entity.Name}.{action.Name}: {Names(action.From)} -> {Names(action.Via)} -> {Names(action.To)}, on failure {Names(action.OnFailure)}{(action.Parent is null ? "" : ", parent")}{(action.Children is null ? "" : ", children")}");
        }));
        return string.Join("\n", lines);
    }

    private Dictionary<string, Journal> Run(byte[] image, IReadOnlyList<FuzzProgram> programs, int patience)
    {
        var journals = new Dictionary<string, Journal>(StringComparer.Ordinal);
        var context = new AssemblyLoadContext("programs", isCollectible: true);
        try
        {
            context.LoadFromStream(new MemoryStream(_client));
            System.Reflection.Assembly assembly = context.LoadFromStream(new MemoryStream(image));
            foreach (FuzzProgram program in programs)
            {
                Func<World, Task> start = assembly.GetType(program.Name)!.GetMethod("Start")!.CreateDelegate<Func<World, Task>>();
                journals.Add(program.Name, Run(start, program.Traits, patience));
            }
        }
        finally
        {
            context.Unload();
        }

        return journals;
    }

    private Journal Run(Func<World, Task> start, Traits traits, int patience)
    {
        var journal = new Journal();
        bool isStraight = traits == Traits.None;
        int runs = patience * (isStraight ? RunsOfStraightLine : Runs);
        for (int run = 0; run < runs; run++)
        {
            // Faults hide what comes after them: a third of the runs has none.
            double faults = isStraight || run % 3 == 0 ? 0 : 0.15;
            new World(_service, journal, unchecked((_seed * 1_000_003) + run), faults, traits.HasFlag(Traits.Blocks)).Drive(start);
        }

        return journal;
    }

    private static CSharpCompilation Compilation(string name) =>
        CSharpCompilation.Create(name, [], Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    private static byte[] Image(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        return result.Success
            ? image.ToArray()
            : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }

    private static string Path(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath ?? "";

    private static Report Read(Diagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1,
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan),
        diagnostic.GetMessage(CultureInfo.InvariantCulture));
}
