using FsCheck;
using FsCheck.Fluent;
using MediaOps.PropertyTests.Arbitrary;

namespace MediaOps.Security.Tests.StoredHandles;

/// <summary>Handles as they come back from somebody who has changed them.</summary>
internal static class HandleGen
{
    private static readonly string[] Pieces =
    [
        ":", "/", "%2F", "%2f", "%3A", "%25", "%2e%2e", "..", ".", "..%2F", "%5C", "\\", "//", "%2F%2F", "@", "%40", "?", "%3F", "#", "%23", "&", "=", ";", "%3B", "%00", "%0D%0A", "\r\n", "\0", " ", "'", "%27",
        "mediaops:", "mediaops:1:", "MEDIAOPS:1:", "mediaops:2:", "done", "op", "url", "state", "id", "Test", "Other", "Channel", "Program", "Start", "Stop", "Delete", "Create", "Read", "List", "Explode",
        "lro", "url/0/", "/0/", "/1/", "/2/", "/-1/", "/99/", "/1.west/", "/0.x/", "evil.example", "https%3A%2F%2Fevil.example%2Fx", "%2F%2Fevil.example%2Fx", "%2Fapi%2F", "%2Fapi%2Fops%2F7", "%2Fadmin",
        "operations%2F1", "operations%2F..%2F..%2Fadmin", "status.example", "\ud800", "\u202e", "\u0131", "\uff0f", "-1", "99999999999999999999",
    ];

    /// <summary>Changes of handles that were good, and anything else.</summary>
    public static Gen<string> From(string[] good) => Gen.Frequency(
        (8, from handle in Gen.Elements(good)
            from other in Gen.Elements(good)
            from count in Gen.Choose(1, 4)
            from changes in Gen.ArrayOf(Change(other), count)
            select changes.Aggregate(handle, static (text, change) => change(text))),
        (1, from count in Gen.Choose(1, 12)
            from parts in Gen.ArrayOf(Gen.Elements(Pieces), count)
            select string.Concat(parts)),
        (1, TextGen.Any));

    private static Gen<Func<string, string>> Change(string other) =>
        from kind in Gen.Choose(0, 5)
        from at in Gen.Choose(0, 1000)
        from length in Gen.Choose(0, 12)
        from piece in Gen.OneOf(Gen.Elements(Pieces), Gen.Choose(0, 0x7f).Select(static code => ((char)code).ToString()))
        from times in Gen.Frequency((20, Gen.Constant(1)), (1, Gen.Constant(5000)))
        select new Func<string, string>(text =>
        {
            int start = at % (text.Length + 1);
            int end = Math.Min(start + length, text.Length);
            return kind switch
            {
                0 => text[..start] + string.Concat(Enumerable.Repeat(piece, times)) + text[start..],
                1 => text[..start] + piece + text[end..],
                2 => text[..start] + text[end..],
                3 => text[..start] + text[start..end] + text[start..],
                4 => Part(text, at, piece),
                _ => text[..start] + other[Math.Min(start, other.Length)..],
            };
        });

    /// <summary>Puts something else between two of the handle's own separators.</summary>
    private static string Part(string text, int at, string piece)
    {
        string[] parts = text.Split(':', '/');
        string old = parts[at % parts.Length];
        int start = text.IndexOf(old, StringComparison.Ordinal);
        return text[..start] + piece + text[(start + old.Length)..];
    }
}
