using System.Linq.Expressions;

namespace MediaOps.Runtime.Tests.Queries;

public class HostileTextTests
{
    private static readonly string[] Pieces =
        ["'", "''", "' or 'a' eq 'a", "%27", "%", "&", "&$top=9", "$filter=", "#", "?", "+", " ", "/", "\\'", "\"", "\0", "\r\n", "\t", "\u2019", "\u02bc", "\uff07", "\u2028", "é", "😀", "(", ")", ",", "null", "a"];

    [Fact]
    public void No_text_leaves_its_quotes_and_none_is_changed()
    {
        foreach (string text in Texts(seed: 20261121, count: 2000))
        {
            Assert.True(Finds(text, c => c.Name == text), text);
            Assert.True(Finds(text, c => c.Name.StartsWith(text)), text);
            Assert.True(Finds(text, c => c.Name.EndsWith(text)), text);
            Assert.True(Finds(text, c => c.Name.Contains(text)), text);
        }
    }

    [Fact]
    public void A_query_string_is_plain_ascii_and_gives_back_every_text()
    {
        foreach (string text in Texts(seed: 7, count: 2000))
        {
            QueryText query = FilterTests.Ask(q => q.Where(c => c.Name == text).OrderBy(c => c.Name).Skip(2).Take(3));
            string sent = query.ToQueryString();
            string[] members = sent.Split('&');

            Assert.Equal(4, members.Length);
            Assert.All(sent, c => Assert.True(char.IsAsciiLetterOrDigit(c) || "$=&-._~%".Contains(c, StringComparison.Ordinal), sent));
            Assert.Equal("$filter=Name eq '" + text.Replace("'", "''", StringComparison.Ordinal) + "'", Uri.UnescapeDataString(members[0]));
            Assert.Equal(["$orderby=Name", "$skip=2", "$top=3"], members[1..]);
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_because_it_would_arrive_as_another_text()
    {
        string half = "a\ud800";
        ArgumentException error = Assert.Throws<ArgumentException>(() => FilterTests.Filter(c => c.Name == half));
        Assert.Contains("surrogate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wire_name_that_is_no_name_is_refused()
    {
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => FilterTests.Filter(c => c.Odd == "a"));
        Assert.Contains("Name eq 'a' or Odd", error.Message, StringComparison.Ordinal);
    }

    // The parser fails on anything but one literal, and the service finds the text and no neighbour of it.
    private static bool Finds(string text, Expression<Func<IChannel, bool>> predicate)
    {
        var channel = new Channel { Name = text };
        var other = new Channel { Name = "\u0001" };
        return new EntityQuery<IChannel>(new FilteringSource(other, channel)).Where(predicate).ToList().Contains(channel);
    }

    private static IEnumerable<string> Texts(int seed, int count)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        }
    }
}
