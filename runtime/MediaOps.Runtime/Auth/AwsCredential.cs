using System.Globalization;

namespace MediaOps;

/// <summary>Gives the keys with which requests to AWS are signed. The client keeps them until shortly before they expire, and asks anew when the service refuses them.</summary>
public interface IAwsCredential
{
    /// <summary>Gets the keys for the sync members.</summary>
    /// <param name="forceRefresh">Whether the service has just refused some: cached ones will not do.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The keys.</returns>
    AwsCredential GetCredential(bool forceRefresh, CancellationToken cancellationToken);

    /// <summary>Gets the keys for the async members.</summary>
    /// <param name="forceRefresh">Whether the service has just refused some: cached ones will not do.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The keys.</returns>
    ValueTask<AwsCredential> GetCredentialAsync(bool forceRefresh, CancellationToken cancellationToken);
}

/// <summary>The keys of an AWS identity.</summary>
/// <param name="AccessKeyId">The id of the key; it stands in every request.</param>
/// <param name="SecretAccessKey">The key; a secret that never leaves the process.</param>
/// <param name="SessionToken">The token of a temporary identity, a secret; null for a lasting one.</param>
public readonly record struct AwsCredential(string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
{
    /// <summary>When the service stops taking them; by default never.</summary>
    public DateTimeOffset ExpiresOn { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The id and the end. Key and token are left out: this text may end in a log.</summary>
    /// <returns>A text without the secrets.</returns>
    public override string ToString() => ExpiresOn == DateTimeOffset.MaxValue
        ? $"keys {AccessKeyId}"
        : string.Create(CultureInfo.InvariantCulture, $"keys {AccessKeyId} that expire on {ExpiresOn:O}");
}

/// <summary>A credential that holds its keys.</summary>
public sealed class StaticAwsCredential : IAwsCredential
{
    private readonly AwsCredential _keys;

    /// <summary>Holds keys.</summary>
    /// <param name="accessKeyId">The id of the key.</param>
    /// <param name="secretAccessKey">The key; a secret.</param>
    /// <param name="sessionToken">The token of a temporary identity, a secret; null for a lasting one.</param>
    /// <exception cref="ArgumentException">The id or the key is empty, or the token is empty and not null.</exception>
    public StaticAwsCredential(string accessKeyId, string secretAccessKey, string? sessionToken = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessKeyId);
        ArgumentException.ThrowIfNullOrWhiteSpace(secretAccessKey);
        if (sessionToken is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(sessionToken);
        }

        _keys = new AwsCredential(accessKeyId, secretAccessKey, sessionToken);
    }

    /// <inheritdoc/>
    public AwsCredential GetCredential(bool forceRefresh, CancellationToken cancellationToken) => _keys;

    /// <inheritdoc/>
    public ValueTask<AwsCredential> GetCredentialAsync(bool forceRefresh, CancellationToken cancellationToken) => new(_keys);
}
