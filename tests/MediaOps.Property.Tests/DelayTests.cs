using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using FsCheck.Fluent;
using MediaOps.PropertyTests.Arbitrary;
using MediaOps.Runtime;
using MediaOps.Tests;

namespace MediaOps.PropertyTests;

public sealed class DelayTests
{
    [Fact]
    public void A_delay_is_never_below_the_floor_and_never_passes_the_deadline() => Law.Holds(
        from wait in WaitGen.Waits
        from percent in Gen.Choose(0, 150)
        from sample in Gen.Choose(0, 999_999)
        select (wait, percent, sample),
        2000,
        given =>
        {
            (WaitModel wait, int percent, int sample) = given;
            var context = new PollingContext
            {
                Elapsed = wait.Timeout * (percent / 100.0),
                Polls = percent,
                Minimum = wait.Rules.Min,
                Interval = wait.Rules.Interval,
                Typical = wait.Rules.Typical,
                Timeout = wait.Timeout,
                Sample = sample / 1_000_000.0,
            };
            PollDelay delay = PollSchedule.Next(wait.Strategy, in context, wait.RetryAfter[0]);
            TimeSpan left = wait.Timeout - context.Elapsed;
            if (delay.Reason == DelayReason.Deadline)
            {
                Assert.Equal(left > TimeSpan.Zero ? left : TimeSpan.Zero, delay.Value);
            }
            else
            {
                Assert.InRange(delay.Value, wait.Floor, left);
            }
        });

    [Fact]
    public void Every_wait_for_an_operation_that_never_ends_is_over_at_its_deadline() => Law.Holds(
        from wait in WaitGen.Waits
        from async in Gen.Elements(true, false)
        select (wait, async),
        60,
        given =>
        {
            (WaitModel wait, bool async) = given;
            using var service = new NeverDone(wait.RetryAfter);
            var clock = new ManualTimeProvider { AutoAdvance = true };
            Operation operation = Connect(wait, service, clock).Operations.GetOperation("op");
            var told = new Told();
            var polling = new PollingOptions { Timeout = wait.Timeout, Strategy = wait.Strategy, Progress = told };

            OperationTimeoutException end = async
                ? Assert.Throws<OperationTimeoutException>(() => operation.WaitForCompletionAsync(polling).GetAwaiter().GetResult())
                : Assert.Throws<OperationTimeoutException>(() => operation.WaitForCompletion(polling));

            // Timers count whole milliseconds.
            Assert.InRange(end.Waited, wait.Timeout - TimeSpan.FromMilliseconds(1), wait.Timeout);
            OperationProgress[] steps = [.. told.Values];
            Assert.Equal(end.Polls, steps.Length);
            Assert.Equal(DelayReason.Deadline, steps[^1].Reason);
            Assert.All(steps.SkipLast(1), step => Assert.InRange(step.NextDelay!.Value, wait.Floor, wait.Timeout - step.Elapsed));
        });

    private static ServiceConnection Connect(WaitModel wait, HttpMessageHandler handler, TimeProvider clock)
    {
        var tracking = new TrackingDefinition
        {
            HandleHeaders = ["operation-id"],
            Poll = PathTemplate.Parse("/operations/{Handle}"),
            StatusPath = "status",
            Pending = ["On"],
            Succeeded = ["Ok"],
            Failed = ["No"],
            Delay = wait.Rules,
        };
        return new ServiceConnection(
            new ServiceDefinition("Studio", "1") { Tracking = [tracking] },
            new Uri("https://studio.example.com/"),
            Authentication.Bearer(new StaticTokenCredential("token")),
            new MediaOpsOptions { Handler = handler, TimeProvider = clock });
    }

    /// <summary>A service whose operation is always on its way.</summary>
    private sealed class NeverDone(IReadOnlyList<TimeSpan?> retryAfter) : HttpMessageHandler
    {
        private int _asked;

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{ "status": "On" }""") };
            if (retryAfter[_asked++ % retryAfter.Count] is { } hint)
            {
                response.Headers.Add("Retry-After", ((long)hint.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            }

            return response;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
    }

    private sealed class Told : IProgress<OperationProgress>
    {
        private readonly ConcurrentQueue<OperationProgress> _values = new();

        public IEnumerable<OperationProgress> Values => _values;

        public void Report(OperationProgress value) => _values.Enqueue(value);
    }
}
