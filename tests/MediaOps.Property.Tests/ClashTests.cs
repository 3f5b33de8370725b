using FsCheck.Fluent;
using MediaOps.Generator.Tests.Harness;
using MediaOps.PropertyTests.Arbitrary;
using MediaOps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.PropertyTests;

/// <summary>Names that get in each other's way: what a check passes compiles, and the generator refuses nothing that a check does not.</summary>
public sealed class ClashTests
{
    [Fact]
    public void The_generator_says_what_a_check_of_the_schema_says_and_nothing_else() =>
        Law.Holds(ClashGen.Clashing, 100, schema => Assert.Equal(Checked(schema), Generated(schema)), SchemaShrinker.Smaller);

    [Fact]
    public void Whatever_names_a_schema_uses_what_is_generated_compiles_without_a_warning() =>
        Law.Holds(ClashGen.Clashing, 15, schema => Law.None(Consumer.Problems(Compiled(schema))), SchemaShrinker.Smaller);

    [Fact]
    public void Whatever_names_a_check_passes_what_they_are_of_is_generated_and_compiles_without_a_warning() =>
        Law.Holds(
            ClashGen.Clashing.Select(ClashRepair.Repaired).Where(repaired => repaired is not null).Select(repaired => repaired!),
            15,
            schema =>
            {
                Compilation output = Compiled(schema);
                Law.None(Consumer.Problems(output));
                Law.None(Missing(schema, output));
            });

    /// <summary>What is generated, under the oldest version of the language for which it is, or the newest.</summary>
    private static Compilation Compiled(SchemaModel schema) =>
        Driver.Generate(Driver.Compilation("", schema.Entities.Count % 2 == 0 ? LanguageVersion.CSharp9 : LanguageVersion.Latest), schema.Files);

    private static SchemaSet Loaded(SchemaModel schema) => SchemaSet.Load(schema.Files.Select(file => (file.Path, file.Text!)));

    private static IEnumerable<string> Checked(SchemaModel schema) => Loaded(schema).Findings
        .Select(finding => $"{finding.File} {finding.Span.Start} {finding.Rule} {finding.Message}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Generated(SchemaModel schema) => Driver.Findings(schema.Files)
        .Select(finding => $"{finding.Location.GetLineSpan().Path} {finding.Location.SourceSpan.Start} {finding.Id} {finding.GetMessage(null)}")
        .Order(StringComparer.Ordinal);

    /// <summary>What the schema names and nobody can use.</summary>
    private static IEnumerable<string> Missing(SchemaModel schema, Compilation output)
    {
        string space = "Acme." + schema.Name + ".";
        foreach (EntityModel entity in schema.Entities)
        {
            IEnumerable<(string Type, string Member)> members =
            [
                .. entity.Needed.Concat(entity.Properties).Select(property => (entity.Name, property.Name)),
                .. entity.Actions.SelectMany(action => new[] { action.Name, action.Name + "Async" }).Select(name => (entity.Name, name)),
                .. schema.Types.Concat(entity.Types).SelectMany(type => type.Properties.Select(property => property.Name).Concat(type.Values).Select(name => (type.Name, name))),
            ];
            foreach ((string type, string member) in members.Where(wanted => output.GetTypeByMetadataName(space + wanted.Type)?.GetMembers(wanted.Member).IsEmpty != false))
            {
                yield return type + "." + member + " is neither generated nor reported";
            }
        }
    }
}
