using System.Text.Json;
using MediaOps.Schema;

namespace MediaOps.Tool.Tests.Check;

public sealed class SarifTests
{
    /// <summary>The members that SARIF 2.1.0 gives to an object, as far as we use it; it allows no others.</summary>
    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        [""] = ["$schema", "version", "runs"],
        ["runs"] = ["tool", "invocations", "columnKind", "newlineSequences", "results"],
        ["tool"] = ["driver"],
        ["driver"] = ["name", "semanticVersion", "informationUri", "rules"],
        ["rules"] = ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
        ["shortDescription"] = ["text"],
        ["fullDescription"] = ["text"],
        ["help"] = ["text"],
        ["defaultConfiguration"] = ["level"],
        ["invocations"] = ["executionSuccessful"],
        ["results"] = ["ruleId", "ruleIndex", "level", "message", "locations"],
        ["message"] = ["text"],
        ["locations"] = ["physicalLocation", "logicalLocations"],
        ["physicalLocation"] = ["artifactLocation", "region"],
        ["artifactLocation"] = ["uri"],
        ["region"] = ["startLine", "startColumn", "endLine", "endColumn"],
        ["logicalLocations"] = ["fullyQualifiedName"],
    };

    [Fact]
    public async Task A_log_has_the_published_form_and_points_at_the_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("schema/a b#/service.json", "{ \"service\": \"X\",\n  \"nonsense\": 1 }");

        Run run = await Run.InAsync(folder.Path, "check", "--format", "sarif");

        Assert.Equal((ExitCode.Findings, ""), (run.ExitCode, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        AssertForm(document.RootElement, "");
        Assert.Equal("2.1.0", document.RootElement.GetProperty("version").GetString());
        JsonElement log = document.RootElement.GetProperty("runs")[0];
        JsonElement driver = log.GetProperty("tool").GetProperty("driver");
        Assert.Equal(Rules.All.Select(rule => rule.Id), driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
        Assert.Equal("utf16CodeUnits", log.GetProperty("columnKind").GetString());
        Assert.NotEmpty(log.GetProperty("results").EnumerateArray());
        foreach (JsonElement result in log.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), driver.GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["none", "note", "warning", "error"]);
            JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.Equal("schema/a%20b%23/service.json", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
            JsonElement region = place.GetProperty("region");
            Assert.All(region.EnumerateObject(), member => Assert.InRange(member.Value.GetInt32(), 1, int.MaxValue));
            Assert.True((Of(region, "startLine"), Of(region, "startColumn")).CompareTo((Of(region, "endLine"), Of(region, "endColumn"))) <= 0);
        }

        JsonElement unknown = Assert.Single(log.GetProperty("results").EnumerateArray(), result => result.GetProperty("ruleId").GetString() == Rules.UnknownWord.Id);
        Assert.Equal((2, 3, 2, 3 + "\"nonsense\"".Length), (Of(RegionOf(unknown), "startLine"), Of(RegionOf(unknown), "startColumn"), Of(RegionOf(unknown), "endLine"), Of(RegionOf(unknown), "endColumn")));
        Assert.True(Uri.TryCreate(driver.GetProperty("informationUri").GetString(), UriKind.Absolute, out _));
        Assert.All(driver.GetProperty("rules").EnumerateArray(), rule => Assert.All(
            (IEnumerable<string>)["shortDescription", "fullDescription", "help"],
            text => Assert.EndsWith(".", rule.GetProperty(text).GetProperty("text").GetString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_run_that_could_not_read_everything_says_so()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("mkio");
        string loop = Path.Combine(folder.Path, "schema", "mkio", "Loop.json");
        File.CreateSymbolicLink(loop, loop);

        Run run = await Run.InAsync(folder.Path, "check", "--format", "sarif");

        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        Assert.False(document.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    private static JsonElement RegionOf(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");

    private static int Of(JsonElement region, string member) => region.GetProperty(member).GetInt32();

    private static void AssertForm(JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            Assert.All(value.EnumerateArray(), item => AssertForm(item, name));
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            Assert.Equal(Members[name], value.EnumerateObject().Select(member => member.Name));
            Assert.All(value.EnumerateObject(), member => AssertForm(member.Value, member.Name));
        }
    }
}
