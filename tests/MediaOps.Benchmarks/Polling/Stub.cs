using System.Net;

namespace MediaOps.Benchmarks.Polling;

/// <summary>A service without a network that answers every GET with an operation. All clients that are compared are answered by it.</summary>
internal sealed class Stub : HttpMessageHandler
{
    // The service's words, and those that Azure.Core reads.
    private static readonly byte[] InProgress = Body("InProgress");
    private static readonly byte[] Succeeded = Body("Succeeded");

    /// <summary>How often the operation still answers that it is in progress.</summary>
    public int PollsLeft { get; set; } = int.MaxValue;

    /// <summary>How often it was asked.</summary>
    public int Polls { get; private set; }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Polls++;
        return new(HttpStatusCode.OK) { Content = new ByteArrayContent(PollsLeft-- > 0 ? InProgress : Succeeded), RequestMessage = request };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));

    private static byte[] Body(string state) => System.Text.Encoding.UTF8.GetBytes(
        $$"""{"Id":"op1","State":"{{state}}","status":"{{state}}","TargetEntityId":null,"ErrorCode":null,"ErrorMessage":null}""");
}
