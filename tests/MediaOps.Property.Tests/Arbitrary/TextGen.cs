using FsCheck;
using FsCheck.Fluent;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>Random texts.</summary>
internal static class TextGen
{
    private static readonly string[] Pieces =
    [
        "\"", "\\", "\\\"", "'", "{0}", "{{", "*/", "/*", "//", "///", "</summary>", "<see cref=\"C\"/>", "<![CDATA[", "]]>", "&amp;", "&#0;", "<!--", "-->", "<?x", "\r\n", "\n", "\r", "\t", "\u0085",
        "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\ufffe", "\uffff", "\0", "\u001b", "\u007f", "\ud83c\udfa5", "\u6f22", "#error x", "\\u0022", "@\"", "$\"",
    ];

    /// <summary>Any text at all, also with halves of surrogate pairs.</summary>
    public static Gen<string> Any { get; } = Of(Gen.Choose(0, 0xffff).Select(code => ((char)code).ToString()));

    /// <summary>Text that can be sent: no halves of surrogate pairs.</summary>
    public static Gen<string> Sendable { get; } = Of(Gen.Choose(0, 0xd7ff).Select(code => ((char)code).ToString()));

    /// <summary>The same with one character less.</summary>
    public static IEnumerable<string> Shorter(string text) => Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1));

    private static Gen<string> Of(Gen<string> character) =>
        from length in Gen.Choose(0, 12)
        from parts in Gen.ArrayOf(Gen.OneOf(Gen.Elements(Pieces), Gen.Choose(' ', '~').Select(code => ((char)code).ToString()), character), length)
        select string.Concat(parts);
}
