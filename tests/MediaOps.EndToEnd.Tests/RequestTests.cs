using System.Net;
using Media.AzureV2;

namespace MediaOps.EndToEnd.Tests;

/// <summary>Every request that the client sends, sync and async, against the headers, verbs, paths and bodies that the service documents.</summary>
public sealed class RequestTests : IDisposable
{
    private const string Root = "https://account.restv2.westus.media.azure.net/api/";

    private const string Json = "application/json;odata=minimalmetadata";

    private static readonly IPRange[] Everyone = [new IPRange { Name = "all", Address = IPAddress.Any, SubnetPrefixLength = 0 }];

    private readonly Bench _bench = new(durationOf: static (_, _) => TimeSpan.Zero);

    private CloudMediaContext Media => _bench.Media;

    public void Dispose() => _bench.Dispose();

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_first_call_asks_for_the_right_address_and_carries_what_every_request_carries(bool async)
    {
        await Bench.Call(async, () => Media.Channels.List().Count(), async () => await Media.Channels.ListAsync().CountAsync());

        Assert.Equal([Root, Root + "Channels"], _bench.Requests.All.Select(request => Uri.UnescapeDataString(request.Uri.AbsoluteUri)));
        Assert.All(_bench.Requests.All, request => Check(request, async));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_channel_is_created_read_updated_and_deleted(bool async)
    {
        ChannelCreationOptions options = Bench.Options();
        options.Input.AccessControl = new ChannelAccessControl { IPAllowList = [.. Everyone] };
        options.Output = new ChannelOutput { Hls = new ChannelOutputHls { FragmentsPerSegment = 1 } };
        Operation<Channel> create = await Bench.Call(async, () => Media.Channels.SendCreateOperation(options), () => Media.Channels.SendCreateOperationAsync(options));
        Sent(async, "POST", "Channels", """{"Name":"live","Input":{"StreamingProtocol":"RTMP","AccessControl":{"IP":{"Allow":[{"Name":"all","Address":"0.0.0.0","SubnetPrefixLength":0}]}}},"Output":{"Hls":{"FragmentsPerSegment":1}},"EncodingType":"None","VanityUrl":true}""");

        IOperation poll = await Bench.Call<IOperation>(async, () => Media.Operations.GetOperation(create.Id), async () => await Media.Operations.GetOperationAsync(create.Id));
        Sent(async, "GET", $"Operations('{create.Id}')");

        string id = poll.TargetEntityId!;
        Channel channel = await Bench.Call(async, () => Media.Channels.Get(id), () => Media.Channels.GetAsync(id));
        Sent(async, "GET", $"Channels('{id}')");

        channel.Description = "it's \"live\"";
        channel.Output = null;
        await Bench.Call(async, () => channel.SendUpdateOperation(), () => channel.SendUpdateOperationAsync());
        Sent(async, "PATCH", $"Channels('{id}')", """{"Description":"it\u0027s \u0022live\u0022","Output":null}""");

        await Bench.Call(async, () => channel.SendDeleteOperation(), () => channel.SendDeleteOperationAsync());
        Sent(async, "DELETE", $"Channels('{id}')");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_channels_actions_are_posts_with_their_parameters_or_nothing(bool async)
    {
        ChannelCreationOptions options = Bench.Options();
        options.EncodingType = ChannelEncodingType.Standard;
        Channel channel = Media.Channels.SendCreateOperation(options).GetTarget();
        var duration = TimeSpan.FromSeconds(90);

        await Bench.Call(async, () => channel.SendStartOperation(), () => channel.SendStartOperationAsync());
        Sent(async, "POST", $"Channels('{channel.Id}')/Start", "");
        await Bench.Call(async, () => channel.SendShowSlateOperation(duration, Bench.AssetId), () => channel.SendShowSlateOperationAsync(duration, Bench.AssetId));
        Sent(async, "POST", $"Channels('{channel.Id}')/ShowSlate", $$"""{"duration":"PT1M30S","assetId":"{{Bench.AssetId}}"}""");
        await Bench.Call(async, () => channel.SendHideSlateOperation(), () => channel.SendHideSlateOperationAsync());
        Sent(async, "POST", $"Channels('{channel.Id}')/HideSlate", "");
        await Bench.Call(async, () => channel.SendStartAdvertisementOperation(duration, 7), () => channel.SendStartAdvertisementOperationAsync(duration, 7));
        Sent(async, "POST", $"Channels('{channel.Id}')/StartAdvertisement", """{"duration":"PT1M30S","cueId":7,"showSlate":true}""");
        await Bench.Call(async, () => channel.SendEndAdvertisementOperation(7), () => channel.SendEndAdvertisementOperationAsync(7));
        Sent(async, "POST", $"Channels('{channel.Id}')/EndAdvertisement", """{"cueId":7}""");
        await Bench.Call(async, () => channel.SendResetOperation(), () => channel.SendResetOperationAsync());
        Sent(async, "POST", $"Channels('{channel.Id}')/Reset", "");
        await Bench.Call(async, () => channel.SendStopOperation(), () => channel.SendStopOperationAsync());
        Sent(async, "POST", $"Channels('{channel.Id}')/Stop", "");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_program_is_created_with_its_channel_and_listed_below_it(bool async)
    {
        Channel channel = Media.Channels.SendCreateOperation(Bench.Options()).GetTarget();
        _ = channel.SendStartOperation();
        channel.Refresh();

        Program program = await Bench.Call(
            async,
            () => channel.Programs.Create("news at 8", TimeSpan.FromHours(1), Bench.AssetId),
            () => channel.Programs.CreateAsync("news at 8", TimeSpan.FromHours(1), Bench.AssetId));
        RecordedRequest create = _bench.Requests.All.Last(request => request.Method == HttpMethod.Post);
        Sent(create, async, "POST", "Programs", $$"""{"Name":"news at 8","ChannelId":"{{channel.Id}}","AssetId":"{{Bench.AssetId}}","ArchiveWindowLength":"PT1H"}""");

        await Bench.Call(async, () => channel.Programs.List().Count(), async () => await channel.Programs.ListAsync().CountAsync());
        Sent(async, "GET", $"Channels('{channel.Id}')/Programs");
        await Bench.Call(async, () => program.SendStartOperation(), () => program.SendStartOperationAsync());
        Sent(async, "POST", $"Programs('{program.Id}')/Start", "");
        await Bench.Call(async, () => program.SendStopOperation(), () => program.SendStopOperationAsync());
        Sent(async, "POST", $"Programs('{program.Id}')/Stop", "");
        program.Refresh();
        program.ArchiveWindowLength = TimeSpan.FromMinutes(90);
        await Bench.Call(async, () => program.SendUpdateOperation(), () => program.SendUpdateOperationAsync());
        Sent(async, "PATCH", $"Programs('{program.Id}')", """{"ArchiveWindowLength":"PT1H30M"}""");
        await Bench.Call(async, () => program.SendDeleteOperation(), () => program.SendDeleteOperationAsync());
        Sent(async, "DELETE", $"Programs('{program.Id}')");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_endpoint_is_created_scaled_and_updated(bool async)
    {
        var options = new StreamingEndpointCreationOptions("edge", 1)
        {
            CacheControl = new StreamingEndpointCacheControl { MaxAge = TimeSpan.FromMinutes(30) },
            AccessControl = new StreamingEndpointAccessControl
            {
                IPAllowList = [.. Everyone],
                AkamaiSignatureHeaderAuthenticationKeyList =
                    [new AkamaiSignatureHeaderAuthenticationKey { Identifier = "one", Base64Key = "a2V5", Expiration = new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc) }],
            },
            CustomHostNames = ["video.example.com"],
        };
        Operation<StreamingEndpoint> create = await Bench.Call(
            async,
            () => Media.StreamingEndpoints.SendCreateOperation(options),
            () => Media.StreamingEndpoints.SendCreateOperationAsync(options));
        Sent(async, "POST", "StreamingEndpoints", """{"Name":"edge","ScaleUnits":1,"CustomHostNames":["video.example.com"],"AccessControl":{"IP":{"Allow":[{"Name":"all","Address":"0.0.0.0","SubnetPrefixLength":0}]},"Akamai":{"AkamaiSignatureHeaderAuthenticationKeyList":[{"Identifier":"one","Expiration":"2030-01-02T03:04:05Z","Base64Key":"a2V5"}]}},"CacheControl":{"MaxAge":"1800"},"CdnEnabled":false,"StreamingEndpointVersion":"2.0"}""");

        StreamingEndpoint endpoint = create.GetTarget();
        Assert.Equal((TimeSpan.FromMinutes(30), new Version(2, 0), 1), (endpoint.CacheControl!.MaxAge, endpoint.StreamingEndpointVersion, endpoint.ScaleUnits));
        await Bench.Call(async, () => endpoint.SendScaleOperation(2), () => endpoint.SendScaleOperationAsync(2));
        Sent(async, "POST", $"StreamingEndpoints('{endpoint.Id}')/Scale", """{"scaleUnits":2}""");
        endpoint.Refresh();
        endpoint.CacheControl!.MaxAge = TimeSpan.FromSeconds(90.7);
        await Bench.Call(async, () => endpoint.SendUpdateOperation(), () => endpoint.SendUpdateOperationAsync());
        Sent(async, "PATCH", $"StreamingEndpoints('{endpoint.Id}')", """{"CacheControl":{"MaxAge":"90"}}""");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_condition_becomes_a_filter(bool async)
    {
        string name = "it's";
        await Bench.Call(
            async,
            () => Media.Channels.Where(c => c.State == ChannelState.Running && c.Name.StartsWith(name)).FirstOrDefault(),
            () => Media.Channels.Where(c => c.State == ChannelState.Running && c.Name.StartsWith(name)).FirstOrDefaultAsync());

        Assert.Equal(
            Root + "Channels?$filter=State eq 'Running' and startswith(Name,'it''s')&$top=1",
            Uri.UnescapeDataString(_bench.Requests.Last.Uri.AbsoluteUri));
        Check(_bench.Requests.Last, async);
    }

    private void Sent(bool async, string method, string path, string? body = null) => Sent(_bench.Requests.Last, async, method, path, body);

    /// <summary>The body is null where there is none at all, and empty where the request says that it is empty.</summary>
    private static void Sent(RecordedRequest request, bool async, string method, string path, string? body)
    {
        Assert.Equal((method, Root + path), (request.Method.Method, Uri.UnescapeDataString(request.Uri.AbsoluteUri)));
        Assert.Equal(body ?? "", request.Body);
        Assert.Equal(string.IsNullOrEmpty(body) ? null : Json, request.Header("Content-Type"));
        Assert.Equal(body is null ? null : System.Text.Encoding.UTF8.GetByteCount(body).ToString(System.Globalization.CultureInfo.InvariantCulture), request.Header("Content-Length"));
        Check(request, async);
    }

    private static void Check(RecordedRequest request, bool async)
    {
        Assert.Equal(!async, request.WasSync);
        Assert.Equal(
            ("2.19", "3.0;NetFx", "3.0;NetFx", Json, "UTF-8", "Bearer token"),
            (request.Header("x-ms-version"), request.Header("DataServiceVersion"), request.Header("MaxDataServiceVersion"), request.Header("Accept"), request.Header("Accept-Charset"), request.Header("Authorization")));
        Assert.True(Guid.TryParse(request.Header("x-ms-client-request-id"), out Guid id) && id != Guid.Empty);
    }
}
