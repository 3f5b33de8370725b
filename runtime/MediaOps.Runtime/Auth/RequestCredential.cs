using System.Text;

namespace MediaOps.Runtime;

/// <summary>What requests are authorized with until it expires or the service refuses it.</summary>
internal abstract class RequestCredential
{
    /// <summary>When the service stops taking it.</summary>
    public DateTimeOffset ExpiresOn { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Texts that a service may echo and that must not get into a message.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>Authorizes one attempt, whose URL, headers and body are complete.</summary>
    /// <param name="message">The attempt.</param>
    /// <param name="body">Its body.</param>
    /// <param name="now">The time on the client's clock.</param>
    public abstract void Apply(HttpRequestMessage message, ReadOnlyMemory<byte> body, DateTimeOffset now);

    /// <summary>The text, where it can stand in a header.</summary>
    /// <exception cref="InvalidOperationException">It is empty, or has a blank, a line break or the like, which would add headers of the credential's choosing. The text itself never enters a message.</exception>
    public static string CheckHeader(string? text, object credential, string what)
    {
        bool valid = !string.IsNullOrEmpty(text) && Ascii.IsValid(text) && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
        return valid ? text! : throw new InvalidOperationException($"{credential.GetType().Name} gave {what} that is empty or has characters that cannot stand in a header.");
    }
}

/// <summary>A header that is the same for every request, made once.</summary>
/// <param name="name">The header.</param>
/// <param name="value">Its text.</param>
/// <param name="secrets">What of it must not be told.</param>
internal sealed class HeaderCredential(string name, string value, params string[] secrets) : RequestCredential
{
    public override IReadOnlyList<string> Secrets => secrets;

    public override void Apply(HttpRequestMessage message, ReadOnlyMemory<byte> body, DateTimeOffset now) => message.Headers.TryAddWithoutValidation(name, value);
}
