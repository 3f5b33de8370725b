using System.Net;
using System.Text;
using MediaOps.Replay.Tests.Recordings;

namespace MediaOps.Replay.Tests.Server;

/// <summary>
/// Answers as a recording shows, by what is asked and not by position: a correct client may ask in another order, more often or less often. Writes have their
/// answers one after the other, operations their statuses, of which the last stays, and entities and lists show what they showed at that point of the story.
/// What no recording knows is refused, and noted.
/// </summary>
internal sealed class ReplayServer : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<Interaction>> _writes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<Interaction>> _polls = new(StringComparer.OrdinalIgnoreCase);
    private readonly ResourceHistory _history;
    private readonly Epochs _epochs = new();
    private readonly List<string> _faults = [];
    private readonly List<Asked> _asked = [];

    public ReplayServer(Recording recording)
    {
        _history = new ResourceHistory(recording);
        foreach (Interaction interaction in recording.Interactions.Where(static interaction => interaction.Path is not null))
        {
            if (!interaction.IsRead)
            {
                Queue(_writes, WriteKey(interaction.Method, interaction.Uri)).Enqueue(interaction);
            }
            else if (ResourcePath.IsOperation(interaction.Path!))
            {
                Queue<Interaction> statuses = Queue(_polls, PollKey(interaction.Uri));
                for (int time = 0; time < interaction.Repeat; time++)
                {
                    statuses.Enqueue(interaction);
                }
            }
        }
    }

    /// <summary>Requests that the service would not have understood; a story ends without any.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>All requests so far, with their answers.</summary>
    public IReadOnlyList<Asked> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => Answer(request, wasSync: true);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Answer(request, wasSync: false));

    private static Queue<Interaction> Queue(Dictionary<string, Queue<Interaction>> table, string key)
        => table.TryGetValue(key, out Queue<Interaction>? queue) ? queue : table[key] = new Queue<Interaction>();

    private static string WriteKey(string method, Uri uri) => $"{method} {ResourcePath.Of(uri)}?{ResourcePath.QueryOf(uri)}";

    /// <summary>A status is asked for at the URL that was given, with the version of the interface that it names.</summary>
    private static string PollKey(Uri uri) => ResourcePath.Of(uri) + uri.Query;

    private HttpResponseMessage Answer(HttpRequestMessage request, bool wasSync)
    {
        Uri uri = request.RequestUri!;
        string method = request.Method.Method;
        using var reader = new StreamReader(request.Content?.ReadAsStream() ?? Stream.Null, Encoding.UTF8);
        string body = reader.ReadToEnd();
        lock (_lock)
        {
            Interaction? answer = FaultOf(request) is null ? Find(method, uri) : null;
            if (answer is null)
            {
                _faults.Add($"{method} {uri.PathAndQuery}: {FaultOf(request) ?? "nothing like it is in the recording"}");
            }

            _asked.Add(new Asked(method, uri, body, wasSync, answer));
            return answer is null
                ? Response(400, """{"error":{"code":"NotInRecording","message":"The recording does not know this request."}}""", new Dictionary<string, string>())
                : Response(answer.Status, answer.Body, answer.Headers);
        }
    }

    private static string? FaultOf(HttpRequestMessage request) => request switch
    {
        _ when ResourcePath.VersionsOf(request.RequestUri!) != 1 => "it does not name one version of the interface",
        { Headers.Authorization: not { Scheme: "Bearer", Parameter.Length: > 0 } } => "it carries no token",
        _ => null,
    };

    private Interaction? Find(string method, Uri uri)
    {
        if (ResourcePath.Of(uri) is not { } path)
        {
            return null;
        }

        if (method == "GET")
        {
            return ResourcePath.IsOperation(path)
                ? Queue(_polls, PollKey(uri)) is { Count: > 0 } statuses ? statuses.Count == 1 ? statuses.Peek() : statuses.Dequeue() : null
                : _history.At(path, _epochs.At(path));
        }

        Queue<Interaction> answers = Queue(_writes, WriteKey(method, uri));
        if (answers.Count == 0)
        {
            return null;
        }

        // What was refused changed nothing, and would be refused again.
        Interaction answer = answers is { Count: 1 } && answers.Peek().IsRefused ? answers.Peek() : answers.Dequeue();
        _epochs.Count(answer);
        return answer;
    }

    private static HttpResponseMessage Response(int status, string body, IReadOnlyDictionary<string, string> headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        foreach ((string name, string value) in headers.Where(static header => !header.Key.Equals("content-length", StringComparison.OrdinalIgnoreCase)))
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}

/// <summary>What a client asked, and what it was answered; null where nothing in the recording fits.</summary>
internal sealed record Asked(string Method, Uri Uri, string Body, bool WasSync, Interaction? Answer);
