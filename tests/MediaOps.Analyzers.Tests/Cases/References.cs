// Which variable holds which entity.
public class References
{
    public async Task An_alias_is_the_same_channel(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var same = channel;
        await same.StartAsync();
        await channel.{|MOPS1001:StartAsync|}();
    }

    public async Task An_alias_is_the_same_channel_and_right(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        var same = channel;
        await same.StartAsync();
        await channel.StopAsync();
    }

    public async Task One_of_two(StudioClient client, bool left)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        var chosen = left ? a : b;
        await chosen.StartAsync();
        await a.StopAsync();
    }

    public async Task One_of_two_unknown(Channel a, Channel b, bool left)
    {
        var chosen = left ? a : b;
        await chosen.StartAsync();
        await a.StartAsync();
    }

    public async Task Two_parameters_may_be_one_channel(Channel first, Channel second)
    {
        await first.StopAsync();
        await second.StartAsync();
        await first.StopAsync();
    }

    public async Task Two_parameters_and_the_same_one_twice(Channel first, Channel second)
    {
        await second.StartAsync();
        await first.StopAsync();
        await first.{|MOPS1001:StopAsync|}();
    }

    public async Task Swapped(StudioClient client)
    {
        var a = await client.Channels.CreateAsync("a");
        var b = await client.Channels.CreateAsync("b");
        await a.StartAsync();
        (a, b) = (b, a);
        await b.StopAsync();
    }

    public async Task Assigned_if_null(StudioClient client, Channel? channel)
    {
        channel ??= await client.Channels.CreateAsync("live");
        await channel.StopAsync();
    }

    public async Task Assigned_if_null_from_null(StudioClient client)
    {
        Channel? channel = null;
        channel ??= await client.Channels.CreateAsync("live");
        await channel.StartAsync();
    }

    public async Task The_one_or_the_other(StudioClient client, Channel? given)
    {
        Channel channel = given ?? await client.Channels.CreateAsync("live");
        await channel.StopAsync();
    }

    public void Null_conditional(Channel? channel)
    {
        channel?.Stop();
        channel?.{|MOPS1001:Stop|}();
    }

    public void Null_conditional_and_right(Channel? channel)
    {
        channel?.Start();
        channel?.Stop();
    }

    public async Task Null_conditional_awaited(Channel? channel)
    {
        await (channel?.StartAsync() ?? Task.CompletedTask);
        await (channel?.StopAsync() ?? Task.CompletedTask);
    }

    public async Task Reassigned_in_a_branch(StudioClient client, bool other)
    {
        var channel = await client.Channels.CreateAsync("live");
        if (other)
        {
            channel = await client.Channels.GetAsync("nb:chid:1");
        }

        await channel.StopAsync();
    }

    public async Task Reassigned_to_a_parameter(StudioClient client, Channel given)
    {
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        channel = given;
        await channel.StartAsync();
    }

    public async Task Given_out(StudioClient client)
    {
        await MakeInto(client, out Channel channel);
        await channel.StopAsync();
    }

    public async Task Given_out_twice(StudioClient client)
    {
        await MakeInto(client, out Channel channel);
        await channel.StopAsync();
        await channel.{|MOPS1001:StopAsync|}();
    }

    public void Given_by_reference(Channel channel)
    {
        channel.Stop();
        Replace(ref channel);
        channel.Stop();
    }

    public void By_a_reference_local(Channel channel)
    {
        ref Channel same = ref channel;
        channel.Stop();
        same = Other();
        channel.Stop();
    }

    public void Cast(Channel channel)
    {
        channel.Stop();
        ((IChannel)channel).{|MOPS1001:Stop|}();
    }

    public void Cast_back(IChannel channel)
    {
        channel.Stop();
        ((Channel)channel).Start();
    }

    public void Tested_for_its_type(object entity)
    {
        if (entity is Channel channel)
        {
            channel.Stop();
            channel.{|MOPS1001:Stop|}();
        }
    }

    public void Not_null_by_decree(Channel? channel)
    {
        channel!.Stop();
        channel!.{|MOPS1001:Stop|}();
    }

    public void Chosen_by_switch(Channel a, Channel b, int which)
    {
        Channel chosen = which switch { 0 => a, _ => b };
        chosen.Stop();
        a.Stop();
    }

    public void Parenthesized(Channel channel)
    {
        (channel).Stop();
        (channel).{|MOPS1001:Stop|}();
    }

    public void Of_another_object(Holder left, Holder right)
    {
        left.Channel.Start();
        right.Channel.Start();
    }

    public void Of_the_same_object(Holder holder)
    {
        holder.Channel.Start();
        holder.Channel.Stop();
    }

    public void Of_an_object_that_gives_a_new_one(StudioClient client)
    {
        client.Channels.Get("a").Start();
        client.Channels.Get("b").Start();
    }

    private static Task MakeInto(StudioClient client, out Channel channel)
    {
        channel = client.Channels.Create("live");
        return Task.CompletedTask;
    }

    private static void Replace(ref Channel channel) => channel = Other();

    private static Channel Other() => throw new NotSupportedException();

    public sealed class Holder
    {
        public Channel Channel { get; set; } = null!;
    }
}
