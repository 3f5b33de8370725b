// Calls that only some of the possible states allow.
public class Possible
{
    public async Task Started_in_one_branch(StudioClient client, bool start)
    {
        var channel = await client.Channels.CreateAsync("live");
        if (start)
        {
            await channel.StartAsync();
        }

        await channel.{|MOPS1004:StopAsync|}();
    }

    public async Task Started_in_both_branches(StudioClient client, bool first)
    {
        var channel = await client.Channels.CreateAsync("live");
        if (first)
        {
            await channel.StartAsync(new PollingOptions());
        }
        else
        {
            await channel.StartAsync();
        }

        await channel.StopAsync();
    }

    public async Task Neither_branch_allows_it(StudioClient client, bool start)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        if (start)
        {
            await origin.StartAsync();
            await origin.StopAsync();
        }

        await origin.{|MOPS1001:StopAsync|}();
    }

    public async Task Every_branch_allows_it(StudioClient client, bool start)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        if (start)
        {
            await origin.StartAsync();
        }

        await origin.ScaleAsync(2);
    }

    public async Task Not_running(Channel channel)
    {
        if (channel.State != ChannelState.Running)
        {
            await channel.StartAsync();
        }
    }

    public async Task One_branch_is_unknown(Channel channel, bool stop)
    {
        if (stop)
        {
            await channel.StopAsync();
        }

        await channel.StartAsync();
    }

    public async Task The_same_condition_twice(StudioClient client, bool start)
    {
        var channel = await client.Channels.CreateAsync("live");
        if (start)
        {
            await channel.StartAsync();
        }

        Console.WriteLine(channel.Name);
        if (start)
        {
            await channel.{|MOPS1004:StopAsync|}();
        }
    }

    public async Task Decided_by_the_state(StudioClient client, bool start)
    {
        var channel = await client.Channels.CreateAsync("live");
        if (start)
        {
            await channel.StartAsync();
        }

        if (channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }

        await channel.DeleteAsync();
    }
}
