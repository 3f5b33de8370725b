using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using MediaOps.Emulation;
using MediaOps.EndToEnd.Tests;
using Aws = Media.AwsMediaLive;
using Google = Media.GoogleLiveStream;
using MkIo = Media.MkIo;
using V2 = Media.AzureV2;
using V3 = Media.AzureV3;

namespace MediaOps.Fuzzing.Inputs;

/// <summary>What the emulated services answer to a short story: entities, lists, records of operations.</summary>
internal static partial class Emulated
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Bodies()
    {
        var token = new StaticTokenCredential("token");
        return new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["ams-v2"] = Tell("ams-v2", options =>
            {
                var media = new V2.CloudMediaContext(new Uri("https://account.restv2.westus.media.azure.net/api/"), token, options);
                V2.Channel channel = media.Channels.Create(new V2.ChannelCreationOptions { Name = "live", Input = new V2.ChannelInput { StreamingProtocol = V2.StreamingProtocol.RTMP } });
                channel.Start();
                _ = (media.Channels.List().ToList(), media.Channels.Get(channel.Id), media.StreamingEndpoints.List().ToList());
            }),
            ["ams-v3"] = Tell("ams-v3", options =>
            {
                var media = V3.AmsV3Client.Create(Guid.Empty, "group", "media", token, options);
                V3.LiveEvent news = media.LiveEvents.Create(new V3.LiveEventCreationOptions { Name = "evening-news", Location = "westeurope", Input = new V3.LiveEventInput { StreamingProtocol = V3.LiveEventInputProtocol.RTMP } });
                news.Start();
                _ = (media.LiveEvents.List().ToList(), media.LiveEvents.Get("evening-news"));
            }),
            ["medialive"] = Tell("medialive", options =>
            {
                var media = new Aws.MediaLiveClient(new Uri("https://medialive.eu-west-1.amazonaws.com/"), "eu-west-1", new StaticAwsCredential("id", "key"), options);
                Aws.Channel channel = media.Channels.Create(new Aws.ChannelCreationOptions { Name = "evening-news", ChannelClass = Aws.ChannelClass.SinglePipeline });
                channel.Start();
                _ = media.Channels.List().ToList();
            }),
            ["livestream"] = Tell("livestream", options =>
            {
                var media = new Google.LiveStreamClient(new Uri("https://livestream.googleapis.com/v1/"), "my-project", "europe-west1", token, options);
                Google.Channel channel = media.Channels.Create(new Google.ChannelCreationOptions { ChannelId = "evening-news", Output = new Google.ChannelOutput { Uri = "gs://my-bucket/live/" } });
                channel.Start();
                _ = media.Channels.List().ToList();
            }),
            ["mkio"] = Tell("mkio", options =>
            {
                var media = new MkIo.MkIoClient(new Uri("https://app.mk.io/api/v1/projects/p/media/"), token, options);
                MkIo.LiveEvent news = media.LiveEvents.Create(new MkIo.LiveEventCreationOptions
                {
                    Name = "evening-news",
                    Input = new MkIo.LiveEventInput { StreamingProtocol = MkIo.LiveEventInputProtocol.RTMP },
                    Encoding = new MkIo.LiveEventEncoding { EncodingType = MkIo.LiveEventEncodingType.PassthroughBasic },
                });
                news.Start();
                _ = media.LiveEvents.List().ToList();
            }),
        };
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Ids();

    private static string[] Tell(string service, Action<MediaOpsOptions> story)
    {
        var clock = new ManualTimeProvider { AutoAdvance = true };
        using var emulator = Emulator.FromDirectory(Path.Combine(AppContext.BaseDirectory, "schema", service), new EmulatorOptions { TimeProvider = new ServiceClock(clock) });
        using var tap = new Tap(new EmulatorHandler(emulator));
        story(new MediaOpsOptions { Handler = tap, TimeProvider = clock });
        return [.. tap.Bodies.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Keeps the bodies that come by.</summary>
    private sealed class Tap(HttpMessageHandler inner) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(inner);

        public ConcurrentQueue<string> Bodies { get; } = [];

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => Keep(_inner.Send(request, cancellationToken));

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Keep(await _inner.SendAsync(request, cancellationToken));

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }

        private HttpResponseMessage Keep(HttpResponseMessage response)
        {
            using var copy = new MemoryStream();
            response.Content.ReadAsStream().CopyTo(copy);
            if (copy.Length > 0)
            {
                // Ids are made up anew in each run, and a seed is to give the same inputs again.
                Bodies.Enqueue(Ids().Replace(Encoding.UTF8.GetString(copy.ToArray()), "0d8e2b1f-3c44-4a0b-9f6e-7a5c1e2d3b40"));
            }

            var content = new ByteArrayContent(copy.ToArray());
            foreach ((string name, IEnumerable<string> values) in response.Content.Headers)
            {
                content.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content = content;
            return response;
        }
    }
}
