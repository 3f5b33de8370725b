using MediaOps.PropertyTests;
using MediaOps.PropertyTests.Arbitrary;
using MediaOps.Runtime;
using MediaOps.Runtime.Tests;

namespace MediaOps.Security.Tests.Paths;

/// <summary>Whatever an id, a name or a value is, the server finds exactly it in exactly its place, or is not asked.</summary>
public sealed class PlaceTests
{
    private const int Cases = 3000;

    [Fact]
    public void An_id_is_one_segment() => Holds("/channels/{Id}/start", (id, uri) => Assert.Equal(["channels", id, "start"], Router.Segments(uri, "/api/")));

    [Fact]
    public void An_id_with_words_behind_it_is_one_segment() => Holds("/channels/{Id}:start", (id, uri) => Assert.Equal(["channels", id + ":start"], Router.Segments(uri, "/api/")));

    [Fact]
    public void An_id_is_one_literal() => Holds("Channels('{Id}')/Start", (id, uri) =>
    {
        string[] segments = Router.Segments(uri, "/api/");
        Assert.Equal((2, "Start"), (segments.Length, segments[1]));
        Assert.StartsWith("Channels(", segments[0], StringComparison.Ordinal);
        Assert.EndsWith(")", segments[0], StringComparison.Ordinal);
        Assert.Equal(id, Router.Literal(segments[0]["Channels(".Length..^1]));
    });

    [Fact]
    public void An_id_of_several_segments_is_those_and_no_others() => Holds("/{+Id}:start", (id, uri) => Assert.Equal(id + ":start", string.Join('/', Router.Segments(uri, "/api/"))));

    [Fact]
    public void A_value_of_the_query_is_one_value() => Law.Holds(
        HostileText.Any,
        Cases,
        value => Ask("/channels", arguments => arguments.Query("name", value), uri =>
        {
            Assert.Equal(("name", value), Assert.Single(Router.Query(uri)));
            Assert.Empty(uri.Fragment);
        }),
        TextGen.Shorter);

    [Fact]
    public void A_value_of_a_header_is_one_header() => Law.Holds(
        HostileText.Any,
        Cases,
        value =>
        {
            RecordedRequest? request = Ask("/channels", arguments => arguments.Header("x-name", value), static _ => { });
            Assert.True(request is null || request.Header("x-name") == value);
            Assert.True(request is null || request.Headers.All(header => header.Key is "x-name" or "Content-Length" or "Content-Type"));
        },
        TextGen.Shorter);

    [Fact]
    public void A_text_in_a_filter_is_one_literal() => Law.Holds(
        HostileText.Any,
        Cases,
        value =>
        {
            string literal;
            try
            {
                literal = ODataLiteral.Text(value);
            }
            catch (ArgumentException)
            {
                return;
            }

            string query = new QueryText { Filter = "Name eq " + literal }.ToQueryString();
            (string name, string filter) = Assert.Single(Router.Query(new Uri("https://media.example/api/channels?" + query, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })));
            Assert.Equal("$filter", name);
            Assert.Equal(value, Router.Literal(filter["Name eq ".Length..]));
        },
        TextGen.Shorter);

    private static void Holds(string template, Action<string, Uri> sees)
    {
        int sent = 0;
        Law.Holds(
            HostileText.Any,
            Cases,
            id => Ask(template, arguments => arguments.Path("Id", id), uri =>
            {
                sent++;
                sees(id, uri);
                Assert.Equal(("", ""), (uri.Query, uri.Fragment));
                Assert.False(Router.Climbs(uri), uri.AbsoluteUri);
            }),
            TextGen.Shorter);

        // A refusal of everything would be safe as well.
        Assert.InRange(sent, Cases / 10, int.MaxValue);
    }

    /// <summary>Sends an action, and looks at what the server was asked; nothing where the value was refused.</summary>
    private static RecordedRequest? Ask(string path, Func<RequestArguments, RequestArguments> with, Action<Uri> look)
    {
        var service = new ScriptedHandler();
        service.Reply(200);
        var connection = new ServiceConnection(new ServiceDefinition("Test", "1"), new Uri("https://media.example/api/"), Authentication.None, new MediaOpsOptions { Handler = service, GuardMode = GuardMode.Off });
        var channel = new EntityCore<Channel, ChannelData>(connection, Channels.Binding, "1", new ChannelData { Id = "1" }).Entity;
        try
        {
            channel.Core.Send(new ActionDefinition("Do", ActionKind.Custom, "POST", path), with(RequestArguments.None), CancellationToken.None);
        }
        catch (ArgumentException)
        {
            Assert.Empty(service.Requests);
            return null;
        }

        RecordedRequest request = Assert.Single(service.Requests);
        look(request.Uri);
        return request;
    }
}
