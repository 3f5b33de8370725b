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

    /// <summary>As much of a secret as may not be shown.</summary>
    private const int Piece = 8;

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

    /// <summary>Texts of about 64 K characters, which are cut somewhere in a copy of the secret.</summary>
    private static readonly Gen<(string Secret, string Told)> Floods =
        from length in Gen.Choose(Piece, 3000)
        from letters in Gen.Choose('A', 'Z').ArrayOf(length)
        let secret = string.Concat(letters.Select(static letter => (char)letter))
        from spelling in Gen.Elements<Func<string, string>>(
            static text => text,
            static text => text.ToLowerInvariant(),
            static text => string.Concat(text.Select(static c => $"%{(int)c:x2}")),
            static text => string.Concat(text.Select(static c => $"%25{(int)c:X2}")))
        from copies in Gen.Choose(1, 3)
        from before in Gen.Choose(-20, secret.Length * 5 * copies)
        select (secret, new string('.', Math.Max(0, (64 * 1024) - before)) + string.Concat(Enumerable.Repeat(spelling(secret), copies)) + new string('.', 2000));

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
    public void Of_a_secret_that_lies_across_the_cut_of_a_long_text_no_piece_is_shown() => Law.Holds(Floods, 300, static flood =>
    {
        string shown = Redaction.Hide(flood.Told, [flood.Secret])!;
        var pieces = Enumerable.Range(0, flood.Secret.Length - Piece + 1).Select(at => flood.Secret.Substring(at, Piece)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string plain = Uri.UnescapeDataString(Uri.UnescapeDataString(shown));
        Assert.DoesNotContain(Enumerable.Range(0, Math.Max(0, plain.Length - Piece + 1)), at => pieces.Contains(plain.Substring(at, Piece)));
        Assert.InRange(shown.Length, 1, 64 * 1024);
    });

    [Theory]
    [InlineData(1_700, 60)]
    [InlineData(20_000, 4)]
    [InlineData(70_000, 1)]
    public void However_often_a_long_secret_is_repeated_only_masks_are_shown(int length, int copies)
    {
        string secret = string.Concat(Enumerable.Range(0, length).Select(static at => (char)('A' + (at * at % 1009 % 26))));
        string hidden = Redaction.Hide("bad: " + string.Concat(Enumerable.Repeat(secret, copies)), [secret])!;
        Assert.Matches(@"^bad: (\*\*\*)+$", hidden);
    }

    [Theory]
    [InlineData("abcXabcXabc!", "***!")]
    [InlineData("abcXabcXabcX", "***X")]
    [InlineData("abcabcXabc", "abc***")]
    public void A_secret_that_overlaps_itself_is_hidden_whole(string told, string shown) => Assert.Equal(shown, Redaction.Hide(told, ["abcXabc"]));

    [Fact]
    public void A_short_text_that_ends_with_the_beginning_of_a_secret_stays_as_it_is()
        => Assert.Equal("the word is secre", Redaction.Hide("the word is secre", ["secrets"]));

    [Fact]
    public void A_text_is_searched_in_time_that_grows_with_its_length()
    {
        string[] secrets = [new string('a', 40) + "b", string.Concat(Enumerable.Repeat("%25", 40))];
        string told = string.Concat(Enumerable.Repeat("%25", 1_000_000));
        string hidden = Redaction.Hide(told, secrets)!;
        Assert.InRange(hidden.Length, 1, 64 * 1024);
    }
}
