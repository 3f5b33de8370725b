using MediaOps.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MediaOps.Generator.Tests;

/// <summary>The first thing that a newcomer reads compiles.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_first_lines_of_the_README_compile_against_the_client_that_they_speak_of()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), TestContext.Current.CancellationToken);
        string lines = readme.Split("```csharp\n")[1].Split("```")[0];

        Compilation compilation = Driver.Generate(
            Driver.Compilation($$"""
                using System;
                using System.Threading.Tasks;
                using Media.AzureV2;
                using MediaOps;

                internal static class Reader
                {
                    public static async Task ReadAsync(Uri endpoint, IMediaOpsCredential credential, ChannelInput input)
                    {
                        {{lines}}
                    }
                }
                """),
            Schemas.AmsV2);

        Assert.Empty(Driver.Problems(compilation));
    }
}
