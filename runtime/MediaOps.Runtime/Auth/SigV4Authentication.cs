namespace MediaOps.Runtime;

/// <summary>AWS Signature version 4: every attempt is signed for itself, with the time at which it is sent.</summary>
internal sealed class SigV4Authentication : Authentication
{
    private readonly IAwsCredential _credential;
    private readonly SigV4Signer _signer;

    public SigV4Authentication(IAwsCredential credential, string signingName, string region)
    {
        ArgumentNullException.ThrowIfNull(credential);
        CheckScope(signingName, nameof(signingName));
        CheckScope(region, nameof(region));
        _credential = credential;
        _signer = new SigV4Signer(signingName, region);
    }

    internal override async ValueTask<RequestCredential> AskAsync(bool forceRefresh, bool async, CancellationToken cancellationToken)
    {
        AwsCredential keys = async
            ? await _credential.GetCredentialAsync(forceRefresh, cancellationToken).ConfigureAwait(false)
            : _credential.GetCredential(forceRefresh, cancellationToken);
        RequestCredential.CheckHeader(keys.AccessKeyId, _credential, "an access key id");
        if (keys.SessionToken is not null)
        {
            RequestCredential.CheckHeader(keys.SessionToken, _credential, "a session token");
        }

        if (string.IsNullOrEmpty(keys.SecretAccessKey))
        {
            throw new InvalidOperationException($"{_credential.GetType().Name} gave a secret access key that is empty.");
        }

        return new SigV4Credential(_signer, keys);
    }

    // Both stand between slashes in every request.
    private static void CheckScope(string text, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, parameter);
        if (text.Any(static c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
        {
            throw new ArgumentException($"'{text}' has characters other than letters, digits and hyphens.", parameter);
        }
    }
}

/// <summary>Signs requests with the keys of one identity.</summary>
internal sealed class SigV4Credential : RequestCredential
{
    private readonly SigV4Signer _signer;
    private readonly AwsCredential _keys;

    public SigV4Credential(SigV4Signer signer, AwsCredential keys)
    {
        _signer = signer;
        _keys = keys;
        ExpiresOn = keys.ExpiresOn;
        Secrets = keys.SessionToken is null ? [keys.SecretAccessKey] : [keys.SecretAccessKey, keys.SessionToken];
    }

    public override IReadOnlyList<string> Secrets { get; }

    public override void Apply(HttpRequestMessage message, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        Uri uri = message.RequestUri!;
        message.Headers.Host = Host(uri);
        message.Headers.TryAddWithoutValidation("X-Amz-Date", SigV4Signer.Stamp(now));
        if (_keys.SessionToken is not null)
        {
            message.Headers.TryAddWithoutValidation("X-Amz-Security-Token", _keys.SessionToken);
        }

        var request = new SigV4Request(message.Method.Method, uri.AbsolutePath, uri.Query.Length == 0 ? "" : uri.Query[1..], Covered(message), body);
        message.Headers.TryAddWithoutValidation("Authorization", _signer.Authorization(request, _keys, now));
    }

    // Set by us, so that what is sent is what is signed.
    private static string Host(Uri uri)
    {
        string name = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
        return uri.IsDefaultPort ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}:{uri.Port}");
    }

    // Those that AWS asks for. Others may be changed on the way, and a changed header that is covered makes the request invalid.
    private static List<KeyValuePair<string, string>> Covered(HttpRequestMessage message)
    {
        var covered = new List<KeyValuePair<string, string>>();
        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in message.Headers.NonValidated)
        {
            if (name.Equals("Host", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase))
            {
                covered.AddRange(values.Select(value => KeyValuePair.Create(name, value)));
            }
        }

        if (message.Content?.Headers.NonValidated.TryGetValues("Content-Type", out System.Net.Http.Headers.HeaderStringValues types) == true)
        {
            covered.AddRange(types.Select(value => KeyValuePair.Create("Content-Type", value)));
        }

        return covered;
    }
}
