// Entities of a sequence.
public class Iteration
{
    public async Task Each(IEnumerable<Channel> channels)
    {
        foreach (Channel channel in channels)
        {
            await channel.StopAsync();
        }
    }

    public async Task Each_and_wrong(IEnumerable<Channel> channels)
    {
        foreach (Channel channel in channels)
        {
            await channel.StopAsync();
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public async Task Each_that_is_listed(StudioClient client)
    {
        await foreach (Channel channel in client.Channels.ListAsync())
        {
            await channel.StopAsync();
        }
    }

    public async Task Each_that_is_listed_and_wrong(StudioClient client)
    {
        await foreach (Channel channel in client.Channels.ListAsync())
        {
            await channel.StartAsync();
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task Each_that_is_listed_and_runs(StudioClient client)
    {
        await foreach (Channel channel in client.Channels.ListAsync(c => c.State == ChannelState.Running))
        {
            await channel.StopAsync();
            await channel.DeleteAsync();
        }
    }

    public async Task Each_by_its_state(StudioClient client)
    {
        await foreach (Channel channel in client.Channels.ListAsync())
        {
            switch (channel.State)
            {
                case ChannelState.Running:
                    await channel.StopAsync();
                    break;
                case ChannelState.Stopped:
                    await channel.DeleteAsync();
                    break;
            }
        }
    }

    public async Task Twice_over_the_same(List<Channel> channels)
    {
        foreach (Channel channel in channels)
        {
            await channel.StartAsync();
        }

        foreach (Channel channel in channels)
        {
            await channel.StopAsync();
        }
    }

    public async Task By_index(List<Channel> channels)
    {
        for (int i = 0; i < channels.Count; i++)
        {
            await channels[i].StartAsync();
            await channels[i].StopAsync();
        }
    }

    public async Task One_of_a_list_is_the_one_that_is_known(StudioClient client, List<Channel> channels)
    {
        var channel = await client.Channels.CreateAsync("live");
        channels.Add(channel);
        foreach (Channel each in channels)
        {
            await each.StartAsync();
        }

        await channel.StopAsync();
    }

    public async Task The_last_one_that_was_seen(IEnumerable<Channel> channels)
    {
        Channel? last = null;
        foreach (Channel channel in channels)
        {
            await channel.StopAsync();
            last = channel;
        }

        if (last is not null)
        {
            await last.StartAsync();
        }
    }

    public async Task Found(List<Channel> channels)
    {
        Channel? channel = channels.Find(each => each.State == ChannelState.Running);
        if (channel is not null)
        {
            await channel.StopAsync();
        }
    }

    public async Task Until_one_is_found(IEnumerable<Channel> channels)
    {
        Channel? idle = null;
        foreach (Channel channel in channels)
        {
            if (channel.State == ChannelState.Stopped)
            {
                idle = channel;
                break;
            }
        }

        if (idle is not null)
        {
            await idle.StartAsync();
        }
    }

    public async Task Nested(IEnumerable<Channel> channels)
    {
        foreach (Channel channel in channels)
        {
            foreach (Program program in channel.Programs.List())
            {
                if (program.State == ProgramState.Running)
                {
                    await program.StopAsync();
                }
            }

            await channel.StopAsync();
        }
    }

    public async Task With_its_index(IEnumerable<Channel> channels)
    {
        foreach ((int index, Channel channel) in channels.Index())
        {
            await channel.StartAsync();
            Console.WriteLine(index);
            await channel.StopAsync();
        }
    }

    public async Task By_an_enumerator(IEnumerable<Channel> channels)
    {
        using IEnumerator<Channel> each = channels.GetEnumerator();
        while (each.MoveNext())
        {
            await each.Current.StartAsync();
        }
    }
}
