using System.Text;

namespace MediaOps.Runtime;

/// <summary>User and password in the <c>Authorization</c> header.</summary>
internal sealed class BasicAuthentication : Authentication
{
    private readonly IBasicCredential _credential;

    public BasicAuthentication(IBasicCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        _credential = credential;
    }

    internal override async ValueTask<RequestCredential> AskAsync(bool forceRefresh, bool async, CancellationToken cancellationToken)
    {
        UserPassword given = async
            ? await _credential.GetPasswordAsync(forceRefresh, cancellationToken).ConfigureAwait(false)
            : _credential.GetPassword(forceRefresh, cancellationToken);
        if (string.IsNullOrEmpty(given.User) || string.IsNullOrEmpty(given.Password) || given.User.Contains(':', StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{_credential.GetType().Name} gave a user or a password that is empty, or a user with a colon, where the password would begin.");
        }

        string text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{given.User}:{given.Password}"));
        return new HeaderCredential("Authorization", "Basic " + text, text, given.Password);
    }
}
