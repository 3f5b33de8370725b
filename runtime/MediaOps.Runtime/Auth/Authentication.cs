using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>How the requests of one client are authorized: a scheme of the schema, and the credential that the user gave for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Authentication
{
    private protected Authentication()
    {
    }

    /// <summary>Not at all.</summary>
    public static Authentication None { get; } = new NoAuthentication();

    /// <summary>By a bearer token in the <c>Authorization</c> header.</summary>
    /// <param name="credential">Gives the tokens.</param>
    /// <param name="scopes">The scopes that it is asked for.</param>
    /// <returns>The authentication.</returns>
    public static Authentication Bearer(IMediaOpsCredential credential, params string[] scopes) => new BearerAuthentication(credential, scopes);

    /// <summary>By a key in a header of its own.</summary>
    /// <param name="credential">Gives the key.</param>
    /// <param name="header">The header's name.</param>
    /// <returns>The authentication.</returns>
    public static Authentication ApiKey(IApiKeyCredential credential, string header) => new ApiKeyAuthentication(credential, header);

    /// <summary>By user and password in the <c>Authorization</c> header.</summary>
    /// <param name="credential">Gives user and password.</param>
    /// <returns>The authentication.</returns>
    public static Authentication Basic(IBasicCredential credential) => new BasicAuthentication(credential);

    /// <summary>By AWS Signature version 4.</summary>
    /// <param name="credential">Gives the keys.</param>
    /// <param name="signingName">The service's name in signatures.</param>
    /// <param name="region">The region in signatures.</param>
    /// <returns>The authentication.</returns>
    /// <exception cref="ArgumentException">Name or region has characters other than letters, digits and hyphens.</exception>
    public static Authentication SigV4(IAwsCredential credential, string signingName, string region) => new SigV4Authentication(credential, signingName, region);

    /// <summary>Whether requests need nothing.</summary>
    internal virtual bool IsNone => false;

    /// <summary>Asks for what requests are authorized with. Called by one caller at a time.</summary>
    /// <param name="forceRefresh">Whether the service has just refused what was given last.</param>
    /// <param name="async">Whether the credential's async member is to be asked.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    internal abstract ValueTask<RequestCredential> AskAsync(bool forceRefresh, bool async, CancellationToken cancellationToken);

    private sealed class NoAuthentication : Authentication
    {
        internal override bool IsNone => true;

        internal override ValueTask<RequestCredential> AskAsync(bool forceRefresh, bool async, CancellationToken cancellationToken)
            => throw new InvalidOperationException("A service without authentication was asked for a credential. This is a defect of MediaOps.Runtime.");
    }
}
