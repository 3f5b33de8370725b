namespace MediaOps;

/// <summary>Gives user and password. The client keeps them, and asks anew when the service refuses them.</summary>
public interface IBasicCredential
{
    /// <summary>Gets user and password for the sync members.</summary>
    /// <param name="forceRefresh">Whether the service has just refused them: cached ones will not do.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>User and password.</returns>
    UserPassword GetPassword(bool forceRefresh, CancellationToken cancellationToken);

    /// <summary>Gets user and password for the async members.</summary>
    /// <param name="forceRefresh">Whether the service has just refused them: cached ones will not do.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>User and password.</returns>
    ValueTask<UserPassword> GetPasswordAsync(bool forceRefresh, CancellationToken cancellationToken);
}

/// <summary>A user and a password, or the id and the secret of a token that takes their place.</summary>
/// <param name="User">The user; without a colon.</param>
/// <param name="Password">The password; a secret.</param>
public readonly record struct UserPassword(string User, string Password)
{
    /// <summary>The user. The password is left out: this text may end in a log.</summary>
    /// <returns>A text without the secret.</returns>
    public override string ToString() => $"password of {User}";
}

/// <summary>A credential that holds user and password.</summary>
public sealed class StaticBasicCredential : IBasicCredential
{
    private readonly UserPassword _given;

    /// <summary>Holds user and password.</summary>
    /// <param name="user">The user; without a colon.</param>
    /// <param name="password">The password; a secret.</param>
    /// <exception cref="ArgumentException">One of them is empty, or the user has a colon.</exception>
    public StaticBasicCredential(string user, string password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
        ArgumentException.ThrowIfNullOrEmpty(password);
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("The user has a colon, where the password would begin.", nameof(user));
        }

        _given = new UserPassword(user, password);
    }

    /// <inheritdoc/>
    public UserPassword GetPassword(bool forceRefresh, CancellationToken cancellationToken) => _given;

    /// <inheritdoc/>
    public ValueTask<UserPassword> GetPasswordAsync(bool forceRefresh, CancellationToken cancellationToken) => new(_given);
}
