// Changes of properties and what sends them.
public class Updates
{
    public async Task A_property_that_running_does_not_let_change(StudioClient client)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        await origin.StartAsync();
        origin.CacheSeconds = 30;
        await origin.{|MOPS1006:UpdateAsync|}();
    }

    public async Task A_property_that_running_lets_change(StudioClient client)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        await origin.StartAsync();
        origin.Description = "new";
        await origin.UpdateAsync();
    }

    public async Task A_property_that_stopped_lets_change(StudioClient client)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        origin.CacheSeconds = 30;
        await origin.UpdateAsync();
        await origin.StartAsync();
        await origin.UpdateAsync();
    }

    public async Task Changed_while_running_and_sent_while_stopped(Origin origin)
    {
        await origin.StartAsync();
        origin.CacheSeconds = 30;
        await origin.StopAsync();
        await origin.UpdateAsync();
    }

    public async Task Changed_while_stopped_and_sent_while_running(Origin origin)
    {
        await origin.StopAsync();
        origin.CacheSeconds = 30;
        await origin.StartAsync();
        await origin.{|MOPS1006:UpdateAsync|}();
    }

    public async Task Changed_and_never_sent(Origin origin)
    {
        await origin.StartAsync();
        origin.CacheSeconds = 30;
    }

    public async Task Changed_and_dropped_by_a_refresh(Origin origin)
    {
        await origin.StartAsync();
        origin.CacheSeconds = 30;
        await origin.RefreshAsync();
        await origin.UpdateAsync();
    }

    public async Task Changed_in_an_unknown_state(Origin origin)
    {
        origin.CacheSeconds = 30;
        await origin.UpdateAsync();
    }

    public async Task Changed_in_one_branch_only(Origin origin, bool longer)
    {
        if (longer)
        {
            origin.CacheSeconds = 30;
        }

        await origin.UpdateAsync();
    }

    public async Task A_channel_is_updated_while_it_runs(Channel channel)
    {
        await channel.StartAsync();
        channel.Description = "new";
        await channel.{|MOPS1006:UpdateAsync|}();
    }

    public async Task A_channel_is_updated_without_a_change_while_it_runs(Channel channel)
    {
        await channel.StartAsync();
        await channel.UpdateAsync();
    }

    public async Task A_channel_is_stopped_updated_and_started(Channel channel)
    {
        await channel.StopAsync();
        channel.Description = "new";
        await channel.UpdateAsync();
        await channel.StartAsync();
    }

    public async Task A_channel_is_updated_where_it_was_found_stopped(Channel channel)
    {
        if (channel.State == ChannelState.Stopped)
        {
            channel.Description = "new";
            await channel.UpdateAsync();
        }
    }

    public async Task A_channel_is_updated_where_it_was_found_running(Channel channel)
    {
        if (channel.State == ChannelState.Running)
        {
            channel.Description = "new";
            await channel.{|MOPS1006:UpdateAsync|}();
        }
    }

    public void Sync(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        channel.Description = "new";
        channel.Update();
        channel.Start();
        channel.Description = "newer";
        channel.{|MOPS1006:Update|}();
    }

    public async Task Sent(Origin origin)
    {
        await origin.StartAsync();
        origin.CacheSeconds = 30;
        var operation = await origin.{|MOPS1006:SendUpdateOperationAsync|}();
        await operation.WaitForCompletionAsync();
    }

    public async Task By_a_compound_assignment(Origin origin)
    {
        await origin.StartAsync();
        origin.CacheSeconds += 30;
        await origin.{|MOPS1006:UpdateAsync|}();
    }

    public async Task On_another_entity(Origin left, StudioClient client)
    {
        var right = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        await right.StartAsync();
        left.CacheSeconds = 30;
        await right.UpdateAsync();
    }

    public async Task Sent_once_and_then_again(Origin origin)
    {
        await origin.StopAsync();
        origin.CacheSeconds = 30;
        await origin.UpdateAsync();
        await origin.StartAsync();
        origin.Description = "new";
        await origin.UpdateAsync();
    }

    public async Task Sent_by_luck_while_an_operation_is_in_flight(Channel channel)
    {
        var operation = channel.SendStopOperation();
        channel.Description = "new";
        Task update = channel.{|MOPS1002:UpdateAsync|}();
        await channel.UpdateAsync();
        await operation.WaitForCompletionAsync();
        await update;
    }

    public async Task Sent_by_luck_and_then_another_change(Channel channel)
    {
        var operation = channel.SendStopOperation();
        channel.Description = "new";
        Task update = channel.{|MOPS1002:UpdateAsync|}();
        channel.Description = "newer";
        await channel.{|MOPS1002:UpdateAsync|}();
        await operation.WaitForCompletionAsync();
        await update;
    }
}
