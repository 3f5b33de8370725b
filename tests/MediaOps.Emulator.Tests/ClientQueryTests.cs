using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Xml;
using MediaOps.Runtime;

namespace MediaOps.Emulation.Tests;

/// <summary>What the runtime asks and the emulator answers is what the same question gives in memory.</summary>
public sealed class ClientQueryTests : IDisposable, IQuerySource<ClientQueryTests.IThing>
{
    private static readonly Guid Fourth = new(4, 0, 0, new byte[8]);
    private static readonly string[] Names = ["a", "b", "c'd", "ä%+&#=", "日本", "E", "a b", ""];

    private readonly Bench _bench = new(files: QueryTests.Files);
    private readonly List<IThing> _things;

    public ClientQueryTests()
    {
        foreach ((string name, int i) in Names.Select((name, i) => (name, i)))
        {
            var body = new JsonObject { ["Name"] = name, ["Flag"] = i % 2 == 0, ["Units"] = i - 3, ["Bytes"] = (9007199254740992 + i).ToString(System.Globalization.CultureInfo.InvariantCulture) };
            if (i % 3 != 0)
            {
                body["Note"] = $"note {i}";
                body["Price"] = i + 0.25m;
                body["Made"] = $"2026-05-0{i + 1}T03:02:01.5Z";
                body["Window"] = XmlConvert.ToString(TimeSpan.FromMinutes(15 * i));
                body["Age"] = (60 * i).ToString(System.Globalization.CultureInfo.InvariantCulture);
                body["Key"] = new Guid(i, 0, 0, new byte[8]).ToString();
                body["Part"] = new JsonObject { ["Level"] = i };
            }

            _bench.Emulator.Seed("Thing", body.ToJsonString());
        }

        _things = [.. _bench.Emulator.Entities.Select(e => new Thing(JsonNode.Parse(e.Json)!.AsObject()))];
    }

    public interface IThing
    {
        string Name { get; }

        string? Note { get; }

        bool Flag { get; }

        int Units { get; }

        long Bytes { get; }

        decimal? Price { get; }

        DateTime? Made { get; }

        TimeSpan? Window { get; }

        TimeSpan? Age { get; }

        Guid? Key { get; }

        int? Level { get; }
    }

    private static Expression<Func<IThing, bool>>[] Conditions { get; } =
    [
        t => t.Name == "c'd",
        t => t.Name != "ä%+&#=",
        t => t.Name.StartsWith("a ", StringComparison.Ordinal),
        t => t.Name.EndsWith("日本", StringComparison.Ordinal) || t.Name.Contains('\''),
        t => !t.Name.Contains('a'),
        t => t.Note == null,
        t => t.Note != null && t.Note.StartsWith("note 1", StringComparison.Ordinal),
        t => t.Flag && t.Units > -2,
        t => !t.Flag || t.Units <= -1,
        t => !(t.Flag && (t.Units == 1 || t.Name == "a")),
        t => t.Bytes == 9007199254740993,
        t => t.Bytes > 9007199254740994 && t.Units < 2.5,
        t => t.Price > 4.25m,
        t => t.Price.HasValue && t.Price != 1.25m,
        t => t.Made == null,
        t => t.Made > new DateTime(2026, 5, 3, 3, 2, 1, 500, DateTimeKind.Utc),
        t => t.Made <= new DateTime(2026, 5, 5, 3, 2, 1, 500, DateTimeKind.Utc),
        t => t.Window >= TimeSpan.FromMinutes(60),
        t => t.Age < TimeSpan.FromSeconds(250),
        t => t.Key == Fourth,
        t => t.Level == 7 || t.Level == null,
    ];

    IReadOnlyList<QueryMember> IQuerySource<IThing>.Members { get; } =
    [
        new("Name", "Name"), new("Note", "Note"), new("Flag", "Flag"), new("Units", "Units"), new("Bytes", "Bytes"), new("Price", "Price"), new("Made", "Made"),
        new("Window", "Window"), new("Age", "Age", durationFormat: DurationFormat.Seconds), new("Key", "Key"), new("Level", "Part/Level"),
    ];

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_condition_finds_what_it_finds_in_memory()
    {
        foreach (Expression<Func<IThing, bool>> condition in Conditions)
        {
            string[] expected = [.. _things.Where(condition.Compile()).Select(t => t.Name)];
            string[] found = [.. new EntityQuery<IThing>(this).Where(condition).AsEnumerable().Select(t => t.Name)];
            Assert.True(expected.SequenceEqual(found), $"{condition} found {string.Join(", ", found)}");
            Assert.InRange(found.Length, 1, _things.Count - 1);
        }
    }

    [Fact]
    public void An_order_and_a_page_are_those_in_memory()
    {
        var query = new EntityQuery<IThing>(this);
        Assert.Equal(
            _things.OrderBy(t => t.Level).ThenByDescending(t => t.Units).Skip(1).Take(4).Select(t => t.Name),
            query.OrderBy(t => t.Level).ThenByDescending(t => t.Units).Skip(1).Take(4).AsEnumerable().Select(t => t.Name));
        Assert.Equal(
            _things.OrderByDescending(t => t.Made).Select(t => t.Name),
            query.OrderByDescending(t => t.Made).AsEnumerable().Select(t => t.Name));
    }

    public IEnumerable<IThing> Execute(QueryText query, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = _bench.SendSync(Bench.Request("GET", "Things?" + query.ToQueryString()));
        using var reader = new StreamReader(response.Content.ReadAsStream(cancellationToken));
        string body = reader.ReadToEnd();
        Assert.True(response.IsSuccessStatusCode, body);
        return [.. JsonNode.Parse(body)!["value"]!.AsArray().Select(e => new Thing(e!.AsObject()))];
    }

    public IAsyncEnumerable<IThing> ExecuteAsync(QueryText query, CancellationToken cancellationToken) => throw new NotSupportedException("These tests ask synchronously.");

    private sealed class Thing(JsonObject body) : IThing
    {
        public string Name => Member()!.ToString();

        public string? Note => Member()?.ToString();

        public bool Flag => Member()!.GetValue<bool>();

        public int Units => Member()!.GetValue<int>();

        public long Bytes => XmlConvert.ToInt64(Member()!.ToString());

        public decimal? Price => Member()?.GetValue<decimal>();

        public DateTime? Made => Member()?.GetValue<DateTime>();

        public TimeSpan? Window => Member() is { } window ? XmlConvert.ToTimeSpan(window.ToString()) : null;

        public TimeSpan? Age => Member() is { } age ? TimeSpan.FromSeconds(XmlConvert.ToInt64(age.ToString())) : null;

        public Guid? Key => Member()?.GetValue<Guid>();

        public int? Level => body["Part"]?[nameof(Level)]?.GetValue<int>();

        private JsonNode? Member([CallerMemberName] string name = "") => body[name];
    }
}
