namespace MediaOps.Security.Tests.Origins;

/// <summary>Requests, and with them credentials, go to the configured or discovered origin and to the hosts that the schema trusts, wherever a service would send them.</summary>
public sealed class WayOutTests
{
    public static TheoryData<string, string, bool> Ways
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (Way way in Way.All)
            {
                foreach (string scheme in Scheme.Names)
                {
                    data.Add(way.Name, scheme, true);
                    data.Add(way.Name, scheme, false);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task No_way_leads_to_a_foreign_origin(string name, string scheme, bool async)
    {
        Way way = Find(name);
        foreach (string url in ForeignUrls.Foreign)
        {
            Assert.All((await way.Walk(url, scheme, async)).Requests, request => AssertOwn(request.Uri, url));
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task What_is_read_in_more_than_one_way_leads_to_the_service_in_each(string name, string scheme, bool async)
    {
        foreach (string url in ForeignUrls.Tricks)
        {
            Assert.All((await Find(name).Walk(url, scheme, async)).Requests, request => AssertOwn(request.Uri, url));
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_trusted_host_is_asked_with_the_credential(string name, string scheme, bool async)
    {
        Way way = Find(name);
        foreach (string url in new[] { "https://trusted.example/api/", "https://WEST.Regions.example/api/", "https://a.b.regions.example:443/api/" })
        {
            RecordedRequest request = (await way.Walk(url, scheme, async)).Requests[way.Honest];
            Assert.Equal(new Uri(url).IdnHost, request.Uri.IdnHost);
            Assert.True(Scheme.IsAuthorized(request), $"{name} to {url} without a credential.");
        }
    }

    private static Way Find(string name) => Way.All.Single(way => way.Name == name);

    private static void AssertOwn(Uri asked, string given)
    {
        bool own = asked is { Scheme: "https", Port: 443, UserInfo.Length: 0 }
            && (asked.IdnHost is "media.example" or "trusted.example" || asked.IdnHost.EndsWith(".regions.example", StringComparison.Ordinal));
        Assert.True(own, $"'{given}' led to {asked.AbsoluteUri}");
    }
}
