using System.Text.Json.Nodes;

namespace MediaOps.Tool.Tests.Import.Botocore;

/// <summary>A model as large as the largest of media services: entities with waiters over types that use each other, themselves too.</summary>
internal static class GeneratedModel
{
    private const int Entities = 20;

    /// <summary>The service file.</summary>
    /// <param name="shapes">How many shapes there are about.</param>
    public static string Service(int shapes)
    {
        var operations = new JsonObject();
        var all = new JsonObject
        {
            ["Text"] = new JsonObject { ["type"] = "string", ["min"] = 1, ["max"] = 100 },
            ["Number"] = new JsonObject { ["type"] = "integer", ["min"] = 0 },
            ["Flag"] = new JsonObject { ["type"] = "boolean" },
        };
        for (int i = 0; i < Entities; i++)
        {
            Entity("Thing" + Letters(i), operations, all);
        }

        var random = new Random(20260101);
        for (int i = 0; all.Count < shapes; i++)
        {
            Add(all, "Part" + Letters(i), i, random);
        }

        return new JsonObject
        {
            ["metadata"] = new JsonObject { ["endpointPrefix"] = "large", ["serviceId"] = "Large", ["protocol"] = "rest-json", ["signatureVersion"] = "v4" },
            ["operations"] = operations,
            ["shapes"] = all,
        }.ToJsonString();
    }

    /// <summary>The file of its waiters.</summary>
    public static string Waiters()
    {
        var waiters = new JsonObject();
        for (int i = 0; i < Entities; i++)
        {
            string name = "Thing" + Letters(i);
            waiters[name + "Running"] = Waiter(name, "RUNNING", "STARTING");
            waiters[name + "Stopped"] = Waiter(name, "IDLE", "STOPPING");
            waiters[name + "Created"] = Waiter(name, "IDLE", "CREATING");
            waiters[name + "Deleted"] = Waiter(name, "DELETED", "DELETING");
        }

        return new JsonObject { ["version"] = 2, ["waiters"] = waiters }.ToJsonString();
    }

    private static void Entity(string name, JsonObject operations, JsonObject shapes)
    {
        string path = "/v1/" + name.ToLowerInvariant() + "s";
        Operation("Create" + name, "POST", path, name + "Data", name + "Data");
        Operation("Describe" + name, "GET", path + "/{id}", name + "Address", name + "Data");
        Operation("Update" + name, "PUT", path + "/{id}", name + "Change", name + "Data");
        Operation("Delete" + name, "DELETE", path + "/{id}", name + "Address", null);
        Operation("Start" + name, "POST", path + "/{id}/start", name + "Address", name + "Data");
        Operation("Stop" + name, "POST", path + "/{id}/stop", name + "Address", name + "Data");
        JsonObject Id() => new() { ["shape"] = "Text", ["location"] = "uri", ["locationName"] = "id" };
        shapes[name + "State"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("CREATING", "IDLE", "STARTING", "RUNNING", "STOPPING", "DELETING", "DELETED") };
        shapes[name + "Address"] = new JsonObject { ["type"] = "structure", ["members"] = new JsonObject { ["Id"] = Id() } };
        shapes[name + "Data"] = Members(("Id", "Text"), ("State", name + "State"), ("Part", "Part" + Letters(0)), ("Other", "Part" + Letters(name[^1] - 'A')));
        JsonObject change = Members(("Other", "Part" + Letters(name[^1] - 'A')));
        change["members"]!["Id"] = Id();
        shapes[name + "Change"] = change;

        void Operation(string operation, string method, string uri, string input, string? output)
        {
            operations[operation] = new JsonObject { ["http"] = new JsonObject { ["method"] = method, ["requestUri"] = uri }, ["input"] = new JsonObject { ["shape"] = input } };
            if (output is not null)
            {
                operations[operation]!["output"] = new JsonObject { ["shape"] = output };
            }
        }
    }

    /// <summary>A structure that uses itself and its neighbours, and every few an enum, a list or a map.</summary>
    private static void Add(JsonObject shapes, string name, int number, Random random)
    {
        shapes[name] = Members(
            ("Name", "Text"), ("Count", "Number"), ("On", "Flag"), ("Self", name), ("Next", "Part" + Letters(number + 1)), ("After", "Part" + Letters(2 * number + 1)), ("Back", "Part" + Letters(random.Next(number + 1))),
            ("Many", name + "List"), ("Keyed", name + "Map"), ("Choice", name + "Choice"));
        shapes[name]!["required"] = new JsonArray("Name", "Back");
        shapes[name + "List"] = new JsonObject { ["type"] = "list", ["member"] = new JsonObject { ["shape"] = name }, ["max"] = 10 };
        shapes[name + "Map"] = new JsonObject { ["type"] = "map", ["key"] = new JsonObject { ["shape"] = "Text" }, ["value"] = new JsonObject { ["shape"] = "Text" } };
        shapes[name + "Choice"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("FIRST_ONE", "second-one", "3RD") };
    }

    private static JsonObject Members(params (string Name, string Shape)[] members)
    {
        var json = new JsonObject();
        foreach ((string name, string shape) in members)
        {
            json[name] = new JsonObject { ["shape"] = shape, ["locationName"] = char.ToLowerInvariant(name[0]) + name[1..], ["documentation"] = "<p>The " + name + ".</p>" };
        }

        return new JsonObject { ["type"] = "structure", ["members"] = json };
    }

    private static JsonObject Waiter(string name, string success, string retry) => new()
    {
        ["operation"] = "Describe" + name,
        ["delay"] = 5,
        ["maxAttempts"] = 10,
        ["acceptors"] = new JsonArray(Acceptor("success", success), Acceptor("retry", retry)),
    };

    private static JsonObject Acceptor(string state, string expected) => new() { ["state"] = state, ["matcher"] = "path", ["argument"] = "State", ["expected"] = expected };

    private static string Letters(int number) => number < 26 ? ((char)('A' + number)).ToString() : Letters(number / 26 - 1) + (char)('A' + number % 26);
}
