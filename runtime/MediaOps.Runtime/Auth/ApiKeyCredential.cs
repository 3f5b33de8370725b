namespace MediaOps;

/// <summary>Gives the key of a service that takes one in a header. The client keeps it, and asks anew when the service refuses it.</summary>
public interface IApiKeyCredential
{
    /// <summary>Gets the key for the sync members.</summary>
    /// <param name="forceRefresh">Whether the service has just refused a key: a cached one will not do.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The key; a secret.</returns>
    string GetKey(bool forceRefresh, CancellationToken cancellationToken);

    /// <summary>Gets the key for the async members.</summary>
    /// <param name="forceRefresh">Whether the service has just refused a key: a cached one will not do.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The key; a secret.</returns>
    ValueTask<string> GetKeyAsync(bool forceRefresh, CancellationToken cancellationToken);
}

/// <summary>A credential that holds its key.</summary>
public sealed class StaticApiKeyCredential : IApiKeyCredential
{
    private readonly string _key;

    /// <summary>Holds a key.</summary>
    /// <param name="key">The key; a secret.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public StaticApiKeyCredential(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        _key = key;
    }

    /// <inheritdoc/>
    public string GetKey(bool forceRefresh, CancellationToken cancellationToken) => _key;

    /// <inheritdoc/>
    public ValueTask<string> GetKeyAsync(bool forceRefresh, CancellationToken cancellationToken) => new(_key);
}
