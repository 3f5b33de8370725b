// Calls that are awaited later, or together.
public class Parallel
{
    public async Task Both_started(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        await Task.WhenAll(a.StartAsync(), b.StartAsync());
        await Task.WhenAll(a.StopAsync(), b.StopAsync());
    }

    public async Task Both_started_and_then_wrong(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        await Task.WhenAll(a.StartAsync(), b.StartAsync());
        await a.{|MOPS1001:StartAsync|}();
    }

    public async Task A_wrong_one_among_them(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        await Task.WhenAll(a.StartAsync(), b.{|MOPS1001:StopAsync|}());
    }

    public async Task In_variables(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        Task first = a.StartAsync();
        Task second = b.StartAsync();
        await Task.WhenAll(first, second);
        await a.StopAsync();
        await b.StopAsync();
    }

    public async Task In_variables_and_then_wrong(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        Task first = a.StartAsync();
        Task second = b.StartAsync();
        await Task.WhenAll(first, second);
        await b.{|MOPS1001:StartAsync|}();
    }

    public async Task In_an_array(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        Task[] all = [a.StartAsync(), b.StartAsync()];
        await Task.WhenAll(all);
        await a.StopAsync();
        await b.StopAsync();
    }

    public async Task Awaited_later(Channel channel)
    {
        Task starting = channel.StartAsync();
        Console.WriteLine("starting");
        await starting;
        await channel.StopAsync();
    }

    public async Task Awaited_later_and_then_wrong(Channel channel)
    {
        Task starting = channel.StartAsync();
        Console.WriteLine("starting");
        await starting;
        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task Whichever_is_first(Channel channel)
    {
        Task starting = channel.StartAsync();
        await Task.WhenAny(starting, Task.Delay(TimeSpan.FromMinutes(1)));
        if (starting.IsCompletedSuccessfully)
        {
            await channel.StopAsync();
        }
    }

    public async Task Waited_for_with_a_time(Channel channel)
    {
        Task starting = channel.StartAsync();
        await starting.WaitAsync(TimeSpan.FromMinutes(1));
        await channel.StopAsync();
    }

    public async Task Continued(Channel channel)
    {
        await channel.StartAsync().ContinueWith(_ => Console.WriteLine("started"), TaskScheduler.Default);
        await channel.StopAsync();
    }

    public async Task Many(IReadOnlyList<Channel> channels)
    {
        await Task.WhenAll(channels.Select(channel => channel.StartAsync()));
        await Task.WhenAll(channels.Select(channel => channel.StopAsync()));
    }

    public async Task In_a_loop_of_the_library(IReadOnlyList<Channel> channels)
    {
        await System.Threading.Tasks.Parallel.ForEachAsync(channels, async (channel, token) =>
        {
            await channel.StartAsync(cancellationToken: token);
            await channel.StopAsync(cancellationToken: token);
        });
    }

    public async Task In_a_loop_of_the_library_and_wrong(IReadOnlyList<Channel> channels)
    {
        await System.Threading.Tasks.Parallel.ForEachAsync(channels, async (channel, token) =>
        {
            await channel.StartAsync(cancellationToken: token);
            await channel.{|MOPS1001:StartAsync|}(cancellationToken: token);
        });
    }

    public async Task Created_together(StudioClient client)
    {
        Channel[] both = await Task.WhenAll(client.Channels.CreateAsync("a"), client.Channels.CreateAsync("b"));
        await both[0].StartAsync();
        await both[0].StopAsync();
        await both[1].StartAsync();
    }

    public async Task Awaited_twice(Channel channel)
    {
        Task starting = channel.StartAsync();
        await starting;
        await channel.StopAsync();
        await starting;
        await channel.StartAsync();
    }

    public async Task A_value_task(Channel channel)
    {
        ValueTask starting = new(channel.StartAsync());
        await starting;
        await channel.StopAsync();
    }

    public async Task Returned_by_a_conditional(Channel channel, bool start)
    {
        Task next = start ? channel.StartAsync() : channel.StopAsync();
        await next;
        await channel.RefreshAsync();
        await channel.StopAsync();
    }

    public async Task Begun_where_it_cannot_succeed_and_never_awaited(StudioClient client, bool ends)
    {
        var channel = await client.Channels.CreateAsync("live");
        Task stopping = channel.{|MOPS1001:StopAsync|}();
        if (ends)
        {
            await Task.WhenAll(stopping);
            await channel.DeleteAsync();
        }

        await channel.StartAsync();
    }

    public async Task Begun_where_it_cannot_succeed_and_awaited_on_one_way(StudioClient client, bool waits)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        Task starting = channel.{|MOPS1001:StartAsync|}();
        if (waits)
        {
            await starting;
        }

        await channel.StopAsync();
    }

    public async Task A_refresh_that_is_awaited_after_an_action(Channel channel)
    {
        Task reading = channel.RefreshAsync();
        await channel.StartAsync();
        await reading;
        await channel.StartAsync();
    }

    public async Task A_refresh_that_may_end_at_any_moment(Channel channel)
    {
        Task reading = channel.RefreshAsync();
        await channel.StartAsync();
        await channel.StartAsync();
        await reading;
    }

    public async Task Another_read_of_an_operation_that_may_find_it_over(Channel channel)
    {
        var operation = await channel.SendStopOperationAsync();
        Task reading = operation.RefreshAsync();
        if (channel.State == ChannelState.Stopping)
        {
            await channel.StartAsync();
        }

        await reading;
    }
}
