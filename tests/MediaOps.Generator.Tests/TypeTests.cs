using System.Net;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.Generator.Tests;

/// <summary>Every type of the language, alone, in lists and in maps: read, changed inside, written back.</summary>
public sealed class TypeTests
{
    private static readonly SchemaText Encoder = Schemas.SmallEntity(
        "Encoder",
        types: """
            "Color": { "enum": { "Red": "RED", "Blue": "BLUE" } },
            "Part": { "properties": { "Label": { "type": "string" }, "Color": { "type": "Color" }, "Deep": { "type": "int", "wire": "outer.inner.deep" }, "Flat": { "type": "int", "wire": "outer.flat" } } }
            """,
        properties: """
            "Flag": { "type": "bool" }, "Big": { "type": "long", "wireType": "string" }, "Ratio": { "type": "double" }, "Price": { "type": "decimal" }, "At": { "type": "datetime" },
            "Window": { "type": "duration", "format": "seconds" }, "Key": { "type": "guid" }, "Link": { "type": "uri" }, "Raw": { "type": "json" }, "Address": { "type": "ipAddress" },
            "Release": { "type": "version" }, "Color": { "type": "Color" }, "Marks": { "type": "Color{}" }, "Numbers": { "type": "int[]" }, "Colors": { "type": "Color[]" }, "Parts": { "type": "Part[]" },
            "Texts": { "type": "string{}" }, "ByName": { "type": "Part{}" }, "Needed": { "type": "Part", "required": true }, "NeededList": { "type": "string[]", "required": true },
            """,
        actions: """
            "Zoom": { "http": "POST /encoders/{Id}/zoom", "from": "Stopped", "to": "Stopped", "body": { "mode": "fast", "level": 2 }, "parameters": { "Factor": { "type": "double", "required": true }, "Color": { "type": "Color", "default": "Blue" }, "Note": { "type": "string" } } },
            "Fit": { "http": "POST /encoders/{Id}/fit", "from": "Stopped", "to": "Stopped", "parameters": { "Parts": { "type": "Part[]", "required": true }, "Item": { "type": "Part{}" } } },
            "Pause": { "http": "POST /encoders/{Id}/pause", "from": "Stopped", "to": "Stopped", "body": { "paused": true } },
            """);

    private const string Json = """
        {
          "id": "enc-0123abcd", "name": "e", "state": "Stopped", "flag": true, "big": "9007199254740993", "ratio": 0.1, "price": 79.90, "at": "2020-02-29T12:00:00Z", "window": 90,
          "key": "0f8fad5b-d9cb-469f-a165-70867728950e", "link": "https://x.example.com/a?b=c", "raw": { "a": [ 1, 2 ] }, "address": "::1", "release": "2.0", "color": "BLUE",
          "marks": { "x": "RED", "y": "GREEN" }, "numbers": [ 1, null, 2 ], "colors": [ "RED", "GREEN" ], "parts": [ { "label": "l", "color": "RED", "outer": { "inner": { "deep": 7, "x": [] }, "flat": 8, "y": {} } }, null ],
          "texts": { "a": "1", "b": null, "c d": "3" }, "byName": { "p": { "label": "q" } }, "needed": null, "neededList": null
        }
        """;

    [Fact]
    public async Task Every_type_is_read_as_what_it_is()
    {
        string read = await Run(
            """
            return string.Join("|", e.Flag, e.Big, e.Ratio!.Value.ToString(CultureInfo.InvariantCulture), e.Price!.Value.ToString(CultureInfo.InvariantCulture), e.At!.Value.ToString("O", CultureInfo.InvariantCulture), e.Window, e.Key, e.Link,
                e.Raw!.Value.GetProperty("a").GetArrayLength(), e.Address, e.Release, e.Color, e.Numbers!.Count, string.Join(",", e.Colors!), e.Parts!.Count, e.Parts[0].Deep, e.Parts[0].Flat,
                e.Texts!.Count, e.Texts["c d"], e.ByName!["p"].Label, e.Needed.Label ?? "null", e.NeededList.Count);
            """);

        Assert.Equal("True|9007199254740993|0.1|79.90|2020-02-29T12:00:00.0000000Z|00:01:30|0f8fad5b-d9cb-469f-a165-70867728950e|https://x.example.com/a?b=c|2|::1|2.0|Blue|2|Red,Unknown|1|7|8|2|3|q|null|0", read);
    }

    [Fact]
    public async Task What_was_changed_inside_is_written_and_nothing_else()
    {
        var script = new Script();
        await Run(
            """
            e.Big = 5;
            e.Window = TimeSpan.FromMilliseconds(1500);
            e.Numbers!.Add(3);
            e.Parts![0].Deep = 9;
            e.Texts!["a"] = "2";
            e.Colors!.Add(Color.Blue);
            e.Marks!["z"] = Color.Blue;
            e.ByName = null;
            e.Needed.Color = Color.Blue;
            await e.UpdateAsync();
            return "";
            """,
            script.Answer(HttpStatusCode.OK, Json).Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, Json));

        Assert.Equal(
            """PATCH /api/Encoders/enc-0123abcd {"big":"5","window":1.5,"marks":{"x":"RED","z":"BLUE"},"numbers":[1,2,3],"colors":["RED","BLUE"],"parts":[{"label":"l","color":"RED","outer":{"inner":{"deep":9},"flat":8}}],"texts":{"a":"2","c d":"3"},"byName":null,"needed":{"label":null,"color":"BLUE","outer":{"inner":{"deep":null},"flat":null}}}""",
            script.Requests.Single(request => request.StartsWith("PATCH", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_value_that_the_schema_does_not_know_goes_back_as_it_came()
    {
        var script = new Script();
        string unknown = Json.Replace("\"label\": \"l\", \"color\": \"RED\"", "\"label\": \"l\", \"color\": \"GREEN\"", StringComparison.Ordinal);
        await Run(
            "e.Parts![0].Label = \"m\"; await e.UpdateAsync(); return \"\";",
            script.Answer(HttpStatusCode.OK, unknown).Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, unknown));

        Assert.Equal(
            """PATCH /api/Encoders/enc-0123abcd {"parts":[{"label":"m","color":"GREEN","outer":{"inner":{"deep":7},"flat":8}}]}""",
            script.Requests.Single(request => request.StartsWith("PATCH", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("e.Parts!.Add(null!); await e.UpdateAsync();", "Parts[1] is required")]
    [InlineData("e.Texts![\"d\"] = null!; await e.UpdateAsync();", "Texts[d] is required")]
    [InlineData("e.NeededList.Add(null!); await e.UpdateAsync();", "NeededList[0] is required")]
    [InlineData("await e.FitAsync(new Part[] { new Part(), null! });", "parts[1] is required")]
    [InlineData("await e.FitAsync(null!);", "parts is required")]
    public async Task A_missing_item_is_refused_and_nothing_is_sent(string statement, string violation)
    {
        var script = new Script();
        string message = await Run("try { " + statement + " return \"sent\"; } catch (ArgumentException refused) { return refused.Message; }", script.Answer(HttpStatusCode.OK, Json));

        Assert.Contains(violation, message, StringComparison.Ordinal);
        Assert.Single(script.Requests);
    }

    [Fact]
    public async Task Assigning_a_value_that_the_schema_does_not_know_is_refused() => Assert.Equal(
        "value",
        await Run("try { e.Color = Color.Unknown; return \"taken\"; } catch (ArgumentOutOfRangeException refused) { return refused.ParamName!; }"));

    [Fact]
    public async Task A_body_is_what_the_schema_fixes_and_what_the_caller_gives()
    {
        var script = new Script();
        await Run(
            "await e.ZoomAsync(1.5, note: \"n\"); await e.PauseAsync(); return \"\";",
            script.Answer(HttpStatusCode.OK, Json).Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, Json).Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, Json));

        Assert.Contains("""POST /api/encoders/enc-0123abcd/zoom {"mode":"fast","level":2,"factor":1.5,"color":"BLUE","note":"n"}""", script.Requests);
        Assert.Contains("""POST /api/encoders/enc-0123abcd/pause {"paused":true}""", script.Requests);
    }

    [Theory]
    [InlineData("{ \"id\": \"enc-0123abcd\", \"parts\": { } }")]
    [InlineData("{ \"id\": \"enc-0123abcd\", \"needed\": [ ] }")]
    [InlineData("{ \"id\": \"enc-0123abcd\", \"texts\": 7 }")]
    [InlineData("[ ]")]
    [InlineData("null")]
    [InlineData("{ \"id\": \"enc-0123abcd\", \"flag\": tru")]
    public async Task An_answer_that_is_not_what_it_should_be_is_a_service_exception(string json) => Assert.Equal(
        "ServiceException",
        await Run("return \"read\";", new Script().Answer(HttpStatusCode.OK, json)));

    private static Task<string> Run(string body, Script? script = null) => Client.Of([Schemas.SmallService(), Encoder], $$"""
        using System;
        using System.Globalization;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Acme.Studio;
        using MediaOps;

        internal static class Consumer
        {
            public static async Task<string> Run(HttpMessageHandler handler)
            {
                var studio = new StudioClient(new Uri("https://studio.example.com/api"), new StaticTokenCredential("token"), new MediaOpsOptions { Handler = handler });
                Encoder e;
                try
                {
                    e = await studio.Encoders.GetAsync("enc-0123abcd");
                }
                catch (ServiceException garbage)
                {
                    return garbage.GetType().Name;
                }

                {{body}}
            }
        }
        """).RunAsync(script ?? new Script().Answer(HttpStatusCode.OK, Json));
}
