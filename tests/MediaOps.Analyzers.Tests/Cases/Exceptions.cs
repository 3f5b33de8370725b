// Ways out of a call that are not its end.
public class Exceptions
{
    public async Task After_a_failed_start_it_may_be_anything_on_the_way(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        try
        {
            await channel.StartAsync();
        }
        catch (ServiceException)
        {
            await channel.{|MOPS1004:StopAsync|}();
        }
    }

    public async Task After_a_failed_start_it_is_not_deleted(Channel channel)
    {
        try
        {
            await channel.StartAsync();
        }
        catch (ServiceException)
        {
            await channel.RefreshAsync();
            await channel.DeleteAsync();
        }
    }

    public async Task After_a_failed_action_that_keeps_the_state(Channel channel)
    {
        await channel.StartAsync();
        try
        {
            await channel.ShowSlateAsync(TimeSpan.FromSeconds(10));
        }
        catch (ServiceException)
        {
            await channel.{|MOPS1001:StartAsync|}();
        }
    }

    public async Task After_a_failed_start_in_an_unknown_state_it_may_be_anything(Channel channel)
    {
        try
        {
            await channel.StartAsync();
        }
        catch (ServiceException)
        {
            await channel.StopAsync();
        }
    }

    public async Task Swallowed(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        try
        {
            await channel.StartAsync();
        }
        catch (ServiceException e)
        {
            Console.WriteLine(e.Message);
        }

        await channel.{|MOPS1004:StopAsync|}();
    }

    public async Task Rethrown(Channel channel)
    {
        try
        {
            await channel.StartAsync();
        }
        catch (ServiceException e)
        {
            Console.WriteLine(e.Message);
            throw;
        }

        await channel.StopAsync();
    }

    public async Task Rethrown_and_then_wrong(Channel channel)
    {
        try
        {
            await channel.StartAsync();
        }
        catch (ServiceException)
        {
            throw;
        }

        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task Returned_from_the_handler(Channel channel)
    {
        try
        {
            await channel.StartAsync();
        }
        catch (OperationTimeoutException)
        {
            return;
        }

        await channel.StopAsync();
    }

    public async Task Two_actions_in_one_try(Channel channel)
    {
        try
        {
            await channel.StartAsync();
            await channel.ResetAsync();
        }
        catch (ServiceException)
        {
            if (channel.State == ChannelState.Running)
            {
                await channel.StopAsync();
            }
        }
    }

    public async Task A_filter(Channel channel)
    {
        try
        {
            await channel.StartAsync();
        }
        catch (InvalidEntityStateException) when (channel.State == ChannelState.Running)
        {
            await channel.ResetAsync();
        }
    }

    public async Task Finally_stops(Channel channel)
    {
        await channel.StartAsync();
        try
        {
            Console.WriteLine("on air");
        }
        finally
        {
            await channel.StopAsync();
        }
    }

    public async Task Finally_stops_and_then_wrong(Channel channel)
    {
        await channel.StartAsync();
        try
        {
            Console.WriteLine("on air");
        }
        finally
        {
            await channel.StopAsync();
        }

        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Finally_after_work_that_may_fail(Channel channel)
    {
        try
        {
            await channel.StartAsync();
            await channel.ShowSlateAsync(TimeSpan.FromSeconds(5));
        }
        finally
        {
            await channel.RefreshAsync();
            if (channel.State == ChannelState.Running)
            {
                await channel.StopAsync();
            }
        }
    }

    public async Task Finally_without_actions_forgets_nothing(Channel channel)
    {
        try
        {
            await channel.StopAsync();
        }
        finally
        {
            Console.WriteLine("stopped");
        }

        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task A_using_forgets_nothing(Channel channel)
    {
        await channel.StopAsync();
        using (var writer = new StringWriter())
        {
            writer.WriteLine(channel.Name);
        }

        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task A_using_declaration(Channel channel)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await channel.StartAsync(cancellationToken: timeout.Token);
        await channel.StopAsync(cancellationToken: timeout.Token);
    }

    public async Task Inside_of_a_using(Channel channel)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await channel.StartAsync(cancellationToken: timeout.Token);
        await channel.{|MOPS1001:StartAsync|}(cancellationToken: timeout.Token);
    }

    public void A_lock_forgets_nothing(Channel channel, object gate)
    {
        lock (gate)
        {
            channel.Stop();
            channel.{|MOPS1001:Stop|}();
        }
    }

    public async Task Created_in_a_try(StudioClient client)
    {
        Channel? channel = null;
        try
        {
            channel = await client.Channels.CreateAsync("live");
            await channel.StartAsync();
        }
        catch (ServiceException)
        {
            if (channel is not null)
            {
                await channel.RefreshAsync();
                await channel.DeleteAsync();
            }
        }
    }

    public async Task Cleaned_up_in_finally(StudioClient client)
    {
        Channel? channel = null;
        try
        {
            channel = await client.Channels.CreateAsync("live");
            await channel.StartAsync();
            await channel.StopAsync();
        }
        finally
        {
            if (channel is { State: ChannelState.Stopped })
            {
                await channel.DeleteAsync();
            }
        }
    }

    public async Task Nested(Channel channel)
    {
        try
        {
            try
            {
                await channel.StopAsync();
            }
            catch (OperationTimeoutException)
            {
                throw new InvalidOperationException("Too slow.");
            }

            await channel.{|MOPS1001:ResetAsync|}();
        }
        finally
        {
            Console.WriteLine("done");
        }
    }

    public async Task Caught_elsewhere_and_tried_again(Channel channel)
    {
        bool done = false;
        while (!done)
        {
            try
            {
                await channel.StartAsync();
                done = true;
            }
            catch (InvalidEntityStateException)
            {
                await channel.RefreshAsync();
            }
        }

        await channel.StopAsync();
    }

    public async Task An_iterator_of_async_disposables(Channel channel, IAsyncDisposable lease)
    {
        await using (lease)
        {
            await channel.StartAsync();
        }

        await channel.StopAsync();
    }

    public async Task Caught_where_it_cannot_succeed(StudioClient client, bool ends)
    {
        var channel = await client.Channels.CreateAsync("live");
        if (ends)
        {
            await channel.DeleteAsync();
        }
        else
        {
            try
            {
                channel.{|MOPS1001:Stop|}();
            }
            catch (InvalidEntityStateException)
            {
            }
        }

        await channel.{|MOPS1004:StartAsync|}();
    }
}
