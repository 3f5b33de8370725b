// The state in a switch.
public class Switches
{
    public async Task A_statement(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Stopped:
                await channel.StartAsync();
                break;
            case ChannelState.Running:
                await channel.StopAsync();
                break;
            default:
                await channel.RefreshAsync();
                break;
        }
    }

    public async Task A_statement_with_a_wrong_section(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Stopped:
                await channel.{|MOPS1001:StopAsync|}();
                break;
            case ChannelState.Running:
                await channel.StopAsync();
                break;
        }
    }

    public async Task Two_labels(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Stopping:
            case ChannelState.Stopped:
                await channel.{|MOPS1001:StopAsync|}();
                break;
        }
    }

    public async Task Two_labels_of_which_one_allows_it(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Starting:
            case ChannelState.Running:
                await channel.{|MOPS1004:StopAsync|}();
                break;
        }
    }

    public async Task A_default_that_is_left(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Running:
                break;
            default:
                return;
        }

        await channel.StopAsync();
    }

    public async Task A_default_that_is_left_and_then_wrong(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Running:
                break;
            default:
                throw new InvalidOperationException();
        }

        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task A_default_without_the_state_that_allows_it(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Running:
                break;
            default:
                await channel.StopAsync();
                break;
        }
    }

    public async Task All_sections_end_in_the_same_state(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Stopped:
                await channel.StartAsync();
                break;
            case ChannelState.Running:
                break;
            default:
                return;
        }

        await channel.StopAsync();
    }

    public async Task All_sections_end_in_the_same_state_and_then_wrong(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Stopped:
                await channel.StartAsync();
                break;
            case ChannelState.Running:
                break;
            default:
                return;
        }

        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task A_section_with_a_condition(Channel channel, bool force)
    {
        switch (channel.State)
        {
            case ChannelState.Running when force:
                await channel.StopAsync();
                break;
            case ChannelState.Running:
                await channel.ResetAsync();
                break;
        }
    }

    public async Task A_section_with_a_pattern(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Stopped or ChannelState.Starting:
                await channel.{|MOPS1001:ResetAsync|}();
                break;
            case not ChannelState.Running:
                break;
        }
    }

    public async Task A_jump_between_sections(Channel channel)
    {
        switch (channel.State)
        {
            case ChannelState.Stopped:
                await channel.StartAsync();
                goto case ChannelState.Running;
            case ChannelState.Running:
                await channel.StopAsync();
                break;
        }
    }

    public async Task On_the_entity(Channel channel)
    {
        switch (channel)
        {
            case { State: ChannelState.Running }:
                await channel.StopAsync();
                break;
            case { State: ChannelState.Stopped }:
                await channel.{|MOPS1001:StopAsync|}();
                break;
        }
    }

    public async Task On_the_type(object entity)
    {
        switch (entity)
        {
            case Channel { State: ChannelState.Running } running:
                await running.{|MOPS1001:StartAsync|}();
                break;
            case Channel other:
                await other.RefreshAsync();
                await other.StopAsync();
                break;
            case Origin origin:
                await origin.StopAsync();
                break;
        }
    }

    public async Task An_expression(Channel channel)
    {
        Task next = channel.State switch
        {
            ChannelState.Stopped => channel.StartAsync(),
            ChannelState.Running => channel.StopAsync(),
            _ => Task.CompletedTask,
        };
        await next;
    }

    public async Task An_expression_with_a_wrong_arm(Channel channel) => await (channel.State switch
    {
        ChannelState.Stopped => channel.{|MOPS1001:StopAsync|}(),
        ChannelState.Running => channel.StopAsync(),
        _ => Task.CompletedTask,
    });

    public async Task An_expression_with_combined_arms(Channel channel) => await (channel.State switch
    {
        ChannelState.Stopped or ChannelState.Stopping => channel.{|MOPS1001:ResetAsync|}(),
        ChannelState.Running => channel.ResetAsync(),
        _ => Task.CompletedTask,
    });

    public async Task An_expression_with_throwing_arms(Channel channel)
    {
        Task next = channel.State switch
        {
            ChannelState.Running => channel.StopAsync(),
            ChannelState.Stopped => throw new InvalidOperationException("It is stopped."),
            var other => throw new InvalidOperationException("It is " + other),
        };
        await next;
    }

    public string Text_of_a_state(Channel channel) => channel.State switch
    {
        ChannelState.Stopped => "off",
        ChannelState.Running => "on",
        _ => "on its way",
    };

    public async Task On_more_than_the_state(Channel channel, bool force)
    {
        switch ((channel.State, force))
        {
            case (ChannelState.Running, true):
                await channel.StopAsync();
                break;
            case (ChannelState.Stopped, _):
                await channel.StartAsync();
                break;
        }
    }

    public async Task A_copied_state(Channel channel)
    {
        ChannelState state = channel.State;
        switch (state)
        {
            case ChannelState.Stopped:
                await channel.{|MOPS1001:StopAsync|}();
                break;
            case ChannelState.Running:
                await channel.StopAsync();
                break;
        }
    }
}
