using System.Text;
using ResumeAfterCrashSample;

namespace MediaOps.Reliability.Tests.Resuming;

/// <summary>The journal of the sample, which all rests on.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void What_was_written_is_there_when_it_is_opened_again()
    {
        using (var journal = new Journal(_file))
        {
            Assert.Equal("12", journal.Write("start sent", "12"));
            Assert.Equal("12", journal["start sent"]);
        }

        using var again = new Journal(_file);
        Assert.Equal(("12", null), (again["start sent"], again["start done"]));
    }

    [Fact]
    public void A_line_that_was_cut_anywhere_is_as_if_it_had_not_been_begun_and_the_next_one_is_whole()
    {
        using (var journal = new Journal(_file))
        {
            journal.Write("create done", "nb:chid:1");
            journal.Write("start sent", "nb:opid:ü");
        }

        byte[] whole = File.ReadAllBytes(_file);
        int first = Array.IndexOf(whole, (byte)'\n') + 1;
        for (int length = first; length < whole.Length; length++)
        {
            File.WriteAllBytes(_file, whole[..length]);
            using (var journal = new Journal(_file))
            {
                Assert.Equal(("nb:chid:1", null), (journal["create done"], journal["start sent"]));
                journal.Write("start sent", "2");
            }

            Assert.Equal("create done\tnb:chid:1\nstart sent\t2\n", File.ReadAllText(_file, Encoding.UTF8));
        }
    }

    [Fact]
    public void Two_workers_cannot_write_into_one_journal()
    {
        using var journal = new Journal(_file);
        Assert.Throws<IOException>(() => new Journal(_file));
    }
}
