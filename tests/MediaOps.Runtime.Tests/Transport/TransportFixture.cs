using System.Text;
using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime.Tests.Transport;

/// <summary>A transport over a scripted service, with clocks that never make a test wait.</summary>
internal sealed class TransportFixture
{
    public static readonly Uri Endpoint = new("https://account.media.example/api/");

    private ServiceTransport? _transport;

    public ScriptedHandler Service { get; } = new();

    public ManualTimeProvider Clock { get; } = new() { AutoAdvance = true };

    public ManualTimeProvider NetworkClock { get; } = new();

    public CountingCredential Credential { get; } = new();

    public RecordingLogger Log { get; } = new();

    public MediaOpsOptions Options { get; } = new();

    public Uri BaseUri { get; init; } = Endpoint;

    public Authentication? Authentication { get; init; }

    public ServiceDefinition Definition { get; init; } = new("Test")
    {
        ClientRequestIdHeader = "x-client-request-id",
        Errors = new ErrorDefinition { RequestIdHeader = "request-id" },
    };

    public ServiceTransport Transport
    {
        get
        {
            if (_transport is null)
            {
                Options.Handler ??= Options.HttpClient is null ? Service : null;
                Options.TimeProvider = Clock;
                _transport = new ServiceTransport(Definition, BaseUri, Authentication ?? Authentication.Bearer(Credential, "scope"), Options, Log, NetworkClock);
            }

            return _transport;
        }
    }

    public static ServiceRequest Get(string path = "Channels") => new(HttpMethod.Get, path);

    public static ServiceRequest Post(string path = "Channels", string? body = null) =>
        new(HttpMethod.Post, path) { Body = body is null ? RequestBody.None : RequestBody.Write(body, static (writer, text) => writer.WriteRawValue(text)) };

    public async Task<ServiceResponse> SendAsync(ServiceRequest request, bool async, CancellationToken cancellationToken = default)
    {
        ValueTask<ServiceResponse> sent = Transport.SendAsync(request, async, cancellationToken);
        Assert.True(async || sent.IsCompleted, "A sync send must be complete when it returns.");
        return await sent;
    }

    public async Task<string> TextAsync(ServiceRequest request, bool async)
    {
        using ServiceResponse response = await SendAsync(request, async);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    public async Task<ServiceException> FailsAsync(ServiceRequest request, bool async) =>
        await Assert.ThrowsAsync<ServiceException>(async () => (await SendAsync(request, async)).Dispose());
}

/// <summary>Gives token-1, token-2 and so on, and counts who asks how.</summary>
internal sealed class CountingCredential : IMediaOpsCredential
{
    private int _given;

    public int Given => _given;

    public int Forced { get; private set; }

    public DateTimeOffset ExpiresOn { get; set; } = DateTimeOffset.MaxValue;

    public AccessToken GetToken(TokenRequest request, CancellationToken cancellationToken)
    {
        Forced += request.ForceRefresh ? 1 : 0;
        return new AccessToken($"token-{Interlocked.Increment(ref _given)}", ExpiresOn);
    }

    public ValueTask<AccessToken> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken) => new(GetToken(request, cancellationToken));
}

/// <summary>Keeps every message.</summary>
internal sealed class RecordingLogger : ILogger
{
    public List<string> Messages { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Messages.Add(formatter(state, exception));
}
