using System.Buffers;
using System.ComponentModel;
using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>The body of a request: UTF-8 JSON in memory, so that a retry sends the same bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RequestBody
{
    private RequestBody(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>No body.</summary>
    public static RequestBody None => default;

    /// <summary>The UTF-8 bytes; empty for no body.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => Bytes.IsEmpty;

    /// <summary>Writes a body.</summary>
    /// <typeparam name="TState">What the writer needs.</typeparam>
    /// <param name="state">What the writer needs; passed on so that <paramref name="write"/> can be static.</param>
    /// <param name="write">Writes one JSON value.</param>
    /// <returns>The body.</returns>
    public static RequestBody Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer, state);
        }

        return new RequestBody(buffer.WrittenMemory);
    }
}
