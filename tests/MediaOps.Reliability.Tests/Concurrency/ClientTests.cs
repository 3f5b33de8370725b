using System.Net;
using Media.AzureV2;

namespace MediaOps.Reliability.Tests.Concurrency;

/// <summary>A new client that 32 callers use at once asks for what all need one time.</summary>
public sealed class ClientTests
{
    private const string Found = "https://cluster.restv2.westus.media.azure.net/api/";

    private static readonly int Rounds = Runs.Count(20, 300);

    [Fact]
    public async Task The_place_of_the_service_is_discovered_once_and_a_token_is_asked_for_once_and_again_once_when_it_is_refused()
    {
        for (int round = 0; round < Rounds; round++)
        {
            using var service = new Account();
            var credential = new CountingCredential();
            var media = new CloudMediaContext(new Uri("https://account.restv2.westus.media.azure.net/api/"), credential, new MediaOpsOptions { Handler = service });

            await Crowd.RunAsync((_, async) => ReadAsync(media, async));
            Assert.Equal((1, 1, 0), (service.Discoveries, credential.Asked, credential.Forced));

            service.RefusesFirstToken = true;
            await Crowd.RunAsync((_, async) => ReadAsync(media, async));
            Assert.Equal((1, 2, 1), (service.Discoveries, credential.Asked, credential.Forced));
        }

        await ConcurrencyReport.TellAsync("a new client, whose token is refused later", $"{Rounds:N0} clients: each discovered its service once, asked for a token once, and once more after the refusal");
    }

    private static async Task ReadAsync(CloudMediaContext media, bool async)
    {
        Channel channel = async ? await media.Channels.GetAsync(NumberedService.ChannelId) : media.Channels.Get(NumberedService.ChannelId);
        Assert.Equal("live", channel.Name);
    }

    /// <summary>Tokens that differ, each after a while.</summary>
    private sealed class CountingCredential : IMediaOpsCredential
    {
        private int _asked;
        private int _forced;

        public int Asked => Volatile.Read(ref _asked);

        public int Forced => Volatile.Read(ref _forced);

        public AccessToken GetToken(TokenRequest request, CancellationToken cancellationToken)
        {
            Thread.SpinWait(5_000);
            return Next(request);
        }

        public async ValueTask<AccessToken> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Next(request);
        }

        private AccessToken Next(TokenRequest request)
        {
            Interlocked.Add(ref _forced, request.ForceRefresh ? 1 : 0);
            return new AccessToken($"token-{Interlocked.Increment(ref _asked)}", DateTimeOffset.MaxValue);
        }
    }

    /// <summary>A service that has moved to another host.</summary>
    private sealed class Account : HttpMessageHandler
    {
        private int _discoveries;

        public int Discoveries => Volatile.Read(ref _discoveries);

        public bool RefusesFirstToken { get; set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => Answer(request);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Answer(request);
        }

        private HttpResponseMessage Answer(HttpRequestMessage request)
        {
            if (RefusesFirstToken && request.Headers.Authorization!.Parameter == "token-1")
            {
                return new HttpResponseMessage(HttpStatusCode.Unauthorized);
            }

            if (request.RequestUri!.AbsolutePath == "/api/")
            {
                Interlocked.Increment(ref _discoveries);
                return new HttpResponseMessage(HttpStatusCode.MovedPermanently) { Headers = { Location = new Uri(Found) } };
            }

            Assert.StartsWith(Found, request.RequestUri.AbsoluteUri, StringComparison.Ordinal);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent($$"""{"Id":"{{NumberedService.ChannelId}}","Name":"live","State":"Stopped","Input":{"StreamingProtocol":"RTMP"} }"""),
            };
        }
    }
}
