using ManyReads = System.Threading.Channels.Channel<System.Threading.Tasks.TaskCompletionSource<System.Net.Http.HttpResponseMessage>>;

namespace MediaOps.Runtime.Tests.Entities;

/// <summary>Reads of one entity that are under way at the same time.</summary>
public sealed class ConcurrentReadTests : IDisposable
{
    private readonly HeldService _service = new();
    private readonly Channel _channel;

    public ConcurrentReadTests()
    {
        var connection = new ServiceConnection(Channels.Service, new Uri("https://media.example/api/"), Authentication.None, new MediaOpsOptions { Handler = _service, MaxRetries = 0 });
        _channel = new EntityCore<Channel, ChannelData>(connection, Channels.Binding, Channels.Id, new ChannelData { Id = Channels.Id, StateText = "Stopped", Description = "0" }).Entity;
    }

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_slow_answer_does_not_undo_one_that_was_asked_for_later()
    {
        Task first = ReadInTimeAsync();
        TaskCompletionSource<HttpResponseMessage> slow = await _service.NextAsync();
        Task second = ReadInTimeAsync();
        (await _service.NextAsync()).SetResult(Answer("Running", "2"));
        await second;
        slow.SetResult(Answer("Starting", "1"));
        await first;

        Assert.Equal(("2", "Running"), (_channel.Description, _channel.State));
    }

    [Fact]
    public async Task A_refresh_drops_edits_also_where_another_caller_has_read_for_it()
    {
        Task first = _channel.Core.RefreshAsync(CancellationToken.None);
        TaskCompletionSource<HttpResponseMessage> one = await _service.NextAsync();
        Task guard = ((IGuardedEntity)_channel.Core).ReadStateAsync(async: true, CancellationToken.None).AsTask();
        Task second = _channel.Core.RefreshAsync(CancellationToken.None);
        one.SetResult(Answer("Stopped", "1"));
        await first;
        _channel.Description = "edited";
        (await _service.NextAsync()).SetResult(Answer("Stopped", "2"));
        await Task.WhenAll(guard, second);

        Assert.Equal("2", _channel.Description);
        Assert.Equal(2, _service.Asked);
    }

    /// <summary>A read that does not queue behind others.</summary>
    private Task ReadInTimeAsync()
        => _channel.Core.ReadAsync(new Deadline(TimeProvider.System, TimeProvider.System.GetTimestamp(), TimeSpan.FromMinutes(1)), async: true, dropEdits: false, CancellationToken.None).AsTask();

    private static HttpResponseMessage Answer(string state, string description) => ScriptedHandler.Response(200, Channels.Json(state, description));

    /// <summary>Answers when it is told to.</summary>
    private sealed class HeldService : HttpMessageHandler
    {
        private readonly ManyReads _requests = System.Threading.Channels.Channel.CreateUnbounded<TaskCompletionSource<HttpResponseMessage>>();

        public int Asked { get; private set; }

        public ValueTask<TaskCompletionSource<HttpResponseMessage>> NextAsync() => _requests.Reader.ReadAsync(TestContext.Current.CancellationToken);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
            Assert.True(_requests.Writer.TryWrite(answer));
            return answer.Task;
        }
    }
}
