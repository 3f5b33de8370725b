using System.Globalization;
using Media.AzureV2;

namespace MediaOps.Reliability.Tests.Concurrency;

/// <summary>One entity object in the hands of 32 callers.</summary>
public sealed class EntityTests : IDisposable
{
    private static readonly int Rounds = Runs.Count(100, 2_000);

    private readonly NumberedService _service = new();
    private readonly Channel _channel;

    public EntityTests()
    {
        var media = new CloudMediaContext(new Uri("https://account.restv2.westus.media.azure.net/api/"), new StaticTokenCredential("token"), new MediaOpsOptions { Handler = _service });
        _channel = media.Channels.Get(NumberedService.ChannelId);
    }

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task One_refresh_runs_at_a_time_and_nobody_is_given_an_answer_that_was_asked_for_before_the_call()
    {
        int before = _service.Asked;
        await Crowd.RunAsync(async (_, async) =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                int asked = _service.Asked;
                if (async)
                {
                    await _channel.RefreshAsync();
                }
                else
                {
                    _channel.Refresh();
                }

                int told = Number(_channel.Description);
                Assert.True(told > asked, $"The answer {told} was asked for before the call, which came after {asked}.");
            }
        });

        int requests = _service.Asked - before;
        Assert.Equal(1, _service.MostAtOnce);
        Assert.True(requests < Rounds * Crowd.Size, "Nobody shared a request.");
        await ConcurrencyReport.TellAsync("one entity refreshed by 32 callers", $"{Rounds * Crowd.Size:N0} refreshes in {requests:N0} requests, one at a time; no answer from before a call");
    }

    [Fact]
    public async Task Values_are_never_torn_and_never_go_back()
    {
        using var over = new CancellationTokenSource();
        int looks = 0;
        await Crowd.RunAsync(async (number, async) =>
        {
            if (number < 4)
            {
                for (int round = 0; round < Rounds; round++)
                {
                    if (async)
                    {
                        await _channel.RefreshAsync();
                    }
                    else
                    {
                        _channel.Refresh();
                    }
                }

                await over.CancelAsync();
                return;
            }

            for (int last = 0; !over.IsCancellationRequested;)
            {
                last = Look(_channel, last);
                Interlocked.Increment(ref looks);
                await Task.Yield();
            }
        });

        await ConcurrencyReport.TellAsync("one entity read by 28 callers while 4 refresh it", $"{looks:N0} looks at five members that carry the number of their answer; none was torn, none older than one before");
    }

    /// <summary>What one object shows is of one answer, and what is looked at later is not of an earlier one.</summary>
    private static int Look(Channel channel, int last)
    {
        CrossSiteAccessPolicies policies = channel.CrossSiteAccessPolicies!;
        int number = Number(policies.ClientAccessPolicy);
        Assert.Equal(number, Number(policies.CrossDomainPolicy));
        Assert.True(number >= last, $"{number} was seen after {last}.");
        ChannelEncoding encoding = channel.Encoding!;
        int next = Number(encoding.SystemPreset);
        Assert.Equal(next, encoding.AudioStreams![0].Index);
        Assert.True(next >= number, $"{next} was seen after {number}.");
        int description = Number(channel.Description);
        Assert.True(description >= next, $"{description} was seen after {next}.");
        return description;
    }

    private static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);
}
