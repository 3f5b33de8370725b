using System.Net.Http.Headers;
using System.Text;

namespace MediaOps.Runtime;

/// <summary>Asks the credential, one caller at a time, and keeps the token until shortly before it expires.</summary>
internal sealed class TokenCache(IMediaOpsCredential credential, string[] scopes, TimeProvider time)
{
    // A token that expires on the way is refused there.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Entry? _entry;

    /// <summary>A token that is not the refused one, which the service has just turned down; null where it turned none down.</summary>
    public async ValueTask<AuthenticationHeaderValue> GetAsync(AuthenticationHeaderValue? refused, bool async, CancellationToken cancellationToken)
    {
        if (IsUsable(_entry, refused))
        {
            return _entry!.Header;
        }

        await _gate.EnterAsync(async, cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever held the gate before us may have brought what we need.
            if (IsUsable(_entry, refused))
            {
                return _entry!.Header;
            }

            var request = new TokenRequest(scopes, ForceRefresh: refused is not null);
            AccessToken token = async
                ? await credential.GetTokenAsync(request, cancellationToken).ConfigureAwait(false)
                : credential.GetToken(request, cancellationToken);
            var entry = new Entry(new AuthenticationHeaderValue("Bearer", Check(token.Token)), token.ExpiresOn);
            _entry = entry;
            return entry.Header;
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool IsUsable(Entry? entry, AuthenticationHeaderValue? refused) =>
        entry is not null && !ReferenceEquals(entry.Header, refused) && entry.ExpiresOn - time.GetUtcNow() > Margin;

    // A line break would add headers of the credential's choosing; the token itself never enters a message.
    private string Check(string? token)
    {
        bool valid = !string.IsNullOrEmpty(token) && Ascii.IsValid(token) && !token.AsSpan().ContainsAnyExceptInRange('!', '~');
        return valid ? token! : throw new InvalidOperationException($"{credential.GetType().Name} gave a token that is empty or has characters that cannot stand in a header.");
    }

    private sealed record Entry(AuthenticationHeaderValue Header, DateTimeOffset ExpiresOn);
}
