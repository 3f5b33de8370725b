using System.Net;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

public sealed class SchemaTests
{
    [Fact]
    public async Task An_action_may_pass_several_states_and_end_where_it_began()
    {
        using var bench = new Bench(files: Schemas.WithProgram());
        string channel = await bench.Channel();
        string program = await bench.Program(channel);
        bench.Changes.Clear();
        await bench.Send("POST", $"Programs('{program}')/Twist");
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.Send("GET", $"Programs('{program}')");
        Assert.Equal(["Stopped>Starting@60", "Starting>Stopping@75", "Stopping>Stopped@90"], bench.Changes);
    }

    [Fact]
    public void A_schema_with_errors_is_refused_with_file_line_and_column()
    {
        List<(string Path, string Text)> files = [.. Schemas.WithProgram().Select(f => (f.Path, f.Text.Replace("\"via\":\"Starting\"", "\"via\":\"Startin\"", StringComparison.Ordinal)))];
        EmulatorSchemaException error = Assert.Throws<EmulatorSchemaException>(() => Emulator.FromFiles(files));
        Assert.Matches(@"s/Channel\.json\(\d+,\d+\): MOPS\d+: ", error.Message);
    }

    [Fact]
    public void A_folder_that_is_missing_or_holds_no_service_is_told()
    {
        Assert.Throws<DirectoryNotFoundException>(() => Emulator.FromDirectory(Path.Combine(Bench.Schema, "none")));
        Assert.Throws<EmulatorSchemaException>(() => Emulator.FromFiles([]));
    }

    [Theory]
    [InlineData("^enc-[0-9a-f]{8}$", "enc-0123abcd")]
    [InlineData("^[0-9]{7}$", "1234567")]
    [InlineData("^live/[0-9]+/main$", "live/7/main")]
    [InlineData("^job-[0-9]{4}$", "job-0001")]
    public async Task Ids_look_like_the_example_where_they_hold_no_guid(string pattern, string example)
    {
        using var bench = new Bench(files: Schemas.WithProgram(channel: c => c["id"] = new JsonObject { ["property"] = "Id", ["pattern"] = pattern, ["example"] = example }));

        Assert.Matches(pattern, await bench.Channel("one"));
        Assert.Matches(pattern, await bench.Channel("two"));
        Assert.Equal(2, bench.Emulator.Entities.Select(entity => entity.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Names_may_repeat_where_the_schema_does_not_say_that_they_are_unique()
    {
        using var bench = new Bench(files: Schemas.WithProgram(channel: c => c["properties"]!["Name"]!.AsObject().Remove("unique")));

        await bench.Channel("same");
        await bench.Channel("same");

        Assert.Equal(["same", "same"], bench.Emulator.Entities.Select(entity => entity.Name));
    }

    [Theory]
    [InlineData("Programs", HttpStatusCode.Conflict)]
    [InlineData("Channels('{ChannelId}')/Programs", HttpStatusCode.Accepted)]
    public async Task What_is_unique_is_so_in_its_list(string list, HttpStatusCode expected)
    {
        using var bench = new Bench(files: Schemas.WithProgram(program: p =>
        {
            p["properties"]!["Name"]!["unique"] = true;
            p["lifecycle"]!["list"]!["http"] = "GET /" + list;
        }));
        string one = await bench.Channel("one");
        string two = await bench.Channel("two");
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("POST", "Programs", Schemas.ProgramBody("news", one))).StatusCode);

        Assert.Equal(HttpStatusCode.Conflict, (await bench.Send("POST", "Programs", Schemas.ProgramBody("NEWS", one))).StatusCode);
        Assert.Equal(expected, (await bench.Send("POST", "Programs", Schemas.ProgramBody("news", two))).StatusCode);
    }

    [Fact]
    public async Task An_update_takes_no_value_of_another_one()
    {
        using var bench = new Bench(files: Schemas.WithProgram(channel: c => c["properties"]!["Description"]!["unique"] = true));
        string one = await bench.Channel("one");
        string two = await bench.Channel("two");
        const string Taken = """{ "Description": "the first" }""";
        Assert.Equal(HttpStatusCode.Accepted, (await bench.Send("PATCH", $"Channels('{one}')", Taken)).StatusCode);
        bench.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal((HttpStatusCode.Conflict, "ResourceNameTaken"), await Bench.Error(await bench.Send("PATCH", $"Channels('{two}')", Taken)));
        Assert.Equal(HttpStatusCode.NoContent, (await bench.Send("PATCH", $"Channels('{one}')", Taken)).StatusCode);
    }
}
