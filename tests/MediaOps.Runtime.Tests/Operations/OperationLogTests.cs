using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime.Tests.Operations;

public class OperationLogTests
{
    [Fact]
    public async Task An_unknown_status_is_logged_once_however_often_it_comes()
    {
        using var log = new ListLog();
        using var handler = new ScriptedHandler();
        handler.Reply(200, """{"State":"Pondering"}""").Reply(200, """{"State":"Pondering"}""");
        var connection = new ServiceConnection(
            Channels.Service,
            new Uri("https://media.example/api/"),
            Authentication.None,
            new MediaOpsOptions { Handler = handler, LoggerFactory = log });
        Operation operation = await connection.Operations.GetOperationAsync("op1");
        await operation.RefreshAsync();
        Assert.Equal(OperationState.Unknown, operation.State);
        Assert.Single(log.Lines, static line => line.Contains("'Pondering'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_an_inferred_rule_forbids_is_sent_and_logged()
    {
        using var log = new ListLog();
        using var handler = new ScriptedHandler();
        handler.Reply(200, Channels.Json("stopped")).Reply(204);
        var connection = new ServiceConnection(
            Channels.Service,
            new Uri("https://media.example/api/"),
            Authentication.None,
            new MediaOpsOptions { Handler = handler, LoggerFactory = log });
        var core = new EntityCore<Channel, ChannelData>(connection, Channels.Binding, Channels.Id, new ChannelData { Id = Channels.Id, StateText = "stopped" });
        await core.SendAsync(Channels.Signal, RequestBody.None, CancellationToken.None);
        Assert.Single(log.Lines, static line => line.StartsWith("Warning: Signal of Channel", StringComparison.Ordinal));
    }

    private sealed class ListLog : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Lines.Add($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
