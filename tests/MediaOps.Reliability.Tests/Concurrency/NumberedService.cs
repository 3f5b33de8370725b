using System.Globalization;
using System.Net;
using System.Text;

namespace MediaOps.Reliability.Tests.Concurrency;

/// <summary>A service whose every answer about its one channel carries the number of the request in several members, and which takes a while to answer.</summary>
internal sealed class NumberedService : HttpMessageHandler
{
    public const string ChannelId = "nb:chid:UUID:2c30f424-ab90-40c6-ba41-52a993e9d393";

    private int _asked;
    private int _atOnce;
    private int _mostAtOnce;

    /// <summary>The number of the request that came last.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>How many requests were under way at the same time, at most.</summary>
    public int MostAtOnce => Volatile.Read(ref _mostAtOnce);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int number = Enter();
        Thread.SpinWait(Random.Shared.Next(20_000));
        return Leave(number);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int number = Enter();
        for (int i = Random.Shared.Next(10); i >= 0; i--)
        {
            await Task.Yield();
        }

        return Leave(number);
    }

    private int Enter()
    {
        int atOnce = Interlocked.Increment(ref _atOnce);
        for (int most = MostAtOnce; most < atOnce; most = MostAtOnce)
        {
            Interlocked.CompareExchange(ref _mostAtOnce, atOnce, most);
        }

        return Interlocked.Increment(ref _asked);
    }

    private HttpResponseMessage Leave(int number)
    {
        string n = number.ToString(CultureInfo.InvariantCulture);
        string body = $$"""
            {"Id":"{{ChannelId}}","Name":"live","State":"{{(number % 2 == 0 ? "Stopped" : "Running")}}","Description":"{{n}}","Input":{"StreamingProtocol":"RTMP"},
            "CrossSiteAccessPolicies":{"ClientAccessPolicy":"{{n}}","CrossDomainPolicy":"{{n}}"},"Slate":{"DefaultSlateAssetId":"{{n}}"},"Encoding":{"SystemPreset":"{{n}}","AudioStreams":[{"Index":{{n}} }] } }
            """;
        Interlocked.Decrement(ref _atOnce);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
