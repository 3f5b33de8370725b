using MediaOps.Generator.Tests.Harness;
using MediaOps.PropertyTests.Arbitrary;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.PropertyTests;

public sealed class ValidSchemaTests
{
    [Fact]
    public void A_valid_schema_has_no_finding_that_is_an_error() =>
        Law.Holds(SchemaGen.Valid, 60, schema => Law.None(Consumer.Errors(schema.Files)), SchemaShrinker.Smaller);

    [Fact]
    public void What_is_generated_from_a_valid_schema_compiles_without_a_warning()
    {
        int round = 0;
        Law.Holds(
            SchemaGen.Valid,
            12,
            schema =>
            {
                LanguageVersion version = round++ % 2 == 0 ? LanguageVersion.CSharp9 : LanguageVersion.Latest;
                Law.None(Consumer.Problems(Driver.Generate(Driver.Compilation("", version), schema.Files)));
            },
            SchemaShrinker.Smaller);
    }
}
