namespace MediaOps.Runtime;

/// <summary>A key in a header of its own.</summary>
internal sealed class ApiKeyAuthentication : Authentication
{
    private readonly IApiKeyCredential _credential;
    private readonly string _header;

    public ApiKeyAuthentication(IApiKeyCredential credential, string header)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentException.ThrowIfNullOrEmpty(header);
        _credential = credential;
        _header = header;
    }

    internal override async ValueTask<RequestCredential> AskAsync(bool forceRefresh, bool async, CancellationToken cancellationToken)
    {
        string? given = async
            ? await _credential.GetKeyAsync(forceRefresh, cancellationToken).ConfigureAwait(false)
            : _credential.GetKey(forceRefresh, cancellationToken);
        string key = RequestCredential.CheckHeader(given, _credential, "a key");
        return new HeaderCredential(_header, key, key);
    }
}
