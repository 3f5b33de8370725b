// Calls that the language makes without a name in the code.
public class Hidden
{
    private Bag _bag = new();

    public void A_conversion(Channel channel)
    {
        channel.Stop();
        Session session = channel;
        channel.Stop();
        Console.WriteLine(session);
    }

    public void A_conversion_of_an_argument(Channel channel)
    {
        channel.Stop();
        Use(channel);
        channel.Stop();
    }

    public void A_cast(Channel channel)
    {
        channel.Stop();
        var session = (Session)channel;
        channel.Stop();
        Console.WriteLine(session);
    }

    public void An_operator(Channel channel, Bag bag)
    {
        channel.Stop();
        Bag more = bag + channel;
        channel.Stop();
        Console.WriteLine(more);
    }

    public void An_operator_with_assignment(Channel channel, Bag bag)
    {
        channel.Stop();
        bag += channel;
        channel.Stop();
        Console.WriteLine(bag);
    }

    public void A_comparison(Channel channel, Bag bag)
    {
        channel.Stop();
        if (bag == channel)
        {
            channel.Stop();
        }
    }

    public void A_collection_initializer(Channel channel)
    {
        channel.Stop();
        var bag = new Bag { channel };
        channel.Stop();
        Console.WriteLine(bag);
    }

    public void A_collection_expression(Channel channel)
    {
        channel.Stop();
        Bag bag = [channel];
        channel.Stop();
        Console.WriteLine(bag);
    }

    public void A_property_that_is_set(Channel channel)
    {
        channel.Stop();
        _bag.Last = channel;
        channel.Stop();
    }

    public void A_property_in_an_initializer(Channel channel)
    {
        channel.Stop();
        var bag = new Bag { Last = channel };
        channel.Stop();
        Console.WriteLine(bag);
    }

    public void An_indexer(Channel channel)
    {
        channel.Stop();
        _bag["live"] = channel;
        channel.Stop();
    }

    public void A_key_of_an_indexer(Channel channel)
    {
        channel.Stop();
        Console.WriteLine(_bag[channel]);
        channel.Stop();
    }

    public void An_extension_that_deconstructs(Channel channel)
    {
        channel.Stop();
        var (name, state) = channel;
        channel.Stop();
        Console.WriteLine(name + state);
    }

    public async Task An_extension_that_awaits(Channel channel)
    {
        channel.Stop();
        await channel;
        channel.Stop();
    }

    public void An_extension_that_enumerates(Channel channel)
    {
        channel.Stop();
        foreach (string line in channel)
        {
            Console.WriteLine(line);
        }

        channel.Stop();
    }

    public void A_text_of_a_kind_of_ours(Channel channel)
    {
        channel.Stop();
        Log($"{channel}");
        channel.Stop();
    }

    public void Its_own_text(Recorded channel)
    {
        channel.Stop();
        Console.WriteLine(channel);
        channel.Stop();
    }

    public void Its_own_text_by_a_name(Recorded channel)
    {
        channel.Stop();
        Console.WriteLine(channel.ToString());
        channel.Stop();
    }

    public void A_property_of_its_own(Recorded channel)
    {
        channel.Stop();
        Console.WriteLine(channel.Report);
        channel.Stop();
    }

    public void A_delegate_that_is_called(Channel channel, Action<Channel> act)
    {
        channel.Stop();
        act(channel);
        channel.Stop();
    }

    public void A_delegate_that_is_called_later(Channel channel)
    {
        Action act = channel.Restart;
        channel.Stop();
        act();
        channel.Stop();
    }

    public void A_base_class_that_knows_it(StudioClient client)
    {
        var show = new Show { Channel = client.Channels.Create("live") };
        show.Begin();
        show.Channel.Stop();
    }

    public void An_argument_among_many(Channel channel, Channel other)
    {
        channel.Stop();
        All(other, channel);
        channel.Stop();
    }

    public void A_generic_method(Channel channel)
    {
        channel.Stop();
        Do(channel);
        channel.Stop();
    }

    public void A_method_of_a_framework_that_calls_back(Channel channel)
    {
        channel.Stop();
        Array.ForEach([channel], each => each.Start());
        channel.Stop();
    }

    public void A_lazy_value(StudioClient client)
    {
        Channel channel = client.Channels.Create("live");
        var running = new Lazy<Channel>(() =>
        {
            channel.Start();
            return channel;
        });
        running.Value.Stop();
        channel.Start();
    }

    public void A_pattern_by_deconstruction(Channel channel)
    {
        channel.Stop();
        if (channel is (_, ChannelState.Running))
        {
            channel.Stop();
        }
    }

    private static void Use(Session session) => Console.WriteLine(session);

    private static void Log(Text text) => Console.WriteLine(text.ToString());

    private static void All(params Channel[] channels) => Array.ForEach(channels, channel => channel.Start());

    private static void Do<T>(T entity)
        where T : IChannel => entity.Start();
}

public sealed class Session
{
    public static implicit operator Session(Channel channel)
    {
        channel.Start();
        return new Session();
    }
}

public sealed class Bag : System.Collections.IEnumerable
{
    public Channel Last
    {
        get => throw new NotSupportedException();
        set => value.Start();
    }

    public Channel this[string name]
    {
        get => throw new NotSupportedException();
        set => value.Start();
    }

    public int this[Channel channel]
    {
        get
        {
            channel.Start();
            return 1;
        }
    }

    public static Bag operator +(Bag bag, Channel channel)
    {
        channel.Start();
        return bag;
    }

    public static bool operator ==(Bag bag, Channel channel)
    {
        channel.Start();
        return true;
    }

    public static bool operator !=(Bag bag, Channel channel) => !(bag == channel);

    public void Add(Channel channel) => channel.Start();

    public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override bool Equals(object? obj) => false;

    public override int GetHashCode() => 0;
}

[System.Runtime.CompilerServices.InterpolatedStringHandler]
public readonly ref struct Text
{
    public Text(int literalLength, int formattedCount)
    {
    }

    public void AppendFormatted(Channel channel) => channel.Start();

    public override string ToString() => "";
}

public class Recorded : Channel
{
    public string Report
    {
        get
        {
            Start();
            return "started";
        }
    }

    public override string ToString()
    {
        Start();
        return "started";
    }
}

public class Show
{
    public Channel Channel { get; set; } = null!;

    public void Begin() => Channel.Start();
}

public static class HiddenExtensions
{
    public static void Deconstruct(this Channel channel, out string name, out ChannelState state)
    {
        channel.Start();
        name = channel.Name;
        state = channel.State;
    }

    public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(this Channel channel) => channel.StartAsync().GetAwaiter();

    public static IEnumerator<string> GetEnumerator(this Channel channel)
    {
        channel.Start();
        yield return channel.Name;
    }

    public static void Restart(this Channel channel)
    {
        channel.Stop();
        channel.Start();
    }
}
