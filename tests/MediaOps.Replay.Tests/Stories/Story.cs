using System.Text.Json;
using Media.AzureV3;
using MediaOps.Replay.Tests.Recordings;
using MediaOps.Replay.Tests.Server;

namespace MediaOps.Replay.Tests.Stories;

/// <summary>
/// Leads the generated client through what a recording tells: each write becomes the call that would send it, and what the recording shows afterwards is what
/// the client must show. Everything that is compared is read from the recording.
/// </summary>
internal sealed class Story
{
    /// <summary>Several hundred statuses were asked for in some recordings, in seconds; at the pace of the schema that is hours.</summary>
    private static readonly PollingOptions Patient = new() { Timeout = TimeSpan.FromHours(12) };

    /// <summary>Why some values of bodies differ from the recorded ones, each for a reason of its own.</summary>
    private static readonly string[] Apart =
    [
        "properties.vanityUrl",           // Called useStaticHostname since.
        "properties.scaleUnits",          // Required since.
        "properties.archiveWindowLength", // Recorded below the minimum that is documented, which the client keeps.
    ];

    private readonly Recording _recording;
    private readonly ReplayServer _server;
    private readonly Forms _forms;
    private readonly AmsV3Client _media;
    private readonly AmsV3Client _unguarded;
    private readonly Dictionary<string, object> _entities = new(StringComparer.OrdinalIgnoreCase);
    private string? _settled;

    public Story(Recording recording, ReplayServer server, bool async)
    {
        _recording = recording;
        _server = server;
        _forms = new Forms(async);
        Uri any = recording.Interactions.First(static interaction => interaction.Path is not null).Uri;
        _media = Bench.Client(any, server);
        _unguarded = Bench.Client(any, server, GuardMode.Off);
    }

    /// <summary>How many values of entities were compared with the recording.</summary>
    public int Compared { get; private set; }

    /// <summary>Tells the whole story.</summary>
    public async Task TellAsync()
    {
        foreach (Interaction interaction in _recording.Interactions)
        {
            if (!IsOfThisClient(interaction))
            {
                continue;
            }

            string path = interaction.Path!;
            await (interaction switch
            {
                { IsRead: true, IsRefused: true } => NotFoundAsync(path, interaction),
                { IsRead: true } when ResourcePath.IsEntity(path) => ShowAsync(path, interaction),
                { IsRead: true } => ListAsync(path, interaction),
                { IsRefused: true } => RefusedAsync(path, interaction),
                _ => WriteAsync(path, interaction),
            });
        }

        Assert.Empty(_server.Faults);
        Assert.Equal(_recording.Interactions.Where(static interaction => !interaction.IsRead && IsOfThisClient(interaction)), Written());
        Assert.All(_server.Requests, request => Assert.Equal(!_forms.Async, request.WasSync));
        foreach (Asked request in _server.Requests.Where(static request => request is { Body.Length: > 0, Answer.RequestBody: not null }))
        {
            CompareBodies(request);
        }
    }

    /// <summary>Accounts and assets belong to another part of the service.</summary>
    private static bool IsOfThisClient(Interaction interaction)
        => interaction.Path is { } path
            && !ResourcePath.IsOperation(path)
            && (path.StartsWith("liveEvents", StringComparison.OrdinalIgnoreCase) || path.StartsWith("streamingEndpoints", StringComparison.OrdinalIgnoreCase));

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static string Code(JsonElement error) => error.GetProperty("error").GetProperty("code").GetString()!;

    private static string Message(JsonElement error) => error.GetProperty("error").GetProperty("message").GetString()!;

    private static void CompareBodies(Asked request)
    {
        JsonElement sent = Json(request.Body);
        JsonElement recorded = Json(request.Answer!.RequestBody!);
        Assert.DoesNotContain(BodyMatch.Added(sent, recorded), IsOurs);
        if (request.Method != "PATCH")
        {
            // An update sends what was changed, and tools send everything.
            Assert.DoesNotContain(BodyMatch.Lost(sent, recorded), IsOurs);
        }

        static bool IsOurs(string leaf) => !Array.Exists(Apart, apart => leaf.StartsWith(apart + " ", StringComparison.Ordinal));
    }

    /// <summary>The recorded writes that were asked for: a call that sends nothing would tell no story. What was refused may have been asked more than once.</summary>
    private IEnumerable<Interaction> Written()
        => _server.Requests.Where(static request => request.Method != "GET").Select(static request => request.Answer!).Distinct<Interaction>(ReferenceEqualityComparer.Instance);

    private IResources ResourcesOf(string path, AmsV3Client media) => path.Split('/') switch
    {
        [var kind, var liveEvent, var children, ..] when kind.Equals("liveEvents", StringComparison.OrdinalIgnoreCase) && children.Equals("liveOutputs", StringComparison.OrdinalIgnoreCase)
            => new LiveOutputs(media, liveEvent, _forms),
        [var kind, ..] when kind.Equals("liveEvents", StringComparison.OrdinalIgnoreCase) => new LiveEvents(media, _forms),
        _ => new StreamingEndpoints(media, _forms),
    };

    private async Task WriteAsync(string path, Interaction write)
    {
        string changed = ResourcePath.Changed(write.Method, path);
        IResources resources = ResourcesOf(changed, _media);
        Operation operation = await SendAsync(resources, changed, _entities.GetValueOrDefault(changed), write);
        _settled = null;
        if (LastStatus(write) is not { } last)
        {
            Assert.Equal(OperationState.Succeeded, operation.State);
        }
        else if (StatusOf(last) == "InProgress")
        {
            // Whoever recorded did not wait, and so the recording does not tell how it ended.
            Assert.Equal(OperationState.InProgress, operation.State);
            return;
        }

        if (LastStatus(write) is { } end && StatusOf(end) == "Failed")
        {
            await FailsAsync(operation, end);
            return;
        }

        await _forms.Call(() => operation.WaitForCompletion(Patient), () => operation.WaitForCompletionAsync(Patient));
        if (write.Method == "DELETE")
        {
            Assert.Equal("Deleted", StateOf(_entities[changed]));
            _entities.Remove(changed);
            return;
        }

        if (write.Method == "PUT")
        {
            _entities[changed] = await resources.TargetAsync(operation);
        }

        // Some answers leave the state out; that is never what the entity's state has become.
        Assert.NotEqual("Unknown", StateOf(_entities[changed]));
        _settled = changed;
        if (write is { Method: "PUT", Status: 200 } && !_recording.Interactions.Any(interaction => interaction.IsRead && changed.Equals(interaction.Path, StringComparison.OrdinalIgnoreCase)))
        {
            // Nobody looked afterwards: the answer is all that the recording shows of it.
            Compare(_entities[changed], Json(write.Body));
        }
    }

    private static Task<Operation> SendAsync(IResources resources, string path, object? entity, Interaction write)
    {
        JsonElement? request = write.RequestBody is { } body ? Json(body) : null;
        return write.Method switch
        {
            "PUT" => resources.CreateAsync(ResourcePath.Last(path), request!.Value, AutoStart(write.Uri)),
            "PATCH" => resources.UpdateAsync(entity!, request!.Value),
            "DELETE" => resources.DeleteAsync(entity!),
            _ => resources.ActAsync(entity!, ResourcePath.Last(write.Path!), request),
        };
    }

    private static bool? AutoStart(Uri uri) => ResourcePath.QueryOf(uri) is { Length: > 0 } query ? query.Equals("autoStart=true", StringComparison.OrdinalIgnoreCase) : null;

    private async Task FailsAsync(Operation operation, Interaction end)
    {
        OperationFailedException failure = await Assert.ThrowsAsync<OperationFailedException>(
            () => _forms.Call(() => operation.WaitForCompletion(Patient), () => operation.WaitForCompletionAsync(Patient)));
        JsonElement recorded = Json(end.Body);
        Assert.Equal(Code(recorded), failure.ErrorCode);
        Assert.Contains(Message(recorded), failure.Message, StringComparison.Ordinal);
        Assert.Equal(OperationState.Failed, operation.State);
    }

    /// <summary>The service refuses: the guard would know better, so it stands aside.</summary>
    private async Task RefusedAsync(string path, Interaction write)
    {
        string changed = ResourcePath.Changed(write.Method, path);
        IResources resources = ResourcesOf(changed, _unguarded);
        object? entity = write.Method == "PUT" ? null : await resources.GetAsync(ResourcePath.Last(changed));
        ServiceException refusal = await Assert.ThrowsAsync<ServiceException>(() => SendAsync(resources, changed, entity, write));
        CompareRefusal(refusal, write);
        _settled = null;
    }

    private async Task NotFoundAsync(string path, Interaction read)
    {
        IResources resources = ResourcesOf(path, _media);
        CompareRefusal(await Assert.ThrowsAsync<ServiceException>(() => resources.GetAsync(ResourcePath.Last(path))), read);
        Assert.Null(await resources.TryGetAsync(ResourcePath.Last(path)));
    }

    private void CompareRefusal(ServiceException refusal, Interaction recorded)
    {
        JsonElement body = Json(recorded.Body);
        Assert.Equal((recorded.Status, Code(body)), (refusal.Status, refusal.ErrorCode));
        Assert.Contains(Message(body), refusal.Message, StringComparison.Ordinal);
        Compared++;
    }

    private async Task ShowAsync(string path, Interaction read)
    {
        IResources resources = ResourcesOf(path, _media);
        if (_entities.TryGetValue(path, out object? entity))
        {
            if (path.Equals(_settled, StringComparison.OrdinalIgnoreCase))
            {
                // What the end of the operation has left in the object, before anybody asks again.
                Compare(entity, Json(read.Body));
            }

            await resources.RefreshAsync(entity);
            Compare(entity, Json(read.Body));
        }

        Compare(await resources.GetAsync(ResourcePath.Last(path)), Json(read.Body));
    }

    private async Task ListAsync(string path, Interaction read)
    {
        IReadOnlyList<object> items = await ResourcesOf(path, _media).ListAsync();
        JsonElement[] recorded = [.. Json(read.Body).GetProperty("value").EnumerateArray()];
        Assert.Equal(recorded.Length, items.Count);
        for (int at = 0; at < recorded.Length; at++)
        {
            Compare(items[at], recorded[at]);
        }

        Compared++;
    }

    private void Compare(object entity, JsonElement recorded)
    {
        Assert.Empty(WireMatch.Differences(entity, recorded));
        Compared += WireMatch.Values(entity, recorded);
    }

    /// <summary>The last status that the recording knows of the operation of a write; null where the write was done at once.</summary>
    private Interaction? LastStatus(Interaction write)
    {
        if (!write.Headers.TryGetValue("Azure-AsyncOperation", out string? url))
        {
            return null;
        }

        return _recording.Interactions.LastOrDefault(interaction => interaction.IsRead && interaction.Uri.AbsoluteUri.Equals(url, StringComparison.OrdinalIgnoreCase)) ?? write;
    }

    private static string StatusOf(Interaction poll) => poll.IsRead ? Json(poll.Body).GetProperty("status").GetString()! : "InProgress";

    private static string StateOf(object entity) => entity switch
    {
        LiveEvent liveEvent => liveEvent.ResourceState.ToString(),
        LiveOutput liveOutput => liveOutput.ResourceState.ToString(),
        _ => ((StreamingEndpoint)entity).ResourceState.ToString(),
    };
}
