// Tasks that fail without an exception, and those that fail while others act.
public class Suppressed
{
    private Channel? _kept;

    public async Task It_may_have_failed(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await channel.StartAsync();
    }

    public async Task One_of_many_may_have_failed(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await Task.WhenAll(channel.StartAsync()).ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        await channel.StartAsync();
    }

    public async Task It_may_have_failed_by_a_choice_of_others(StudioClient client, ConfigureAwaitOptions options)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync().ConfigureAwait(options);
        await channel.StartAsync();
    }

    public async Task It_has_ended_and_is_looked_at(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (channel.State == ChannelState.Running)
        {
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task An_operation_that_may_have_failed(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var operation = await channel.SendStartOperationAsync();
        await operation.WaitForCompletionAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await channel.StartAsync();
    }

    public async Task It_has_failed_and_goes_on(StudioClient client, bool start)
    {
        var channel = await client.Channels.CreateAsync("live");
        if (start)
        {
            await channel.StartAsync();
        }
        else
        {
            await channel.{|MOPS1001:StopAsync|}().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await channel.{|MOPS1004:StartAsync|}();
    }

    public async Task Its_parent_need_not_have_been_running(Channel channel)
    {
        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await channel.StartAsync();
    }

    public async Task It_has_succeeded(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync().ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext);
        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task Others_acted_while_it_failed(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        _kept = channel;
        if (channel.State == ChannelState.Running)
        {
            try
            {
                await channel.ShowSlateAsync(TimeSpan.FromSeconds(10));
            }
            catch (ServiceException)
            {
                await channel.StartAsync();
            }
        }
    }

    public Task StopItAsync() => _kept!.StopAsync();
}
