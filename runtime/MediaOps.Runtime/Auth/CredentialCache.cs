namespace MediaOps.Runtime;

/// <summary>Asks the credential, one caller at a time, and keeps what it gave until shortly before it expires.</summary>
internal sealed class CredentialCache(Authentication authentication, TimeProvider time)
{
    // What expires on the way is refused there.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile RequestCredential? _last;

    /// <summary>A credential that is not the refused one, which the service has just turned down; null where it turned none down.</summary>
    public async ValueTask<RequestCredential> GetAsync(RequestCredential? refused, bool async, CancellationToken cancellationToken)
    {
        if (_last is { } known && IsUsable(known, refused))
        {
            return known;
        }

        await _gate.EnterAsync(async, cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever held the gate before us may have brought what we need.
            if (_last is { } brought && IsUsable(brought, refused))
            {
                return brought;
            }

            return _last = await authentication.AskAsync(forceRefresh: refused is not null, async, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool IsUsable(RequestCredential credential, RequestCredential? refused)
        => !ReferenceEquals(credential, refused) && (credential.ExpiresOn == DateTimeOffset.MaxValue || credential.ExpiresOn - time.GetUtcNow() > Margin);
}
