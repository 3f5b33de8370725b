using System.Text;
using System.Text.Json.Nodes;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import.Yaml;

/// <summary>A description says the same in YAML as in JSON.</summary>
public sealed class YamlImportTests
{
    public static TheoryData<string, int> Miniatures { get; } = new(
        from name in new[] { "resource-manager.json", "transcoder.json" }
        from seed in Enumerable.Range(0, 4)
        select (name, seed));

    [Theory]
    [MemberData(nameof(Miniatures))]
    public void A_miniature_in_YAML_gives_the_same_files_and_gaps(string name, int seed)
    {
        Imported json = Imported.Miniature(name);
        string text = YamlText.Of(JsonNode.Parse(Imported.Text(name)), seed == 0 ? null : new Random(seed));

        Imported yaml = Imported.OpenApi(text, path: "/none/description.yaml");

        Assert.Equal(json.Result.Files, yaml.Result.Files);
        Assert.Equal(json.Gaps.Kept, yaml.Gaps.Kept);
    }

    [Fact]
    public void A_description_as_people_write_it_gives_the_files_of_its_counterpart_in_JSON()
    {
        Imported json = Imported.Miniature("transcoder.json");

        Imported yaml = Imported.OpenApi(Imported.Text("transcoder.yaml"), path: "/none/transcoder.yaml");

        Assert.Equal(json.Result.Files, yaml.Result.Files);
        Assert.Equal(json.Gaps.Kept, yaml.Gaps.Kept);
    }

    [Theory]
    [InlineData("resource-manager.json")]
    [InlineData("transcoder.json")]
    public void Every_gap_stands_at_the_member_at_which_it_stands_in_JSON(string name)
    {
        string json = Imported.Text(name);
        string yaml = YamlText.Of(JsonNode.Parse(json));
        string[] pointers = [.. Imported.OpenApi(json, assume: false).Gaps.Kept.Select(gap => gap.Origin.Pointer).Where(pointer => pointer.Length > 1)];
        IReadOnlyDictionary<string, (int Line, int Column)> inJson = JsonSource.Parse("f.json", "f", Encoding.UTF8.GetBytes(json)).Places(pointers);
        IReadOnlyDictionary<string, (int Line, int Column)> inYaml = YamlSource.Of(yaml).Places(pointers);

        Assert.NotEmpty(pointers);
        Assert.All(pointers, pointer => Assert.Equal(At(json, inJson[pointer]).Trim('"'), At(yaml, inYaml[pointer]).Trim('"')));

        static string At(string text, (int Line, int Column) place) => text.Split('\n')[place.Line - 1][(place.Column - 1)..].Split(": ")[0].TrimEnd(':');
    }

    [Theory]
    [InlineData("media.yaml")]
    [InlineData("media.yml")]
    [InlineData("MEDIA.YAML")]
    [InlineData("media.txt")]
    [InlineData("media")]
    public async Task The_command_takes_YAML_by_its_name_or_by_what_is_in_it(string file)
    {
        using var folder = new TemporaryFolder();
        folder.Write(file, Imported.Text("transcoder.yaml"));

        Run run = await Run.InAsync(folder.Path, "import", "openapi", file, "--assume-any-state", "--service", "Media");

        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        Assert.Equal("schema/media/service.json\nschema/media/Job.json\nschema/media/Presets.json\n", run.Output);
        Assert.Contains(file + "(", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_takes_JSON_in_a_file_that_does_not_say_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write("media", Imported.Text("transcoder.json"));

        Run run = await Run.InAsync(folder.Path, "import", "openapi", "media", "--assume-any-state");

        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
    }

    [Fact]
    public async Task The_command_tells_where_YAML_cannot_be_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.yaml", "openapi: 3.0.3\ninfo:\n\ttitle: T\n");

        Run run = await Run.InAsync(folder.Path, "import", "openapi", "bad.yaml");

        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Contains("bad.yaml(3,1): the file is not YAML: the line is indented with a tab", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_YAML_file_that_is_too_large_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        using (FileStream file = File.Create(Path.Combine(folder.Path, "big.yaml")))
        {
            file.SetLength(100L * 1024 * 1024);
        }

        Run run = await Run.InAsync(folder.Path, "import", "openapi", "big.yaml");

        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Contains("the file has 100 MB, and at most 64 MB are read", run.Error, StringComparison.Ordinal);
    }
}
