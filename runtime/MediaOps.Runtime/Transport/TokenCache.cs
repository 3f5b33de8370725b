using System.Text;

namespace MediaOps.Runtime;

/// <summary>Asks the credential, one caller at a time, and keeps the token until shortly before it expires.</summary>
internal sealed class TokenCache(IMediaOpsCredential credential, string[] scopes, TimeProvider time)
{
    // A token that expires on the way is refused there.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile CachedToken? _token;

    /// <summary>A token that is not the refused one, which the service has just turned down; null where it turned none down.</summary>
    public async ValueTask<CachedToken> GetAsync(CachedToken? refused, bool async, CancellationToken cancellationToken)
    {
        if (_token is { } known && IsUsable(known, refused))
        {
            return known;
        }

        await _gate.EnterAsync(async, cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever held the gate before us may have brought what we need.
            if (_token is { } brought && IsUsable(brought, refused))
            {
                return brought;
            }

            var request = new TokenRequest(scopes, ForceRefresh: refused is not null);
            AccessToken token = async
                ? await credential.GetTokenAsync(request, cancellationToken).ConfigureAwait(false)
                : credential.GetToken(request, cancellationToken);
            var made = new CachedToken(Check(token.Token), token.ExpiresOn);
            _token = made;
            return made;
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool IsUsable(CachedToken token, CachedToken? refused) => !ReferenceEquals(token, refused) && token.ExpiresOn - time.GetUtcNow() > Margin;

    // A line break would add headers of the credential's choosing; the token itself never enters a message.
    private string Check(string? token)
    {
        bool valid = !string.IsNullOrEmpty(token) && Ascii.IsValid(token) && !token.AsSpan().ContainsAnyExceptInRange('!', '~');
        return valid ? token! : throw new InvalidOperationException($"{credential.GetType().Name} gave a token that is empty or has characters that cannot stand in a header.");
    }
}

/// <summary>A token and the text of its header, made once for many requests.</summary>
internal sealed class CachedToken(string token, DateTimeOffset expiresOn)
{
    public string Token { get; } = token;

    public string Header { get; } = "Bearer " + token;

    public DateTimeOffset ExpiresOn { get; } = expiresOn;
}
