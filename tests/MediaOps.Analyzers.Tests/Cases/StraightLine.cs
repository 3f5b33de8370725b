// One entity, one line after the other.
public class StraightLine
{
    public async Task Stop_of_a_new_channel(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Start_of_a_new_channel(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
    }

    public async Task The_whole_life_of_a_channel(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        await channel.ResetAsync();
        await channel.StopAsync();
        await channel.StartAsync();
        await channel.StopAsync();
        await channel.UpdateAsync();
        await channel.DeleteAsync();
    }

    public async Task Start_twice(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task Stop_twice(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        await channel.StopAsync();
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Stop_twice_on_a_channel_of_unknown_state(Channel channel)
    {
        await channel.StopAsync();
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Start_then_stop_on_a_channel_of_unknown_state(Channel channel)
    {
        await channel.StartAsync();
        await channel.StopAsync();
    }

    public async Task Any_action_on_a_channel_of_unknown_state(Channel channel) => await channel.ResetAsync();

    public async Task Reset_while_stopped(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.{|MOPS1001:ResetAsync|}();
    }

    public async Task Reset_keeps_running(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        await channel.ResetAsync();
        await channel.ResetAsync();
        await channel.{|MOPS1001:DeleteAsync|}();
    }

    public async Task Delete_while_running(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        await channel.{|MOPS1001:DeleteAsync|}();
    }

    public async Task Slate_while_stopped(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.{|MOPS1001:ShowSlateAsync|}(TimeSpan.FromSeconds(30));
    }

    public async Task Slate_while_running(Channel channel)
    {
        await channel.StartAsync();
        await channel.ShowSlateAsync(TimeSpan.FromSeconds(30), assetId: "nb:cid:1");
        await channel.HideSlateAsync();
    }

    public async Task A_rule_that_no_source_states_is_told_as_well(Channel channel)
    {
        await channel.StopAsync();
        await channel.{|MOPS1001:HideSlateAsync|}();
    }

    public async Task Arguments_make_no_difference(Channel channel, PollingOptions polling, CancellationToken token)
    {
        await channel.StartAsync(polling, token);
        await channel.{|MOPS1001:StartAsync|}(cancellationToken: token);
    }

    public async Task Awaited_without_context(Channel channel)
    {
        await channel.StartAsync().ConfigureAwait(false);
        await channel.StopAsync().ConfigureAwait(false);
        await channel.{|MOPS1001:StopAsync|}().ConfigureAwait(false);
    }

    public async Task A_refresh_forgets(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.RefreshAsync();
        await channel.StopAsync();
    }

    public async Task A_channel_that_was_read(StudioClient client)
    {
        var channel = await client.Channels.GetAsync("nb:chid:1");
        await channel.StopAsync();
    }

    public async Task A_channel_that_was_read_and_then_stopped(StudioClient client)
    {
        var channel = await client.Channels.GetAsync("nb:chid:1");
        await channel.StopAsync();
        await channel.{|MOPS1001:ResetAsync|}();
    }

    public async Task Read_again_into_the_same_variable(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        channel = await client.Channels.GetAsync(channel.Id);
        await channel.StopAsync();
    }

    public async Task Read_again_into_another_variable(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var same = await client.Channels.GetAsync(channel.Id);
        await same.StartAsync();
        await same.StopAsync();
    }

    public async Task Reading_properties_changes_nothing(Channel channel)
    {
        await channel.StopAsync();
        Console.WriteLine(channel.Name + " " + channel.Id + " " + channel.State);
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Text_around_properties_changes_nothing(Channel channel)
    {
        await channel.StopAsync();
        string line = $"{channel.Name} is {channel.State} at {DateTime.UtcNow:O}";
        Console.WriteLine(line);
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Two_channels_do_not_mix(StudioClient client)
    {
        var left = await client.Channels.CreateAsync("left");
        var right = await client.Channels.CreateAsync("right");
        await left.StartAsync();
        await left.StopAsync();
        await right.StartAsync();
        await right.StopAsync();
    }

    public async Task Two_channels_are_told_apart(StudioClient client)
    {
        var left = await client.Channels.CreateAsync("left");
        var right = await client.Channels.CreateAsync("right");
        await left.StartAsync();
        await right.{|MOPS1001:StopAsync|}();
    }

    public async Task An_action_that_every_state_allows_and_none_follows(StudioClient client)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        await origin.ScaleAsync(2);
        await origin.StartAsync();
        await origin.ScaleAsync(4);
        await origin.StopAsync();
    }

    public async Task Scaling_ends_where_it_began(StudioClient client)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        await origin.ScaleAsync(2);
        await origin.{|MOPS1001:StopAsync|}();
    }

    public async Task Nested_in_blocks(Channel channel)
    {
        {
            await channel.StopAsync();
        }

        {
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public Task An_expression_body(Channel channel) => channel.StartAsync();

    public async Task Several_entities_of_several_kinds(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        await origin.StartAsync();
        await channel.StartAsync();
        await origin.StopAsync();
        await channel.StopAsync();
        await channel.DeleteAsync();
        await origin.DeleteAsync();
    }

    public async Task Nothing_is_known_after_code_that_is_not_understood(Channel channel)
    {
        await channel.StopAsync();
        await Toggle(channel);
        await channel.StopAsync();
    }

    private static Task Toggle(Channel channel) => channel.State == ChannelState.Running ? channel.StopAsync() : channel.RefreshAsync();
}
