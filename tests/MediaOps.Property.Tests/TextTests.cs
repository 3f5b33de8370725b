using System.Reflection;
using System.Xml.Linq;
using FsCheck.Fluent;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Generator.Writing;
using MediaOps.PropertyTests.Arbitrary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace MediaOps.PropertyTests;

/// <summary>Texts of a schema in generated source, each as what it is.</summary>
public sealed class TextTests
{
    [Fact]
    public void A_literal_is_compiled_to_the_text_that_it_was_made_of() => Law.Holds(
        Gen.ArrayOf(TextGen.Any, 50),
        4,
        texts =>
        {
            IEnumerable<string> fields = texts.Select((text, i) => $"public const string F{i} = {Literal.Text(text)};");
            using var image = new MemoryStream();
            EmitResult result = Driver.Compilation("internal static class Texts { " + string.Join("\n", fields) + " }").Emit(image);
            Law.None(result.Diagnostics.Select(problem => problem.ToString()));
            Type compiled = Assembly.Load(image.ToArray()).GetType("Texts")!;
            Assert.All(texts, (text, i) => Assert.Equal(text, compiled.GetField("F" + i)!.GetRawConstantValue()));
        });

    [Fact]
    public void Documentation_stays_one_comment_of_well_formed_XML_that_keeps_what_can_be_read() => Law.Holds(
        TextGen.Any,
        2000,
        text =>
        {
            string xml = "<summary>" + Documentation.Text(text) + "</summary>";
            XElement element = XElement.Parse(xml);
            Assert.Empty(element.Elements());
            Assert.Equal(text.Where(char.IsAsciiLetterOrDigit), element.Value.Where(char.IsAsciiLetterOrDigit));

            CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit("/// " + xml + "\nclass C { }", options: new CSharpParseOptions(documentationMode: DocumentationMode.Diagnose));
            Assert.Empty(unit.GetDiagnostics());
            Assert.Equal("C", Assert.IsType<ClassDeclarationSyntax>(Assert.Single(unit.Members)).Identifier.ValueText);
            Assert.Single(unit.Members[0].GetLeadingTrivia(), trivia => trivia.HasStructure);
        },
        TextGen.Shorter);
}
