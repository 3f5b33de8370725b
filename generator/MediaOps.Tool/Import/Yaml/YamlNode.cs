namespace MediaOps.Tool.Import.Yaml;

/// <summary>A value of a YAML text. An alias is the very node that it stands for, so a few nodes may stand for many values.</summary>
/// <param name="place">Line and column, counted from one.</param>
internal abstract class YamlNode((int Line, int Column) place)
{
    /// <summary>What each value weighs beside its text, so that many small ones are not free.</summary>
    protected const int OwnWeight = 16;

    /// <summary>Line and column, counted from one.</summary>
    public (int Line, int Column) Place { get; } = place;

    /// <summary>How many lists and objects are inside each other here, this one included.</summary>
    public int Height { get; private set; }

    /// <summary>The length of all that this node stands for, with what aliases repeat.</summary>
    public long Weight { get; private set; } = OwnWeight;

    /// <summary>Counts something inside.</summary>
    protected void Hold(YamlNode inner)
    {
        Height = Math.Max(Height, inner.Height + 1);
        Weight += inner.Weight;
    }

    /// <summary>Counts text.</summary>
    protected void Hold(string text) => Weight += text.Length;
}

/// <summary>A text, or a literal of JSON.</summary>
internal sealed class YamlScalar : YamlNode
{
    /// <summary>Creates a scalar.</summary>
    /// <param name="text">What it says, without quotes.</param>
    /// <param name="literal">What stands for it in JSON; null for a text.</param>
    /// <param name="place">Line and column, counted from one.</param>
    public YamlScalar(string text, string? literal, (int Line, int Column) place)
        : base(place)
    {
        (Text, Literal) = (text, literal);
        Hold(text);
    }

    /// <summary>What it says, without quotes.</summary>
    public string Text { get; }

    /// <summary>What stands for it in JSON; null for a text.</summary>
    public string? Literal { get; }
}

/// <summary>A list.</summary>
internal sealed class YamlSequence((int Line, int Column) place) : YamlNode(place)
{
    private readonly List<YamlNode> _items = [];

    /// <summary>The items in their order.</summary>
    public IReadOnlyList<YamlNode> Items => _items;

    /// <summary>Adds an item.</summary>
    public void Add(YamlNode item)
    {
        _items.Add(item);
        Hold(item);
    }
}

/// <summary>A member of a mapping.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where the name stands.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct YamlMember(string Name, (int Line, int Column) Place, YamlNode Value);

/// <summary>A mapping whose keys are texts: an object.</summary>
internal sealed class YamlMapping((int Line, int Column) place) : YamlNode(place)
{
    private readonly List<YamlMember> _members = [];

    /// <summary>The members in their order, those of merged mappings first.</summary>
    public IReadOnlyList<YamlMember> Members => _members;

    /// <summary>Adds a member, whose name is not there yet.</summary>
    public void Add(YamlMember member)
    {
        _members.Add(member);
        Hold(member.Name);
        Hold(member.Value);
    }
}
