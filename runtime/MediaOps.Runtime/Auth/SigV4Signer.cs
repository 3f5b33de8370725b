using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaOps.Runtime;

/// <summary>What a signature covers: a request as it goes over the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as it is sent, percent-encoding and all.</param>
/// <param name="Query">The query as it is sent, without the question mark.</param>
/// <param name="Headers">The headers that are covered; one that stands there twice is sent twice.</param>
/// <param name="Body">The body.</param>
internal readonly record struct SigV4Request(string Method, string Path, string Query, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);

/// <summary>
/// AWS Signature version 4: a request is brought into one form that client and service agree on, its hash is signed with a key that is made of the secret, the day,
/// the region and the service. Nothing here is kept between requests, and no secret is in any text that it gives.
/// </summary>
/// <param name="service">The service's name in signatures.</param>
/// <param name="region">The region in signatures.</param>
internal sealed class SigV4Signer(string service, string region)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Terminator = "aws4_request";

    /// <summary>The text of a time in the header <c>X-Amz-Date</c>.</summary>
    public static string Stamp(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The text of the header <c>Authorization</c>.</summary>
    /// <param name="request">The request; its headers hold <c>host</c> and <c>x-amz-date</c>.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="now">The time that <c>x-amz-date</c> tells.</param>
    public string Authorization(in SigV4Request request, in AwsCredential keys, DateTimeOffset now)
    {
        string stamp = Stamp(now);
        string day = stamp[..8];
        string scope = $"{day}/{region}/{service}/{Terminator}";
        (string canonical, string signed) = Canonical(request);
        string text = $"{Algorithm}\n{stamp}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";

        byte[] key = Encoding.UTF8.GetBytes("AWS4" + keys.SecretAccessKey);
        foreach (string part in new[] { day, region, service, Terminator })
        {
            key = Sign(key, part);
        }

        return $"{Algorithm} Credential={keys.AccessKeyId}/{scope}, SignedHeaders={signed}, Signature={Convert.ToHexStringLower(Sign(key, text))}";
    }

    /// <summary>The one form of a request, and the names of the headers that it covers.</summary>
    public static (string Text, string SignedHeaders) Canonical(in SigV4Request request)
    {
        (string Name, string Value)[] headers = [.. request.Headers
            .GroupBy(header => header.Key.ToLowerInvariant(), header => SingleBlanks(header.Value), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, string.Join(',', group)))];
        string signed = string.Join(';', headers.Select(header => header.Name));
        string lines = string.Concat(headers.Select(header => $"{header.Name}:{header.Value}\n"));
        return ($"{request.Method}\n{Path(request.Path)}\n{Query(request.Query)}\n{lines}\n{signed}\n{Hash(request.Body.Span)}", signed);
    }

    // The path is encoded once more than on the wire, as all services but S3 want it.
    private static string Path(string path)
    {
        var segments = new List<string>();
        foreach (string segment in path.Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("" or "." or ".."))
            {
                segments.Add(Uri.EscapeDataString(segment));
            }
        }

        string end = segments.Count > 0 && path.EndsWith('/') ? "/" : "";
        return "/" + string.Join('/', segments) + end;
    }

    private static string Query(string query) => string.Join('&', query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(member => member.Split('=', 2))
        .Select(member => (Name: Encode(member[0]), Value: Encode(member.Length > 1 ? member[1] : "")))
        .OrderBy(member => member.Name, StringComparer.Ordinal)
        .ThenBy(member => member.Value, StringComparer.Ordinal)
        .Select(member => $"{member.Name}={member.Value}"));

    // There are several ways to encode a text; the service makes its own of the text.
    private static string Encode(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    private static string SingleBlanks(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
