// Entities that an object keeps.
public class Fields
{
    private readonly StudioClient _client = new();
    private Channel _channel = null!;
    private static Channel s_shared = null!;

    private Channel Current { get; set; } = null!;

    public void A_field(StudioClient client)
    {
        _channel = client.Channels.Create("live");
        _channel.Start();
        _channel.Stop();
    }

    public void A_field_in_the_wrong_state(StudioClient client)
    {
        _channel = client.Channels.Create("live");
        _channel.{|MOPS1001:Stop|}();
    }

    public void A_field_that_is_checked()
    {
        if (_channel.State == ChannelState.Running)
        {
            _channel.Stop();
        }
    }

    public void A_field_that_is_checked_and_then_wrong()
    {
        if (_channel.State == ChannelState.Running)
        {
            _channel.{|MOPS1001:Start|}();
        }
    }

    public async Task A_field_and_a_method_of_ours()
    {
        _channel = await _client.Channels.CreateAsync("live");
        await BringUpAsync();
        await _channel.StopAsync();
    }

    public void A_field_and_a_sync_method_of_ours(StudioClient client)
    {
        _channel = client.Channels.Create("live");
        BringUp();
        _channel.Stop();
    }

    public async Task A_field_and_a_wait()
    {
        await _channel.StopAsync();
        await Task.Delay(1000);
        await _channel.StopAsync();
    }

    public async Task A_local_that_becomes_a_field(StudioClient client)
    {
        var channel = await client.Channels.CreateAsync("live");
        _channel = channel;
        await BringUpAsync();
        await channel.StopAsync();
    }

    public void A_field_of_another(Fields other)
    {
        _channel.Stop();
        other._channel.Stop();
    }

    public void A_property(StudioClient client)
    {
        Current = client.Channels.Create("live");
        Current.Start();
        Current.Stop();
    }

    public void A_static_field(StudioClient client)
    {
        s_shared = client.Channels.Create("live");
        BringUpShared();
        s_shared.Stop();
    }

    public async Task A_field_that_is_copied()
    {
        var channel = _channel;
        await channel.StopAsync();
        await BringUpAsync();
        await channel.StopAsync();
    }

    public void A_field_that_is_assigned_by_a_method(StudioClient client)
    {
        _channel = client.Channels.Create("live");
        Replace();
        _channel.Stop();
    }

    public async Task Set_in_one_method_and_used_in_another() => await _channel.StopAsync();

    private Task BringUpAsync() => _channel.StartAsync();

    private void BringUp() => _channel.Start();

    private void Replace() => _channel = _client.Channels.Get("nb:chid:1");

    private static void BringUpShared() => s_shared.Start();
}
