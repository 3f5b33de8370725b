namespace MediaOps.Runtime;

/// <summary>A bearer token in the <c>Authorization</c> header.</summary>
internal sealed class BearerAuthentication : Authentication
{
    private readonly IMediaOpsCredential _credential;
    private readonly string[] _scopes;

    public BearerAuthentication(IMediaOpsCredential credential, string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(scopes);
        _credential = credential;
        _scopes = scopes;
    }

    internal override async ValueTask<RequestCredential> AskAsync(bool forceRefresh, bool async, CancellationToken cancellationToken)
    {
        var request = new TokenRequest(_scopes, forceRefresh);
        AccessToken token = async
            ? await _credential.GetTokenAsync(request, cancellationToken).ConfigureAwait(false)
            : _credential.GetToken(request, cancellationToken);
        string text = RequestCredential.CheckHeader(token.Token, _credential, "a token");
        return new HeaderCredential("Authorization", "Bearer " + text, text) { ExpiresOn = token.ExpiresOn };
    }
}
