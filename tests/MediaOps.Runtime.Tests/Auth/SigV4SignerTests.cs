using System.Text;

namespace MediaOps.Runtime.Tests.Auth;

/// <summary>Signatures are those of the published test suite of AWS Signature version 4.</summary>
public sealed class SigV4SignerTests
{
    private const string Unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Vanilla = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    private static readonly DateTimeOffset Now = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);
    private static readonly AwsCredential Keys = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private static readonly SigV4Signer Signer = new("service", "us-east-1");

    /// <summary>The name in the suite, method, path, query, headers as name: value, body, signature.</summary>
    public static TheoryData<string, string, string, string, string[], string, string> Suite { get; } = new()
    {
        { "get-vanilla", "GET", "/", "", [], "", Vanilla },
        { "get-vanilla-query", "GET", "/", "", [], "", Vanilla },
        { "get-vanilla-empty-query-key", "GET", "/", "Param1=value1", [], "", "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb" },
        { "get-vanilla-query-order-key-case", "GET", "/", "Param2=value2&Param1=value1", [], "", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500" },
        { "get-vanilla-query-order-value", "GET", "/", "Param1=value2&Param1=value1", [], "", "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694" },
        { "get-vanilla-query-order-encoded", "GET", "/", "Param-3=Value3&Param=Value2&%E1%88%B4=Value1", [], "", "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac" },
        { "get-vanilla-query-unreserved", "GET", "/", Unreserved + "=" + Unreserved, [], "", "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197" },
        { "get-vanilla-utf8-query", "GET", "/", "\u1234=bar", [], "", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04" },
        { "get-unreserved", "GET", "/" + Unreserved, "", [], "", "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f" },
        { "get-utf8", "GET", "/\u1234", "", [], "", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85" },
        { "get-space-normalized", "GET", "/example space/", "", [], "", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741" },
        { "get-slash-normalized", "GET", "//", "", [], "", Vanilla },
        { "get-slashes-normalized", "GET", "//example//", "", [], "", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84" },
        { "get-slash-dot-slash-normalized", "GET", "/./", "", [], "", Vanilla },
        { "get-slash-pointless-dot-normalized", "GET", "/./example", "", [], "", "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5" },
        { "get-relative-normalized", "GET", "/example/..", "", [], "", Vanilla },
        { "get-relative-relative-normalized", "GET", "/example1/example2/../..", "", [], "", Vanilla },
        { "get-header-key-duplicate", "GET", "/", "", ["My-Header1: value2", "My-Header1: value2", "My-Header1: value1"], "", "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea" },
        { "get-header-value-order", "GET", "/", "", ["My-Header1: value4", "My-Header1: value1", "My-Header1: value3", "My-Header1: value2"], "", "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01" },
        { "get-header-value-trim", "GET", "/", "", ["My-Header1:  value1", "My-Header2:  \"a   b   c\""], "", "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736" },
        { "post-vanilla", "POST", "/", "", [], "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" },
        { "post-vanilla-query", "POST", "/", "Param1=value1", [], "", "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11" },
        { "post-header-key-sort", "POST", "/", "", ["My-Header1: value1"], "", "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c" },
        { "post-header-value-case", "POST", "/", "", ["My-Header1: VALUE1"], "", "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d" },
        { "post-x-www-form-urlencoded", "POST", "/", "", ["Content-Type: application/x-www-form-urlencoded"], "Param1=value1", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a" },
        { "post-x-www-form-urlencoded-parameters", "POST", "/", "", ["Content-Type: application/x-www-form-urlencoded; charset=utf8"], "Param1=value1", "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe" },
        { "get-vanilla-with-session-token", "GET", "/", "", ["X-Amz-Security-Token: 6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267"], "", "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8" },
    };

    [Theory]
    [MemberData(nameof(Suite))]
    public void A_request_of_the_suite_has_the_published_signature(string name, string method, string path, string query, string[] headers, string body, string signature)
    {
        string[] names = [.. headers.Select(header => header.Split(':')[0].ToLowerInvariant()).Concat(["host", "x-amz-date"]).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={string.Join(';', names)}, Signature={signature}",
            Signer.Authorization(Request(method, path, query, headers, body), Keys, Now));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void The_canonical_form_is_the_published_one()
    {
        (string text, string signed) = SigV4Signer.Canonical(Request("GET", "/", "Param2=value2&Param1=value1", ["My-Header1:  a   b "], ""));
        Assert.Equal(
            """
            GET
            /
            Param1=value1&Param2=value2
            host:example.amazonaws.com
            my-header1:a b
            x-amz-date:20150830T123600Z

            host;my-header1;x-amz-date
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            """.ReplaceLineEndings("\n"),
            text);
        Assert.Equal("host;my-header1;x-amz-date", signed);
    }

    // The figure was made with another implementation, AWS's own for Python.
    [Fact]
    public void What_is_encoded_on_the_wire_is_encoded_once_more_in_the_path_and_not_in_the_query()
    {
        SigV4Request request = Request("GET", "/v1/flows/arn%3Aaws%3Amediaconnect%3Aeu-west-1%3A1%3Aflow%3Aa%2Fb/start", "b=1%2C2&a=x%20y", [], "");
        Assert.EndsWith("Signature=bf6960d9ea2e18018b047f734c76583bc7186d3ac4b0a89292727db165cc034a", Signer.Authorization(request, Keys, Now), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2015-08-30T12:36:00Z", "20150830T123600Z")]
    [InlineData("2024-03-01T00:30:00+02:00", "20240229T223000Z")]
    public void The_day_is_that_of_UTC(string time, string stamp)
    {
        DateTimeOffset now = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(stamp, SigV4Signer.Stamp(now));
        Assert.Contains($"/{stamp[..8]}/us-east-1/", Signer.Authorization(Request("GET", "/", "", [], ""), Keys, now), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_of_the_request_changes_the_signature()
    {
        string[] all =
        [
            Sign("GET", "/a", "b=c", "d"), Sign("POST", "/a", "b=c", "d"), Sign("GET", "/b", "b=c", "d"), Sign("GET", "/a/", "b=c", "d"), Sign("GET", "/a", "b=d", "d"),
            Sign("GET", "/a", "b", "d"), Sign("GET", "/a", "b=c", "e"),
            Signer.Authorization(Request("GET", "/a", "b=c", [], "d"), Keys, Now.AddSeconds(1)),
            Signer.Authorization(Request("GET", "/a", "b=c", [], "d"), Keys with { SecretAccessKey = "other" }, Now),
            new SigV4Signer("service", "eu-west-1").Authorization(Request("GET", "/a", "b=c", [], "d"), Keys, Now),
            new SigV4Signer("other", "us-east-1").Authorization(Request("GET", "/a", "b=c", [], "d"), Keys, Now),
        ];
        Assert.Equal(all.Length, all.Select(text => text[text.IndexOf("Signature=", StringComparison.Ordinal)..]).Distinct().Count());

        static string Sign(string method, string path, string query, string body) => Signer.Authorization(Request(method, path, query, [], body), Keys, Now);
    }

    private static SigV4Request Request(string method, string path, string query, string[] headers, string body) => new(
        method,
        path,
        query,
        [
            new("Host", "example.amazonaws.com"), new("X-Amz-Date", "20150830T123600Z"),
            .. headers.Select(header => header.Split(": ", 2)).Select(header => KeyValuePair.Create(header[0], header[1])),
        ],
        Encoding.UTF8.GetBytes(body));
}
