namespace MediaOps.Tool.Import;

/// <summary>Reads the bytes of a file that is imported.</summary>
internal static class SourceFile
{
    /// <summary>Reads a whole file. Whatever the disk holds, this ends: a pipe and a device have no length and are not opened.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="most">The most bytes that are read.</param>
    /// <exception cref="SourceException">There is no such file, nothing is in it, it is larger, or it cannot be opened.</exception>
    public static byte[] Read(string path, long most)
    {
        if (!File.Exists(path))
        {
            throw new SourceException("there is no such file");
        }

        try
        {
            long length = TextFile.LengthOf(path);
            return length == 0 ? throw new SourceException("it is empty, a pipe or a device")
                : length > most ? throw TooLarge(length, most)
                : ReadTo(path, most);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(failure is UnauthorizedAccessException ? "access to the file is denied" : "the file cannot be opened");
        }
    }

    /// <summary>The refusal of a file that is too large.</summary>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="most">The most bytes that are read.</param>
    public static SourceException TooLarge(long length, long most) =>
        new($"the file has {length / (1024 * 1024)} MB, and at most {most / (1024 * 1024)} MB are read; import a part of it");

    // The length that was told may not be the one that is found: the file may grow meanwhile, or be none of a disk.
    private static byte[] ReadTo(string path, long most)
    {
        using FileStream file = File.OpenRead(path);
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[81_920];
        while (file.Read(buffer) is > 0 and var count)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > most)
            {
                throw TooLarge(bytes.Length, most);
            }
        }

        return bytes.ToArray();
    }
}
