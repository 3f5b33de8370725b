using System.Net;
using System.Text;

namespace MediaOps.Fuzzing.Targets;

/// <summary>A service that gives the same answer to whatever it is asked, and remembers where that was.</summary>
internal sealed class OneAnswer : HttpMessageHandler
{
    private readonly List<Uri> _asked = [];

    public int Status { get; set; } = 200;

    public byte[] Body { get; set; } = [];

    public List<(string Name, string Value)> Headers { get; } = [];

    public IReadOnlyList<Uri> Asked => _asked;

    public void Begin(int status, string body)
    {
        _asked.Clear();
        Headers.Clear();
        Status = status;

        // Half a surrogate pair becomes bytes that are no UTF-8, as a hostile service would send them.
        Body = Encoding.UTF8.GetBytes(body.Replace('\ud800', '\u00ff'));
        for (int i = 0; i + 1 < Body.Length; i++)
        {
            if (Body[i] == 0xc3 && Body[i + 1] == 0xbf)
            {
                Body[i + 1] = 0x28;
            }
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.Add(request.RequestUri!);
        var answer = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Body) };
        foreach ((string name, string value) in Headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
}
