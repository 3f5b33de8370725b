// Comparisons that no state can satisfy.
public class NeverTrue
{
    public async Task Right_after_the_create(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        if ({|MOPS1008:channel.State == ChannelState.Running|})
        {
            await channel.StopAsync();
        }
    }

    public async Task Not_what_it_is(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        if (channel.State != ChannelState.Stopped)
        {
            return;
        }

        await channel.StartAsync();
    }

    public async Task What_it_is(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        if (channel.State == ChannelState.Stopped)
        {
            await channel.StartAsync();
        }
    }

    public async Task After_a_refresh(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.RefreshAsync();
        if (channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }
    }

    public void In_an_unknown_state(Channel channel)
    {
        if (channel.State == ChannelState.Running)
        {
            channel.Stop();
        }
    }

    public void In_the_else_of_the_same(Channel channel)
    {
        if (channel.State == ChannelState.Running)
        {
            channel.Stop();
        }
        else if ({|MOPS1008:channel.State == ChannelState.Running|})
        {
            channel.Refresh();
        }
    }

    public void Two_at_once(Channel channel)
    {
        if (channel.State == ChannelState.Running && {|MOPS1008:channel.State == ChannelState.Stopped|})
        {
            channel.Refresh();
        }
    }

    public void One_of_two(Channel channel)
    {
        if (channel.State == ChannelState.Running || channel.State == ChannelState.Stopped)
        {
            channel.Refresh();
        }
    }

    public void A_chain(Channel channel)
    {
        if (channel.State == ChannelState.Stopped)
        {
            channel.Start();
        }
        else if (channel.State == ChannelState.Running)
        {
            channel.Stop();
        }
        else if (channel.State is ChannelState.Starting or ChannelState.Stopping)
        {
            channel.Refresh();
        }
    }

    public async Task After_a_catch(Channel channel)
    {
        try
        {
            await channel.StartAsync();
        }
        catch (ServiceException)
        {
            if (channel.State == ChannelState.Running)
            {
                Console.WriteLine("It runs all the same.");
            }
        }
    }

    public async Task While_it_is_on_its_way(Channel channel)
    {
        var operation = await channel.SendStartOperationAsync();
        while (channel.State != ChannelState.Running)
        {
            await channel.RefreshAsync();
        }

        Console.WriteLine(operation.Id);
    }

    public void An_answer_to_make_sure(Channel channel)
    {
        channel.Start();
        System.Diagnostics.Debug.Assert(channel.State == ChannelState.Running);
        channel.Stop();
    }

    public void After_others_could_act(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        Act(channel);
        if (channel.State == ChannelState.Running)
        {
            channel.Stop();
        }
    }

    private static void Act(Channel channel) => channel.Start();

    public async Task What_never_happens_changes_nothing(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        if ({|MOPS1008:channel.State == ChannelState.Deleting|})
        {
            Console.WriteLine("deleting");
        }

        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task What_others_may_have_done_can_happen(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        s_shared = channel;
        channel.Start();
        if (channel.State == ChannelState.Stopped)
        {
            channel.Start();
        }

        await channel.StopAsync();
    }

    private static Channel? s_shared;
}
