using System.Reflection;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Schema;
using MediaOps.Tool.Diff;
using MediaOps.Tool.Diff.Facets;
using MediaOps.Tool.Diff.Tables;

namespace MediaOps.Tool.Tests.Diff;

/// <summary>No member of the spec can change unseen.</summary>
public sealed class CompletenessTests
{
    /// <summary>Records without a table: one is compared as a value, the other as a name with its text.</summary>
    private static readonly Type[] Values = [typeof(TypeRef), typeof(NamedText)];

    public static TheoryData<string> Services => [.. Schemas.Services, "facility"];

    [Fact]
    public void Every_member_of_every_spec_record_has_a_row_in_a_table()
    {
        Dictionary<Type, string[]> rows = Tables().ToDictionary(table => table.Record, table => table.Members);
        string[] missing =
        [
            .. Records().SelectMany(record => Mutations.PropertiesOf(record)
                .Where(property => !rows.GetValueOrDefault(record, []).Contains(property.Name, StringComparer.Ordinal))
                .Select(property => record.Name + "." + property.Name)),
        ];
        string[] left = [.. rows.SelectMany(table => table.Value.Where(member => table.Key.GetProperty(member) is null).Select(member => table.Key.Name + "." + member))];

        Assert.Empty(missing);
        Assert.Empty(left);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void No_value_of_a_schema_changes_unseen_and_every_change_says_what_it_means(string name)
    {
        foreach ((PropertyInfo changed, SchemaService old, SchemaService @new) in Mutated(Read(name)))
        {
            Change[] changes = [.. SchemaDiff.Compare(old, @new)];

            Assert.True(changes.Length > 0, $"A change of {changed.DeclaringType!.Name}.{changed.Name} is not seen.");
            Assert.All(changes, change =>
            {
                Assert.Matches(@"^\S.*\S\.$", change.What);
                Assert.Matches(@"^[A-Z].*\S\.$", change.Effect);
                Assert.DoesNotContain("''", change.What, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void The_services_and_the_facility_change_every_member_there_is()
    {
        HashSet<PropertyInfo> changed = [.. Schemas.Services.Append("facility").SelectMany(name => Mutated(Read(name))).Select(mutation => mutation.Changed)];
        string[] never = [.. Records().SelectMany(Mutations.PropertiesOf).Where(property => !changed.Contains(property) && !Mutations.IsRecord(property.PropertyType)).Select(property => property.DeclaringType!.Name + "." + property.Name)];

        Assert.Empty(never);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_schema_does_not_differ_from_itself(string name) => Assert.Empty(SchemaDiff.Compare([Read(name)], [Read(name)]));

    /// <summary>The service by itself, and with each of its entities alone: all of it each time would take long.</summary>
    private static IEnumerable<(PropertyInfo Changed, SchemaService Old, SchemaService New)> Mutated(SchemaService service)
    {
        SchemaService alone = service with { Entities = default };
        return Mutations.Of(service.Spec).Select(mutation => (mutation.Changed, alone, alone with { Spec = (ServiceSpec)mutation.Tree }))
            .Concat(service.Entities.SelectMany(entity => Mutations.Of(entity)
                .Select(mutation => (mutation.Changed, alone with { Entities = new([entity]) }, alone with { Entities = new([(EntitySpec)mutation.Tree]) }))));
    }

    private static SchemaService Read(string name) => Assert.Single(
        SchemaSet.Load((name == "facility" ? Facility.All : Schemas.Of(name)).Select(file => (file.Path, file.Text!))).Services);

    /// <summary>The records that a service is made of, found from its type.</summary>
    private static HashSet<Type> Records()
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>([typeof(ServiceSpec), typeof(EntitySpec)]);
        while (open.TryDequeue(out Type? type))
        {
            if (found.Add(type))
            {
                foreach (PropertyInfo property in Mutations.PropertiesOf(type))
                {
                    Type held = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                    held = held.IsGenericType ? held.GetGenericArguments()[0] : held;
                    if (Mutations.IsRecord(held) && !Values.Contains(held))
                    {
                        open.Enqueue(held);
                    }
                }
            }
        }

        return found;
    }

    private static IEnumerable<(Type Record, string[] Members)> Tables() => typeof(ServiceTables).Assembly.GetTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(property => property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Table<>))
        .Select(property => (property.PropertyType.GetGenericArguments()[0], Members(property.GetValue(null)!)));

    private static string[] Members(object table) => [.. ((IEnumerable<object>)table.GetType().GetProperty(nameof(Table<object>.Facets))!.GetValue(table)!)
        .Select(facet => (string)facet.GetType().GetProperty(nameof(Facet<object>.Member))!.GetValue(facet)!)];
}
