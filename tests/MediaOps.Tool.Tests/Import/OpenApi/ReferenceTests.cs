using System.Diagnostics;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

/// <summary>Descriptions that are spread over files.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Files_of_both_formats_refer_to_each_other()
    {
        using var folder = new TemporaryFolder();
        folder.Write("common/types.yaml", "definitions:\n  Name:\n    properties:\n      first: { $ref: 'words.json#/definitions/Word' }\n");
        folder.Write("common/words.json", """{ "definitions": { "Word": { "type": "string", "maxLength": 9 } } }""");
        string text = """
            swagger: '2.0'
            info: { title: T, version: '1' }
            host: a.example
            schemes: [ https ]
            paths:
              /x:
                get:
                  operationId: Things_Get
                  responses:
                    200: { description: ok, schema: { $ref: 'common/types.yaml#/definitions/Name' } }
            """;

        Imported imported = Imported.OpenApi(text, path: Path.Combine(folder.Path, "description.yaml"));

        Assert.Empty(imported.Problems());
        Assert.Empty(imported.Of(GapRules.Unreadable));
        Assert.Contains("\"First\": { \"type\": \"string\", \"maxLength\": 9 }", string.Concat(imported.Result.Files.Select(file => file.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_part_may_be_a_file_of_its_own()
    {
        using var folder = new TemporaryFolder();
        folder.Write("paths/jobs.yaml", """
            post:
              operationId: submitJobs
              parameters:
                - $ref: ../parameters/page.yaml
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: ../schemas/Job.yaml } }
                default: { $ref: ../responses/failure.json }
            """);
        folder.Write("parameters/page.yaml", "name: page\nin: query\nschema: { type: integer, format: int32 }\n");
        folder.Write("schemas/Job.yaml", "type: object\nproperties:\n  id: { type: string }\n  parent: { $ref: Job.yaml }\n  kind: { $ref: 'all.yaml#/Kind' }\n  default: { $ref: 'all.yaml#/Kind' }\n");
        folder.Write("schemas/all.yaml", "Kind: { type: string, enum: [ short, long ] }\n");
        folder.Write("responses/failure.json", """{ "description": "no", "content": { "application/json": { "schema": { "type": "object", "properties": { "code": { "type": "string" }, "message": { "type": "string" } } } } } }""");
        string text = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\nservers: [ { url: 'https://a.example' } ]\npaths:\n  /jobs: { $ref: paths/jobs.yaml }\n";

        Imported imported = Imported.OpenApi(text, path: Path.Combine(folder.Path, "description.yaml"));

        Assert.Empty(imported.Problems());
        Assert.Empty(imported.Of(GapRules.Unreadable));
        string all = string.Concat(imported.Result.Files.Select(file => file.Text));
        Assert.Equal("code", imported.Service.Errors.CodeBody);
        Assert.All(["\"Job\"", "\"Parent\"", "\"Kind\"", "\"Default\"", "\"short\"", "\"Page\""], word => Assert.Contains(word, all, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("paths:\n  /jobs: { $ref: circle.yaml }\n")]
    [InlineData("paths:\n  /jobs: { $ref: 'circle.yaml#/other' }\n")]
    [InlineData("paths:\n  /jobs: { $ref: 'none.yaml' }\n")]
    [InlineData("paths:\n  /jobs: { get: { responses: { 200: { $ref: circle.yaml }, default: { $ref: 'circle.yaml#/other' } } } }\n")]
    [InlineData("components: 1\npaths:\n  /jobs: { get: { responses: { 200: { $ref: circle.yaml } } } }\n")]
    [InlineData("components: { responses: 1 }\npaths:\n  /jobs: { get: { responses: { 200: { $ref: circle.yaml } } } }\n")]
    public void Files_that_refer_to_themselves_have_an_end(string paths)
    {
        using var folder = new TemporaryFolder();
        folder.Write("circle.yaml", "$ref: circle.yaml\nother: { $ref: 'circle.yaml#/other' }\n");

        Imported imported = Imported.OpenApi("openapi: 3.0.3\ninfo: { title: T, version: '1' }\n" + paths, path: Path.Combine(folder.Path, "description.yaml"));

        Assert.Empty(imported.Result.Errors);
    }

    [Theory]
    [InlineData("%2F")]
    [InlineData("%2f%2F")]
    [InlineData("%5C")]
    [InlineData("\\\\")]
    [InlineData("\\\\\\\\")]
    [InlineData("file%3A///")]
    [InlineData("/")]
    public void What_does_not_lie_beside_the_description_is_not_read(string root)
    {
        using var folder = new TemporaryFolder();
        string there = folder.Write("there.json", """{ "type": "string", "maxLength": 77 }""").TrimStart('/').Replace('\\', '/');

        Imported imported = Imported.OpenApi($$"""{ "swagger": "2.0", "paths": {}, "definitions": { "A": { "properties": { "x": { "$ref": "{{root + there}}" } } } } }""", path: Path.Combine(folder.Path, "in", "description.json"));

        Assert.Contains(root + there[..3], Assert.Single(imported.Of(GapRules.Unreadable)).Message.Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_and_a_device_are_not_read()
    {
        using var folder = new TemporaryFolder();
        string pipe = Path.Combine(folder.Path, "pipe");
        using Process made = Process.Start("mkfifo", [pipe]);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "zero"), "/dev/zero");

        Imported imported = Imported.OpenApi("""{ "swagger": "2.0", "paths": {}, "definitions": { "A": { "$ref": "pipe" }, "B": { "$ref": "zero" } } }""", path: Path.Combine(folder.Path, "description.json"));
        Run run = await Run.InAsync(folder.Path, "import", "openapi", "pipe");

        Assert.Equal(2, imported.Of(GapRules.Unreadable).Count(gap => gap.Message.Contains("it is empty, a pipe or a device", StringComparison.Ordinal)));
        Assert.Equal(ExitCode.Unreadable, run.ExitCode);
        Assert.Contains("pipe: it is empty, a pipe or a device", run.Error, StringComparison.Ordinal);
    }
}
