// What one entity needs of another.
public class Parents
{
    public async Task A_program_of_a_stopped_channel(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var program = await channel.Programs.CreateAsync("news");
        await program.{|MOPS1003:StartAsync|}();
    }

    public async Task A_program_of_a_running_channel(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync();
    }

    public async Task A_channel_that_is_started_after_its_program_was_made(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var program = await channel.Programs.CreateAsync(new ProgramCreationOptions { Name = "news" });
        await channel.StartAsync();
        await program.StartAsync();
        await program.StopAsync();
        await channel.StopAsync();
    }

    public async Task A_channel_that_was_stopped_in_between(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var program = await channel.Programs.CreateAsync("news");
        await channel.StartAsync();
        await program.StartAsync();
        await program.StopAsync();
        await channel.StopAsync();
        await program.{|MOPS1003:StartAsync|}();
    }

    public void Sync(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        Program program = channel.Programs.Create("news");
        program.{|MOPS1003:Start|}();
    }

    public async Task Sent(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var program = await channel.Programs.CreateAsync("news");
        var operation = await program.{|MOPS1003:SendStartOperationAsync|}();
        await operation.WaitForCompletionAsync();
    }

    public async Task A_program_whose_channel_is_unknown(StudioClient client)
    {
        var program = await client.Programs.CreateAsync("news");
        await program.StartAsync();
    }

    public async Task A_program_that_is_in_the_wrong_state_itself(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var program = await channel.Programs.CreateAsync("news");
        await program.{|MOPS1001:StopAsync|}();
    }

    public async Task A_program_of_a_channel_that_was_read(StudioClient client)
    {
        var channel = await client.Channels.GetAsync("nb:chid:1");
        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync();
    }

    public async Task A_program_of_a_channel_that_was_checked(StudioClient client)
    {
        var channel = await client.Channels.GetAsync("nb:chid:1");
        if (channel.State == ChannelState.Stopped)
        {
            await channel.StartAsync();
        }

        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync();
    }

    public async Task A_program_of_a_channel_that_was_found_stopped(StudioClient client)
    {
        var channel = await client.Channels.GetAsync("nb:chid:1");
        if (channel.State == ChannelState.Stopped)
        {
            var program = await channel.Programs.CreateAsync("news");
            await program.{|MOPS1003:StartAsync|}();
        }
    }

    public async Task A_channel_that_others_can_reach(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var program = await channel.Programs.CreateAsync("news");
        await BringUp(channel);
        await program.StartAsync();
    }

    public async Task A_channel_on_its_way(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var program = await channel.Programs.CreateAsync("news");
        var operation = await channel.SendStartOperationAsync();
        await operation.WaitForCompletionAsync();
        await program.StartAsync();
    }

    public async Task A_channel_that_is_refreshed(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var program = await channel.Programs.CreateAsync("news");
        await channel.RefreshAsync();
        await program.StartAsync();
    }

    public async Task A_variable_that_holds_another_channel_now(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var program = await channel.Programs.CreateAsync("news");
        channel = await client.Channels.CreateAsync("other");
        await program.StartAsync();
        Console.WriteLine(channel.Name);
    }

    public async Task A_channel_whose_program_runs(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync();
        await channel.{|MOPS1003:StopAsync|}();
    }

    public async Task A_channel_whose_program_was_stopped(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync();
        await program.StopAsync();
        await channel.StopAsync();
    }

    public async Task A_channel_whose_program_is_gone(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync();
        await program.StopAsync();
        await program.DeleteAsync();
        await channel.StopAsync();
    }

    public async Task A_channel_one_of_whose_programs_runs(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var morning = await channel.Programs.CreateAsync("morning");
        var evening = await channel.Programs.CreateAsync("evening");
        await morning.StartAsync();
        await evening.StartAsync();
        await morning.StopAsync();
        await channel.{|MOPS1003:ResetAsync|}();
    }

    public async Task Another_channel_than_that_of_the_program(StudioClient client)
    {
        var one = await client.Channels.CreateAsync("one");
        var two = await client.Channels.CreateAsync("two");
        await one.StartAsync();
        await two.StartAsync();
        var program = await one.Programs.CreateAsync("news");
        await program.StartAsync();
        await two.StopAsync();
    }

    public async Task All_programs_of_a_channel_are_stopped_first(StudioClient client)
    {
        var channel = await client.Channels.GetAsync("nb:chid:1");
        foreach (Program program in channel.Programs.List())
        {
            if (program.State == ProgramState.Running)
            {
                await program.StopAsync();
            }
        }

        await channel.StopAsync();
    }

    public async Task A_program_that_stops_while_the_channel_does(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync();
        var operation = await program.SendStopOperationAsync();
        await operation.WaitForCompletionAsync();
        await channel.StopAsync();
    }

    public async Task Neither_state_nor_channel_fits(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync();
        await program.{|MOPS1001:StartAsync|}();
    }

    public async Task A_value_that_the_action_needs(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions { Name = "live", EncodingType = EncodingType.Standard });
        await channel.StartAsync();
        await channel.ShowSlateAsync(TimeSpan.FromSeconds(10));
    }

    private static Task BringUp(Channel channel) => channel.StartAsync();

    public async Task A_program_that_started_says_that_its_channel_runs(Channel channel)
    {
        if (channel.State is ChannelState.Stopped or ChannelState.Running)
        {
            var program = await channel.Programs.CreateAsync("news");
            await program.StartAsync();
            await program.StopAsync();
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public void A_program_that_started_says_that_its_channel_runs_sync(Channel channel)
    {
        if (channel.State is ChannelState.Stopped or ChannelState.Running)
        {
            Program program = channel.Programs.Create("news");
            program.Start();
            program.Stop();
            channel.{|MOPS1001:Start|}();
        }
    }

    public async Task A_program_that_may_have_failed_to_start_says_nothing(Channel channel)
    {
        if (channel.State is not (ChannelState.Stopped or ChannelState.Running))
        {
            return;
        }

        var program = await channel.Programs.CreateAsync("news");
        try
        {
            await program.StartAsync();
        }
        catch (InvalidEntityStateException)
        {
        }

        await channel.{|MOPS1004:StartAsync|}();
    }

    public async Task A_start_that_was_not_awaited_says_nothing(Channel channel)
    {
        if (channel.State is not (ChannelState.Stopped or ChannelState.Running))
        {
            return;
        }

        var program = await channel.Programs.CreateAsync("news");
        Task starting = program.StartAsync();
        await channel.{|MOPS1004:StartAsync|}();
        await starting;
    }

    public async Task A_channel_that_was_stopped_while_its_program_started(Channel channel)
    {
        var program = await channel.Programs.CreateAsync("news");
        Task starting = program.StartAsync();
        await channel.StopAsync();
        await starting;
        await channel.StartAsync();
    }

    public async Task A_channel_whose_own_object_is_older(Channel channel)
    {
        var program = await channel.Programs.CreateAsync("news");
        await program.StartAsync();
        if (channel.State == ChannelState.Stopped)
        {
            await channel.RefreshAsync();
        }
    }

    public async Task A_program_that_was_made_by_an_operation(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        var operation = await channel.Programs.SendCreateOperationAsync(new ProgramCreationOptions { Name = "news" });
        await operation.WaitForCompletionAsync();
        Program program = operation.GetTarget();
        await program.StartAsync();
        await channel.{|MOPS1003:StopAsync|}();
    }

    public void A_program_that_was_made_by_an_operation_sync(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        channel.Start();
        var operation = channel.Programs.SendCreateOperation(new ProgramCreationOptions { Name = "news" });
        operation.WaitForCompletion();
        operation.GetTarget().Start();
        channel.{|MOPS1003:Stop|}();
    }
}
