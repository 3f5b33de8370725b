using System.Net;
using System.Text.Encodings.Web;
using FsCheck;
using FsCheck.Fluent;
using MediaOps.PropertyTests;
using MediaOps.PropertyTests.Arbitrary;
using MediaOps.Runtime;

namespace MediaOps.Security.Tests.Secrets;

/// <summary>A secret is found in a text however it is escaped there, and nothing else is taken away.</summary>
public sealed class RedactionTests
{
    private const int Cases = 3000;

    private static readonly Func<string, string>[] Spellings =
    [
        static text => text,
        static text => text.ToUpperInvariant(),
        JavaScriptEncoder.Default.Encode,
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode,
        static text => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text).Replace("/", "\\/", StringComparison.Ordinal),
        static text => string.Concat(text.Select(static c => char.IsAsciiLetter(c) ? c.ToString() : $"\\u{(int)c:x4}")),
        Uri.EscapeDataString,
        static text => Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal).Replace("%2B", "%2b", StringComparison.Ordinal),
        WebUtility.UrlEncode,
        static text => Uri.EscapeDataString(Uri.EscapeDataString(text)),
        static text => Uri.EscapeDataString(JavaScriptEncoder.Default.Encode(text)),
        static text => JavaScriptEncoder.Default.Encode(WebUtility.UrlEncode(text)),
        static text => JavaScriptEncoder.Default.Encode(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)),
    ];

    private static readonly Gen<(string Secret, string Spelling, string Before, string After)> Echoes =
        from secret in TextGen.Sendable.Where(static text => text.Length >= SentSecrets.Shortest && !text.Contains('*', StringComparison.Ordinal))
        from spelling in Gen.Elements(Spellings)
        from before in TextGen.Any
        from after in TextGen.Any
        select (secret, spelling(secret), before, after);

    [Fact]
    public void However_a_secret_is_escaped_it_is_hidden() => Law.Holds(Echoes, Cases, static echo =>
    {
        string hidden = Redaction.Hide($"{echo.Before} '{echo.Spelling}' {echo.After}", [echo.Secret])!;
        Assert.Contains("***", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain($" '{echo.Spelling}' ", hidden, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("the key 'abcdef' is wrong", "the key '***' is wrong")]
    [InlineData("abcdefabcdef", "******")]
    [InlineData("abcdefghij", "***")]
    [InlineData("?key=%61bcdef&x=%20", "?key=***&x=%20")]
    [InlineData(@"{\""key\"":\""\u0061bcdef\"",\""x\"":\""\n\""}", @"{\""key\"":\""***\"",\""x\"":\""\n\""}")]
    [InlineData("100 % of C:\\users\\x + y %zz %e2%82 \\u12", "100 % of C:\\users\\x + y %zz %e2%82 \\u12")]
    [InlineData("", "")]
    public void The_rest_of_a_text_stays_as_it_was(string told, string shown) => Assert.Equal(shown, Redaction.Hide(told, ["abcdef", "defghij"]));

    [Fact]
    public void A_text_is_searched_in_time_that_grows_with_its_length()
    {
        string[] secrets = [new string('a', 40) + "b", string.Concat(Enumerable.Repeat("%25", 40))];
        string told = string.Concat(Enumerable.Repeat("%25", 1_000_000));
        string hidden = Redaction.Hide(told, secrets)!;
        Assert.InRange(hidden.Length, 1, 64 * 1024);
    }
}
