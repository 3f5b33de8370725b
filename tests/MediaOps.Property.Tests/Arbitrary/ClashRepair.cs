using MediaOps.Schema;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>Leaves out of a schema what its errors are about, until there are none: what is left are names that stand as near to each other as the checks allow.</summary>
internal static class ClashRepair
{
    private const int MaxRounds = 12;

    /// <summary>The schema without errors; null where they are about what it cannot do without.</summary>
    public static SchemaModel? Repaired(SchemaModel schema)
    {
        for (int round = 0; round < MaxRounds; round++)
        {
            Finding[] errors = [.. Errors(schema)];
            if (errors.Length == 0)
            {
                return schema;
            }

            schema = schema with
            {
                Types = Without(schema.Types, errors, "service"),
                Entities = [.. schema.Entities.Select(entity => Without(entity, errors))],
            };
        }

        return null;
    }

    private static IEnumerable<Finding> Errors(SchemaModel schema) =>
        SchemaSet.Load(schema.Files.Select(file => (file.Path, file.Text!))).Findings.Where(finding => finding.Severity == Severity.Error);

    private static EntityModel Without(EntityModel entity, Finding[] errors) => entity with
    {
        Types = Without(entity.Types, errors, entity.Name),
        Properties = [.. entity.Properties.Where(property => !IsWrong(errors, entity.Name, "properties/" + property.Name))],
        Actions = [.. entity.Actions.Where(action => !IsWrong(errors, entity.Name, "actions/" + action.Name))],
        Verbs = [.. entity.Verbs.Where(verb => !IsWrong(errors, entity.Name, "lifecycle/" + verb.Split('"')[1]))],
    };

    private static IReadOnlyList<TypeModel> Without(IReadOnlyList<TypeModel> types, Finding[] errors, string file) =>
        [.. types.Where(type => !IsWrong(errors, file, "types/" + type.Name))];

    private static bool IsWrong(Finding[] errors, string file, string member) => errors.Any(error =>
        error.File.EndsWith("/" + file + ".json", StringComparison.Ordinal) && (error.Member == member || error.Member.StartsWith(member + "/", StringComparison.Ordinal)));
}
