using System.Text;

namespace MediaOps.Tool;

/// <summary>A file that was read, or why it was not.</summary>
/// <param name="Path">The path as it is printed.</param>
/// <param name="Text">The text; null where it could not be read.</param>
/// <param name="Problem">Why not, as the rest of a sentence; null where it was read.</param>
internal sealed record TextFile(string Path, string? Text, string? Problem)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file up to a length. Whatever the disk holds, this ends: a pipe and a device have no length and are not opened.</summary>
    /// <param name="fullPath">Where it is.</param>
    /// <param name="shownPath">How it is printed.</param>
    /// <param name="maxCharacters">A longer file is read to one character more, so that a reader with this limit can say so.</param>
    public static TextFile Read(string fullPath, string shownPath, int maxCharacters)
    {
        try
        {
            return new TextFile(shownPath, LengthOf(fullPath) == 0 ? string.Empty : Decode(fullPath, maxCharacters + 1), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new TextFile(shownPath, null, failure is UnauthorizedAccessException ? "access to it is denied" : "it cannot be opened");
        }
    }

    /// <summary>The length of a file, or of what it links to; zero of a pipe and a device.</summary>
    /// <exception cref="IOException">There is no such file, or the link leads nowhere.</exception>
    public static long LengthOf(string fullPath)
    {
        var file = new FileInfo(fullPath);
        return (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
    }

    // As the compiler reads files: UTF-8, or what a byte order mark says, and Latin-1 where bytes are no UTF-8.
    private static string Decode(string path, int maxCharacters)
    {
        try
        {
            return Decode(path, maxCharacters, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            return Decode(path, maxCharacters, Encoding.Latin1);
        }
    }

    private static string Decode(string path, int maxCharacters, Encoding encoding)
    {
        using var reader = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        var text = new StringBuilder();
        char[] buffer = new char[8192];
        while (text.Length < maxCharacters && reader.Read(buffer, 0, Math.Min(buffer.Length, maxCharacters - text.Length)) is > 0 and var count)
        {
            text.Append(buffer, 0, count);
        }

        return text.ToString();
    }
}
