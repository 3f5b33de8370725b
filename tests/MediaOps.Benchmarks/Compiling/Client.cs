using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace MediaOps.Benchmarks.Compiling;

/// <summary>The generated client of ams-v2 as the library that a measured project references.</summary>
internal static class Client
{
    /// <summary>Where the framework and the runtime of MediaOps are.</summary>
    public static ImmutableArray<string> FrameworkPaths { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "MediaOps.Runtime.dll")),
    ];

    /// <summary>The framework and the runtime of MediaOps.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } = [.. FrameworkPaths.Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The client as something to reference.</summary>
    public static MetadataReference Compile() => MetadataReference.CreateFromImage(Image());

    /// <summary>Generates the client and compiles it.</summary>
    public static byte[] Image()
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        CSharpCompilation empty = CSharpCompilation.Create("Media.AzureV2", [], Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<AdditionalText> files =
        [
            .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "schema", "ams-v2"), "*.json").Order(StringComparer.Ordinal)
                .Select(file => new SchemaText("/project/schema/ams-v2/" + Path.GetFileName(file), File.ReadAllText(file))),
        ];
        GeneratorRun.Create(files, parse).RunGeneratorsAndUpdateCompilation(empty, out Compilation client, out _);
        using var image = new MemoryStream();
        EmitResult result = client.Emit(image);
        return result.Success
            ? image.ToArray()
            : throw new InvalidOperationException("The generated client does not compile:\n" + string.Join('\n', result.Diagnostics));
    }
}
