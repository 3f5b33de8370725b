using System.Globalization;
using System.Xml.Linq;
using MediaOps.Tool.Graph;
using MediaOps.Tool.Graph.Drawing;

namespace MediaOps.Tool.Tests.Graph;

public sealed class SvgTests
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    [Theory]
    [MemberData(nameof(Entities.All), MemberType = typeof(Entities))]
    public void Every_entity_becomes_well_formed_SVG_that_shows_all_its_states_and_actions(string name)
    {
        StateGraph graph = Entities.Graph(name);

        XElement svg = XElement.Parse(Svg.Write(graph));

        string[] texts = [.. svg.Descendants(Namespace + "text").Select(text => text.Value.TrimEnd('*'))];
        Assert.All(graph.States, state => Assert.Contains(state.Name, texts));
        Assert.All(Arrow.Of(graph).SelectMany(arrow => arrow.Labels), label => Assert.Contains(label.Text, texts));
        Assert.Equal(Arrow.Of(graph).Count, svg.Descendants(Namespace + "g").First().Elements(Namespace + "path").Count() + Arrow.Of(graph).Count(IsLoop) - graph.States.Count(state => Arrow.Of(graph).Any(arrow => IsLoop(arrow) && arrow.To == state.Name)));
    }

    [Theory]
    [MemberData(nameof(Entities.All), MemberType = typeof(Entities))]
    public void Nothing_runs_nothing_is_loaded_and_it_can_be_read_aloud(string name)
    {
        XElement svg = XElement.Parse(Svg.Write(Entities.Graph(name)));

        Assert.All(svg.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, (string[])["svg", "title", "desc", "style", "defs", "marker", "path", "rect", "circle", "text", "g"]));
        Assert.All(svg.DescendantsAndSelf().Attributes(), attribute =>
        {
            Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) && attribute.Name.LocalName != "orient", attribute.ToString());
            Assert.DoesNotContain("href", attribute.Name.LocalName, StringComparison.OrdinalIgnoreCase);
        });
        string[] ids = [.. svg.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(svg.Attribute("aria-labelledby")!.Value.Split(' '), id => Assert.Contains(id, ids));
        Assert.All(svg.Descendants().Attributes("marker-end"), marker => Assert.Contains(marker.Value[5..^1], ids));
        Assert.Contains("prefers-color-scheme: dark", svg.Element(Namespace + "style")!.Value, StringComparison.Ordinal);
        Assert.NotEmpty(svg.Element(Namespace + "title")!.Value);
        Assert.NotEmpty(svg.Element(Namespace + "desc")!.Value);
    }

    [Theory]
    [MemberData(nameof(Entities.All), MemberType = typeof(Entities))]
    public void No_box_lies_on_another_or_on_a_text_and_all_is_inside(string name)
    {
        Chart chart = Layout.Of(Entities.Graph(name));

        (double Left, double Top, double Right, double Bottom)[] areas = [
            .. chart.Nodes.Select(node => node.Vertex).Concat(chart.Lines.Where(line => line.Arrow.Labels.Count > 0).Select(line => line.LabelAt))
                .Select(vertex => (vertex.X - vertex.Left, vertex.Y - (vertex.Height / 2), vertex.X + vertex.Right, vertex.Y + (vertex.Height / 2)))];
        for (int i = 0; i < areas.Length; i++)
        {
            Assert.True(areas[i].Left >= -0.2 && areas[i].Top >= 0 && areas[i].Right <= chart.Width + 0.2 && areas[i].Bottom <= chart.Height + 0.2, $"{i} is outside");
            for (int j = i + 1; j < areas.Length; j++)
            {
                bool apart = areas[i].Right <= areas[j].Left || areas[j].Right <= areas[i].Left || areas[i].Bottom <= areas[j].Top || areas[j].Bottom <= areas[i].Top;
                Assert.True(apart, $"{i} lies on {j}");
            }
        }
    }

    [Fact]
    public void States_stand_in_the_order_of_a_life()
    {
        Chart chart = Layout.Of(Entities.Graph("AmsV2.Channel"));
        double Height(string state) => chart.Nodes.Single(node => node.Name == state).Vertex.Y;

        Assert.True(Height("") < Height("Stopped") && Height("Stopped") < Height("Starting") && Height("Starting") < Height("Running"));
        Assert.Equal((Height("Starting"), Height("Starting"), Height("Running")), (Height("Stopping"), Height("Deleting"), Height("Deleted")));
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void The_drawing_is_the_same_everywhere(string culture)
    {
        string expected = Svg.Write(Entities.Graph("MediaLive.Channel"));
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Svg.Write(Entities.Graph("MediaLive.Channel")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_text_stays_a_text()
    {
        const string Value = "</text><script>alert(1)</script>&amp;]]>\\u0007";
        StateGraph graph = Entities.Machine([("Idle", "stable")], [("Go", "\"from\": \"Idle\", \"to\": \"Idle\", \"requires\": { \"self\": { \"Speed\": \"x\" } }")]);
        graph = graph with { Entity = Value + "\u0007\ud800\uffff", Conditions = [new Condition("Idle", ["Go"], Value)] };

        XElement svg = XElement.Parse(Svg.Write(graph));

        Assert.Empty(svg.Descendants(Namespace + "script"));
        Assert.Equal(Value + "\\u0007\\uD800?", svg.Elements(Namespace + "text").First().Value);
        Assert.Contains($"Go: {Value}.", svg.Descendants(Namespace + "text").Select(text => text.Value));
    }

    [Fact]
    public void The_largest_graph_that_is_drawn_is_drawn_in_moments()
    {
        (string, string)[] states = [.. Enumerable.Range(0, 60).Select(i => ($"State{i}", i % 3 == 0 ? "transitional" : "stable"))];
        (string, string)[] actions = [.. Enumerable.Range(0, 480).Select(i => ($"Action{i}", $"\"from\": \"State{i % 60}\", \"to\": \"State{((i % 60 * 7) + (i / 60 * 13) + 11) % 60}\""))];

        XElement svg = XElement.Parse(Svg.Write(Entities.Machine(states, actions)));

        Assert.True(svg.Descendants(Namespace + "path").Count() > 200);
    }

    private static bool IsLoop(Arrow arrow) => arrow.From == arrow.To;
}
