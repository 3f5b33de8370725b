namespace MediaOps.Runtime.Tests.Waiting;

public class PollingStrategyTests
{
    private static readonly TimeSpan Trip = TimeSpan.FromSeconds(0.1);

    [Fact]
    public void Documented_is_the_interval_whatever_the_time() =>
        Assert.All([0, 60, 3600], seconds => Assert.Equal(
            TimeSpan.FromSeconds(30),
            PollingStrategy.Documented.GetDelay(new PollingContext { Elapsed = TimeSpan.FromSeconds(seconds), Interval = TimeSpan.FromSeconds(30), Typical = TimeSpan.FromSeconds(5) })));

    [Fact]
    public void Documented_is_adaptive_where_no_interval_is_documented()
    {
        var context = new PollingContext { Elapsed = TimeSpan.FromSeconds(100), Minimum = TimeSpan.FromSeconds(1), Sample = 0.25 };
        Assert.Equal(PollingStrategy.Adaptive.GetDelay(context), PollingStrategy.Documented.GetDelay(context));
        Assert.Equal(TimeSpan.FromSeconds(9.5), PollingStrategy.Adaptive.GetDelay(context));
    }

    [Theory]
    [InlineData(0, 0.5, 1)]
    [InlineData(5, 0.5, 1)]
    [InlineData(100, 0.5, 10)]
    [InlineData(100, 0.0, 9)]
    [InlineData(1000, 0.5, 20)]
    public void Adaptive_is_a_tenth_of_the_elapsed_time_between_floor_and_interval(double elapsed, double sample, double expected)
        => Assert.Equal(TimeSpan.FromSeconds(expected), PollingStrategy.Adaptive.GetDelay(new PollingContext
        {
            Elapsed = TimeSpan.FromSeconds(elapsed),
            Minimum = TimeSpan.FromSeconds(1),
            Interval = TimeSpan.FromSeconds(20),
            Sample = sample,
        }));

    [Fact]
    public void Adaptive_never_asks_to_poll_below_the_floor()
    {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++)
        {
            var context = new PollingContext
            {
                Elapsed = TimeSpan.FromSeconds(random.NextDouble() * 500),
                Minimum = TimeSpan.FromSeconds(2),
                Typical = i % 2 == 0 ? TimeSpan.FromSeconds(random.NextDouble() * 500) : null,
                Sample = random.NextDouble(),
            };
            TimeSpan delay = PollingStrategy.Adaptive.GetDelay(context);
            Assert.InRange(delay, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1000));
        }
    }

    [Fact]
    public void An_action_of_150_seconds_is_seen_in_time_with_few_polls_where_the_schema_has_a_hint()
    {
        (double polls, double lateness) = Simulate(typical: 150, duration: 150);
        Assert.True(polls <= 15, $"{polls} polls");
        Assert.True(lateness <= 0.10, $"p95 lateness {lateness:P1}");
    }

    [Fact]
    public void A_documented_interval_as_ceiling_keeps_the_bar()
    {
        (double polls, double lateness) = Simulate(typical: 150, duration: 150, interval: 30);
        Assert.True(polls <= 15, $"{polls} polls");
        Assert.True(lateness <= 0.10, $"p95 lateness {lateness:P1}");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(1200)]
    public void A_wrong_hint_still_bounds_the_lateness_by_the_duration(double duration)
        => Assert.True(Simulate(typical: 150, duration).Lateness <= 1.1);

    [Theory]
    [InlineData(30)]
    [InlineData(150)]
    [InlineData(1200)]
    public void Without_a_hint_the_end_is_seen_late_by_about_a_tenth(double duration)
        => Assert.True(Simulate(typical: null, duration).Lateness <= 0.125);

    [Fact]
    public void Deciding_a_delay_allocates_nothing()
    {
        var context = new PollingContext { Elapsed = TimeSpan.FromSeconds(70), Minimum = TimeSpan.FromSeconds(1), Typical = TimeSpan.FromSeconds(150), Timeout = TimeSpan.FromHours(1) };
        PollSchedule.Next(PollingStrategy.Adaptive, context, null);
        PollSchedule.Next(PollingStrategy.Documented, context, TimeSpan.FromSeconds(3));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            PollSchedule.Next(PollingStrategy.Adaptive, context, null);
            PollSchedule.Next(PollingStrategy.Documented, context, TimeSpan.FromSeconds(3));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>4,000 operations of a duration that is true within 20 %: mean polls, and the 95th percentile of lateness over duration. Computed time only.</summary>
    private static (double Polls, double Lateness) Simulate(double? typical, double duration, double? interval = null)
    {
        const int Runs = 4000;
        var random = new Random(20170101);
        var lateness = new List<double>(Runs);
        long polls = 0;
        for (int run = 0; run < Runs; run++)
        {
            double truth = duration * (0.8 + (0.4 * random.NextDouble()));
            TimeSpan elapsed = TimeSpan.Zero;
            int count = 0;
            while (elapsed.TotalSeconds < truth)
            {
                var context = new PollingContext
                {
                    Elapsed = elapsed,
                    Polls = count,
                    Minimum = TimeSpan.FromSeconds(1),
                    Interval = interval is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                    Typical = typical is { } hint ? TimeSpan.FromSeconds(hint) : null,
                    Timeout = TimeSpan.FromHours(2),
                    Sample = random.NextDouble(),
                };
                elapsed += PollSchedule.Next(PollingStrategy.Adaptive, context, null).Value + Trip;
                count++;
            }

            polls += count;
            lateness.Add((elapsed.TotalSeconds - truth) / truth);
        }

        lateness.Sort();
        return ((double)polls / Runs, lateness[(int)(Runs * 0.95)]);
    }
}

public class PollScheduleTests
{
    private static readonly PollingContext Context = new()
    {
        Minimum = TimeSpan.FromSeconds(10),
        Interval = TimeSpan.FromSeconds(30),
        Timeout = TimeSpan.FromHours(1),
    };

    [Theory]
    [InlineData(45, 45)]
    [InlineData(1, 10)]
    [InlineData(0, 10)]
    [InlineData(299, 299)]
    [InlineData(86_400, 300)]
    public void Retry_After_wins_within_the_floor_and_five_minutes(int asked, int expected)
        => Assert.Equal(
            new PollDelay(TimeSpan.FromSeconds(expected), DelayReason.RetryAfter),
            PollSchedule.Next(PollingStrategy.Documented, Context, TimeSpan.FromSeconds(asked)));

    [Fact]
    public void An_interval_above_five_minutes_is_the_ceiling_of_Retry_After()
        => Assert.Equal(TimeSpan.FromMinutes(20), PollSchedule.Next(PollingStrategy.Documented, Context with { Interval = TimeSpan.FromMinutes(20) }, TimeSpan.FromHours(9)).Value);

    [Theory]
    [InlineData(null)]
    [InlineData(200)]
    public void No_delay_passes_the_deadline(int? retryAfter)
        => Assert.Equal(
            new PollDelay(TimeSpan.FromSeconds(7), DelayReason.Deadline),
            PollSchedule.Next(PollingStrategy.Documented, Context with { Elapsed = TimeSpan.FromSeconds(3593) }, retryAfter is { } s ? TimeSpan.FromSeconds(s) : null));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_users_strategy_cannot_make_a_busy_loop(int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(10), PollSchedule.Next(new Fixed(seconds), Context, null).Value);
        Assert.Equal(TimeSpan.FromMilliseconds(100), PollSchedule.Next(new Fixed(seconds), Context with { Minimum = TimeSpan.Zero }, null).Value);
    }

    private sealed class Fixed(int seconds) : PollingStrategy
    {
        public override TimeSpan GetDelay(in PollingContext context) => TimeSpan.FromSeconds(seconds);
    }
}
