namespace MediaOps;

/// <summary>Gives tokens. The client caches a token until shortly before it expires, and asks anew when the service refuses it.</summary>
public interface IMediaOpsCredential
{
    /// <summary>Gets a token for the sync members.</summary>
    /// <param name="request">What the token is for.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The token.</returns>
    AccessToken GetToken(TokenRequest request, CancellationToken cancellationToken);

    /// <summary>Gets a token for the async members.</summary>
    /// <param name="request">What the token is for.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The token.</returns>
    ValueTask<AccessToken> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken);
}

/// <summary>A token and its end.</summary>
/// <param name="Token">The text of the <c>Authorization</c> header after <c>Bearer</c>; a secret.</param>
/// <param name="ExpiresOn">When the service stops taking it.</param>
public readonly record struct AccessToken(string Token, DateTimeOffset ExpiresOn)
{
    /// <summary>When the token expires. The token itself is left out: this text may end in a log.</summary>
    /// <returns>A text without the secret.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"token that expires on {ExpiresOn:O}");
}

/// <summary>What a token is for.</summary>
/// <param name="Scopes">The scopes that the service's schema names.</param>
/// <param name="ForceRefresh">Whether the service has just refused a token: a cached one will not do.</param>
public sealed record TokenRequest(IReadOnlyList<string> Scopes, bool ForceRefresh);

/// <summary>A credential that holds its token, or gets it from a function.</summary>
public sealed class StaticTokenCredential : IMediaOpsCredential
{
    private readonly Func<string> _token;

    /// <summary>Holds a token.</summary>
    /// <param name="token">The token; a secret.</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public StaticTokenCredential(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        _token = () => token;
    }

    /// <summary>Asks a function for the token, once and whenever the service refuses the last one. The function must not block for long.</summary>
    /// <param name="token">Gives the token; called from any thread.</param>
    public StaticTokenCredential(Func<string> token)
    {
        ArgumentNullException.ThrowIfNull(token);
        _token = token;
    }

    /// <inheritdoc/>
    public AccessToken GetToken(TokenRequest request, CancellationToken cancellationToken) => new(_token(), DateTimeOffset.MaxValue);

    /// <inheritdoc/>
    public ValueTask<AccessToken> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken) => new(GetToken(request, cancellationToken));
}
