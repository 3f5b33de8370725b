// Bodies of lambdas and local functions, each on its own.
public class Lambdas
{
    private readonly StudioClient _client = new();

    public Func<Channel, Task> A_body(StudioClient client) => async channel =>
    {
        await channel.StartAsync();
        await channel.StopAsync();
    };

    public Func<Channel, Task> A_wrong_body(StudioClient client) => async channel =>
    {
        await channel.StartAsync();
        await channel.{|MOPS1001:StartAsync|}();
    };

    public Action<Channel> An_expression_body(StudioClient client) => channel => channel.Start();

    public async Task A_body_that_creates(StudioClient client)
    {
        Func<Task> work = async () =>
        {
            var channel = await client.Channels.CreateAsync("live");
            await channel.{|MOPS1001:StopAsync|}();
        };
        await work();
    }

    public async Task A_body_that_checks(IEnumerable<Channel> channels)
    {
        await Task.WhenAll(channels.Select(async channel =>
        {
            if (channel.State == ChannelState.Running)
            {
                await channel.StopAsync();
            }
        }));
    }

    public async Task A_body_that_checks_and_then_wrong(IEnumerable<Channel> channels)
    {
        await Task.WhenAll(channels.Select(async channel =>
        {
            if (channel.State == ChannelState.Running)
            {
                await channel.{|MOPS1001:StartAsync|}();
            }
        }));
    }

    public async Task A_captured_channel_is_unknown_in_the_body(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        Func<Task> stop = () => channel.StopAsync();
        await channel.StartAsync();
        await stop();
    }

    public async Task A_captured_channel_is_known_after_the_first_call_of_the_body(Channel channel)
    {
        Func<Task> work = async () =>
        {
            if (channel.State != ChannelState.Running)
            {
                return;
            }

            await channel.ResetAsync();
        };
        await work();
    }

    public async Task A_local_function(StudioClient client)
    {
        await Run("a");
        await Run("b");

        async Task Run(string name)
        {
            var channel = await client.Channels.CreateAsync(name);
            await channel.StartAsync();
            await channel.StopAsync();
        }
    }

    public async Task A_wrong_local_function(StudioClient client)
    {
        await Run("a");

        async Task Run(string name)
        {
            var channel = await client.Channels.CreateAsync(name);
            await channel.{|MOPS1001:StopAsync|}();
        }
    }

    public async Task A_static_local_function(Channel channel)
    {
        await Restart(channel);

        static async Task Restart(Channel channel)
        {
            await channel.StopAsync();
            await channel.StartAsync();
        }
    }

    public Task Nested_bodies(StudioClient client) => Task.Run(async () =>
    {
        var channel = await client.Channels.CreateAsync("live");
        await Task.Run(async () => await channel.StartAsync());
        await channel.StopAsync();
    });

    public Task Nested_bodies_and_wrong(StudioClient client) => Task.Run(() =>
    {
        Func<Task> inner = async () =>
        {
            var channel = await _client.Channels.CreateAsync("live");
            await channel.{|MOPS1001:ResetAsync|}();
        };
        return inner();
    });

    public async Task Not_awaited_async_lambda(Channel channel)
    {
        _ = Task.Run(async () =>
        {
            await channel.StopAsync();
            await channel.StartAsync();
        });
        await Task.Delay(1000);
        await channel.StopAsync();
    }

    public void An_anonymous_method(Channel channel)
    {
        Action stop = delegate { channel.Stop(); };
        channel.Start();
        stop();
        channel.Start();
    }

    public async Task An_expression_tree_is_no_code_that_runs(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        await foreach (var each in client.Channels.ListAsync(other => other.State == ChannelState.Running))
        {
            await each.StopAsync();
        }

        await channel.StartAsync();
    }
}
