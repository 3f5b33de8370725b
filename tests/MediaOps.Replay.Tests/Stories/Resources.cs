using System.Text.Json;
using Media.AzureV3;
using MediaOps.Runtime;

namespace MediaOps.Replay.Tests.Stories;

/// <summary>One kind of entity: turns what a recording holds into calls of the generated client.</summary>
internal interface IResources
{
    /// <summary>Asks for a new entity as a request of the recording did.</summary>
    Task<Operation> CreateAsync(string name, JsonElement request, bool? autoStart);

    /// <summary>The entity that an operation of this kind works on.</summary>
    Task<object> TargetAsync(Operation operation);

    Task<object> GetAsync(string name);

    /// <summary>The entity; null where the service does not know it.</summary>
    Task<object?> TryGetAsync(string name);

    Task<IReadOnlyList<object>> ListAsync();

    Task RefreshAsync(object entity);

    /// <summary>Changes the entity as a request of the recording did.</summary>
    Task<Operation> UpdateAsync(object entity, JsonElement request);

    Task<Operation> DeleteAsync(object entity);

    Task<Operation> ActAsync(object entity, string action, JsonElement? request);
}

/// <summary>What is the same for every kind.</summary>
internal abstract class Resources<TEntity>(Forms forms) : IResources
    where TEntity : class
{
    protected Forms Forms { get; } = forms;

    public abstract Task<Operation> CreateAsync(string name, JsonElement request, bool? autoStart);

    public async Task<object> TargetAsync(Operation operation)
    {
        var typed = (Operation<TEntity>)operation;
        return await Forms.Call(() => typed.GetTarget(), () => typed.GetTargetAsync());
    }

    public async Task<object> GetAsync(string name) => await Find(name);

    public async Task<object?> TryGetAsync(string name) => await TryFind(name);

    public async Task<IReadOnlyList<object>> ListAsync() => await All();

    public Task RefreshAsync(object entity) => Refresh((TEntity)entity);

    public Task<Operation> UpdateAsync(object entity, JsonElement request) => Update((TEntity)entity, request);

    public Task<Operation> DeleteAsync(object entity) => Delete((TEntity)entity);

    public Task<Operation> ActAsync(object entity, string action, JsonElement? request) => Act((TEntity)entity, action, request);

    protected abstract Task<TEntity> Find(string name);

    protected abstract Task<TEntity?> TryFind(string name);

    protected abstract Task<IReadOnlyList<TEntity>> All();

    protected abstract Task Refresh(TEntity entity);

    protected abstract Task<Operation> Update(TEntity entity, JsonElement request);

    protected abstract Task<Operation> Delete(TEntity entity);

    protected abstract Task<Operation> Act(TEntity entity, string action, JsonElement? request);

    protected static InvalidOperationException Unknown(string what) => new($"No story tells of '{what}' of a {typeof(TEntity).Name} yet: add the call here.");

    /// <summary>A request's body has the shape of the entity, so the generated reader tells its values.</summary>
    protected static TData Read<TData>(EntityReader<TData> read, JsonElement request)
    {
        var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(request));
        reader.Read();
        return read(ref reader);
    }
}

/// <summary>Live events.</summary>
internal sealed class LiveEvents(AmsV3Client media, Forms forms) : Resources<LiveEvent>(forms)
{
    public override async Task<Operation> CreateAsync(string name, JsonElement request, bool? autoStart)
    {
        LiveEventData asked = Read(LiveEventDataJson.Read, request);
        var options = new LiveEventCreationOptions
        {
            Name = name,
            Location = asked.Location,
            Tags = asked.Tags,
            Description = asked.Description,
            Input = asked.Input,
            Preview = asked.Preview,
            Encoding = asked.Encoding,
            CrossSiteAccessPolicies = asked.CrossSiteAccessPolicies,
            StreamOptions = asked.StreamOptions,
            AutoStart = autoStart,
        };
        return await Forms.Call(() => media.LiveEvents.SendCreateOperation(options), () => media.LiveEvents.SendCreateOperationAsync(options));
    }

    protected override Task<LiveEvent> Find(string name) => Forms.Call(() => media.LiveEvents.Get(name), () => media.LiveEvents.GetAsync(name));

    protected override Task<LiveEvent?> TryFind(string name) => Forms.Call(() => media.LiveEvents.TryGet(name), () => media.LiveEvents.TryGetAsync(name));

    protected override Task<IReadOnlyList<LiveEvent>> All() => Forms.List(() => media.LiveEvents.List(), () => media.LiveEvents.ListAsync());

    protected override Task Refresh(LiveEvent entity) => Forms.Call(() => entity.Refresh(), () => entity.RefreshAsync());

    protected override async Task<Operation> Update(LiveEvent entity, JsonElement request)
    {
        LiveEventData asked = Read(LiveEventDataJson.Read, request);
        entity.Tags = asked.Tags ?? entity.Tags;
        entity.Description = asked.Description ?? entity.Description;
        entity.Input = asked.Input;
        entity.Preview = asked.Preview ?? entity.Preview;
        entity.Encoding = asked.Encoding ?? entity.Encoding;
        entity.CrossSiteAccessPolicies = asked.CrossSiteAccessPolicies ?? entity.CrossSiteAccessPolicies;
        return await Forms.Call(() => entity.SendUpdateOperation(), () => entity.SendUpdateOperationAsync());
    }

    protected override async Task<Operation> Delete(LiveEvent entity) => await Forms.Call(() => entity.SendDeleteOperation(), () => entity.SendDeleteOperationAsync());

    protected override async Task<Operation> Act(LiveEvent entity, string action, JsonElement? request)
    {
        bool? removeOutputs = request is { } body && body.TryGetProperty("removeOutputsOnStop", out JsonElement asked) ? asked.GetBoolean() : null;
        return action.ToUpperInvariant() switch
        {
            "START" => await Forms.Call(() => entity.SendStartOperation(), () => entity.SendStartOperationAsync()),
            "STOP" => await Forms.Call(() => entity.SendStopOperation(removeOutputs), () => entity.SendStopOperationAsync(removeOutputs)),
            "RESET" => await Forms.Call(() => entity.SendResetOperation(), () => entity.SendResetOperationAsync()),
            "ALLOCATE" => await Forms.Call(() => entity.SendAllocateOperation(), () => entity.SendAllocateOperationAsync()),
            _ => throw Unknown(action),
        };
    }
}

/// <summary>The live outputs of one event.</summary>
internal sealed class LiveOutputs(AmsV3Client media, string liveEvent, Forms forms) : Resources<LiveOutput>(forms)
{
    /// <summary>The shortest archive that the service documents, and so the client sends.</summary>
    public static readonly TimeSpan ShortestArchive = TimeSpan.FromMinutes(1);

    private readonly LiveOutputCollection _outputs = media.LiveOutputsOf(liveEvent);

    public override async Task<Operation> CreateAsync(string name, JsonElement request, bool? autoStart)
    {
        LiveOutputData asked = Read(LiveOutputDataJson.Read, request);
        var options = new LiveOutputCreationOptions
        {
            Name = name,
            Description = asked.Description,
            AssetName = asked.AssetName,
            ArchiveWindowLength = asked.ArchiveWindowLength < ShortestArchive ? ShortestArchive : asked.ArchiveWindowLength,
            ManifestName = asked.ManifestName,
            Hls = asked.Hls,
            OutputSnapTime = asked.OutputSnapTime,
        };
        return await Forms.Call(() => _outputs.SendCreateOperation(options), () => _outputs.SendCreateOperationAsync(options));
    }

    protected override Task<LiveOutput> Find(string name) => Forms.Call(() => _outputs.Get(name), () => _outputs.GetAsync(name));

    protected override Task<LiveOutput?> TryFind(string name) => Forms.Call(() => _outputs.TryGet(name), () => _outputs.TryGetAsync(name));

    protected override Task<IReadOnlyList<LiveOutput>> All() => Forms.List(() => _outputs.List(), () => _outputs.ListAsync());

    protected override Task Refresh(LiveOutput entity) => Forms.Call(() => entity.Refresh(), () => entity.RefreshAsync());

    protected override Task<Operation> Update(LiveOutput entity, JsonElement request) => throw Unknown("update");

    protected override async Task<Operation> Delete(LiveOutput entity) => await Forms.Call(() => entity.SendDeleteOperation(), () => entity.SendDeleteOperationAsync());

    protected override Task<Operation> Act(LiveOutput entity, string action, JsonElement? request) => throw Unknown(action);
}

/// <summary>Streaming endpoints.</summary>
internal sealed class StreamingEndpoints(AmsV3Client media, Forms forms) : Resources<StreamingEndpoint>(forms)
{
    public override async Task<Operation> CreateAsync(string name, JsonElement request, bool? autoStart)
    {
        StreamingEndpointData asked = Read(StreamingEndpointDataJson.Read, request);
        var options = new StreamingEndpointCreationOptions
        {
            Name = name,
            Location = asked.Location,
            Tags = asked.Tags,
            Description = asked.Description,
            ScaleUnits = asked.ScaleUnits,
            AvailabilitySetName = asked.AvailabilitySetName,
            AccessControl = asked.AccessControl,
            MaxCacheAge = asked.MaxCacheAge,
            CustomHostNames = asked.CustomHostNames,
            CdnEnabled = asked.CdnEnabled,
            CdnProvider = asked.CdnProvider,
            CdnProfile = asked.CdnProfile,
            CrossSiteAccessPolicies = asked.CrossSiteAccessPolicies,
            AutoStart = autoStart,
        };
        return await Forms.Call(() => media.StreamingEndpoints.SendCreateOperation(options), () => media.StreamingEndpoints.SendCreateOperationAsync(options));
    }

    protected override Task<StreamingEndpoint> Find(string name) => Forms.Call(() => media.StreamingEndpoints.Get(name), () => media.StreamingEndpoints.GetAsync(name));

    protected override Task<StreamingEndpoint?> TryFind(string name) => Forms.Call(() => media.StreamingEndpoints.TryGet(name), () => media.StreamingEndpoints.TryGetAsync(name));

    protected override Task<IReadOnlyList<StreamingEndpoint>> All() => Forms.List(() => media.StreamingEndpoints.List(), () => media.StreamingEndpoints.ListAsync());

    protected override Task Refresh(StreamingEndpoint entity) => Forms.Call(() => entity.Refresh(), () => entity.RefreshAsync());

    protected override async Task<Operation> Update(StreamingEndpoint entity, JsonElement request)
    {
        StreamingEndpointData asked = Read(StreamingEndpointDataJson.Read, request);
        entity.Tags = asked.Tags ?? entity.Tags;
        entity.Description = asked.Description ?? entity.Description;
        entity.AvailabilitySetName = asked.AvailabilitySetName ?? entity.AvailabilitySetName;
        entity.AccessControl = asked.AccessControl ?? entity.AccessControl;
        entity.MaxCacheAge = asked.MaxCacheAge ?? entity.MaxCacheAge;
        entity.CustomHostNames = asked.CustomHostNames ?? entity.CustomHostNames;
        entity.CdnEnabled = asked.CdnEnabled ?? entity.CdnEnabled;
        entity.CdnProvider = asked.CdnProvider ?? entity.CdnProvider;
        entity.CdnProfile = asked.CdnProfile ?? entity.CdnProfile;
        entity.CrossSiteAccessPolicies = asked.CrossSiteAccessPolicies ?? entity.CrossSiteAccessPolicies;
        return await Forms.Call(() => entity.SendUpdateOperation(), () => entity.SendUpdateOperationAsync());
    }

    protected override async Task<Operation> Delete(StreamingEndpoint entity) => await Forms.Call(() => entity.SendDeleteOperation(), () => entity.SendDeleteOperationAsync());

    protected override async Task<Operation> Act(StreamingEndpoint entity, string action, JsonElement? request)
    {
        switch (action.ToUpperInvariant())
        {
            case "START":
                return await Forms.Call(() => entity.SendStartOperation(), () => entity.SendStartOperationAsync());
            case "STOP":
                return await Forms.Call(() => entity.SendStopOperation(), () => entity.SendStopOperationAsync());
            case "SCALE":
                int units = request!.Value.GetProperty("scaleUnit").GetInt32();
                return await Forms.Call(() => entity.SendScaleOperation(units), () => entity.SendScaleOperationAsync(units));
            default:
                throw Unknown(action);
        }
    }
}
