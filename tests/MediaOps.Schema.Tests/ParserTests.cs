namespace MediaOps.Schema.Tests;

/// <summary>What the parser makes of a text, and when two results are equal.</summary>
public sealed class ParserTests
{
    private static readonly string Channel = Files.Text("ams-v2", "Channel.json");
    private static readonly string Service = Files.Text("ams-v2", "service.json");

    [Fact]
    public void The_same_text_gives_equal_results_with_equal_hash_codes()
    {
        ParsedFile first = SchemaParser.Parse(Channel, "Channel.json", FileKind.Entity);
        ParsedFile second = SchemaParser.Parse(Channel, "Channel.json", FileKind.Entity);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.Equal(SchemaParser.Parse(Service, "service.json", FileKind.Service), SchemaParser.Parse(Service, "service.json", FileKind.Service));
    }

    [Fact]
    public void White_space_and_comments_change_the_marks_and_not_the_spec()
    {
        ParsedFile first = SchemaParser.Parse(Channel, "Channel.json", FileKind.Entity);
        ParsedFile moved = SchemaParser.Parse("// moved\n" + Channel.Replace("{ ", "{\n\n   /* moved */ ", StringComparison.Ordinal), "Channel.json", FileKind.Entity);
        Assert.Equal(first.Entity, moved.Entity);
        Assert.Equal(first.Entity!.GetHashCode(), moved.Entity!.GetHashCode());
        Assert.NotEqual(first.Marks, moved.Marks);
        Assert.Equal(EntityFacts.From(first.Entity, "x"), EntityFacts.From(moved.Entity, "x"));
    }

    [Theory]
    [InlineData("\"maxLength\": 32", "\"maxLength\": 33")]
    [InlineData("\"from\": \"Stopped\", \"via\": \"Starting\"", "\"from\": \"Running\", \"via\": \"Starting\"")]
    [InlineData("\"typical\": \"2m\"", "\"typical\": \"3m\"")]
    [InlineData("\"wire\": \"IP.Allow\"", "\"wire\": \"IP.Deny\"")]
    public void A_real_change_changes_the_spec(string old, string replacement)
    {
        Assert.Contains(old, Channel, StringComparison.Ordinal);
        EntitySpec? first = SchemaParser.Parse(Channel, "c", FileKind.Entity).Entity;
        Assert.NotEqual(first, SchemaParser.Parse(Channel.Replace(old, replacement, StringComparison.Ordinal), "c", FileKind.Entity).Entity);
    }

    [Fact]
    public void Only_what_cannot_be_named_is_dropped()
    {
        EntitySpec entity = Sample.Parse(Sample.Machine
            .Replace("\"Speed\"", "\"speed-1\"", StringComparison.Ordinal)
            .Replace("\"via\": \"Starting\"", "\"via\": \"Startin\"", StringComparison.Ordinal)
            .Replace("\"from\": \"Running\"", "\"from\": \"Runing\"", StringComparison.Ordinal)).Entity!;
        Assert.Equal(["Id", "Name", "Settings", "State"], entity.Properties.Select(property => property.Name));
        Assert.Equal(["Start", "Stop"], entity.Actions.Select(action => action.Name));
        Assert.Empty(entity.Actions[0].Via);
        Assert.Null(entity.Actions[1].From);
    }

    [Fact]
    public void What_would_not_compile_is_dropped_and_the_rest_is_kept()
    {
        EntitySpec entity = Sample.Parse(Sample.Machine
            .Replace("\"Speed\": { \"type\": \"int\", \"minimum\": 1, \"maximum\": 9, \"default\": 3 }",
                "\"NAME\": { \"type\": \"int\" }, \"Speed\": { \"type\": \"int\", \"minimum\": \"low\", \"default\": \"3; evil()\", \"pattern\": \"(\" }", StringComparison.Ordinal)
            .Replace("\"Red\": null", "\"Unknown\": null, \"Red\": null", StringComparison.Ordinal)
            .Replace("\"Removed\": {", "\"Unknown\": { \"kind\": \"stable\" }, \"Removed\": {", StringComparison.Ordinal)).Entity!;
        Assert.Equal(["Id", "Name", "Settings", "Speed", "State"], entity.Properties.Select(property => property.Name));
        PropertySpec speed = entity.Properties.Single(property => property.Name == "Speed");
        Assert.Equal((null, Constraints.None), (speed.Default, speed.Constraints));
        Assert.Equal(["Red", "DarkBlue"], entity.Types[0].Values.Select(value => value.Name));
        Assert.DoesNotContain(entity.State!.Values, state => state.Name == "Unknown");
    }

    [Fact]
    public void An_index_is_equal_to_another_of_the_same_facts_in_any_order()
    {
        ParsedFile[] files = [.. Files.OfService("ams-v2").Select(file => SchemaParser.Parse(file.Text, file.Path, SchemaFiles.KindOf(file.Path)))];
        SchemaIndex first = SchemaIndex.Of(files);
        SchemaIndex second = SchemaIndex.Of(files.Reverse());
        Assert.Equal("Channel", first.Entity("schema/ams-v2", "Channel")?.Name);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, SchemaIndex.Of(files.Take(1)));
    }

    [Fact]
    public void Wire_names_and_durations_are_filled_in_by_the_services_rules()
    {
        SchemaService service = SchemaSet.Load([(Sample.ServicePath, Sample.Service), (Sample.MachinePath, Sample.Machine), (Sample.PartPath, Sample.Part)]).Services.Single();
        EntitySpec machine = service.Entities.Single(entity => entity.Name == "Machine");
        Assert.Equal(["id", "name", "settings", "speed", "state"], machine.Properties.Select(property => property.Wire));
        Assert.Equal(["RED", "DARK_BLUE"], machine.Types[0].Values.Select(value => value.Wire));
        Assert.Equal("STARTING", machine.State!.Values[1].Wire);
        Assert.Equal(["first", "last"], service.Spec.Types.Single().Properties.Select(property => property.Wire));
        Assert.All(machine.Properties, property => Assert.Equal(DurationFormat.Seconds, property.Duration));
        Assert.Equal("Machines", machine.Plural);
    }

    [Theory]
    [InlineData("schema/ams-v2/service.json", FileKind.Service)]
    [InlineData(@"C:\x\schema\ams-v2\Channel.json", FileKind.Entity)]
    [InlineData("schema/language/entity.schema.json", FileKind.None)]
    [InlineData("schema/readme.md", FileKind.None)]
    public void The_name_of_a_file_tells_what_it_is(string path, FileKind kind) => Assert.Equal(kind, SchemaFiles.KindOf(path));

    [Fact]
    public void Both_separators_name_one_folder() => Assert.Equal(SchemaFiles.FolderOf("a/b/c.json"), SchemaFiles.FolderOf(@"a\b\c.json"));

    [Fact]
    public void Fixed_body_members_become_JSON_of_one_spelling()
    {
        string text = Sample.Machine.Replace("\"to\": \"Running\"", "\"body\": { \"enabled\" : false, \"arn\": \"{Id}\\\"\" }, \"to\": \"Running\"", StringComparison.Ordinal);
        Assert.Equal("""{"enabled":false,"arn":"{Id}\""}""", Sample.Parse(text).Entity!.Actions[0].Body);
    }

    [Fact]
    public void A_file_that_is_no_object_gives_a_finding_and_no_spec()
    {
        ParsedFile file = Sample.Parse("[1, 2]");
        Assert.Null(file.Entity);
        Assert.Equal("MOPS0001", Assert.Single(file.Findings).Rule);
        Assert.Equal("MOPS0003", Assert.Single(Sample.Parse(string.Empty).Findings).Rule);
    }

    [Fact]
    public void Texts_cut_anywhere_never_throw()
    {
        // Without its last line break the file is still whole.
        for (int length = 0; length < Channel.TrimEnd().Length; length += 37)
        {
            ParsedFile file = SchemaParser.Parse(Channel[..length], "c", FileKind.Entity);
            Assert.NotEmpty(file.Findings);
        }
    }

    [Fact]
    public void Texts_with_any_one_value_replaced_never_throw()
    {
        string[] values = ["null", "[]", "{}", "\"\"", "-1", "1e999", "\"\\u0000\"", "[[\"a\"]]", "{\"a\":{}}"];
        int next = 0;
        foreach ((string text, FileKind kind) in new[]
        {
            (Channel, FileKind.Entity), (Service, FileKind.Service), (WordTests.EntityText, FileKind.Entity), (WordTests.ServiceText, FileKind.Service),
            (Files.Text("livestream", "Event.json"), FileKind.Entity), (Files.Text("ams-v3", "service.json"), FileKind.Service),
        })
        {
            for (int at = text.IndexOf(": ", StringComparison.Ordinal); at >= 0; at = text.IndexOf(": ", at + 2, StringComparison.Ordinal))
            {
                int end = text.IndexOfAny([',', '\n', '}'], at);
                string broken = text[..(at + 2)] + values[next++ % values.Length] + text[end..];
                SchemaSet set = SchemaSet.Load([("s/service.json", kind == FileKind.Service ? broken : Service), ("s/Channel.json", kind == FileKind.Entity ? broken : Channel)]);
                Assert.All(set.Findings, finding => Assert.NotNull(Rules.Find(finding.Rule)));
            }
        }
    }
}
