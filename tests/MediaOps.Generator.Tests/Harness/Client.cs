using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace MediaOps.Generator.Tests.Harness;

/// <summary>A generated client that was compiled and loaded.</summary>
internal sealed class Client
{
    private Client(Assembly assembly) => Assembly = assembly;

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Generates, compiles and loads.</summary>
    /// <param name="files">The schema files.</param>
    /// <param name="program">C# that uses the client.</param>
    public static Client Of(SchemaText[] files, string program = "")
    {
        Compilation compilation = Driver.Generate(Driver.Compilation(program), files);
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        return new Client(new AssemblyLoadContext("generated client").LoadFromStream(image));
    }

    /// <summary>A type by its simple name.</summary>
    public Type Type(string name) => Assembly.GetTypes().Single(type => type.Name == name);

    /// <summary>Calls <c>static Task&lt;string&gt; Consumer.Run(HttpMessageHandler)</c>.</summary>
    public Task<string> RunAsync(HttpMessageHandler handler) => (Task<string>)Type("Consumer").GetMethod("Run")!.Invoke(null, [handler])!;
}
