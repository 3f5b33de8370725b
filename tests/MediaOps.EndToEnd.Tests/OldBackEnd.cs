#nullable disable
using System.Net;
using Media.AzureV2;

namespace MediaOps.EndToEnd.Tests;

/// <summary>
/// A back end as it would have been written for the .NET SDK of Media Services v2: its types, names and habits, without nullable annotations.
/// Only the way to its context and to the passing of time is ours.
/// </summary>
internal sealed class OldBackEnd(CloudMediaContext context, Action<TimeSpan> sleep)
{
    private readonly CloudMediaContext _context = context;

    public string StartCreating(string name)
    {
        ChannelCreationOptions options = new ChannelCreationOptions
        {
            Name = name,
            Description = "made by a back end",
            Input = MakeInput(),
            Preview = MakePreview(),
            Output = MakeOutput(),
            State = ChannelState.Stopped,
            VanityUrl = true,
            EncodingType = ChannelEncodingType.Standard,
            Encoding = new ChannelEncoding
            {
                SystemPreset = "Default720p",
                AdMarkerSource = AdMarkerSource.Api,
                IgnoreCea708ClosedCaptions = true,
                AudioStreams = new List<AudioStream> { new AudioStream { Index = 1, Language = "ENG" } },
                VideoStreams = new List<VideoStream> { new VideoStream { Index = 1 } },
            },
            Slate = new ChannelSlate { InsertSlateOnAdMarker = true, DefaultSlateAssetId = Bench.AssetId },
            CrossSiteAccessPolicies = new CrossSiteAccessPolicies { ClientAccessPolicy = "<access-policy/>", CrossDomainPolicy = "<cross-domain-policy/>" },
        };

        IOperation operation = _context.Channels.SendCreateOperation(options);
        return operation.Id;
    }

    public bool IsCompleted(string operationId, out string channelId)
    {
        IOperation operation = _context.Operations.GetOperation(operationId);
        bool completed = false;
        channelId = null;
        switch (operation.State)
        {
            case OperationState.Failed:
                throw new InvalidOperationException(operation.ErrorCode + ": " + operation.ErrorMessage);
            case OperationState.Succeeded:
                channelId = operation.TargetEntityId;
                completed = true;
                break;
            case OperationState.InProgress:
                completed = false;
                break;
        }

        return completed;
    }

    public IChannel Find(string id) => _context.Channels.Where(c => c.Id == id).FirstOrDefault();

    /// <summary>Where encoders send to and where the preview is.</summary>
    public static string Addresses(IChannel channel)
    {
        IEnumerable<ChannelEndpoint> endpoints = channel.Input.Endpoints.Concat(channel.Preview.Endpoints);
        return string.Join(" ", endpoints.Where(e => e.Protocol == StreamingProtocol.RTMP || e.Protocol == StreamingProtocol.FragmentedMP4).Select(e => e.Url));
    }

    public IChannel MakeShortly(string name)
    {
        IEnumerable<IPRange> allowed = AllowAll();
        IChannel channel = _context.Channels.Create(name, StreamingProtocol.FragmentedMP4, allowed);
        return channel;
    }

    public async Task<IChannel> MakeLater(string name)
    {
        IChannel channel = await _context.Channels.CreateAsync(new ChannelCreationOptions { Name = name, Input = MakeInput() });
        IOperation other = await _context.Channels.SendCreateOperationAsync(new ChannelCreationOptions { Name = name + "2", Input = MakeInput() });
        Finish(other);
        return channel;
    }

    /// <summary>Every action in its four forms.</summary>
    public async Task RunThrough(IChannel channel)
    {
        channel.Start();
        channel.Reset();
        await channel.ResetAsync();
        Finish(channel.SendResetOperation());
        Finish(await channel.SendResetOperationAsync());
        channel.ShowSlate(TimeSpan.FromSeconds(10), Bench.AssetId);
        channel.HideSlate();
        await channel.ShowSlateAsync(TimeSpan.FromSeconds(10), Bench.AssetId);
        await channel.HideSlateAsync();
        Finish(channel.SendShowSlateOperation(TimeSpan.FromSeconds(10), Bench.AssetId));
        Finish(channel.SendHideSlateOperation());
        Finish(await channel.SendShowSlateOperationAsync(TimeSpan.FromSeconds(10), Bench.AssetId));
        Finish(await channel.SendHideSlateOperationAsync());
        channel.StartAdvertisement(TimeSpan.FromSeconds(30), 1, showSlate: false);
        channel.EndAdvertisement(1);
        await channel.StartAdvertisementAsync(TimeSpan.FromSeconds(30), 2);
        await channel.EndAdvertisementAsync(2);
        Finish(channel.SendStartAdvertisementOperation(TimeSpan.FromSeconds(30), 3, true));
        Finish(channel.SendEndAdvertisementOperation(3));
        Finish(await channel.SendStartAdvertisementOperationAsync(TimeSpan.FromSeconds(30), 4));
        Finish(await channel.SendEndAdvertisementOperationAsync(4));
        channel.Stop();
        await channel.StartAsync();
        await channel.StopAsync();
        Finish(channel.SendStartOperation());
        Finish(channel.SendStopOperation());
        Task<IOperation> starting = channel.SendStartOperationAsync();
        Finish(await starting);
        Finish(await channel.SendStopOperationAsync());
    }

    public async Task Change(IChannel channel)
    {
        channel.Description = "changed";
        channel.Input.KeyFrameInterval = TimeSpan.FromSeconds(2);
        channel.Input.AccessControl.IPAllowList.Add(new IPRange { Name = "office", Address = IPAddress.Parse("10.0.0.0"), SubnetPrefixLength = 8 });
        channel.Update();
        channel.Output = new ChannelOutput { Hls = new ChannelOutputHls { FragmentsPerSegment = 2 } };
        await channel.UpdateAsync();
        channel.Slate = null;
        Finish(channel.SendUpdateOperation());
        channel.CrossSiteAccessPolicies = null;
        Finish(await channel.SendUpdateOperationAsync());
    }

    /// <summary>A day of programs on one channel.</summary>
    public async Task<string> Broadcast(IChannel channel)
    {
        IProgram program = channel.Programs.Create("morning show", TimeSpan.FromHours(1), Bench.AssetId);
        IProgram later = await channel.Programs.CreateAsync(new ProgramCreationOptions
        {
            Name = "evening show",
            Description = "later",
            ArchiveWindowLength = TimeSpan.FromMinutes(30),
            AssetId = Bench.AssetId,
            ManifestName = "evening",
        });
        IProgram last = await channel.Programs.CreateAsync(new ProgramCreationOptions("night show", TimeSpan.FromMinutes(5), Bench.AssetId));

        channel.Start();
        program.Start();
        await program.StopAsync();
        await program.StartAsync();
        program.Stop();
        Finish(later.SendStartOperation());
        Finish(later.SendStopOperation());
        Finish(await later.SendStartOperationAsync());
        Finish(await later.SendStopOperationAsync());

        program.Description = "was on air";
        program.Update();
        program.ArchiveWindowLength = TimeSpan.FromHours(2);
        await program.UpdateAsync();

        string report = program.Channel.Name + ":" + string.Join(",", channel.Programs.ToList().Select(p => p.Name).OrderBy(n => n, StringComparer.Ordinal));
        if (program.ChannelId != channel.Id || _context.Programs.Where(p => p.State == ProgramState.Stopped).Count() != 3)
        {
            throw new InvalidOperationException("The programs are not where they belong.");
        }

        foreach (IProgram each in channel.Programs)
        {
            each.Delete();
        }

        await channel.StopAsync();
        return report + ":" + last.Name;
    }

    public async Task<IStreamingEndpoint> Deliver()
    {
        IStreamingEndpoint endpoint = _context.StreamingEndpoints.Create("first", 1);
        StreamingEndpointCreationOptions options = new StreamingEndpointCreationOptions("second", 2)
        {
            Description = "for everybody",
            CdnEnabled = true,
            CdnProvider = CdnProviderType.StandardVerizon,
            CdnProfile = "profile",
            State = StreamingEndpointState.Stopped,
            StreamingEndpointVersion = new Version(1, 0),
            CrossSiteAccessPolicies = new CrossSiteAccessPolicies(),
            CacheControl = new StreamingEndpointCacheControl { MaxAge = TimeSpan.FromMinutes(30) },
        };
        IStreamingEndpoint second = await _context.StreamingEndpoints.CreateAsync(options);
        StreamingEndpointCreationOptions guarded = new StreamingEndpointCreationOptions { Name = "third", ScaleUnits = 1 };
        guarded.AccessControl = new StreamingEndpointAccessControl
        {
            IPAllowList = AllowAll(),
            AkamaiSignatureHeaderAuthenticationKeyList = new List<AkamaiSignatureHeaderAuthenticationKey>
            {
                new AkamaiSignatureHeaderAuthenticationKey { Identifier = "id", Base64Key = "a2V5", Expiration = DateTime.UtcNow.AddYears(1) },
            },
        };
        guarded.CustomHostNames = new List<string> { "video.example.com" };
        Finish(_context.StreamingEndpoints.SendCreateOperation(guarded));
        Finish(await _context.StreamingEndpoints.SendCreateOperationAsync(new StreamingEndpointCreationOptions("fourth", 0)));

        endpoint.Start();
        endpoint.Scale(2);
        await endpoint.ScaleAsync(3);
        Finish(endpoint.SendScaleOperation(4));
        Finish(await endpoint.SendScaleOperationAsync(5));
        endpoint.CacheControl = new StreamingEndpointCacheControl { MaxAge = TimeSpan.FromHours(1) };
        endpoint.Update();
        endpoint.Description = "scaled";
        await endpoint.UpdateAsync();
        endpoint.Stop();
        await endpoint.StartAsync();
        await endpoint.StopAsync();
        Finish(endpoint.SendStartOperation());
        Finish(endpoint.SendStopOperation());
        Finish(await endpoint.SendStartOperationAsync());
        Finish(await endpoint.SendStopOperationAsync());
        endpoint.CdnEnabled = true;
        Finish(endpoint.SendUpdateOperation());
        endpoint.CdnEnabled = false;
        Finish(await endpoint.SendUpdateOperationAsync());

        second.Delete();
        await _context.StreamingEndpoints.Where(e => e.Name == "third").Single().DeleteAsync();
        Finish(_context.StreamingEndpoints.Single(e => e.Name == "fourth").SendDeleteOperation());
        return _context.StreamingEndpoints.First();
    }

    public string Ask(string name)
    {
        IChannel single = _context.Channels.Single(c => c.Name == name);
        IChannel none = _context.Channels.SingleOrDefault(c => c.Name == name && c.State == ChannelState.Running);
        IChannel first = _context.Channels.First(c => c.Input.StreamingProtocol == StreamingProtocol.FragmentedMP4);
        IChannel firstOrNone = _context.Channels.FirstOrDefault(c => c.Name.StartsWith("no such"));
        int names = 0;
        foreach (IChannel channel in _context.Channels)
        {
            names += channel.Name.Length > 0 ? 1 : 0;
        }

        var found = from c in _context.Channels
                    where c.Name == name || c.State == ChannelState.Running
                    select c;
        return $"{single.Id == first.Id} {none == null} {firstOrNone == null} {_context.Channels.Count() == names} {found.Count()}";
    }

    public async Task Remove(IEnumerable<IChannel> channels)
    {
        int way = 0;
        foreach (IChannel channel in channels)
        {
            switch (way++ % 4)
            {
                case 0:
                    channel.Delete();
                    break;
                case 1:
                    await channel.DeleteAsync();
                    break;
                case 2:
                    Finish(channel.SendDeleteOperation());
                    break;
                default:
                    Finish(await channel.SendDeleteOperationAsync());
                    break;
            }
        }
    }

    private void Finish(IOperation operation)
    {
        while (operation.State == OperationState.InProgress)
        {
            sleep(TimeSpan.FromSeconds(30));
            operation = _context.Operations.GetOperation(operation.Id);
        }

        if (operation.State != OperationState.Succeeded)
        {
            throw new InvalidOperationException(operation.ErrorCode);
        }
    }

    private static ChannelInput MakeInput() => new ChannelInput
    {
        StreamingProtocol = StreamingProtocol.RTMP,
        KeyFrameInterval = TimeSpan.FromSeconds(4),
        AccessControl = new ChannelAccessControl { IPAllowList = AllowAll() },
    };

    private static ChannelPreview MakePreview() => new ChannelPreview { AccessControl = new ChannelAccessControl { IPAllowList = AllowAll() } };

    private static ChannelOutput MakeOutput() => new ChannelOutput { Hls = new ChannelOutputHls { FragmentsPerSegment = 1 } };

    private static List<IPRange> AllowAll() => new List<IPRange> { new IPRange { Name = "all", Address = IPAddress.Parse("0.0.0.0"), SubnetPrefixLength = 0 } };
}
