// The state of what was just made.
public class Creation
{
    public async Task Without_a_state_it_is_the_first(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions { Name = "live" });
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Without_a_state_it_can_be_started(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions { Name = "live" });
        await channel.StartAsync();
    }

    public async Task Asked_to_run_it_can_be_stopped(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions { Name = "live", State = ChannelState.Running });
        await channel.StopAsync();
    }

    public async Task Asked_to_run_it_cannot_be_started(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions { Name = "live", State = ChannelState.Running });
        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task Asked_to_be_stopped(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions("live") { State = ChannelState.Stopped });
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task A_constructor_that_takes_no_state(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions("live"));
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task A_state_that_only_runtime_knows(StudioClient client, ChannelState wanted)
    {
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions { Name = "live", State = wanted });
        if (wanted == ChannelState.Running)
        {
            await channel.{|MOPS1004:StopAsync|}();
        }
    }

    public async Task Options_from_elsewhere(StudioClient client, ChannelCreationOptions options)
    {
        var channel = await client.Channels.CreateAsync(options);
        await channel.{|MOPS1004:StopAsync|}();
    }

    public async Task Options_from_elsewhere_and_a_call_that_neither_state_allows_after_a_stop(StudioClient client, ChannelCreationOptions options)
    {
        var channel = await client.Channels.CreateAsync(options);
        if (channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }

        await channel.StartAsync();
    }

    public async Task Options_in_a_variable_that_is_set_later(StudioClient client, bool run)
    {
        var options = new ChannelCreationOptions { Name = "live" };
        if (run)
        {
            options.State = ChannelState.Running;
        }

        var channel = await client.Channels.CreateAsync(options);
        if (channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }
    }

    public void Sync_with_options(StudioClient client)
    {
        var channel = client.Channels.Create(new ChannelCreationOptions { Name = "live" });
        channel.{|MOPS1001:Reset|}();
    }

    public async Task The_target_of_the_create(StudioClient client)
    {
        var operation = await client.Channels.SendCreateOperationAsync(new ChannelCreationOptions { Name = "live" });
        await operation.WaitForCompletionAsync();
        var channel = await operation.GetTargetAsync();
        await channel.StartAsync();
        await channel.StopAsync();
    }

    public async Task The_target_of_the_create_in_the_wrong_state(StudioClient client)
    {
        var operation = await client.Channels.SendCreateOperationAsync(new ChannelCreationOptions { Name = "live" });
        await operation.WaitForCompletionAsync();
        var channel = await operation.GetTargetAsync();
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Created_and_used_in_one_expression(StudioClient client) =>
        await (await client.Channels.CreateAsync("live")).StartAsync();

    public async Task Created_and_wrongly_used_in_one_expression(StudioClient client) =>
        await (await client.Channels.CreateAsync("live")).{|MOPS1001:StopAsync|}();

    public async Task Created_by_a_task_that_is_awaited_later(StudioClient client)
    {
        Task<Channel> creating = client.Channels.CreateAsync("live");
        Console.WriteLine("creating");
        Channel channel = await creating;
        await channel.{|MOPS1001:StopAsync|}();
    }

    public void Created_by_a_task_whose_result_is_taken(StudioClient client)
    {
        Channel channel = client.Channels.CreateAsync("live").Result;
        channel.Start();
    }

    public async Task Created_for_an_interface(StudioClient client)
    {
        IChannel channel = await client.Channels.CreateAsync("live");
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Created_anew_in_the_same_variable(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("first");
        await channel.StartAsync();
        channel = await client.Channels.CreateAsync("second");
        await channel.StartAsync();
    }

    public async Task Created_by_a_helper(StudioClient client)
    {
        var channel = await Make(client);
        await channel.StopAsync();
    }

    private static async Task<Channel> Make(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions { Name = "live", State = ChannelState.Running });
        return channel;
    }
}
