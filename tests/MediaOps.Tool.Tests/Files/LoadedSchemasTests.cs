using System.Diagnostics;
using MediaOps.Schema;

namespace MediaOps.Tool.Tests.Files;

/// <summary>What lies on a disk is hostile: whatever it is, reading ends and says what is wrong.</summary>
public sealed class LoadedSchemasTests
{
    [Fact]
    public void A_folder_of_services_a_services_folder_and_a_file_are_told_apart()
    {
        Assert.Equal(5, LoadedSchemas.Load([], Repository.Root).Services.Count);
        Assert.Equal(["schema/mkio/service.json"], Slashes(LoadedSchemas.Load(["schema/mkio/service.json"], Repository.Root).Files));
        Assert.Equal("MkIo", Assert.Single(LoadedSchemas.Load(["schema/mkio"], Repository.Root).Services).Spec.Name);
        Assert.Equal(["LiveEvent.json", "LiveOutput.json", "StreamingEndpoint.json", "service.json"], LoadedSchemas.Load(["."], Path.Combine(Repository.Root, "schema", "mkio")).Files);
        Assert.Equal(4 + 4, LoadedSchemas.Load(["schema/mkio", "schema/medialive/", "schema/mkio/service.json"], Repository.Root).Files.Count);
    }

    [Theory]
    [InlineData("nowhere", "There is no file or folder 'nowhere'.")]
    [InlineData("schema/language", "There are no schema files in 'schema/language'")]
    [InlineData("schema/language/entity.schema.json", "is not a schema file")]
    [InlineData("README.md", "is not a schema file")]
    public async Task A_path_that_leads_to_no_schema_is_wrong_usage_with_a_hint(string path, string message)
    {
        Run run = await Run.OfAsync("check", path);

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_beside_the_services_is_nobodys_business_unless_it_says_that_it_is_ours()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("mkio");
        folder.Write("schema/others/settings.json", "{ \"not\": \"ours\" }");
        folder.Write("schema/stray.json", "nonsense");

        Assert.Equal(ExitCode.Success, (await Run.InAsync(folder.Path, "check")).ExitCode);

        folder.Write("schema/orphans/Orphan.json", "{ \"$schema\": \"../language/entity.schema.json\", \"entity\": \"Orphan\", \"id\": { \"property\": \"Id\" }, \"properties\": { \"Id\": { \"type\": \"string\" } } }");
        Assert.Contains("error MOPS0004", (await Run.InAsync(folder.Path, "check")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_reported_and_not_read_to_its_end()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("mkio");
        using (FileStream huge = File.Create(Path.Combine(folder.Path, "schema", "mkio", "Huge.json")))
        {
            huge.SetLength(4L << 30); // Sparse: it takes no room on the disk.
        }

        Run run = await Run.InAsync(folder.Path, "check");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("Huge.json(1,1): error MOPS0003: The file cannot be read as JSON: the file is over 1 MB.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_thousands_of_files_is_read_whole()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("mkio");
        for (int i = 0; i < 2000; i++)
        {
            folder.Write($"schema/mkio/Entity{i}.json", $$"""{ "entity": "Entity{{i}}", "id": { "property": "Id" }, "properties": { "Id": { "type": "string", "access": "readOnly" } } }""");
        }

        Run run = await Run.InAsync(folder.Path, "check");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.EndsWith("in 2004 files of 1 service.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_findings()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("mkio");
        byte[] bytes = new byte[5000];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(Path.Combine(folder.Path, "schema", "mkio", "Noise.json"), bytes);

        LoadedSchemas schemas = LoadedSchemas.Load([], folder.Path);

        Assert.All(schemas.Findings, finding => Assert.Equal((Rules.NotJson.Id, "Noise.json"), (finding.Rule, Path.GetFileName(finding.File))));
        Assert.InRange(schemas.Findings.Count, 1, 100);
    }

    [Fact]
    public async Task A_pipe_a_broken_link_and_a_circle_of_folders_end_with_findings()
    {
        using var folder = new TemporaryFolder();
        folder.CopyService("mkio");
        string service = Path.Combine(folder.Path, "schema", "mkio");
        File.CreateSymbolicLink(Path.Combine(service, "Loop.json"), Path.Combine(service, "Loop.json"));
        File.CreateSymbolicLink(Path.Combine(service, "Gone.json"), Path.Combine(service, "nowhere"));
        Directory.CreateSymbolicLink(Path.Combine(service, "again"), service);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "schema", "self"), Path.Combine(folder.Path, "schema"));
        using Process pipe = Process.Start("mkfifo", [Path.Combine(service, "Pipe.json")]);
        await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);

        Run run = await Run.InAsync(folder.Path, "check");

        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Equal(["Gone.json", "Loop.json", "Pipe.json"], run.Output.TrimEnd('\n').Split('\n').Select(line => Path.GetFileName(line[..line.IndexOf('(', StringComparison.Ordinal)])));
        Assert.Contains("Loop.json(1,1): error MOPS0003: The file cannot be read as JSON: it cannot be opened.", run.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Slashes(IEnumerable<string> paths) => paths.Select(path => path.Replace('\\', '/'));
}
