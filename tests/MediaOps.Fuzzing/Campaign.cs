using System.Diagnostics;
using System.Globalization;
using MediaOps.Fuzzing.Inputs;
using MediaOps.Fuzzing.Targets;

namespace MediaOps.Fuzzing;

/// <summary>Gives a target its inputs. Each must be read within a time and an amount of memory, and everything that it throws is a defect.</summary>
/// <param name="target">What reads.</param>
/// <param name="seed">Where the inputs begin: the same seed gives the same inputs.</param>
internal sealed class Campaign(Target target, int seed)
{
    private const int MostDefects = 5;
    private const long MostBytes = 256L * 1024 * 1024;

    /// <summary>Far more than anything takes, and far less than a hang: the machine may be busy with other tests.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private volatile Tuple<Input, long>? _current;

    /// <summary>What was wrong, each with the input.</summary>
    public List<string> Defects { get; } = [];

    /// <summary>How long it took in all.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>How many inputs were read.</summary>
    public int Inputs { get; private set; }

    /// <summary>How many of them were taken for good.</summary>
    public int Good { get; private set; }

    /// <summary>Reads so many inputs, on a thread of its own: one that hangs is told by the thread that waits.</summary>
    public void Run(int count)
    {
        var worker = new Thread(() => Work(count), 1024 * 1024) { IsBackground = true, Name = target.Name };
        long start = Stopwatch.GetTimestamp();
        worker.Start();
        while (!worker.Join(TimeSpan.FromSeconds(1)))
        {
            if (_current is { } current && Stopwatch.GetElapsedTime(current.Item2) > Longest)
            {
                Defects.Add(Tell(current.Item1, $"is not read after {Longest.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s"));
                break;
            }
        }

        Time = Stopwatch.GetElapsedTime(start);
    }

    private void Work(int count)
    {
        var random = new Random(seed);
        for (int i = 0; i < count && Defects.Count < MostDefects; i++)
        {
            Input input = target.Next(random);
            _current = Tuple.Create(input, Stopwatch.GetTimestamp());
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Good += target.Take(input) ? 1 : 0;
            }
            catch (Exception defect)
            {
                Defects.Add(Tell(input, defect.ToString()));
            }

            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (bytes > MostBytes)
            {
                Defects.Add(Tell(input, $"took {bytes} bytes"));
            }

            _current = null;
            Inputs++;
        }
    }

    private string Tell(Input input, string defect)
    {
        string text = input.Text.Length > 4000 ? input.Text[..4000] + "..." : input.Text;
        return string.Create(CultureInfo.InvariantCulture, $"{target.Name}, choice {input.Choice}, {input.Text.Length} characters: {System.Text.Json.JsonSerializer.Serialize(text)} {defect}");
    }
}
