using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using MediaOps.Analyzers;
using MediaOps.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace MediaOps.Tool.Tests.Diff;

/// <summary>A program and the generated client that it uses, each an assembly of its own, so that a program can meet a newer client than the one it was compiled with.</summary>
internal static class ClientPair
{
    private static readonly ConcurrentDictionary<string, byte[]> Known = new(StringComparer.Ordinal);

    /// <summary>The errors of a program with the client of some schemas: those of C#, and those of the state rules.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(SchemaText[] files, string program)
    {
        Compilation compilation = Consumer(Client(files), program);
        ImmutableArray<Diagnostic> states = await compilation.WithAnalyzers([new StateAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)
            .Concat(states.Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error))
            .Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>Runs <c>static string Consumer.Run()</c>, compiled with the client of one set of schemas, with that of another.</summary>
    public static string Run(SchemaText[] compiledWith, SchemaText[] runsWith, string program)
    {
        var context = new AssemblyLoadContext("program with another client", isCollectible: true);
        try
        {
            context.LoadFromStream(Client(runsWith));
            Assembly consumer = context.LoadFromStream(Emit(Consumer(Client(compiledWith), program)));
            return (string)consumer.GetType("Consumer")!.GetMethod("Run", BindingFlags.Static | BindingFlags.Public)!.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>The client of some schemas; that of the old ones is needed by every test.</summary>
    private static MemoryStream Client(SchemaText[] files) => new(Known.GetOrAdd(string.Join("\n", files.Select(file => file.Text)), _ =>
        Emit(Driver.Generate(Driver.Compilation(string.Empty).WithAssemblyName("Client"), files)).ToArray()));

    private static CSharpCompilation Consumer(MemoryStream client, string program) => Driver.Compilation(program)
        .AddReferences(MetadataReference.CreateFromStream(client))
        .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static MemoryStream Emit(Compilation compilation)
    {
        var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        return image;
    }
}
