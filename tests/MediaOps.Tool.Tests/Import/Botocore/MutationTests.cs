using System.Text.Json.Nodes;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import.Botocore;

/// <summary>Models that were bent at random: nothing throws, and what is assumed leaves no error.</summary>
public sealed class MutationTests
{
    private const int Rounds = 100;

    private static readonly string[] Texts =
    [
        "", "a", "Encoder", "EncoderState", "State", "Id", "id", "GET", "DELETE", "uri", "header", "headers", "querystring", "statusCode", "structure", "list", "map", "string", "timestamp", "blob",
        "long", "DescribeEncoder", "StartEncoder", "Node", "Nodes", "/prod/encoders", "/prod/encoders/{encoderId}", "/{a}/{b}/{c}", "/", "{id}", "success", "failure", "retry", "path", "RUNNING",
        "DELETED", "..", "x'y\"z", "a.b['c']", "\u202e\u0000\u001b[31m", "\ud83d\ude00", "(a+)+$", "^[", "json", "rest-json", "Unknown", "object", "CON", "Service", "\n", "%00", "-1", "1e999",
    ];

    public static TheoryData<int> Seeds { get; } = [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_bent_model_is_imported_or_refused_and_never_throws(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < Rounds; round++)
        {
            string service = Bent(random.Next(8) == 0 ? Miniatures.Store : Miniatures.Studio, random);
            string waiters = Bent(Miniatures.StudioWaiters, random);
            string paginators = Bent(Miniatures.StudioPaginators, random);

            (Imported? imported, Gaps _) = Imported.Try(service, waiters, paginators, assume: true);

            Assert.True(imported is null || imported.Result.Errors.Count == 0, $"seed {seed}, round {round}: {string.Join("\n", imported?.Findings() ?? [])}");
        }
    }

    [Fact]
    public void A_bent_text_is_imported_or_refused_and_never_throws()
    {
        var random = new Random(5);
        for (int round = 0; round < Rounds; round++)
        {
            char[] text = Miniatures.Studio.ToCharArray();
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                text[random.Next(text.Length)] = "{}[]\",:\\0aN\ud800"[random.Next(12)];
            }

            (Imported? imported, Gaps _) = Imported.Try(new string(text), Miniatures.StudioWaiters, Miniatures.StudioPaginators, assume: true);

            Assert.True(imported is null || imported.Result.Errors.Count == 0, $"round {round}: {string.Join("\n", imported?.Findings() ?? [])}");
        }
    }

    private static string Bent(string text, Random random)
    {
        JsonObject root = JsonNode.Parse(text)!.AsObject();
        for (int edits = random.Next(0, 6); edits > 0; edits--)
        {
            Bend(root, random);
        }

        return root.ToJsonString();
    }

    /// <summary>Goes down at random and changes what is there.</summary>
    private static void Bend(JsonNode node, Random random)
    {
        while (true)
        {
            JsonNode?[] children = node switch
            {
                JsonObject members => [.. members.Select(member => member.Value)],
                JsonArray items => [.. items],
                _ => [],
            };
            JsonNode? next = children.Length == 0 ? null : children[random.Next(children.Length)];
            if (next is JsonObject or JsonArray && random.Next(6) != 0)
            {
                node = next;
                continue;
            }

            Change(node, random);
            return;
        }
    }

    private static void Change(JsonNode node, Random random)
    {
        if (node is JsonArray items)
        {
            if (items.Count > 0 && random.Next(2) == 0)
            {
                items.RemoveAt(random.Next(items.Count));
            }
            else
            {
                items.Add(Value(random));
            }

            return;
        }

        JsonObject members = node.AsObject();
        string[] names = [.. members.Select(member => member.Key)];
        string name = names.Length == 0 ? Texts[random.Next(Texts.Length)] : names[random.Next(names.Length)];
        switch (random.Next(4))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                JsonNode? moved = members[name]?.DeepClone();
                members.Remove(name);
                members[Texts[random.Next(Texts.Length)]] = moved;
                break;
            default:
                members[name] = Value(random);
                break;
        }
    }

    private static JsonNode? Value(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => random.Next(-5, 5_000_000),
        2 => random.Next(2) == 0,
        3 => new JsonArray("A", "b", 3, null),
        4 => new JsonObject { ["shape"] = Texts[random.Next(Texts.Length)] },
        _ => Texts[random.Next(Texts.Length)],
    };
}
