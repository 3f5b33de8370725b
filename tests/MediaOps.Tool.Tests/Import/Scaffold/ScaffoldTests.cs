using MediaOps.Schema;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

public sealed class ScaffoldTests
{
    [Fact]
    public void A_scaffold_becomes_files_that_the_schema_library_reads()
    {
        ScaffoldService service = Samples.Media();
        service.Entities[0].State!.Initial = "Idle";
        ScaffoldAction start = service.Entities[0].Actions[0];
        (start.From, start.To) = (["Idle"], ["Running"]);
        start.Via.Add("Starting");
        service.Entities[0].Actions.Add(new ScaffoldAction { Name = "Stop", Method = "POST", Path = "/channels/{Id}/stop", From = ["Running"], To = ["Idle"] });
        var gaps = new Gaps();

        ScaffoldResult result = ScaffoldResult.Of(service, gaps, assumeAnyState: false);

        Assert.Empty(result.Errors);
        Assert.Empty(gaps.Kept);
        Assert.Equal(["service.json", "Channel.json"], result.Files.Select(file => file.Name));
    }

    [Fact]
    public void The_text_is_the_one_that_people_write()
    {
        ScaffoldResult result = ScaffoldResult.Of(Samples.Media(), new Gaps(), assumeAnyState: false);

        string text = result.Files[1].Text.ReplaceLineEndings("\n");
        Assert.StartsWith("{\n  \"$schema\": \"../language/entity.schema.json\",\n  \"entity\": \"Channel\",\n", text, StringComparison.Ordinal);
        Assert.Contains("\n    \"Id\": { \"type\": \"string\", \"access\": \"readOnly\" },\n", text, StringComparison.Ordinal);
        Assert.Contains("\"Title\": { \"type\": \"string\", \"wire\": \"the.title\", \"maxLength\": 5 }", text, StringComparison.Ordinal);
        Assert.Contains("\"Start\": { \"http\": \"POST /channels/{Id}/start\", \"tracking\": \"wait\" }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_rule_is_a_gap_at_its_place_in_the_source()
    {
        var gaps = new Gaps();

        ScaffoldResult result = ScaffoldResult.Of(Samples.Media(), gaps, assumeAnyState: false);

        Assert.NotEmpty(result.Errors);
        Gap open = gaps.Kept.Single(gap => gap.Rule == GapRules.States);
        Assert.Equal("#/paths/start", open.Origin.Pointer);
        Assert.Contains("'Channel.Start'", open.Message, StringComparison.Ordinal);
        Assert.Contains(gaps.Kept, gap => gap.Rule == GapRules.InitialState);
        Assert.Equal(2, gaps.Open);
    }

    [Fact]
    public void Assumptions_leave_no_error_and_no_warning()
    {
        var gaps = new Gaps();

        ScaffoldResult result = ScaffoldResult.Of(Samples.Media(), gaps, assumeAnyState: true);

        Assert.DoesNotContain(SchemaSet.Load(result.Files).Findings, finding => finding.Severity != Severity.Info);
        Assert.Equal(0, gaps.Open);
        Assert.Contains(gaps.Kept, gap => gap.Rule == GapRules.Assumed && gap.Message.Contains("Channel.Start", StringComparison.Ordinal));
    }

    [Fact]
    public void Types_stand_where_they_are_used()
    {
        ScaffoldService service = Samples.Media();
        foreach (string name in new[] { "Unused", "Shared", "Own" })
        {
            service.Types.Add(new ScaffoldType { Name = name, Properties = { new ScaffoldProperty { Name = "Next", Wire = "Next", Type = name } } });
        }

        service.Entities[0].Properties.Add(new ScaffoldProperty { Name = "One", Wire = "One", Type = "Own[]" });
        service.Entities[0].Properties.Add(new ScaffoldProperty { Name = "Two", Wire = "Two", Type = "Shared{}" });
        service.Entities.Add(new ScaffoldEntity
        {
            Name = "Other",
            Singleton = true,
            Actions = { new ScaffoldAction { Name = "Ask", Method = "GET", Path = "/ask", Returns = new ScaffoldReturn("Shared") } },
        });

        ScaffoldResult result = ScaffoldResult.Of(service, new Gaps(), assumeAnyState: true);

        Assert.Empty(result.Errors);
        Assert.Contains("\"Shared\": {", Text("service.json"), StringComparison.Ordinal);
        Assert.Contains("\"Own\": {", Text("Channel.json"), StringComparison.Ordinal);
        Assert.DoesNotContain(result.Files, file => file.Text.Contains("\"Unused\": {", StringComparison.Ordinal));

        string Text(string name) => result.Files.Single(file => file.Name == name).Text;
    }

    [Fact]
    public void Waiting_for_a_state_that_the_action_does_not_change_is_given_up()
    {
        ScaffoldService service = Samples.Media();
        service.Tracking[0].Kind = "entity-state";
        service.Tracking[0].HandleHeaders.Clear();
        service.Tracking[0].PendingHttp.Clear();
        var gaps = new Gaps();

        ScaffoldResult result = ScaffoldResult.Of(service, gaps, assumeAnyState: true);

        Assert.Empty(result.Errors);
        Assert.Contains(gaps.Kept, gap => gap.Rule == GapRules.Tracking);
    }

    [Fact]
    public void An_entity_may_not_take_the_name_of_the_service_file()
    {
        ScaffoldService service = Samples.Media();
        service.Entities[0].Name = "Service";
        service.Entities[0].Properties.Single(property => property.Name == "State").Type = "ServiceState";

        ScaffoldResult result = ScaffoldResult.Of(service, new Gaps(), assumeAnyState: true);

        Assert.Empty(result.Errors);
        Assert.Equal(["service.json", "ServiceEntity.json"], result.Files.Select(file => file.Name));
    }
}
