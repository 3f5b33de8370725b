using System.Text.Json;

namespace MediaOps.Runtime.Tests.Entities;

/// <summary>Entities below others, singletons, and ids that the caller or nobody gives.</summary>
public sealed class AddressTests : IDisposable
{
    private readonly ScriptedHandler _service = new();
    private readonly ServiceConnection _connection;

    public AddressTests() => _connection = new ServiceConnection(
        new ServiceDefinition("Test") { Paging = new PagingDefinition { Items = "value" } },
        new Uri("https://media.example/"),
        Authentication.None,
        new MediaOpsOptions { Handler = _service, TimeProvider = new ManualTimeProvider { AutoAdvance = true } });

    public static TheoryData<bool> Both => [false, true];

    public void Dispose() => _service.Dispose();

    private List<string> Told => [.. _service.Requests.Select(static request => $"{request.Method} {request.Uri.PathAndQuery}")];

    [Theory, MemberData(nameof(Both))]
    public async Task A_child_is_made_below_its_parent_which_need_not_be_read(bool async)
    {
        _service.Reply(201, """{"State":"on"}""").Reply(200, """{"value":[{"Id":"o2"}]}""").Reply(200, """{"State":"on"}""").Reply(204);
        var outputs = new EntityCollectionCore<Output, OutputData>(Outputs, _connection, "ev 1");
        RequestArguments arguments = RequestArguments.None.Path("Name", "o1");
        Output made = await Bench.Run(async, () => outputs.Create(arguments, null, null, CancellationToken.None), () => outputs.CreateAsync(arguments, null, null, CancellationToken.None));
        Assert.Equal(("o1", "ev 1"), (made.Core.Id, made.Core.View.Event));
        Assert.Equal("ev 1", Assert.Single(outputs.List(CancellationToken.None)).Core.View.Event);
        Assert.Equal("o1", (await outputs.GetAsync("o1", CancellationToken.None)).Core.Id);
        await made.Core.RunAsync(Outputs.Definition.Delete!, RequestArguments.None, null, CancellationToken.None);
        Assert.Equal(["PUT /events/ev%201/outputs/o1", "GET /events/ev%201/outputs", "GET /events/ev%201/outputs/o1", "DELETE /events/ev%201/outputs/o1"], Told);
    }

    [Fact]
    public async Task A_finished_child_is_known_by_all_parts_of_its_address()
    {
        _service.Reply(201, """{"State":"on"}""");
        var outputs = new EntityCollectionCore<Output, OutputData>(Outputs, _connection, "e/1");
        Operation<Output> sent = await outputs.SendCreateAsync(RequestArguments.None.Path("Name", "o1"), null, CancellationToken.None);
        Assert.Equal("mediaops:1:done:Test:Output:Create:e%2F1/o1", sent.Id);
        Assert.Equal("o1", (await outputs.GetOperationAsync(sent.Id, null, CancellationToken.None)).TargetEntityId);
        var others = new EntityCollectionCore<Output, OutputData>(Outputs, _connection, "e2");
        await Assert.ThrowsAsync<ArgumentException>(() => others.GetOperationAsync(sent.Id, null, CancellationToken.None));
    }

    [Fact]
    public void An_address_with_too_few_or_bad_values_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new EntityCollectionCore<Output, OutputData>(Outputs, _connection, "a", "b"));
        Assert.Throws<ArgumentException>(() => new EntityCollectionCore<Output, OutputData>(Outputs, _connection, ".."));
        Assert.Throws<ArgumentException>(() => new EntityCollectionCore<Output, OutputData>(Outputs, _connection, ""));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_singleton_knows_nothing_of_itself_until_it_is_read(bool async)
    {
        _service.Reply(200, """{"State":"on"}""");
        Output account = EntityCore<Output, OutputData>.Singleton(Account, _connection, new OutputData());
        Assert.Equal(("", null), (account.Core.Id, account.Core.StateText));
        await Bench.Run(async, () => account.Core.Refresh(), () => account.Core.RefreshAsync());
        Assert.Equal("on", account.Core.StateText);
        Assert.Equal(["GET /account"], Told);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_group_of_operations_gives_values_of_what_was_asked_for(bool async)
    {
        ActionDefinition get = new("Get", ActionKind.Custom, "GET", "/operations/{OperationId}") { ReturnsPath = "status" };
        var group = new EntityBinding<Output, OutputData>(new EntityDefinition { Name = "Ops", Plural = "Ops", Singleton = true, Actions = [get] }, OutputData.Read, static core => new Output(core), []);
        _service.Reply(200, """{"status":"Succeeded"}""");
        EntityCore<Output, OutputData> core = EntityCore<Output, OutputData>.Singleton(group, _connection, new OutputData()).Core;
        RequestArguments arguments = RequestArguments.None.Path("OperationId", "a b");
        string? status = await Bench.Run(
            async,
            () => core.Run<string?>(get, arguments, Tracking.Stage.Text, null, CancellationToken.None),
            () => core.RunAsync<string?>(get, arguments, Tracking.Stage.Text, null, CancellationToken.None));
        Assert.Equal("Succeeded", status);
        Assert.Equal(["GET /operations/a%20b"], Told);
    }

    [Fact]
    public async Task An_id_that_no_answer_tells_is_put_together_from_what_was_given()
    {
        EntityBinding<Output, OutputData> named = Named("projects/{Project}/outputs/{OutputId}");
        _service.Reply(201, "{}").Reply(200, """{"State":"on"}""");
        var outputs = new EntityCollectionCore<Output, OutputData>(named, Connected());
        Output made = await outputs.CreateAsync(RequestArguments.None.Query("outputId", "o1").Path("OutputId", "o1"), null, null, CancellationToken.None);
        Assert.Equal("projects/p1/outputs/o1", made.Core.Id);
        Assert.Equal("POST /outputs?outputId=o1", Told[0]);
        await made.Core.RefreshAsync();
        Assert.Equal("GET /projects/p1/outputs/o1", Told[^1]);
    }

    [Fact]
    public async Task A_whole_path_as_id_may_come_back_with_other_names_above_it_but_not_as_another_entity()
    {
        var outputs = new EntityCollectionCore<Output, OutputData>(Named(null), Connected());
        _service.Reply(200, """{"Id":"projects/4711/outputs/o1"}""").Reply(200, """{"Id":"projects/p1/outputs/o2"}""");
        Assert.NotNull(await outputs.GetAsync("projects/p1/outputs/o1", CancellationToken.None));
        await Assert.ThrowsAsync<ServiceException>(() => outputs.GetAsync("projects/p1/outputs/o1", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => outputs.GetAsync("projects/../outputs/o1", CancellationToken.None));
        Assert.Equal(2, Told.Count);
    }

    private ServiceConnection Connected() => new(
        new ServiceDefinition("Test"), new Uri("https://media.example/"), Authentication.None, new MediaOpsOptions { Handler = _service }, ("Project", "p1", null));

    private static EntityBinding<Output, OutputData> Named(string? template) => new(
        new EntityDefinition
        {
            Name = "Output",
            Plural = "Outputs",
            PathProperties = ["Name"],
            IdPattern = "projects/[a-z0-9]+/outputs/[a-z0-9]+",
            IdTemplate = template is null ? null : PathTemplate.Parse(template),
            Create = new("Create", ActionKind.Create, "POST", "/outputs"),
            Read = new("Read", ActionKind.Read, "GET", "/{+Name}"),
        },
        OutputData.Read,
        static core => new Output(core),
        []);

    private static readonly EntityBinding<Output, OutputData> Outputs = new(
        new EntityDefinition
        {
            Name = "Output",
            Plural = "Outputs",
            PathProperties = ["Event", "Name"],
            ParentProperty = "Event",
            Create = new("Create", ActionKind.Create, "PUT", "/events/{Event}/outputs/{Name}"),
            Read = new("Read", ActionKind.Read, "GET", "/events/{Event}/outputs/{Name}"),
            List = new("List", ActionKind.List, "GET", "/events/{Event}/outputs"),
            Delete = new("Delete", ActionKind.Delete, "DELETE", "/events/{Event}/outputs/{Name}"),
        },
        OutputData.Read,
        static core => new Output(core),
        [])
    {
        Fill = static (data, address) => data.Event ??= address["Event"],
    };

    private static readonly EntityBinding<Output, OutputData> Account = new(
        new EntityDefinition { Name = "Account", Plural = "Accounts", Singleton = true, Read = new("Read", ActionKind.Read, "GET", "/account") },
        OutputData.Read,
        static core => new Output(core),
        []);

    internal sealed class Output(EntityCore<Output, OutputData> core)
    {
        public EntityCore<Output, OutputData> Core { get; } = core;
    }

    internal sealed class OutputData : IEntityData<OutputData>
    {
        public string? Id { get; private set; }

        public string? StateText { get; private set; }

        public string? Event { get; set; }

        public OutputData Clone() => (OutputData)MemberwiseClone();

        public static OutputData Read(ref Utf8JsonReader reader)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            string? Text(string name) => document.RootElement.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
            return new OutputData { Id = Text("Id"), StateText = Text("State") };
        }
    }
}
