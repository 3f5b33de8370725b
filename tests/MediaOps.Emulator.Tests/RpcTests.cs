using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

/// <summary>Services that say in the body what others say in the path or by the HTTP status, and parameters wherever they travel.</summary>
public sealed class RpcTests
{
    private const string Wire = """
        "wire": { "names": "camelCase", "enums": "asIs", "duration": "seconds" },
        "paging": { "style": "offset", "param": "start", "limit": "count" },
        """;

    private const string Errors = """
        "errors": { "code": { "body": "error" }, "message": { "body": "reason" }, "okWhen": { "path": "code", "equals": "0" }, "codes": {
          "NotFound": { "wire": "not_found", "http": 404, "category": "not-found" }, "Wrong": { "wire": "wrong", "http": 400, "category": "invalid" }, "State": { "wire": "state", "http": 409, "category": "precondition" } } }
        """;

    private const string Stream = """
        {
          "entity": "Stream", "id": { "property": "Arn", "pattern": "^arn:[a-z0-9:/-]+$", "example": "arn:stream/1" },
          "types": { "Cue": { "properties": { "At": { "type": "int", "required": true } } } },
          "properties": { "Arn": { "type": "string", "access": "readOnly" }, "Name": { "type": "string", "required": true }, "Volume": { "type": "int" }, "State": { "type": "StreamState", "access": "readOnly" } },
          "state": { "property": "State", "initial": "Off", "values": { "Off": { "kind": "stable" }, "On": { "kind": "stable" }, "Gone": { "kind": "gone" } } },
          "lifecycle": {
            "create": { "http": "POST /CreateStream", "to": "Off", "returns": "stream", "body": { "kind": "live" } },
            "read": { "http": "POST /GetStream", "returns": "stream", "body": { "arn": "{Arn}" } },
            "list": { "http": "GET /ListStreams" },
            "delete": { "http": "POST /DeleteStream", "from": "Off", "to": "Gone", "body": { "arn": "{Arn}" } } },
          "actions": {
            "Enable": { "http": "PUT /ChangeStream", "from": "Off", "to": "On", "body": { "target": "stream {Arn}", "enabled": true } },
            "Disable": { "http": "PUT /ChangeStream", "from": "On", "to": "Off", "body": { "target": "stream {Arn}", "enabled": false } },
            "Shape": { "http": "POST /ShapeStream/{Track}", "from": "On", "to": "On", "body": { "arn": "{Arn}" },
              "parameters": { "Track": { "type": "int", "in": "path", "required": true, "maximum": 9 }, "Dry": { "type": "bool", "in": "query", "required": true }, "Reason": { "type": "string", "in": "header", "wire": "x-reason", "required": true },
                "Volume": { "type": "int", "minimum": 0, "maximum": 11 } } } }
        }
        """;

    private const string Board = """
        {
          "entity": "Board", "id": { "property": "Id", "pattern": "^[0-9]+$" },
          "types": { "Cue": { "properties": { "At": { "type": "int", "required": true } } } },
          "properties": { "Id": { "type": "string", "access": "readOnly" }, "Title": { "type": "string" } },
          "lifecycle": { "create": { "http": "POST /boards" }, "read": { "http": "GET /boards/{Id}" } },
          "actions": {
            "Play": { "http": "POST /boards/{Id}/play", "to": [], "parameters": { "Cues": { "type": "Cue[]", "in": "wholeBody", "required": true } } },
            "Count": { "http": "GET /boards/{Id}/count", "returns": { "type": "int", "path": "count" } } }
        }
        """;

    private static Mini Start(string auth = "", Func<ManualTime, EmulatorOptions>? options = null) => new(auth + Wire + Errors, [Stream], options);

    private static Mini Boards() => new(Wire + Errors.Replace("\"okWhen\": { \"path\": \"code\", \"equals\": \"0\" },", string.Empty, StringComparison.Ordinal), [Board.Replace("\"to\": [], ", string.Empty, StringComparison.Ordinal)],
        time => new EmulatorOptions { TimeProvider = time, Returns = (_, _, _) => JsonValue.Create(7) });

    private static async Task<string> Create(Mini mini) => (await mini.Post("CreateStream", """{ "kind": "live", "name": "n" }"""))["stream.arn"]!;

    private static string Of(string arn, string more = "") => $$"""{ "arn": "{{arn}}"{{more}} }""";

    private static string At(string arn, string more = "") => $$"""{ "target": "stream {{arn}}"{{more}} }""";

    [Fact]
    public async Task What_stands_in_the_body_leads_to_the_entity()
    {
        using Mini mini = Start();

        string arn = await Create(mini);
        Assert.StartsWith("arn:", arn, StringComparison.Ordinal);
        Reply read = await mini.Post("GetStream", Of(arn));
        Assert.Equal((200, "Off", "0"), (read.Status, read["stream.state"], read["code"]));
        Reply deleted = await mini.Post("DeleteStream", Of(arn));
        Assert.Equal((200, "0"), (deleted.Status, deleted["code"]));
        Assert.Equal("not_found", (await mini.Post("GetStream", Of(arn)))["error"]);
    }

    [Fact]
    public async Task A_body_may_be_the_list_itself()
    {
        using Mini mini = Start();
        string[] made = [await Create(mini), await Create(mini), await Create(mini)];

        Assert.Equal(made[1..], (await mini.Get("ListStreams?start=1&count=5")).Body!.AsArray().Select(s => s!["arn"]!.ToString()));
    }

    [Fact]
    public async Task Fixed_members_tell_two_actions_at_one_path_apart_and_have_to_be_there()
    {
        using Mini mini = Start();
        string arn = await Create(mini);

        await mini.Send("PUT", "ChangeStream", At(arn, """, "enabled": true"""));
        Assert.Equal("On", mini.Emulator.Entities.Single().State);
        await mini.Send("PUT", "ChangeStream", At(arn, """, "enabled": false"""));
        Assert.Equal("Off", mini.Emulator.Entities.Single().State);
        Assert.Equal("wrong", (await mini.Send("PUT", "ChangeStream", At(arn)))["error"]);
        Assert.Equal("wrong", (await mini.Send("PUT", "ChangeStream", At(arn, """, "enabled": "yes" """)))["error"]);
        Assert.Equal("wrong", (await mini.Post("CreateStream", """{ "name": "n" }"""))["error"]);
    }

    [Fact]
    public async Task Refusals_are_successes_by_their_status_where_the_body_tells()
    {
        using Mini mini = Start();
        string arn = await Create(mini);

        Reply refused = await mini.Send("PUT", "ChangeStream", At(arn, """, "enabled": false"""));
        Assert.Equal((200, "state", "1"), (refused.Status, refused["error"], refused["code"]));
        mini.Emulator.Faults.Add(Fault.Status(503));
        Assert.Equal(503, (await mini.Post("GetStream", Of(arn))).Status);
    }

    [Theory]
    [InlineData("3?dry=true", "because", "{}", null)]
    [InlineData("3?dry=true", "because", """{ "volume": 11 }""", null)]
    [InlineData("3?dry=true", "because", """{ "volume": 12 }""", "volume must be at most 11")]
    [InlineData("3?dry=true", "because", """{ "loud": 1 }""", "loud is not a member")]
    [InlineData("12?dry=true", "because", "{}", "track must be at most 9")]
    [InlineData("three?dry=true", "because", "{}", "track must be a 32-bit integer")]
    [InlineData("3", "because", "{}", "query member dry is required")]
    [InlineData("3?dry=maybe", "because", "{}", "dry must be true or false")]
    [InlineData("3?dry=true", null, "{}", "header x-reason is required")]
    public async Task Parameters_are_checked_wherever_they_travel(string path, string? reason, string body, string? problem)
    {
        using Mini mini = Start();
        string arn = await Create(mini);
        await mini.Send("PUT", "ChangeStream", At(arn, """, "enabled": true"""));
        JsonObject members = JsonNode.Parse(body)!.AsObject();
        members["arn"] = arn;

        Reply reply = await mini.Send("POST", "ShapeStream/" + path, members.ToJsonString(), reason is null ? [] : [("x-reason", reason)]);

        Assert.Equal(problem is null ? "0" : "1", reply["code"]);
        if (problem is not null)
        {
            Assert.Contains(problem, reply["reason"], StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(members["volume"]?.ToString(), (await mini.Post("GetStream", Of(arn)))["stream.volume"]);
        }
    }

    [Fact]
    public async Task A_body_can_be_the_parameter()
    {
        using Mini mini = Boards();
        string path = "boards/" + (await mini.Post("boards", "{}"))["id"];

        Assert.Equal(204, (await mini.Post(path + "/play", """[ { "at": 1 }, { "at": 2 } ]""")).Status);
        Assert.Equal(400, (await mini.Post(path + "/play", """[ { "when": 1 } ]""")).Status);
        Assert.Equal(400, (await mini.Post(path + "/play", """{ "at": 1 }""")).Status);
        Assert.Equal(400, (await mini.Post(path + "/play")).Status);
    }

    [Fact]
    public async Task An_action_may_answer_with_a_value()
    {
        using Mini mini = Boards();
        string path = "boards/" + (await mini.Post("boards", "{}"))["id"];

        Reply count = await mini.Get(path + "/count");
        Assert.Equal((200, """{"count":7}"""), (count.Status, count.Body!.ToJsonString()));
    }

    [Theory]
    [InlineData("""{ "scheme": "basic" }""", "Authorization", "Basic dXNlcjpwYXNz", "user:pass", "Basic")]
    [InlineData("""{ "scheme": "apiKey", "header": "x-key" }""", "x-key", "k", "k", "ApiKey")]
    [InlineData("""{ "scheme": "bearer" }""", "Authorization", "Bearer t", "t", "Bearer")]
    [InlineData("""{ "scheme": "sigv4", "signingName": "media", "region": "eu-north-1" }""", "Authorization",
        "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-north-1/media/aws4_request, SignedHeaders=host;x-amz-date, Signature=0000000000000000000000000000000000000000000000000000000000000000", "AKID", "AWS4-HMAC-SHA256")]
    public async Task A_credential_of_the_right_kind_has_to_be_there(string scheme, string header, string value, string credential, string challenge)
    {
        var seen = new List<string>();
        using Mini mini = Start($"\"auth\": [ {scheme} ],", time => new EmulatorOptions { TimeProvider = time, AcceptToken = text => { seen.Add(text); return true; } });
        (string, string)[] date = [("X-Amz-Date", "20260101T000000Z")];

        Reply without = await mini.Get("ListStreams");
        Assert.Equal((401, challenge), (without.Status, without.Message.Headers.WwwAuthenticate.Single().Scheme));
        Assert.Equal(401, (await mini.Send("GET", "ListStreams", null, [(header == "Authorization" ? "x-key" : "Authorization", value), .. date])).Status);
        Assert.Equal(200, (await mini.Send("GET", "ListStreams", null, [(header, value), .. date])).Status);
        Assert.Contains(credential, seen);
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-north-1/other/aws4_request, SignedHeaders=host, Signature=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-north-1/media/aws4_request, SignedHeaders=host, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID, SignedHeaders=host, Signature=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("AWS4-HMAC-SHA256")]
    public async Task A_signature_that_is_not_whole_is_none(string header)
    {
        using Mini mini = Start("\"auth\": [ { \"scheme\": \"sigv4\", \"signingName\": \"media\", \"region\": \"eu-north-1\" } ],");

        Assert.Equal(401, (await mini.Send("GET", "ListStreams", null, [("Authorization", header), ("X-Amz-Date", "20260101T000000Z")])).Status);
    }
}
