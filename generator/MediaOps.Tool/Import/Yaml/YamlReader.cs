using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MediaOps.Tool.Import.Yaml;

/// <summary>
/// Reads a YAML text off the events of its parser. What is hostile in one is met here, while it is read: nesting without end, aliases that multiply, names that are there twice.
/// </summary>
internal sealed class YamlReader
{
    private const string Standard = "tag:yaml.org,2002:";

    /// <summary>Members that merge keys bring, those that are there already among them.</summary>
    private const int MostMerged = 1_000_000;

    private readonly IParser _parser;
    private readonly Dictionary<AnchorName, YamlNode?> _anchors = [];
    private int _merged;

    private YamlReader(IParser parser) => _parser = parser;

    /// <summary>Reads a text of one document.</summary>
    /// <exception cref="SourceException">It is no YAML, more than is read, or has no counterpart in JSON.</exception>
    public static YamlNode Read(string text) => new YamlReader(new YamlEvents(text)).Document();

    private YamlNode Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            throw new SourceException("the file is empty", 1, 1);
        }

        _parser.Consume<DocumentStart>();
        YamlNode root = Node(0);
        _parser.Consume<DocumentEnd>();
        return _parser.TryConsume<StreamEnd>(out _)
            ? root
            : throw At(PlaceOf(_parser.Require<ParsingEvent>()), "a second document begins here, and only one is read; put it into a file of its own");
    }

    /// <summary>Reads a value.</summary>
    /// <param name="depth">How many lists and objects are around it.</param>
    /// <param name="isName">Whether it is the name of a member, which is a text whatever it looks like.</param>
    private YamlNode Node(int depth, bool isName = false)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Target(alias, depth);
        }

        if (!_parser.TryConsume<NodeEvent>(out var next))
        {
            throw At(PlaceOf(_parser.Require<ParsingEvent>()), "the file is not YAML: a value is missing here");
        }

        // Until it is whole, what has an anchor cannot be a part of itself.
        if (!next.Anchor.IsEmpty)
        {
            _anchors[next.Anchor] = null;
        }

        YamlNode node = next switch
        {
            Scalar scalar => Value(scalar, isName),
            _ when depth >= Limits.Depth => throw TooDeep(PlaceOf(next)),
            SequenceStart start => Sequence(start, depth + 1),
            MappingStart start => Mapping(start, depth + 1),
            _ => throw At(PlaceOf(next), "the file is not YAML"),
        };
        if (!next.Anchor.IsEmpty)
        {
            _anchors[next.Anchor] = node;
        }

        return node;
    }

    private YamlNode Target(AnchorAlias alias, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value, out YamlNode? target))
        {
            throw At(PlaceOf(alias), $"no anchor '{SourceText.Short(alias.Value.Value)}' stands before this alias");
        }

        return target is null ? throw At(PlaceOf(alias), $"what '{SourceText.Short(alias.Value.Value)}' names is a part of itself")
            : depth + target.Height > Limits.Depth ? throw TooDeep(PlaceOf(alias))
            : target;
    }

    private YamlSequence Sequence(SequenceStart start, int depth)
    {
        Demand(start, "seq");
        var sequence = new YamlSequence(PlaceOf(start));
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            (int Line, int Column) place = PlaceOf(_parser.Require<ParsingEvent>());
            sequence.Add(Node(depth));
            Weigh(sequence, place);
        }

        return sequence;
    }

    private YamlMapping Mapping(MappingStart start, int depth)
    {
        Demand(start, "map");
        var own = new List<YamlMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var merged = new List<(YamlNode From, (int Line, int Column) Place)>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            (int Line, int Column) place = PlaceOf(_parser.Require<ParsingEvent>());
            bool isMerge = _parser.Current is Scalar { Style: ScalarStyle.Plain, Value: "<<" };
            string name = Node(depth, isName: true) is YamlScalar key ? key.Text : throw At(place, "a list or an object cannot be the name of a member");
            if (isMerge)
            {
                merged.Add((Node(depth), place));
            }
            else if (names.Add(name))
            {
                own.Add(new YamlMember(name, place, Node(depth)));
            }
            else
            {
                throw At(place, $"'{SourceText.Short(name)}' is there twice");
            }
        }

        // What is merged comes first, as a base does, and what is written here wins.
        var mapping = new YamlMapping(PlaceOf(start));
        foreach ((YamlNode from, (int Line, int Column) place) in merged)
        {
            Merge(from, place, names, mapping);
        }

        foreach (YamlMember member in own)
        {
            mapping.Add(member);
            Weigh(mapping, member.Place);
        }

        return mapping;
    }

    private void Merge(YamlNode from, (int Line, int Column) place, HashSet<string> names, YamlMapping into)
    {
        foreach (YamlNode source in from is YamlSequence several ? several.Items : [from])
        {
            if (source is not YamlMapping mapping)
            {
                throw At(place, "only objects can be merged");
            }

            _merged += mapping.Members.Count;
            if (_merged > MostMerged)
            {
                throw TooMuch(place);
            }

            foreach (YamlMember member in mapping.Members.Where(member => names.Add(member.Name)))
            {
                into.Add(member);
                Weigh(into, place);
            }
        }
    }

    private static YamlScalar Value(Scalar scalar, bool isName)
    {
        Demand(scalar, "str", "null", "bool", "int", "float");
        bool isText = isName || (scalar.Tag.IsEmpty ? scalar.Style != ScalarStyle.Plain : scalar.Tag.Value is "!" or Standard + "str");
        return isText || !CoreSchema.IsUnbounded(scalar.Value)
            ? new YamlScalar(scalar.Value, isText ? null : CoreSchema.LiteralOf(scalar.Value), PlaceOf(scalar))
            : throw At(PlaceOf(scalar), $"JSON has no number '{scalar.Value}'; leave it out, or put it into quotes");
    }

    /// <summary>Types of programs have no place in JSON.</summary>
    private static void Demand(NodeEvent node, params ReadOnlySpan<string> tags)
    {
        string tag = node.Tag.IsEmpty ? "!" : node.Tag.Value;
        if (tag != "!" && !(tag.StartsWith(Standard, StringComparison.Ordinal) && tags.Contains(tag[Standard.Length..])))
        {
            throw At(PlaceOf(node), $"the tag '{SourceText.Short(tag)}' says nothing in JSON; take it away");
        }
    }

    private static void Weigh(YamlNode node, (int Line, int Column) place)
    {
        if (node.Weight > Limits.FileBytes)
        {
            throw TooMuch(place);
        }
    }

    private static SourceException TooMuch((int Line, int Column) place) => At(place, "the file holds more, with what its aliases repeat, than is read; import a part of it");

    private static SourceException TooDeep((int Line, int Column) place) => At(place, $"the file is nested to a depth of more than {Limits.Depth}");

    private static SourceException At((int Line, int Column) place, string message) => new(message, place.Line, place.Column);

    private static (int Line, int Column) PlaceOf(ParsingEvent from) => ((int)from.Start.Line, (int)from.Start.Column);
}
