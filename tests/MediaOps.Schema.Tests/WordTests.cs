namespace MediaOps.Schema.Tests;

/// <summary>What the words of services with other ways than ams-v2's become in the specs.</summary>
public sealed class WordTests
{
    public const string ServiceText =
        """
        {
          "service": "Studio", "namespace": "Media.Studio", "endpoint": "https://{Account}.example.com/",
          "options": { "Account": { "type": "string" }, "Region": { "type": "string" }, "Zone": { "type": "string" }, "Idle": { "type": "string" } },
          "auth": [{ "scheme": "sigv4", "signingName": "studio", "region": "{Region}" }],
          "wire": { "names": "lower_snake", "envelope": "the_{entity}" },
          "tracking": {
            "task": {
              "kind": "entity-state", "absent": "pending", "retryAfter": "x-wait", "settle": "5s",
              "outcome": { "path": "last.status", "succeeded": "Completed", "failed": ["Aborted", "Lost"], "canceled": "Cancelled" }
            },
            "body": { "kind": "entity-state", "status": { "path": "provisioning", "succeeded": "Done", "unknown": "failed" } }
          }
        }
        """;

    public const string EntityText =
        """
        {
          "entity": "LiveRoom", "parent": { "entity": "House", "by": "HouseName" }, "id": { "property": "Name", "template": "{HouseName}/{RoomId}" },
          "types": { "Door": { "properties": { "Open": { "type": "bool" } } } },
          "properties": { "Name": { "type": "string", "access": "readOnly" }, "HouseName": { "type": "string", "in": "path" }, "Colour": { "type": "string" } },
          "lifecycle": {
            "create": { "http": "POST /{HouseName}/rooms", "parameters": { "RoomId": { "type": "string", "in": "query" } } },
            "read": { "http": "GET /{HouseName}/{Name}" },
            "update": { "http": "PATCH /{HouseName}/{Name}", "always": ["Colour"], "fieldMask": { "query": "mask" } }
          },
          "actions": {
            "Doors": { "http": "POST /{HouseName}/{Name}/doors", "returns": { "type": "Door[]", "path": "value" } },
            "Move": { "http": "POST /move", "body": { "room": "{Name}", "zone": "{Zone}" }, "returns": "room", "parameters": { "Where": { "type": "string", "in": "query" } } },
            "Paint": { "http": "POST /{HouseName}/{Name}", "parameters": { "Paint": { "type": "Door", "in": "wholeBody" } } }
          }
        }
        """;

    private static readonly ServiceSpec Service = SchemaParser.Parse(ServiceText, "s/service.json", FileKind.Service).Service!;
    private static readonly EntitySpec Room = SchemaParser.Parse(EntityText, "s/LiveRoom.json", FileKind.Entity).Entity!;

    [Fact]
    public void Tracking_tells_outcome_and_what_404_means()
    {
        TrackingSpec task = Service.Tracking[0];
        Assert.Equal((AbsentMeaning.Pending, "x-wait", TimeSpan.FromSeconds(5), true), (task.Absent, task.RetryAfterHeader, task.Settle, task.ByStates));
        Assert.Equal(new OutcomeSpec("last.status", new(["Completed"]), new(["Aborted", "Lost"]), new(["Cancelled"])), task.Outcome);
    }

    [Fact]
    public void An_entity_with_a_status_is_judged_by_it_and_not_by_its_states()
    {
        TrackingSpec body = Service.Tracking[1];
        Assert.Equal(("provisioning", true, false), (body.Status.Path, body.Status.UnknownFails, body.ByStates));
        Assert.Null(body.Absent);
        Assert.Equal([true, false], ServiceFacts.From(Service, "s/service.json").Tracking.Select(tracking => tracking.ByStates));
    }

    [Theory]
    [InlineData("the_{entity}", "lower_snake", "the_live_room")]
    [InlineData("{entity}", "camelCase", "liveRoom")]
    [InlineData("data", "camelCase", "data")]
    public void An_envelope_has_the_entitys_name_as_names_are_written(string envelope, string names, string expected)
    {
        string text = ServiceText.Replace("the_{entity}", envelope, StringComparison.Ordinal).Replace("lower_snake", names, StringComparison.Ordinal);
        Assert.Equal(expected, SchemaParser.Parse(text, "s/service.json", FileKind.Service).Service!.Wire.EnvelopeOf("LiveRoom"));
    }

    [Fact]
    public void Without_an_envelope_there_is_none() => Assert.Null((Service.Wire with { Envelope = null }).EnvelopeOf("LiveRoom"));

    [Fact]
    public void An_update_tells_what_it_repeats_and_where_it_names_changes() =>
        Assert.Equal(("Colour", "mask"), (Room.Update!.Always.Single(), Room.Update.FieldMask));

    [Fact]
    public void An_action_returns_its_entity_or_a_value_of_its_own()
    {
        ActionSpec doors = Room.Actions.Single(action => action.Name == "Doors");
        Assert.Equal((null, new ValueSpec(new TypeRef("Door", TypeShape.List), "value", false), true), (doors.Returns, doors.Value, doors.OnlyAsks));
        ActionSpec move = Room.Actions.Single(action => action.Name == "Move");
        Assert.Equal(("room", null, false), (move.Returns, move.Value, move.OnlyAsks));
        Assert.Equal(ParameterIn.WholeBody, Room.Actions.Single(action => action.Name == "Paint").Parameters.Single().In);
    }

    [Fact]
    public void Facts_tell_where_an_entity_lives()
    {
        EntityFacts facts = EntityFacts.From(Room, "s/LiveRoom.json");
        Assert.Equal(["HouseName"], facts.Ancestors);
        Assert.Equal((true, "LiveRoomsOf"), (facts.NeedsParent, facts.ClientMember));
        Assert.Equal(["HouseName", "Name", "RoomId", "Zone"], facts.Placeholders);
        Assert.Contains("Door", facts.UsedTypes);
    }

    [Theory]
    [InlineData("\"singleton\": true", "LiveRoom")]
    [InlineData("\"singleton\": true, \"properties\": { \"House\": { \"type\": \"string\", \"in\": \"path\" } }, \"lifecycle\": { \"read\": { \"http\": \"GET /{House}\" } }", "LiveRoomOf")]
    public void A_singleton_is_a_member_by_its_own_name(string words, string member)
    {
        ParsedFile file = SchemaParser.Parse("{ \"entity\": \"LiveRoom\", " + words + " }", "s/LiveRoom.json", FileKind.Entity);
        Assert.Empty(file.Findings);
        Assert.Equal((true, member), (file.Entity!.Singleton, EntityFacts.From(file.Entity, file.Path).ClientMember));
        Assert.Equal(IdSpec.None, file.Entity.Id);
    }

    [Fact]
    public void Options_of_requests_are_those_in_paths_bodies_and_regions_in_the_order_of_the_file() =>
        Assert.Equal(["Region", "Zone"], OptionUse.OfRequests(Service, [EntityFacts.From(Room, "s/LiveRoom.json")]).Select(option => option.Name));

    [Fact]
    public void What_cannot_be_sent_or_answered_is_dropped_and_the_rest_is_kept()
    {
        string text = EntityText
            .Replace("\"returns\": { \"type\": \"Door[]\", \"path\": \"value\" }", "\"returns\": { \"type\": \"Door\", \"paged\": true }, \"always\": \"Colour\", \"fieldMask\": { \"query\": \"m\" }", StringComparison.Ordinal)
            .Replace("\"in\": \"wholeBody\" }", "\"in\": \"wholeBody\" }, \"Two\": { \"type\": \"int\" }, \"Three\": { \"type\": \"Door\", \"in\": \"query\" }", StringComparison.Ordinal)
            .Replace("\"always\": [\"Colour\"]", "\"always\": [\"Colour\", \"Name\", \"Ghost\"], \"returns\": { \"type\": \"int\" }", StringComparison.Ordinal)
            .Replace("\"GET /{HouseName}/{Name}\"", "\"GET /{HouseName}/{Name}\", \"parameters\": { \"View\": { \"type\": \"string\", \"in\": \"query\" } }", StringComparison.Ordinal);
        EntitySpec room = SchemaParser.Parse(text, "s/LiveRoom.json", FileKind.Entity).Entity!;

        ActionSpec doors = room.Actions.Single(action => action.Name == "Doors");
        Assert.Equal((false, 0, null), (doors.Value!.Paged, doors.Always.Count, doors.FieldMask));
        Assert.Equal(["Paint"], room.Actions.Single(action => action.Name == "Paint").Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["Colour"], room.Update!.Always);
        Assert.Null(room.Update.Value);
        Assert.Empty(room.Read!.Parameters);
    }

    [Fact]
    public void A_singleton_keeps_nothing_that_only_many_have()
    {
        string text = EntityText.Replace("\"entity\": \"LiveRoom\"", "\"entity\": \"LiveRoom\", \"singleton\": true", StringComparison.Ordinal);
        EntitySpec room = SchemaParser.Parse(text, "s/LiveRoom.json", FileKind.Entity).Entity!;
        Assert.Null(room.Create);
        Assert.Null(room.Parent);
        Assert.NotNull(room.Read);
        Assert.Equal(3, room.Actions.Count);
    }
}
