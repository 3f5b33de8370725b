using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Media.AzureV2;
using MediaOps.Benchmarks.Json;
using MediaOps.Benchmarks.Measuring;

namespace MediaOps.Benchmarks;

/// <summary>The generated reader and writer against the serializer's source generator, on the same bodies.</summary>
internal static class JsonBenchmark
{
    private const double TimeOfSerializer = 0.8;
    private const double BytesOfSerializer = 1.0;

    /// <summary>Reads a channel and writes its input, in both ways.</summary>
    public static async Task<Section> RunAsync(Size size)
    {
        ChannelInput ours = ReadOurs().Input;
        ChannelBody.InputBody theirs = ReadTheirs().Input!;
        CheckThatBothSayTheSame(ours, theirs);

        Func<Task>[] ways = [Repeat(size, ReadOurs), Repeat(size, ReadTheirs), Write(size, writer => ChannelInputJson.Write(writer, ours, writeNulls: true)), Write(size, writer => JsonSerializer.Serialize(writer, theirs, ChannelBody.Context.Default.InputBody))];
        Rounds bytes = await Rounds.MeasureAsync(size.WarmUps, size.Rounds, [.. ways.Select(way => (Func<Task<double>>)(async () => await Heap.OfAsync(way) / size.Calls))]);
        Rounds time = await Rounds.MeasureAsync(size.WarmUps, size.Rounds, [.. ways.Select(way => (Func<Task<double>>)(async () => (await Cpu.OfAsync(way)).TotalNanoseconds / size.Calls))]);

        Spread readTime = time.Of(round => round[0] / round[1]);
        Spread writeTime = time.Of(round => round[2] / round[3]);
        Spread readBytes = bytes.Of(round => round[0] / round[1]);
        double writeBytes = bytes.Of(round => round[2]).Median;
        double serializerWriteBytes = bytes.Of(round => round[3]).Median;
        return new Section(
            "json",
            "Reading and writing JSON",
            string.Create(CultureInfo.InvariantCulture, $"""
            A channel of {ChannelBody.Sample.Length:N0} bytes is read, and its `Input` is written into a buffer that is there, by generated code of ours and by that of `System.Text.Json`'s source generator for a hand-written
            class with the same members (durations and addresses by converters). {size.Calls:N0} calls a round, {size.Rounds} rounds in turns.
            """),
            [
                new("read by the serializer", time.Of(round => round[1]).Text("F0", " ns")),
                new("read: time, by the serializer's", readTime.Text("F2"), "<= 0.8", readTime.Median <= TimeOfSerializer),
                new("read: bytes allocated, by the serializer's", readBytes.Text("F2"), "<= 1.0", readBytes.Median <= BytesOfSerializer),
                new("written by the serializer", time.Of(round => round[3]).Text("F0", " ns")),
                new("write: time, by the serializer's", writeTime.Text("F2"), "<= 0.8", writeTime.Median <= TimeOfSerializer),
                new("write: bytes allocated, ours and the serializer's", string.Create(CultureInfo.InvariantCulture, $"{writeBytes:F0} and {serializerWriteBytes:F0}"), "no more", writeBytes <= serializerWriteBytes),
            ]);
    }

    private static ChannelData ReadOurs()
    {
        var reader = new Utf8JsonReader(ChannelBody.Sample);
        reader.Read();
        return ChannelDataJson.Read(ref reader);
    }

    private static ChannelBody ReadTheirs() => JsonSerializer.Deserialize(ChannelBody.Sample, ChannelBody.Context.Default.ChannelBody)!;

    private static Func<Task> Repeat(Size size, Func<object> read) => () =>
    {
        for (int i = 0; i < size.Calls; i++)
        {
            GC.KeepAlive(read());
        }

        return Task.CompletedTask;
    };

    private static Func<Task> Write(Size size, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(ChannelBody.Sample.Length);
        var writer = new Utf8JsonWriter(buffer);
        return () =>
        {
            for (int i = 0; i < size.Calls; i++)
            {
                buffer.ResetWrittenCount();
                writer.Reset();
                write(writer);
                writer.Flush();
            }

            return Task.CompletedTask;
        };
    }

    /// <summary>A faster reader that skips something would be no fair one. What the service alone sets, we never write.</summary>
    private static void CheckThatBothSayTheSame(ChannelInput ours, ChannelBody.InputBody theirs)
    {
        if (ours.KeyFrameInterval != theirs.KeyFrameInterval || ours.StreamingProtocolText != theirs.StreamingProtocol || ours.Endpoints![1].Url != theirs.Endpoints![1].Url
            || !ours.AccessControl!.IPAllowList![1].Address.Equals(theirs.AccessControl!.IP!.Allow![1].Address))
        {
            throw new InvalidOperationException("The two readers do not agree on the channel.");
        }

        theirs.Endpoints = null;
    }

    /// <summary>How often is read and written.</summary>
    /// <param name="Calls">Calls in a round.</param>
    /// <param name="WarmUps">Rounds that do not count.</param>
    /// <param name="Rounds">Rounds that do.</param>
    internal sealed record Size(int Calls, int WarmUps, int Rounds)
    {
        /// <summary>What docs/benchmarks.md shows.</summary>
        public static Size Full { get; } = new(20_000, 3, 9);

        /// <summary>Just enough to run every line of the benchmark.</summary>
        public static Size Tiny { get; } = new(20, 0, 1);
    }
}
