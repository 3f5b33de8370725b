using System.Text;

namespace ResumeAfterCrashSample;

/// <summary>
/// What a worker has to remember: one line per fact, appended, and on the disk before the worker goes on. A line that its writer could not finish is as if it
/// had never been begun. The file is locked while it is open, so that there is one worker at a time.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _file;
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    /// <summary>Opens the journal that an earlier worker has left, or a new one.</summary>
    /// <exception cref="IOException">Another worker has it open.</exception>
    public Journal(string path)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        byte[] bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        int whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        _file.SetLength(whole);
        foreach (string line in Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            _facts[line[..tab]] = line[(tab + 1)..];
        }
    }

    /// <summary>What was written of a fact, by this worker or by one before it; null for nothing.</summary>
    public string? this[string fact] => _facts.GetValueOrDefault(fact);

    /// <summary>Writes a fact. When this returns, no crash can undo it.</summary>
    /// <returns>The value.</returns>
    public string Write(string fact, string value)
    {
        _file.Write(Encoding.UTF8.GetBytes($"{fact}\t{value}\n"));
        _file.Flush(flushToDisk: true);
        return _facts[fact] = value;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
