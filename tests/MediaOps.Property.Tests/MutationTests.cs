using MediaOps.Generator.Tests.Harness;
using MediaOps.PropertyTests.Arbitrary;
using MediaOps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaOps.PropertyTests;

/// <summary>A file that anybody may have written: what is wrong with it is said, and never becomes an error of generated code.</summary>
public sealed class MutationTests
{
    [Fact]
    public void Whatever_a_file_says_the_generator_answers_with_findings_inside_of_it() => Law.Holds(
        MutationGen.Files,
        100,
        mutated =>
        {
            GeneratorRunResult result = Driver.Run(mutated.Files).Results.Single();
            Assert.Null(result.Exception);
            Law.None(result.Diagnostics.Where(finding => finding.Id == Rules.InternalError.Id).Select(finding => finding.ToString()));
            Assert.All(result.Diagnostics, finding =>
            {
                string text = mutated.Files.Single(file => file.Path == finding.Location.GetLineSpan().Path).Text!;
                Assert.InRange(finding.Location.SourceSpan.End, 0, text.Length);
            });
        },
        MutationGen.Smaller);

    [Fact]
    public void Whatever_a_file_says_what_is_generated_compiles_and_holds_no_code_of_the_file()
    {
        int round = 0;
        Law.Holds(
            MutationGen.Files,
            20,
            mutated =>
            {
                LanguageVersion version = round++ % 2 == 0 ? LanguageVersion.CSharp9 : LanguageVersion.Latest;
                Compilation output = Driver.Generate(Driver.Compilation("", version), mutated.Files);
                Law.None(Consumer.Problems(output));
                Assert.DoesNotContain(
                    output.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<BaseTypeDeclarationSyntax>(),
                    type => type.Identifier.ValueText == "Injected");
            },
            MutationGen.Smaller);
    }
}
