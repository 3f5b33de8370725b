using MediaOps.Fuzzing.Inputs;
using MediaOps.Runtime;

namespace MediaOps.Fuzzing.Targets;

/// <summary>Next links and status URLs: each is refused with a reason, or leads to the service, and then survives the way through a handle or is refused there.</summary>
internal sealed class LinkTarget() : Target("Next links and status URLs", 15)
{
    private static readonly Uri Endpoint = new("https://media.example/api/");
    private static readonly string[] Trusted = ["trusted.example", "*.regions.example"];
    private static readonly TrackingDefinition Tracking = new();

    private readonly Mutator _mutator = new(Corpus.Lines("Links.txt"), Tokens.Urls);
    private readonly GivenUrls _urls = new(Endpoint, Trusted, [new("api-version", "7")], ["sig"], new TrustedOrigins(Endpoint, Trusted));

    public override Input Next(Random random) => new(_mutator.Next(random), 0);

    public override bool Take(Input input)
    {
        Uri? url = _urls.Resolve(input.Text, new Uri("https://media.example/api/Channels?$top=1"), [], out string? fault);
        Assert.Equal(url is null, fault is not null);
        Assert.True(fault is null || !fault.Any(char.IsControl), fault);
        if (url is null)
        {
            return false;
        }

        AssertOwn(url);
        (string host, string path) = _urls.ForHandle(url, []);
        Assert.DoesNotContain(
            path.Split('?', 2) is [_, var query] ? query.Split('&') : [],
            static member => Uri.UnescapeDataString(member.Split('=')[0]).Equals("sig", StringComparison.OrdinalIgnoreCase));
        if (_urls.FromHandle(host, path, Tracking, out _) is { } same)
        {
            AssertOwn(same);
            Assert.Equal((url.IdnHost, url.AbsolutePath), (same.IdnHost, same.AbsolutePath));
        }

        return true;
    }

    private static void AssertOwn(Uri url)
    {
        bool own = url is { Scheme: "https", Port: 443, UserInfo.Length: 0 } && (url.IdnHost is "media.example" or "trusted.example" || url.IdnHost.EndsWith(".regions.example", StringComparison.Ordinal));
        Assert.True(own, url.AbsoluteUri);
    }
}
