// Variables that are references to other variables.
public class Aliases
{
    private Channel _kept = null!;

    private ref Channel Slot => ref _kept;

    public void Of_a_field(Channel next)
    {
        _kept.Stop();
        ref Channel slot = ref _kept;
        slot = next;
        _kept.Stop();
    }

    public void Of_an_element(Channel[] channels, Channel other)
    {
        ref Channel slot = ref channels[0];
        slot.Stop();
        channels[0] = other;
        slot.Stop();
    }

    public void Of_one_local_or_another(Channel x, Channel y, Channel other, bool first)
    {
        x.Stop();
        (first ? ref x : ref y) = other;
        x.Stop();
    }

    public void Of_each_element(Span<Channel> channels, Channel other)
    {
        foreach (ref Channel channel in channels)
        {
            channel.Stop();
            channels[0] = other;
            channel.Stop();
        }
    }

    public void A_parameter_that_may_be_a_field(ref Channel channel, Channel other)
    {
        channel.Stop();
        _kept = other;
        channel.Stop();
    }

    public void Given_by_a_method(Channel next)
    {
        _kept.Stop();
        SlotOf() = next;
        _kept.Stop();
    }

    public void Given_by_a_property(Channel next)
    {
        _kept.Stop();
        Slot = next;
        _kept.Stop();
    }

    public void A_value_beside_a_reference(StudioClient client)
    {
        ref Channel slot = ref _kept;
        Channel channel = client.Channels.Create("live");
        slot = client.Channels.Create("other");
        channel.{|MOPS1001:Stop|}();
    }

    public void Tried_to_be_of_another_kind(IChannel channel)
    {
        channel.Start();
        if (channel as Channel == null)
        {
            channel.Stop();
        }

        channel.{|MOPS1004:Start|}();
    }

    public void Tried_to_be_of_another_kind_and_kept(IChannel channel)
    {
        channel.Start();
        var known = channel as Channel;
        if (known is null)
        {
            channel.Stop();
        }

        channel.{|MOPS1004:Start|}();
    }

    public void Tried_to_be_of_another_kind_in_a_call(IChannel channel)
    {
        channel.Start();
        (channel as Channel)?.Stop();
        channel.{|MOPS1004:Stop|}();
    }

    public void Of_another_kind_for_sure(IChannel channel)
    {
        channel.Start();
        ((Channel)channel).{|MOPS1001:Start|}();
    }

    public void The_state_of_nothing(StudioClient client, bool start, bool take)
    {
        Channel channel = Made(client, start);
        Channel? taken = take ? channel : null;
        if (channel.State is ChannelState.Running or ChannelState.Stopped && taken?.State != ChannelState.Running)
        {
            channel.{|MOPS1004:Stop|}();
        }
    }

    public void A_pattern_that_nothing_does_not_match(StudioClient client, bool start, bool take)
    {
        Channel channel = client.Channels.Create("live");
        if (start)
        {
            channel.Start();
        }

        Channel? taken = take ? channel : null;
        if (taken is not { State: ChannelState.Running })
        {
            channel.{|MOPS1004:Stop|}();
        }
    }

    public void A_pattern_that_it_does_not_match(StudioClient client, bool start)
    {
        Channel channel = client.Channels.Create("live");
        if (start)
        {
            channel.Start();
        }

        if (channel is not { State: ChannelState.Running })
        {
            channel.{|MOPS1001:Stop|}();
        }
    }

    private static Channel Made(StudioClient client, bool start)
    {
        Channel channel = client.Channels.Create("live");
        if (start)
        {
            channel.Start();
        }

        return channel;
    }

    private ref Channel SlotOf() => ref _kept;

    public struct Holder(Channel channel)
    {
        private readonly Channel _channel = channel;

        public void Replaced_as_a_whole(Holder other)
        {
            _channel.Stop();
            this = other;
            _channel.Stop();
        }
    }
}
