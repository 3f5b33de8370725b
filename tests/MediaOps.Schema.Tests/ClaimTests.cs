namespace MediaOps.Schema.Tests;

/// <summary>Names that files take from each other.</summary>
public sealed class ClaimTests
{
    private const string Other = "schema/other/service.json";

    [Fact]
    public void A_type_of_two_services_in_one_namespace_is_reported_on_both()
    {
        SchemaSet set = SchemaSet.Load([(Sample.ServicePath, Sample.Service), (Other, OtherService("Media.Svc", "Span"))]);

        Assert.Equal([(Other, "types/Span"), (Sample.ServicePath, "types/Span")], Found(set, "MOPS0107"));
    }

    [Fact]
    public void A_client_of_two_services_in_one_namespace_is_reported_on_both()
    {
        SchemaSet set = SchemaSet.Load([(Sample.ServicePath, Sample.Service), (Other, OtherService("Media.Svc", "Thing").Replace("\"endpoint\"", "\"client\": \"SvcClient\", \"endpoint\"", StringComparison.Ordinal))]);

        Assert.Equal([(Other, "client"), (Sample.ServicePath, "client")], Found(set, "MOPS0102"));
    }

    [Fact]
    public void A_type_named_like_the_namespace_of_another_service_is_reported_on_both()
    {
        SchemaSet set = SchemaSet.Load([(Sample.ServicePath, Sample.Service), (Other, OtherService("Media", "Svc"))]);

        Assert.Equal([(Other, "types/Svc"), (Sample.ServicePath, "namespace")], Found(set, "MOPS0102"));
    }

    [Fact]
    public void Services_in_namespaces_of_their_own_may_use_the_same_names() =>
        Assert.Empty(Found(SchemaSet.Load([(Sample.ServicePath, Sample.Service), (Other, OtherService("Media.Other", "Span"))]), "MOPS0102", "MOPS0107"));

    [Fact]
    public void Two_services_in_one_folder_are_reported_on_both()
    {
        SchemaSet set = SchemaSet.Load([("schema/svc/SERVICE.json", OtherService("Media.Other", "Thing")), (Sample.ServicePath, Sample.Service)]);

        Assert.Equal([("schema/svc/SERVICE.json", "service"), (Sample.ServicePath, "service")], Found(set, "MOPS0107"));
    }

    [Fact]
    public void The_collections_of_two_children_that_share_a_plural_are_reported()
    {
        string inside = Sample.Part.Replace("\"entity\": \"Part\"", "\"entity\": \"Bolt\", \"plural\": \"Parts\"", StringComparison.Ordinal)
            .Replace("PartState", "BoltState", StringComparison.Ordinal)
            .Replace("\"POST /parts\"", "\"POST /machines/{MachineId}/bolts\"", StringComparison.Ordinal)
            .Replace("\"access\": \"createOnly\" }", "\"access\": \"createOnly\", \"in\": \"path\" }", StringComparison.Ordinal)
            .Replace("/parts/{Id}", "/machines/{MachineId}/bolts/{Id}", StringComparison.Ordinal);
        SchemaSet set = SchemaSet.Load([(Sample.ServicePath, Sample.Service), (Sample.MachinePath, Sample.Machine), (Sample.PartPath, Sample.Part), ("schema/svc/Bolt.json", inside)]);

        Finding finding = Assert.Single(set.Findings, finding => finding.Rule == "MOPS0102");
        Assert.Equal((Sample.MachinePath, "entity"), (finding.File, finding.Member));
        Assert.Contains("'Parts' comes from the collection of entity Bolt and from the collection of entity Part", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_asks_for_the_operations_of_a_singleton_stands_beside_its_actions()
    {
        const string Tools = """
            { "entity": "Tools", "singleton": true, "actions": {
              "GetReport": { "http": "POST /tools/report", "tracking": "op", "returns": { "type": "int" } },
              "GetReportOperation": { "http": "POST /tools/other" } } }
            """;
        SchemaSet set = SchemaSet.Load([(Sample.ServicePath, Sample.Service), ("schema/svc/Tools.json", Tools)]);

        Assert.Equal([("schema/svc/Tools.json", "actions/GetReportOperation")], Found(set, "MOPS0102"));
    }

    [Fact]
    public void A_parameter_may_have_the_name_of_a_member_of_every_object() => Assert.Empty(SchemaSet.Load(Sample.With(
        Sample.MachinePath,
        "\"http\": \"POST /machines/{Id}/start\", ",
        "\"http\": \"POST /machines/{Id}/start\", \"parameters\": { \"ToString\": { \"type\": \"int\" } }, ")).Findings);

    private static string OtherService(string @namespace, string type) => $$"""
        { "service": "Other", "namespace": "{{@namespace}}", "endpoint": "https://other.example.com",
          "types": { "{{type}}": { "properties": { "Of": { "type": "{{type}}" } } } } }
        """;

    private static IEnumerable<(string File, string Member)> Found(SchemaSet set, params string[] rules) => set.Findings
        .Where(finding => rules.Contains(finding.Rule, StringComparer.Ordinal))
        .Select(finding => (finding.File, finding.Member))
        .OrderBy(found => found.File, StringComparer.Ordinal);
}
