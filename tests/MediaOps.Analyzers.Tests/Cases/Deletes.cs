// What is gone.
public class Deletes
{
    public async Task Started_after_its_end(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.DeleteAsync();
        await channel.{|MOPS1005:StartAsync|}();
    }

    public void Started_after_its_end_sync(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        channel.Delete();
        channel.{|MOPS1005:Start|}();
    }

    public async Task Deleted_twice(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.DeleteAsync();
        await channel.{|MOPS1005:DeleteAsync|}();
    }

    public async Task Updated_after_its_end(Channel channel)
    {
        await channel.DeleteAsync();
        await channel.{|MOPS1005:UpdateAsync|}();
    }

    public async Task Deleted_by_an_operation(Channel channel)
    {
        var operation = await channel.SendDeleteOperationAsync();
        await operation.WaitForCompletionAsync();
        await channel.{|MOPS1005:StartAsync|}();
    }

    public async Task Its_properties_can_still_be_read(Channel channel)
    {
        await channel.DeleteAsync();
        Console.WriteLine(channel.Id + " was " + channel.Name);
    }

    public async Task Made_anew(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.DeleteAsync();
        channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
    }

    public async Task Deleted_in_one_branch(Channel channel, bool forGood)
    {
        await channel.StopAsync();
        if (forGood)
        {
            await channel.DeleteAsync();
            return;
        }

        await channel.StartAsync();
    }

    public async Task Deleted_in_every_turn(StudioClient client, IEnumerable<string> ids)
    {
        foreach (string id in ids)
        {
            var channel = await client.Channels.GetAsync(id);
            await channel.DeleteAsync();
        }
    }

    public async Task Deleted_from_a_list(List<Channel> channels)
    {
        foreach (Channel channel in channels)
        {
            if (channel.State == ChannelState.Stopped)
            {
                await channel.DeleteAsync();
            }
        }

        channels.Clear();
    }

    public async Task A_delete_that_failed(Channel channel)
    {
        try
        {
            await channel.DeleteAsync();
        }
        catch (ServiceException)
        {
            await channel.RefreshAsync();
            await channel.StopAsync();
        }
    }

    public async Task Another_of_the_same_kind(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        await a.DeleteAsync();
        await b.StartAsync();
    }

    public async Task A_program_and_then_its_channel(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var program = await channel.Programs.CreateAsync("news");
        await program.DeleteAsync();
        await channel.DeleteAsync();
    }

    public async Task A_program_after_its_end(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var program = await channel.Programs.CreateAsync("news");
        await program.DeleteAsync();
        await program.{|MOPS1005:StartAsync|}();
    }

    public async Task Deleted_if_it_is_there(StudioClient client)
    {
        Channel? channel = await client.Channels.TryGetAsync("nb:chid:1");
        if (channel is not null)
        {
            await channel.DeleteAsync();
        }
    }

    public async Task An_alias_of_what_is_gone(Channel channel)
    {
        Channel same = channel;
        await same.DeleteAsync();
        await channel.{|MOPS1005:StopAsync|}();
    }
}
