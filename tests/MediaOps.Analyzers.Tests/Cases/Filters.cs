// Filters are asked before a finally runs, and what they do stays done.
public class Filters
{
    public void Asked_before_the_finally_that_starts(Channel channel)
    {
        try
        {
            try
            {
                throw new IOException();
            }
            finally
            {
                channel.Start();
            }
        }
        catch (IOException) when (channel.State == ChannelState.Stopped)
        {
            channel.Stop();
        }
    }

    public void True_before_the_finally_that_starts(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        try
        {
            try
            {
                throw new IOException();
            }
            finally
            {
                channel.Start();
            }
        }
        catch (IOException) when (channel.State == ChannelState.Stopped)
        {
            Console.WriteLine("It was not on air.");
        }
    }

    public void A_filter_that_starts_and_says_no(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        try
        {
            throw new IOException();
        }
        catch (IOException) when (Starts(channel))
        {
            Console.WriteLine("on air");
        }
        catch (Exception)
        {
            channel.Stop();
        }
    }

    public void A_filter_that_has_nothing_to_do_with_it(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        try
        {
            using var writer = new StringWriter();
            channel.Start();
            writer.Write("on air");
        }
        catch (InvalidEntityStateException e) when (e.Message.Length > 0)
        {
            channel.Start();
            channel.{|MOPS1001:Start|}();
        }
    }

    private static bool Starts(Channel channel)
    {
        channel.Start();
        return false;
    }
}
