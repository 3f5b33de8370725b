namespace MediaOps.Emulation.Http;

/// <summary>Reads bodies up to a limit; null stands for one that is larger.</summary>
internal static class LimitedBody
{
    private const int Chunk = 16 * 1024;

    public static byte[]? Read(Stream stream, int limit)
    {
        var body = new MemoryStream();
        byte[] buffer = new byte[Chunk];
        while (stream.Read(buffer) is var count and > 0)
        {
            if (body.Length + count > limit)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        byte[] buffer = new byte[Chunk];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            if (body.Length + count > limit)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }
}
