using System.Text;

namespace MediaOps.Runtime.Tests.Client;

/// <summary>An id that a caller chooses before a write is sent: the next write has it, and nothing else.</summary>
public sealed class ClientRequestIdTests
{
    private static readonly ServiceConnection Connection = new(
        new ServiceDefinition("Test"), new Uri("https://media.example/"), Authentication.None, new MediaOpsOptions { Handler = new ScriptedHandler() });

    private static readonly ActionDefinition Start = new("Start", ActionKind.Custom, "POST", "/start") { Idempotency = new IdempotencyDefinition(IdempotencyKind.Body, "requestId") };

    [Fact]
    public void The_next_write_has_the_chosen_id_also_as_its_idempotency_key_and_the_one_after_has_not()
    {
        using (ClientRequestId.Use("mine"))
        {
            ServiceRequest first = Write(Start);
            Assert.Equal(("mine", """{"requestId":"mine"}"""), (first.ClientRequestId, Encoding.UTF8.GetString(first.Body.Bytes.Span)));
            ServiceRequest second = Write(Start);
            Assert.NotEqual("mine", second.ClientRequestId);
            Assert.DoesNotContain("mine", Encoding.UTF8.GetString(second.Body.Bytes.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_read_does_not_take_the_id()
    {
        using (ClientRequestId.Use("mine"))
        {
            Assert.NotEqual("mine", Write(new("Read", ActionKind.Read, "GET", "/x")).ClientRequestId);
            Assert.NotEqual("mine", Write(new("Ask", ActionKind.Custom, "GET", "/y")).ClientRequestId);
            Assert.Equal("mine", Write(Start).ClientRequestId);
        }
    }

    [Fact]
    public async Task The_choice_goes_with_the_asynchronous_flow_and_ends_with_its_scope()
    {
        using (ClientRequestId.Use("outer"))
        {
            using (ClientRequestId.Use("inner"))
            {
                await Task.Yield();
                Assert.Equal("inner", await Task.Run(static () => Write(Start).ClientRequestId));
            }

            Assert.Equal("outer", Write(Start).ClientRequestId);
        }

        using (ClientRequestId.Use("unused"))
        {
        }

        Assert.NotEqual("unused", Write(Start).ClientRequestId);
    }

    [Theory, InlineData(""), InlineData("two words"), InlineData("line\nbreak"), InlineData("ümlaut")]
    public void What_could_not_stand_in_a_header_is_refused(string id) => Assert.Throws<ArgumentException>(() => ClientRequestId.Use(id));

    [Fact]
    public void An_id_has_an_end()
    {
        using IDisposable longest = ClientRequestId.Use(new string('a', 256));
        Assert.Throws<ArgumentException>(() => ClientRequestId.Use(new string('a', 257)));
    }

    private static ServiceRequest Write(ActionDefinition action) => RequestWriter.Write(Connection, new EntityDefinition { Name = "Stream" }, action, PathValues.Of("Id", "7"), RequestArguments.None);
}
