using System.Net.Sockets;
using System.Security.Authentication;

namespace MediaOps.Runtime.Tests.Entities;

/// <summary>What becomes of a write that the caller, or the caller's own handler, interrupts: the service may have done it.</summary>
public sealed class InterruptedWriteTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly CancellationTokenSource _source = new();

    public static TheoryData<bool> Both => [true, false];

    public static TheoryData<bool, Exception> Faults()
    {
        var data = new TheoryData<bool, Exception>();
        foreach (bool async in new[] { true, false })
        {
            data.Add(async, new NotImplementedException("foreign"));
            data.Add(async, new TimeoutException("foreign"));
            data.Add(async, new SocketException((int)SocketError.ConnectionReset));
            data.Add(async, new InvalidOperationException("foreign"));
            data.Add(async, new AuthenticationException("foreign"));
        }

        return data;
    }

    public void Dispose() => _source.Dispose();

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_cancellation_after_the_service_accepted_leaves_the_operation_to_follow(bool async)
    {
        AcceptAndCancel();
        Operation<Channel> operation = await Send(async);
        Assert.Equal(("op1", OperationState.InProgress), (operation.Id, operation.State));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_wait_for_it_ends_with_the_handle(bool async)
    {
        AcceptAndCancel();
        Channel channel = _bench.Channel("stopped");
        var e = await Assert.ThrowsAsync<OperationWaitCanceledException>(() => Bench.Act(async, channel, Channels.Start, token: _source.Token));
        Assert.Equal(("op1", _source.Token), (e.OperationId, e.CancellationToken));
        Assert.Equal("starting", channel.State);
        Assert.Single(_bench.Told);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_cancellation_while_the_answer_is_read_leaves_the_operation_to_follow(bool async)
    {
        _bench.Handler.Then((_, _) =>
        {
            HttpResponseMessage response = ScriptedHandler.Response(202, null, ("operation-id", "op1"));
            response.Content = new StreamContent(new CancelingStream(_source));
            return response;
        });
        Assert.Equal("op1", (await Send(async)).Id);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_cancellation_on_the_way_says_that_the_service_may_have_done_it_and_distrusts_the_state(bool async)
    {
        _bench.Handler.Then((_, token) =>
        {
            _source.Cancel();
            throw new OperationCanceledException(token);
        });
        Channel channel = _bench.Channel("stopped");
        var e = await Assert.ThrowsAsync<OperationCanceledException>(() => Bench.Act(async, channel, Channels.Start, token: _source.Token));
        Assert.Equal(_source.Token, e.CancellationToken);
        Assert.Contains("may have done it", e.Message, StringComparison.Ordinal);
        _bench.Entity("stopped").Accept();
        await Bench.Send(async, channel, Channels.Start);
        Assert.Equal(Bench.Read, _bench.Told[1]);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_cancelled_creation_whose_answer_is_lost_is_a_cancellation_that_says_what_may_be(bool async)
    {
        _bench.Handler.Then((_, _) =>
        {
            _source.Cancel();
            return ScriptedHandler.Response(201, Channels.Json("stopped"));
        });
        var e = await Assert.ThrowsAsync<OperationCanceledException>(() => Bench.Run(
            async,
            () => _bench.Collection.SendCreate(RequestBody.None, null, _source.Token),
            () => _bench.Collection.SendCreateAsync(RequestBody.None, null, _source.Token)));
        Assert.True(Assert.IsType<ServiceException>(e.InnerException).OutcomeUnknown);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_handler_that_throws_anything_leaves_the_outcome_of_a_write_unknown(bool async, Exception fault)
    {
        _bench.Handler.Fail(fault);
        Channel channel = _bench.Channel("stopped");
        ServiceException e = await Assert.ThrowsAsync<ServiceException>(() => Bench.Act(async, channel, Channels.Start));
        Assert.True(e.OutcomeUnknown);
        Assert.Same(fault, e.InnerException);
        _bench.Entity("stopped").Accept();
        await Bench.Send(async, channel, Channels.Start);
        Assert.Equal(Bench.Read, _bench.Told[1]);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_handler_that_throws_anything_in_a_wait_does_not_lose_the_operation(bool async, Exception fault)
    {
        _bench.Accept();
        _bench.Handler.Fail(fault);
        var e = await Assert.ThrowsAsync<OperationPollException>(() => Bench.Act(async, _bench.Channel("stopped"), Channels.Start));
        Assert.Equal(("op1", fault), (e.OperationId, e.InnerException!.InnerException));
    }

    private void AcceptAndCancel() => _bench.Handler.Then((_, _) =>
    {
        _source.Cancel();
        return ScriptedHandler.Response(202, "{}", ("operation-id", "op1"));
    });

    private Task<Operation<Channel>> Send(bool async)
    {
        Channel channel = _bench.Channel("stopped");
        return Bench.Run(
            async,
            () => channel.Core.Send(Channels.Start, RequestBody.None, _source.Token),
            () => channel.Core.SendAsync(Channels.Start, RequestBody.None, _source.Token));
    }

    /// <summary>Half a body, in the middle of which the caller cancels.</summary>
    private sealed class CancelingStream(CancellationTokenSource source) : MemoryStream([(byte)'{'])
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = base.Read(buffer, offset, count);
            return read > 0 ? read : throw Broken();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, CancellationToken.None);
            return read > 0 ? read : throw Broken();
        }

        private IOException Broken()
        {
            source.Cancel();
            return new IOException("broken");
        }
    }
}
