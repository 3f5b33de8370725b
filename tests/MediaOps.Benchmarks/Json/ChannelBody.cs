using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace MediaOps.Benchmarks.Json;

/// <summary>A channel as a program would describe it to the serializer's source generator: the members that our generated reader fills, and no others.</summary>
internal sealed partial class ChannelBody
{
    /// <summary>A channel as the service answers it.</summary>
    public static byte[] Sample { get; } = """
        {"odata.metadata":"https://media.example/api/$metadata#Channels/@Element","Id":"nb:chid:UUID:526ca277-3b8b-4838-a923-dac46641f6c2","Name":"live-2a93a24e","Description":"The evening show, in three cameras",
        "Created":"2015-02-13T03:30:25.4430000Z","LastModified":"2015-02-13T03:31:02.1100000Z","State":"Running",
        "Input":{"KeyFrameInterval":"PT2S","StreamingProtocol":"RTMP","AccessControl":{"IP":{"Allow":[{"Name":"studio","Address":"10.1.0.0","SubnetPrefixLength":16},{"Name":"van","Address":"192.168.7.12","SubnetPrefixLength":32}]}},
        "Endpoints":[{"Protocol":"RTMP","Url":"rtmp://live-2a93a24e.channel.media.example:1935/live/9a1f"},{"Protocol":"RTMP","Url":"rtmp://live-2a93a24e.channel.media.example:1936/live/9a1f"}]},
        "Preview":{"AccessControl":{"IP":{"Allow":[{"Name":"everyone","Address":"0.0.0.0","SubnetPrefixLength":0}]}},"Endpoints":[{"Protocol":"FragmentedMP4","Url":"https://live-2a93a24e.preview.media.example/manifest"}]},
        "Output":{"Hls":{"FragmentsPerSegment":1}},"CrossSiteAccessPolicies":{"ClientAccessPolicy":null,"CrossDomainPolicy":null},"EncodingType":"None","Encoding":null,"Slate":null,"VanityUrl":true}
        """u8.ToArray();

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public DateTime? Created { get; set; }

    public DateTime? LastModified { get; set; }

    public string? State { get; set; }

    public InputBody? Input { get; set; }

    public PreviewBody? Preview { get; set; }

    public OutputBody? Output { get; set; }

    public PoliciesBody? CrossSiteAccessPolicies { get; set; }

    public string? EncodingType { get; set; }

    public EncodingBody? Encoding { get; set; }

    public SlateBody? Slate { get; set; }

    public bool? VanityUrl { get; set; }

    internal sealed class InputBody
    {
        [JsonConverter(typeof(DurationConverter))]
        public TimeSpan? KeyFrameInterval { get; set; }

        public string? StreamingProtocol { get; set; }

        public AccessControlBody? AccessControl { get; set; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IList<EndpointBody>? Endpoints { get; set; }
    }

    internal sealed class PreviewBody
    {
        public AccessControlBody? AccessControl { get; set; }

        public IList<EndpointBody>? Endpoints { get; set; }
    }

    internal sealed class AccessControlBody
    {
        public IPBody? IP { get; set; }
    }

    internal sealed class IPBody
    {
        public IList<RangeBody>? Allow { get; set; }
    }

    internal sealed class RangeBody
    {
        public string? Name { get; set; }

        [JsonConverter(typeof(AddressConverter))]
        public IPAddress? Address { get; set; }

        public int? SubnetPrefixLength { get; set; }
    }

    internal sealed class EndpointBody
    {
        public string? Protocol { get; set; }

        public Uri? Url { get; set; }
    }

    internal sealed class OutputBody
    {
        public HlsBody? Hls { get; set; }
    }

    internal sealed class HlsBody
    {
        public int? FragmentsPerSegment { get; set; }
    }

    internal sealed class PoliciesBody
    {
        public string? ClientAccessPolicy { get; set; }

        public string? CrossDomainPolicy { get; set; }
    }

    internal sealed class EncodingBody
    {
        public string? SystemPreset { get; set; }

        public bool? IgnoreCea708ClosedCaptions { get; set; }
    }

    internal sealed class SlateBody
    {
        public bool? InsertSlateOnAdMarker { get; set; }

        public string? DefaultSlateAssetId { get; set; }
    }

    [JsonSerializable(typeof(ChannelBody))]
    [JsonSerializable(typeof(InputBody))]
    internal sealed partial class Context : JsonSerializerContext;

    private sealed class DurationConverter : JsonConverter<TimeSpan?>
    {
        public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => XmlConvert.ToTimeSpan(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options) => writer.WriteStringValue(XmlConvert.ToString(value!.Value));
    }

    private sealed class AddressConverter : JsonConverter<IPAddress>
    {
        public override IPAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => IPAddress.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
