// Entities that others can reach.
public class Escapes
{
    private readonly List<Channel> _channels = [];
    private readonly Dictionary<string, Channel> _byName = [];
    private readonly List<Origin> _origins = [];

    public async Task Given_to_a_helper(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await BringUp(channel);
        await channel.StopAsync();
    }

    public async Task Given_to_an_extension(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.BringUpAsync();
        await channel.StopAsync();
    }

    public async Task Given_to_a_constructor(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var broadcast = new Broadcast(channel);
        await broadcast.BeginAsync();
        await channel.StopAsync();
    }

    public async Task Given_in_an_initializer(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var broadcast = new Broadcast(null) { Channel = channel };
        await broadcast.BeginAsync();
        await channel.StopAsync();
    }

    public async Task Put_into_a_list(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        _channels.Add(channel);
        await BringAllUp();
        await channel.StopAsync();
    }

    public async Task Put_into_a_dictionary(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        _byName["live"] = channel;
        await BringAllUp();
        await channel.StopAsync();
    }

    public async Task Put_into_an_array(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Channel[] all = [channel];
        await all[0].StartAsync();
        await channel.StopAsync();
    }

    public async Task Put_into_a_local_list(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var all = new List<Channel> { channel };
        foreach (Channel each in all)
        {
            await each.StartAsync();
        }

        await channel.StopAsync();
    }

    public async Task Put_into_a_tuple(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var pair = (channel, 1);
        await pair.channel.StartAsync();
        await channel.StopAsync();
    }

    public async Task Taken_out_of_a_tuple(StudioClient client)
    {
        var (channel, count) = (await client.Channels.CreateAsync("live"), 1);
        await channel.StartAsync();
        await channel.StopAsync();
        Console.WriteLine(count);
    }

    public async Task Put_into_an_anonymous_object(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var pair = new { channel, Count = 1 };
        await pair.channel.StartAsync();
        await channel.StopAsync();
    }

    public async Task Put_into_a_record(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var slot = new Slot(channel, 1);
        await slot.Channel.StartAsync();
        await channel.StopAsync();
    }

    public async Task Captured_by_a_lambda_that_acts(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Func<Task> start = () => channel.StartAsync();
        await start();
        await channel.StopAsync();
    }

    public async Task Captured_by_a_local_function_that_acts(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await Up();
        await channel.StopAsync();

        Task Up() => channel.StartAsync();
    }

    public async Task Captured_by_a_lambda_that_only_reads(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Func<ChannelState> state = () => channel.State;
        Console.WriteLine(state());
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Captured_by_a_lambda_that_tells_its_name_to_people(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Action tell = () => Console.WriteLine($"On air: {channel.Name}");
        tell();
        await channel.{|MOPS1001:StopAsync|}();
    }

    public async Task Captured_by_a_lambda_that_gives_its_id(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Func<string> id = () => channel.Id;
        client.Channels.Get(id()).Start();
        await channel.StopAsync();
    }

    public async Task Captured_and_reassigned_by_a_lambda(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Action read = () => channel = client.Channels.Get("nb:chid:1");
        read();
        await channel.StopAsync();
    }

    public async Task Bound_to_an_event(StudioClient client, System.Timers.Timer timer)
    {
        var channel = await client.Channels.CreateAsync("live");
        timer.Elapsed += async (_, _) => await channel.StartAsync();
        timer.Start();
        await channel.StopAsync();
    }

    public async Task Bound_as_a_method_group(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Func<PollingOptions?, CancellationToken, Task> start = channel.StartAsync;
        await start(null, default);
        await channel.StopAsync();
    }

    public async Task Run_on_the_pool(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await Task.Run(() => channel.StartAsync());
        await channel.StopAsync();
    }

    public async Task Used_in_a_query(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var started = new[] { channel }.Select(each => each.StartAsync());
        await Task.WhenAll(started);
        await channel.StopAsync();
    }

    public async Task Returned_by_a_helper_that_got_it(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        channel = await BroughtUp(channel);
        await channel.StopAsync();
    }

    public async Task Dynamic(StudioClient client)
    {
        dynamic channel = await client.Channels.CreateAsync("live");
        await channel.StopAsync();
    }

    public async Task Stored_in_a_static(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Broadcast.Current = channel;
        await BringAllUp();
        await channel.StopAsync();
    }

    public async Task A_mock_framework_style_setup(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await Retry(async () => await channel.StartAsync());
        await channel.StopAsync();
    }

    public IEnumerable<Channel> Yielded(StudioClient client)
    {
        var channel = client.Channels.Create("live");
        yield return channel;
        channel.Stop();
    }

    public async Task Only_its_properties_are_given(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Log(channel.Name, channel.State);
        await channel.StopAsync();
    }

    private static async Task Retry(Func<Task> action) => await action();

    private static void Log(string name, ChannelState state) => Console.WriteLine(name + state);

    public async Task Others_act_while_what_changes_no_state_is_awaited(StudioClient client)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        _origins.Add(origin);
        await origin.StartAsync();
        origin.Description = "new";
        await origin.UpdateAsync();
        await origin.StartAsync();
    }

    public async Task Others_act_while_an_operation_is_being_accepted(StudioClient client)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        _origins.Add(origin);
        await origin.StartAsync();
        var operation = await origin.SendStopOperationAsync();
        await origin.StartAsync();
        await operation.WaitForCompletionAsync();
    }

    public async Task Others_have_acted_before_an_action_that_was_awaited(StudioClient client)
    {
        var origin = await client.Origins.CreateAsync(new OriginCreationOptions { Name = "edge" });
        _origins.Add(origin);
        await origin.StartAsync();
        await origin.{|MOPS1001:StartAsync|}();
    }

    private static Task BringUp(Channel channel) => channel.StartAsync();

    private static async Task<Channel> BroughtUp(Channel channel)
    {
        await channel.StartAsync();
        return channel;
    }

    private Task BringAllUp() => Task.WhenAll(_channels.Select(channel => channel.StartAsync()));

    public sealed record Slot(Channel Channel, int Number);
}

public sealed class Broadcast(Channel? channel)
{
    public static Channel? Current { get; set; }

    public Channel? Channel { get; init; } = channel;

    public Task BeginAsync() => Channel!.StartAsync();
}

public static class ChannelExtensions
{
    public static Task BringUpAsync(this Channel channel) => channel.StartAsync();
}
