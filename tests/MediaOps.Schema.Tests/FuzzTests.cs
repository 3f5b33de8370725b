using System.Text.RegularExpressions;

namespace MediaOps.Schema.Tests;

/// <summary>Files made of pieces of other files: never an exception, every finding inside its file and on one line.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 1500;

    private static readonly string[] Donors =
    [
        Sample.Service, Sample.Machine, Sample.Part, WordTests.ServiceText, WordTests.EntityText, Files.Text("ams-v2", "service.json"), Files.Text("ams-v2", "Channel.json"),
        Files.Text("ams-v3", "service.json"), Files.Text("ams-v3", "LiveOutputOperations.json"), Files.Text("livestream", "Event.json"), Files.Text("medialive", "Channel.json"),
    ];


    [Theory]
    [InlineData(99)]
    [InlineData(4711)]
    public void Files_of_mixed_pieces_never_throw_and_point_into_themselves(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < Rounds; round++)
        {
            (string Path, string Text)[] files = [(Sample.ServicePath, Sample.Service), (Sample.MachinePath, Sample.Machine), (Sample.PartPath, Sample.Part)];
            int which = random.Next(files.Length);
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                string donor = Donors[random.Next(Donors.Length)];
                files[which].Text = random.Next(2) == 0 ? ExchangeValue(files[which].Text, donor, random) : Splice(files[which].Text, donor, random);
            }

            foreach (Finding finding in SchemaSet.Load(files).Findings)
            {
                string text = files.Single(file => file.Path == finding.File).Text;
                Assert.InRange(finding.Span.Start, 0, text.Length);
                Assert.InRange(finding.Span.Start + finding.Span.Length, finding.Span.Start, text.Length);
                Assert.DoesNotContain('\n', finding.Message);
            }
        }
    }

    private static string ExchangeValue(string text, string donor, Random random)
    {
        MatchCollection values = Find(text, "\"[^\"\n]*\"|[0-9]+|true");
        MatchCollection pieces = Find(donor, "\"[^\"\n]*\"|[0-9]+|true|\\{[^{}]*\\}|\\[[^\\[\\]]*\\]");
        if (values.Count == 0)
        {
            return text;
        }

        Match value = values[random.Next(values.Count)];
        return text[..value.Index] + pieces[random.Next(pieces.Count)].Value + text[(value.Index + value.Length)..];
    }

    private static string Splice(string text, string donor, Random random)
    {
        int from = random.Next(donor.Length);
        int at = random.Next(text.Length);
        int removed = Math.Min(random.Next(40), text.Length - at);
        int length = Math.Min(random.Next(1, 60), donor.Length - from);
        return string.Concat(text.AsSpan(0, at), donor.AsSpan(from, length), text.AsSpan(at + removed));
    }

    private static MatchCollection Find(string text, string pattern) => Regex.Matches(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(5));
}
