using System.Net;
using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.Queries;
using MediaOps.Schema;

namespace MediaOps.Emulation.Tests;

public sealed class QueryTests : IDisposable
{
    private const string Thing = """
        {
          "$schema": "../language/entity.schema.json", "entity": "Thing", "id": { "property": "Id" },
          "types": {
            "Colour": { "enum": { "Red": {}, "DarkRed": { "wire": "dark'red" } } },
            "Part": { "properties": { "Allow": { "type": "string[]", "wire": "IP.Allow" }, "Level": { "type": "int" } } } },
          "properties": {
            "Id": { "type": "string", "access": "readOnly" }, "Name": { "type": "string", "required": true }, "Note": { "type": "string" },
            "Flag": { "type": "bool" }, "Units": { "type": "int" }, "Bytes": { "type": "long", "wireType": "string" }, "Price": { "type": "decimal" }, "Ratio": { "type": "double" },
            "Made": { "type": "datetime" }, "Window": { "type": "duration" }, "Age": { "type": "duration", "format": "seconds", "wireType": "string" },
            "Key": { "type": "guid" }, "Address": { "type": "uri" }, "Edition": { "type": "version" }, "Colour": { "type": "Colour" }, "Part": { "type": "Part" },
            "Secret": { "type": "string", "access": "writeOnly" } },
          "lifecycle": { "create": { "http": "POST /Things" }, "read": { "http": "GET /Things('{Id}')" }, "list": { "http": "GET /Things" } }
        }
        """;

    private readonly Bench _bench = new(files: Files);

    public QueryTests()
    {
        _bench.Emulator.Seed("Thing", """
            { "Name": "o'hara", "Note": "first", "Flag": true, "Units": -3, "Bytes": "9007199254740993", "Price": 9.90, "Ratio": 1.5E+20, "Made": "2026-05-04T03:02:01.0000001Z",
              "Window": "PT1H", "Age": "1800", "Key": "0F8FAD5B-D9CB-469F-A165-70867728950E", "Address": "http://h/a", "Edition": "2.0", "Colour": "dark'red", "Part": { "Level": 2 } }
            """);
        _bench.Emulator.Seed("Thing", """{ "Name": "plain", "Flag": false, "Units": 5, "Bytes": "7", "Price": 10, "Ratio": 0.5, "Made": "2026-05-04T00:00:00Z", "Window": "PT90M", "Age": "10", "Colour": "Red" }""");
        _bench.Emulator.Seed("Thing", """{ "Name": "bare" }""");
    }

    /// <summary>A kind with a member of each type.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files { get; } = [("s/service.json", Schemas.Read("service.json")), ("s/Thing.json", Thing)];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("Name eq 'o''hara'", "o'hara")]
    [InlineData("Name ne 'bare'", "o'hara plain")]
    [InlineData("'plain' eq Name", "plain")]
    [InlineData("Name gt 'c'", "o'hara plain")]
    [InlineData("Note eq null", "plain bare")]
    [InlineData("null ne Note", "o'hara")]
    [InlineData("Flag", "o'hara")]
    [InlineData("Flag eq true", "o'hara")]
    [InlineData("not (Flag eq true)", "plain bare")]
    [InlineData("not Flag", "plain bare")]
    [InlineData("Flag ne null", "o'hara plain")]
    [InlineData("true", "o'hara plain bare")]
    [InlineData("false", "")]
    [InlineData("Units eq -3", "o'hara")]
    [InlineData("Units gt 1.5d", "plain")]
    [InlineData("Units le 5L", "o'hara plain")]
    [InlineData("Units lt 5", "o'hara")]
    [InlineData("Bytes eq 9007199254740993L", "o'hara")]
    [InlineData("Bytes eq 9007199254740992L", "")]
    [InlineData("Bytes lt 10", "plain")]
    [InlineData("Price ge 9.90m and Price lt 10M", "o'hara")]
    [InlineData("Ratio gt 1E+20d", "o'hara")]
    [InlineData("Ratio lt 1.5f", "plain")]
    [InlineData("Ratio lt 1E+300", "o'hara plain")]
    [InlineData("Ratio eq 150000000000000000000", "o'hara")]
    [InlineData("0 lt 1e-30 and Ratio eq 5E-1d", "plain")]
    [InlineData("Made gt datetime'2026-05-04T03:02:01'", "o'hara")]
    [InlineData("Made eq datetime'2026-05-04T03:02:01.0000001'", "o'hara")]
    [InlineData("Made eq datetime'2026-05-04T00:00'", "plain")]
    [InlineData("Made eq null or Made eq datetime'0001-01-01T00:00:00'", "bare")]
    [InlineData("Window eq time'PT60M'", "o'hara")]
    [InlineData("Window gt time'P0DT1H'", "plain")]
    [InlineData("Age eq 1800", "o'hara")]
    [InlineData("Age gt 0.5m", "o'hara plain")]
    [InlineData("Key eq guid'0f8fad5b-d9cb-469f-a165-70867728950e'", "o'hara")]
    [InlineData("Address eq 'http://h/a'", "o'hara")]
    [InlineData("Edition eq '2.0'", "o'hara")]
    [InlineData("Colour eq 'dark''red'", "o'hara")]
    [InlineData("Part/Level eq 2", "o'hara")]
    [InlineData("Part eq null", "plain bare")]
    [InlineData("Part/IP ne null", "o'hara")]
    [InlineData("Part/IP/Allow eq null", "o'hara plain bare")]
    [InlineData("startswith(Name,'o''h')", "o'hara")]
    [InlineData("endswith(Name, 'e')", "bare")]
    [InlineData("substringof('''',Name)", "o'hara")]
    [InlineData("substringof('a',Name) eq false", "")]
    [InlineData("indexof(Name,'a') eq 2", "plain")]
    [InlineData("startswith(Note,'f')", "o'hara")]
    [InlineData("not startswith(Note,'f')", "plain bare")]
    [InlineData("startswith(Note,null)", "")]
    [InlineData("Name eq 'plain' or Name eq 'bare' and Flag", "plain")]
    [InlineData("(Name eq 'plain' or Name eq 'bare') and Units eq 5", "plain")]
    [InlineData("(Name eq 'o''hara') eq Flag", "o'hara plain")]
    [InlineData("  Name  eq  'plain'  ", "plain")]
    [InlineData("Units gt null", "")]
    public async Task A_filter_selects(string filter, string names) => Assert.Equal(names, await Names("$filter=" + Uri.EscapeDataString(filter)));

    [Theory]
    [InlineData("$orderby=Name", "bare o'hara plain")]
    [InlineData("$orderby=Name desc", "plain o'hara bare")]
    [InlineData("$orderby=Units asc", "bare o'hara plain")]
    [InlineData("$orderby=Flag desc,Name", "o'hara plain bare")]
    [InlineData("$orderby=Part/Level,Window desc", "plain bare o'hara")]
    [InlineData("$orderby=Bytes&$skip=1&$top=1", "plain")]
    [InlineData("$filter=Units ne null&$orderby=Ratio&$top=1", "plain")]
    public async Task An_order_sorts_before_it_is_paged(string query, string names) => Assert.Equal(names, await Names(query.Replace(" ", "%20", StringComparison.Ordinal)));

    [Theory]
    [InlineData("$filter", "", "A value or a member is needed, not the end, at character 1.")]
    [InlineData("$filter", "Name", "A condition is needed, at character 1.")]
    [InlineData("$filter", "Name eq", "not the end, at character 8.")]
    [InlineData("$filter", "Name eq 'a", "no closing quote, at character 9.")]
    [InlineData("$filter", "Name eq 'a' 'b'", "not 'b', at character 13.")]
    [InlineData("$filter", "Name like 'a'", "not 'like', at character 6.")]
    [InlineData("$filter", "Nam eq 'a'", "'Nam' of 'Nam' is no member of Thing")]
    [InlineData("$filter", "name eq 'a'", "is no member of Thing")]
    [InlineData("$filter", "Name/Length eq 1", "'Length' of 'Name/Length' is no member of Thing")]
    [InlineData("$filter", "Part//Level eq 1", "is no member of Thing")]
    [InlineData("$filter", "Secret eq 'a'", "is no member of Thing")]
    [InlineData("$filter", "Name eq 5", "Text and Number cannot be compared, at character 6.")]
    [InlineData("$filter", "Part eq Part", "cannot be compared")]
    [InlineData("$filter", "(Flag", "')' is needed, not the end, at character 6.")]
    [InlineData("$filter", "Flag)", "at character 5.")]
    [InlineData("$filter", "not Name eq 'a'", "A condition is needed, at character 5.")]
    [InlineData("$filter", "tolower(Name) eq 'a'", "The function tolower is not supported")]
    [InlineData("$filter", "startswith(Name) eq true", "',' is needed")]
    [InlineData("$filter", "startswith(Name,5)", "A text is needed, at character 17.")]
    [InlineData("$filter", "Made gt datetime'yesterday'", "'datetimeyesterday' is no valid literal, at character 9.")]
    [InlineData("$filter", "Window gt time'PT'", "is no valid literal")]
    [InlineData("$filter", "Window gt time'P99999999999D'", "is no valid literal")]
    [InlineData("$filter", "Key eq guid'7'", "is no valid literal")]
    [InlineData("$filter", "Key eq binary'7'", "The literal binary'...' is not supported")]
    [InlineData("$filter", "Units eq 1.2.3", "is no valid literal")]
    [InlineData("$filter", "Units eq 1e", "is no valid literal")]
    [InlineData("$filter", "Units eq 1.5L", "is no valid literal")]
    [InlineData("$filter", "Ratio eq 1E+999", "is no valid literal")]
    [InlineData("$filter", "Units eq - 5", "'-' has no meaning here, at character 10.")]
    [InlineData("$filter", "Name eq \"a\"", "has no meaning here")]
    [InlineData("$orderby", "", "A member is needed")]
    [InlineData("$orderby", "Nam", "is no member of Thing")]
    [InlineData("$orderby", "Name up", "at character 6.")]
    [InlineData("$orderby", "Name,", "not the end, at character 6.")]
    [InlineData("$orderby", "Part", "An object or a list has no order, at character 1.")]
    [InlineData("$skip", "-1", "A whole number")]
    [InlineData("$top", "x", "A whole number")]
    [InlineData("$select", "Name", "$select is not supported")]
    [InlineData("$expand", "Part", "$expand is not supported")]
    public async Task What_cannot_be_asked_is_refused_with_its_place(string option, string text, string message)
    {
        HttpResponseMessage response = await _bench.Send("GET", $"Things?{option}={Uri.EscapeDataString(text)}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        JsonNode error = (await Bench.Json(response))["odata.error"]!;
        Assert.Equal("BadRequest", error["code"]!.ToString());
        Assert.Contains(message, error["message"]!["value"]!.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Filters_without_measure_are_refused_and_long_ones_are_answered()
    {
        foreach (string hostile in new[] { new string('(', 20_000), string.Concat(Enumerable.Repeat("not ", 5000)) + "Flag", "Name eq '" + new string('a', 40_000) + "'" })
        {
            Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), await Bench.Error(await _bench.Send("GET", "Things?$filter=" + Uri.EscapeDataString(hostile))));
        }

        string many = string.Join(" or ", Enumerable.Range(0, 1500).Select(i => $"Units eq {i}"));
        Assert.Equal("plain", await Names("$filter=" + Uri.EscapeDataString(many)));
        string deep = new string('(', 60) + "Flag" + new string(')', 60);
        Assert.Equal("o'hara", await Names("$filter=" + deep));
    }

    [Fact]
    public void Any_text_is_a_condition_or_an_error_that_says_where()
    {
        SchemaService service = SchemaSet.Load(Files).Services[0];
        var thing = new EntityModel(service.Entities[0], service.Spec);
        JsonObject[] bodies = [.. _bench.Emulator.Entities.Select(e => JsonNode.Parse(e.Json)!.AsObject())];
        string[] pieces =
        [
            "Name", "Flag", "Units", "Bytes", "Ratio", "Made", "Window", "Age", "Key", "Colour", "Part", "/", "Level", "IP", " ", " ", " eq ", " ne ", " gt ", " le ", " and ", " or ", "not ",
            "(", ")", ",", "'", "''", "'a'", "datetime", "datetime'2026-05-04T00:00:00'", "time'PT1H'", "guid'", "-", "1", "5L", "1E+400", "1e-30", ".", "null", "true", "startswith(Name,'a')",
            "indexof", "substringof(", "\0", "\ud800", "\u2028", "\U0001F600", "%",
        ];
        var random = new Random(20260101);
        int understood = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            try
            {
                Func<JsonObject, bool> condition = QueryParser.Filter(thing, text);
                understood += bodies.Count(condition) >= 0 ? 1 : 0;
                _ = QueryParser.Order(thing, text);
            }
            catch (FormatException e)
            {
                Assert.Contains("at character ", e.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(understood, 100, 20_000);
    }

    private async Task<string> Names(string query)
    {
        HttpResponseMessage response = await _bench.Send("GET", "Things?" + query);
        JsonObject body = await Bench.Json(response);
        Assert.True(response.IsSuccessStatusCode, body.ToJsonString());
        return string.Join(' ', body["value"]!.AsArray().Select(e => e!["Name"]!.ToString()));
    }
}
