// What a look at the state tells.
public class Comparisons
{
    public async Task Equal(Channel channel)
    {
        if (channel.State == ChannelState.Stopped)
        {
            await channel.StartAsync();
        }
    }

    public async Task Equal_and_then_wrong(Channel channel)
    {
        if (channel.State == ChannelState.Stopped)
        {
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public async Task Equal_the_other_way_round(Channel channel)
    {
        if (ChannelState.Stopped == channel.State)
        {
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public async Task Left_early_when_not_equal(Channel channel)
    {
        if (channel.State != ChannelState.Running)
        {
            return;
        }

        await channel.StopAsync();
    }

    public async Task Left_early_when_not_equal_and_then_wrong(Channel channel)
    {
        if (channel.State != ChannelState.Running)
        {
            return;
        }

        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task Thrown_when_not_equal(Channel channel)
    {
        if (channel.State != ChannelState.Running)
        {
            throw new InvalidOperationException("The channel does not run.");
        }

        await channel.ResetAsync();
    }

    public async Task Left_early_when_equal(Channel channel)
    {
        if (channel.State == ChannelState.Running)
        {
            return;
        }

        await channel.StopAsync();
    }

    public async Task Else_of_equal(Channel channel)
    {
        if (channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }
        else
        {
            await channel.ResetAsync();
        }
    }

    public async Task Brought_to_run_and_used(Channel channel)
    {
        if (channel.State == ChannelState.Stopped)
        {
            await channel.StartAsync();
        }

        if (channel.State == ChannelState.Running)
        {
            await channel.ResetAsync();
        }
    }

    public async Task By_equals(Channel channel)
    {
        if (channel.State.Equals(ChannelState.Stopped))
        {
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public async Task By_a_constant_pattern(Channel channel)
    {
        if (channel.State is ChannelState.Running)
        {
            await channel.StopAsync();
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public async Task By_a_negated_pattern(Channel channel)
    {
        if (channel.State is not ChannelState.Running)
        {
            return;
        }

        await channel.{|MOPS1001:DeleteAsync|}();
    }

    public async Task By_a_pattern_of_two(Channel channel)
    {
        if (channel.State is ChannelState.Starting or ChannelState.Running)
        {
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task By_a_pattern_of_two_of_which_one_allows_it(Channel channel)
    {
        if (channel.State is ChannelState.Stopping or ChannelState.Running)
        {
            await channel.{|MOPS1004:StopAsync|}();
        }
    }

    public async Task By_a_pattern_of_none(Channel channel)
    {
        if (channel.State is not ChannelState.Stopped and not ChannelState.Running)
        {
            await channel.StopAsync();
        }
    }

    public async Task By_a_property_pattern(Channel channel)
    {
        if (channel is { State: ChannelState.Stopped })
        {
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public async Task By_a_property_pattern_that_declares(object something)
    {
        if (something is Channel { State: ChannelState.Running } channel)
        {
            await channel.StopAsync();
            await channel.StartAsync();
        }
    }

    public async Task By_a_property_pattern_that_declares_and_then_wrong(object something)
    {
        if (something is Channel { State: ChannelState.Running } channel)
        {
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task By_a_property_pattern_with_more(Channel? channel)
    {
        if (channel is { State: ChannelState.Stopped, Name: "live" })
        {
            await channel.StartAsync();
        }
    }

    public async Task Both_conditions(Channel channel, bool force)
    {
        if (force && channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }
    }

    public async Task Both_conditions_and_then_wrong(Channel channel, bool force)
    {
        if (force && channel.State == ChannelState.Running)
        {
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task One_of_two_conditions(Channel channel, bool force)
    {
        if (force || channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }
    }

    public async Task One_of_two_states(Channel channel)
    {
        if (channel.State == ChannelState.Stopping || channel.State == ChannelState.Stopped)
        {
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public async Task Negated(Channel channel)
    {
        if (!(channel.State == ChannelState.Running))
        {
            return;
        }

        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task In_a_conditional_expression(Channel channel) =>
        await (channel.State == ChannelState.Running ? channel.StopAsync() : Task.CompletedTask);

    public async Task In_a_conditional_expression_and_wrong(Channel channel) =>
        await (channel.State == ChannelState.Running ? channel.{|MOPS1001:StartAsync|}() : Task.CompletedTask);

    public async Task Remembered_in_a_flag(Channel channel)
    {
        bool runs = channel.State == ChannelState.Running;
        if (runs)
        {
            await channel.StopAsync();
        }
        else
        {
            Console.WriteLine("nothing to do");
        }
    }

    public async Task Remembered_in_a_flag_and_then_wrong(Channel channel)
    {
        bool runs = channel.State == ChannelState.Running;
        if (runs)
        {
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task A_flag_that_is_out_of_date(Channel channel)
    {
        bool runs = channel.State == ChannelState.Running;
        await channel.RefreshAsync();
        if (runs)
        {
            await channel.StartAsync();
        }
    }

    public async Task Copied(Channel channel)
    {
        ChannelState state = channel.State;
        if (state == ChannelState.Stopped)
        {
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public async Task A_copy_that_is_out_of_date(Channel channel)
    {
        ChannelState state = channel.State;
        await channel.StopAsync();
        if (state == ChannelState.Running)
        {
            await channel.StartAsync();
        }
    }

    public async Task Restored_as_it_was(Channel channel)
    {
        bool ran = channel.State == ChannelState.Running;
        if (ran)
        {
            await channel.StopAsync();
        }

        channel.Description = "changed";
        if (ran)
        {
            await channel.StartAsync();
        }
    }

    public async Task A_null_that_is_checked_first(StudioClient client)
    {
        Channel? channel = await client.Channels.TryGetAsync("nb:chid:1");
        if (channel is null || channel.State != ChannelState.Running)
        {
            return;
        }

        await channel.StopAsync();
    }

    public async Task A_null_that_is_checked_by_the_comparison(StudioClient client)
    {
        Channel? channel = await client.Channels.TryGetAsync("nb:chid:1");
        if (channel?.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }
    }

    public async Task A_null_that_is_checked_by_the_comparison_and_then_wrong(StudioClient client)
    {
        Channel? channel = await client.Channels.TryGetAsync("nb:chid:1");
        if (channel?.State == ChannelState.Running)
        {
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task Compared_with_a_variable(Channel channel, ChannelState wanted)
    {
        if (channel.State == wanted)
        {
            await channel.StopAsync();
        }
    }

    public async Task Compared_with_each_other(Channel channel, Channel other)
    {
        if (channel.State == other.State)
        {
            await channel.StopAsync();
            await other.StopAsync();
        }
    }

    public async Task Compared_by_order(Channel channel)
    {
        if (channel.State >= ChannelState.Running)
        {
            await channel.StopAsync();
        }
    }

    public async Task Compared_by_its_text(Channel channel)
    {
        if (channel.State.ToString() == "Running")
        {
            await channel.StopAsync();
        }
    }

    public async Task Asked_by_a_helper(Channel channel)
    {
        if (IsUp(channel.State))
        {
            await channel.StopAsync();
        }
    }

    public async Task What_is_not_in_the_enum_is_possible_too(Channel channel)
    {
        if (channel.State is not (ChannelState.Unknown or ChannelState.Stopped or ChannelState.Starting or ChannelState.Stopping or ChannelState.Deleting or ChannelState.Deleted))
        {
            await channel.StopAsync();
        }
    }

    private static bool IsUp(ChannelState state) => state is ChannelState.Running;
}
