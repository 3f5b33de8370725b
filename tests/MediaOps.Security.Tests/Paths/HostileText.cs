using FsCheck;
using FsCheck.Fluent;
using MediaOps.PropertyTests.Arbitrary;

namespace MediaOps.Security.Tests.Paths;

/// <summary>Ids, names and values as somebody makes them who wants to be elsewhere.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        "..", ".", "/", "\\", "../", "..\\", "/..", "%2e%2e", "%2E", "%2f", "%5c", "%252e", "%00", "%", "..;", ";", "?", "#", "&", "=", "+", "@", ":", "'", "''", "')", "\"", "//", "{", "}", "*", "|",
        "\r\n", "\n", "\0", "\t", " ", "\u0085", "\u2028", "\u202e", "\u200b", "\ufeff", "\ufffd", "\uff0f", "\uff0e", "\u2215", "\u00fc", "\ud83c\udfa5", "\ud800", "\udc00", "Start", "channels", "a", "~",
    ];

    public static Gen<string> Any { get; } = Gen.Frequency(
        (6, from length in Gen.Choose(0, 6)
            from parts in Gen.ArrayOf(Gen.Elements(Pieces), length)
            select string.Concat(parts)),
        (3, TextGen.Any),
        (1, from length in Gen.Choose(1000, 5000)
            from piece in Gen.Elements(Pieces)
            select string.Concat(Enumerable.Repeat(piece, length / piece.Length))));
}
