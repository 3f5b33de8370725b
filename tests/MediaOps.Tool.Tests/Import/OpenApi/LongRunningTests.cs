using MediaOps.Generator.Tests.Harness;
using MediaOps.Tests;

namespace MediaOps.Tool.Tests.Import;

/// <summary>How an imported client sees the end of what it asked for, where the description says no more than that it may take long.</summary>
public sealed class LongRunningTests : IDisposable
{
    internal const string Description = """
        {
          "swagger": "2.0", "info": { "title": "Pottery", "version": "1" }, "host": "pottery.example", "schemes": [ "https" ],
          "produces": [ "application/json" ], "consumes": [ "application/json" ],
          "paths": {
            "/glaze": { "put": { "operationId": "Kiln_Glaze", "x-ms-long-running-operation": true, "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Pot" } } } } },
            "/mend": { "patch": { "operationId": "Kiln_Mend", "x-ms-long-running-operation": true, "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Pot" } } } } },
            "/dye": { "put": { "operationId": "Kiln_Dye", "x-ms-long-running-operation": true, "responses": { "201": { "description": "ok", "schema": { "$ref": "#/definitions/Colour" } } } } },
            "/sketch": { "post": { "operationId": "Kiln_Sketch", "x-ms-long-running-operation": true, "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Pot" } } } } },
            "/sort": { "post": { "operationId": "Kiln_Sort", "x-ms-long-running-operation": true, "responses": { "202": { "description": "begun", "headers": { "Location": { "type": "string" } } } } } },
            "/copy": {
              "post": {
                "operationId": "Kiln_Copy", "x-ms-long-running-operation": true, "x-ms-long-running-operation-options": { "final-state-via": "azure-async-operation" },
                "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Pot" } } }
              }
            },
            "/mix": {
              "post": {
                "operationId": "Kiln_Mix", "x-ms-long-running-operation": true, "x-ms-long-running-operation-options": { "final-state-via": "azure-async-operation" },
                "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Colour" } } }
              }
            },
            "/match": {
              "post": {
                "operationId": "Kiln_Match", "x-ms-long-running-operation": true, "x-ms-long-running-operation-options": { "final-state-via": "operation-location" },
                "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Colour" } } }
              }
            }
          },
          "definitions": {
            "Pot": { "type": "object", "properties": { "name": { "type": "string" }, "properties": { "type": "object", "properties": { "provisioningState": { "type": "string" } } } } },
            "Colour": { "type": "object", "properties": { "name": { "type": "string" } } }
          }
        }
        """;

    private const string Program = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using MediaOps;
        using Services.Pottery;

        internal static class Consumer
        {
            public static async Task<string?> Run(HttpMessageHandler handler, TimeProvider time, string call)
            {
                Kiln kiln = new PotteryClient(new Uri("https://pottery.example/"), new MediaOpsOptions { Handler = handler, TimeProvider = time }).Kiln;
                return call switch
                {
                    "Glaze" => (await kiln.GlazeAsync())?.Name,
                    "Mend" => (await kiln.MendAsync())?.Name,
                    "Dye" => (await kiln.DyeAsync())?.Name,
                    "Sketch" => (await kiln.SketchAsync())?.Name,
                    "Sort" => await kiln.SortAsync().ContinueWith(static sort => (string?)sort.Status.ToString(), TaskScheduler.Default),
                    "Copy" => (await kiln.CopyAsync())?.Name,
                    "Mix" => (await kiln.MixAsync())?.Name,
                    _ => (await kiln.MatchAsync())?.Name,
                };
            }
        }
        """;

    private const string Succeeded = """{"status":"Succeeded"}""";
    private const string Location = "Location";
    private const string StatusUrl = "Azure-AsyncOperation";

    private static readonly Lazy<Type> Consumer = new(() => Client.Of(Imported.OpenApi(Description).Files, Program).Type("Consumer"));

    private readonly ScriptedHandler _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public void What_is_imported_compiles_with_warnings_as_errors() => Assert.Empty(Imported.OpenApi(Description).Problems());

    [Theory, InlineData(200, "Updating"), InlineData(201, "Creating"), InlineData(201, "Kneading")]
    public async Task A_resource_that_is_not_whole_is_asked_for_where_it_was_put_until_it_is(int status, string state)
    {
        _service.Reply(status, Pot(state)).Reply(200, Pot(state)).Reply(200, Pot("Succeeded"));

        Assert.Equal("bowl", await RunAsync("Glaze"));
        Assert.Equal(["PUT /glaze", "GET /glaze", "GET /glaze"], Asked);
    }

    [Theory, InlineData("Failed"), InlineData("Canceled")]
    public async Task A_resource_that_tells_of_a_failure_is_a_failure(string state)
    {
        _service.Reply(201, Pot("Creating")).Reply(200, Pot(state));

        Assert.Equal(state, (await Assert.ThrowsAsync<OperationFailedException>(() => RunAsync("Glaze"))).Operation.State.ToString());
    }

    [Theory, InlineData(200), InlineData(201), InlineData(202)]
    public async Task The_result_of_a_PUT_is_where_it_went_whatever_other_URL_the_answer_names(int status)
    {
        _service.Reply(status, Pot("Accepted"), (StatusUrl, "/operations/7"), (Location, "elsewhere")).Reply(200, Succeeded).Reply(200, Pot("Succeeded"));

        Assert.Equal("bowl", await RunAsync("Glaze"));
        Assert.Equal(["PUT /glaze", "GET /operations/7", "GET /glaze"], Asked);
    }

    [Fact]
    public async Task The_result_of_a_PATCH_is_where_it_went()
    {
        _service.Reply(202, Pot("Accepted"), (StatusUrl, "/operations/7"), (Location, "/results/7")).Reply(200, Succeeded).Reply(200, Pot("Succeeded"));

        Assert.Equal("bowl", await RunAsync("Mend"));
        Assert.Equal(["PATCH /mend", "GET /operations/7", "GET /mend"], Asked);
    }

    [Fact]
    public async Task A_PATCH_that_is_done_is_not_followed_by_a_URL_beside_its_answer()
    {
        _service.Reply(200, Pot("Succeeded"), (StatusUrl, "http://elsewhere.example/operations/7"));

        Assert.Equal("bowl", await RunAsync("Mend"));
        Assert.Single(Asked);
    }

    [Fact]
    public async Task A_resource_that_is_not_whole_tells_more_than_the_URL_where_it_was_created()
    {
        _service.Reply(201, Pot("Creating"), (Location, "/pots/bowl")).Reply(200, Pot("Succeeded"));

        Assert.Equal("bowl", await RunAsync("Glaze"));
        Assert.Equal(["PUT /glaze", "GET /glaze"], Asked);
    }

    [Theory, InlineData(200), InlineData(201)]
    public async Task An_answer_that_names_nothing_to_follow_is_the_end(int status)
    {
        _service.Reply(status, """{"name":"ochre"}""");

        Assert.Equal("ochre", await RunAsync("Dye"));
        Assert.Single(Asked);
    }

    [Fact]
    public async Task An_acceptance_that_names_nothing_to_follow_is_an_error()
    {
        _service.Reply(202, """{"name":"ochre"}""");

        Assert.True((await Assert.ThrowsAsync<ServiceException>(() => RunAsync("Dye"))).OutcomeUnknown);
    }

    [Fact]
    public async Task Statuses_are_free_but_for_the_three_ends_and_as_many_as_the_service_likes()
    {
        _service.Reply(202, null, (StatusUrl, "/operations/7"));
        for (int i = 0; i < 15; i++)
        {
            _service.Reply(200, """{"status":"Drying"}""");
        }

        _service.Reply(200, """{"status":"succeeded"}""").Reply(200, """{"name":"ochre"}""");

        Assert.Equal("ochre", await RunAsync("Dye"));
        Assert.Equal(0, _service.Left);
    }

    [Fact]
    public async Task A_status_URL_is_followed_also_where_the_description_names_another_header()
    {
        _service.Reply(202, null, (Location, "nowhere"), (StatusUrl, "/operations/7")).Reply(200, Succeeded);

        Assert.Equal("RanToCompletion", await RunAsync("Sort"));
        Assert.Equal(["POST /sort", "GET /operations/7"], Asked);
    }

    [Fact]
    public async Task A_result_whose_place_only_a_poll_tells_is_read_there()
    {
        _service.Reply(202, null, (StatusUrl, "/operations/7")).Reply(200, """{"status":"Running"}""", (Location, "/results/7")).Reply(200, Succeeded).Reply(200, Pot("Succeeded"));

        Assert.Equal("bowl", await RunAsync("Sketch"));
        Assert.Equal(["POST /sketch", "GET /operations/7", "GET /operations/7", "GET /results/7"], Asked);
    }

    [Theory]
    [InlineData("Copy", """{"status":"Succeeded","name":"bowl","properties":{"provisioningState":"Succeeded"}}""")]
    [InlineData("Mix", """{"status":"Succeeded","name":"7","properties":{"name":"bowl"}}""")]
    [InlineData("Match", """{"status":"Succeeded","name":"7","result":{"name":"bowl"}}""")]
    public async Task A_value_in_a_record_is_at_its_place_there_unless_it_is_described_as_the_record(string call, string record)
    {
        _service.Reply(202, null, (StatusUrl, "/operations/7"), (Location, "/results/7")).Reply(200, record);

        Assert.Equal("bowl", await RunAsync(call));
        Assert.Equal(2, Asked.Length);
    }

    private string[] Asked => [.. _service.Requests.Select(request => $"{request.Method} {request.Uri.AbsolutePath}")];

    private static string Pot(string state) => $$$"""{"name":"bowl","properties":{"provisioningState":"{{{state}}}"}}""";

    private Task<string?> RunAsync(string call) => (Task<string?>)Consumer.Value.GetMethod("Run")!.Invoke(null, [_service, new ManualTimeProvider { AutoAdvance = true }, call])!;
}
