using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>
/// Reads the members of one object of a schema file. Whatever is not as the language says becomes a finding, and the member reads as if it were not there,
/// so that one mistake costs one member.
/// </summary>
internal sealed class ObjectReader
{
    private readonly ParseContext _context;
    private readonly JsonValue _value;
    private readonly Shape _shape;

    public ObjectReader(ParseContext context, JsonValue value, string path, Shape shape)
    {
        _context = context;
        _value = value;
        _shape = shape;
        Path = path;
        foreach (JsonMember member in value.Members)
        {
            Visit(member);
        }
    }

    public string Path { get; }

    public ParseContext Context => _context;

    public string PathOf(string word) => Path.Length == 0 ? word : Path + "/" + word;

    public bool Has(string word) => Find(word) is not null;

    /// <summary>Text that reaches string literals of generated code: printable ASCII only.</summary>
    public string? Literal(string word, bool required = false) => Find(word, required) is { } member ? Literal(member.Value, PathOf(word)) : null;

    /// <summary>Text for people, which reaches documentation comments.</summary>
    public string? Prose(string word)
    {
        if (Find(word) is not { } member || !Is(member.Value, JsonKind.String, PathOf(word), "a text"))
        {
            return null;
        }

        char bad = member.Value.Text.FirstOrDefault(c => Messages.IsUnsafe(c) && !char.IsSurrogate(c));
        return bad == '\0' ? member.Value.Text : Refuse(member.Value, PathOf(word), bad);
    }

    /// <summary>A text that becomes an identifier.</summary>
    public string? Identifier(string word, string what, bool required = false)
    {
        if (Find(word, required) is not { } member || !Is(member.Value, JsonKind.String, PathOf(word), "a name"))
        {
            return null;
        }

        if (Names.IsIdentifier(member.Value.Text))
        {
            return member.Value.Text;
        }

        _context.Report(Rules.BadName, PathOf(word), member.Value, Messages.Clean(member.Value.Text), what);
        return null;
    }

    public bool Bool(string word, bool otherwise = false)
    {
        if (Find(word) is not { } member || !Is(member.Value, JsonKind.Boolean, PathOf(word), "true or false"))
        {
            return otherwise;
        }

        return member.Value.Text == "true";
    }

    public int? Int(string word) => Find(word) is { } member ? Int(member.Value, PathOf(word)) : null;

    /// <summary>A list of numbers.</summary>
    public EquatableArray<int> Ints(string word) => Items(word, "a list of numbers")
        .Select(item => Int(item.Value, item.Path))
        .OfType<int>()
        .ToEquatableArray();

    /// <summary>One text or a list of texts.</summary>
    public EquatableArray<string> Literals(string word) => Find(word) is { Value.Kind: JsonKind.String } member
        ? (Literal(member.Value, PathOf(word)) is { } one ? new[] { one }.ToEquatableArray() : default)
        : Items(word, "a text or a list of texts").Select(item => Literal(item.Value, item.Path)).OfType<string>().ToEquatableArray();

    /// <summary>A time span as <c>30s</c>, <c>5m</c>, <c>1h</c> or <c>500ms</c>.</summary>
    public TimeSpan? Delay(string word)
    {
        if (Literal(word) is not { } text)
        {
            return null;
        }

        if (DelayText.TryParse(text, out TimeSpan delay))
        {
            return delay;
        }

        Structure(word, $"'{Messages.Clean(text)}' is not a time such as 30s, 5m, 1h or 500ms, of at most 30 days.");
        return null;
    }

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string word, T otherwise, params (string Text, T Value)[] choices)
    {
        if (Literal(word) is not { } text)
        {
            return otherwise;
        }

        foreach ((string known, T value) in choices)
        {
            if (string.Equals(known, text, StringComparison.Ordinal))
            {
                return value;
            }
        }

        IEnumerable<string> texts = choices.Select(choice => choice.Text);
        string list = string.Join(", ", texts);
        Structure(word, $"'{Messages.Clean(text)}' is none of {list}{Messages.Suggest(text, texts)}");
        return otherwise;
    }

    /// <summary>A scalar as text of its wire form: a default or a limit.</summary>
    public string? Scalar(string word)
    {
        if (Find(word) is not { } member || member.Value.Kind is JsonKind.Invalid)
        {
            return null;
        }

        if (member.Value.Kind is JsonKind.String)
        {
            return Literal(member.Value, PathOf(word));
        }

        if (member.Value.Kind is JsonKind.Number or JsonKind.Boolean)
        {
            return member.Value.Text;
        }

        Structure(word, "expected a text, a number, true or false.");
        return null;
    }

    /// <summary>An object member, or null.</summary>
    public ObjectReader? Object(string word, Shape shape, bool required = false) =>
        Find(word, required) is { } member && Is(member.Value, JsonKind.Object, PathOf(word), "an object")
            ? new ObjectReader(_context, member.Value, PathOf(word), shape)
            : null;

    /// <summary>The objects of a list.</summary>
    public IEnumerable<ObjectReader> Objects(string word, Shape shape) => Items(word, "a list of objects")
        .Where(item => Is(item.Value, JsonKind.Object, item.Path, "an object"))
        .Select(item => new ObjectReader(_context, item.Value, item.Path, shape));

    /// <summary>The members of an object whose names are the author's. A name that cannot become an identifier drops the member.</summary>
    public IEnumerable<(string Name, ObjectReader Reader)> Named(string word, string what, Shape shape, Func<string, bool>? isName = null)
    {
        foreach ((JsonMember member, string path) in Entries(word))
        {
            if (!(isName ?? Names.IsIdentifier)(member.Name))
            {
                _context.ReportName(Rules.BadName, path, member, Messages.Clean(member.Name), what);
            }
            else if (Is(member.Value, JsonKind.Object, path, "an object"))
            {
                yield return (member.Name, new ObjectReader(_context, member.Value, path, shape));
            }
        }
    }

    /// <summary>The members of an object whose names are the author's, with their values as they are.</summary>
    public IEnumerable<(JsonMember Member, string Path)> Entries(string word, bool keepExtensions = false)
    {
        if (Find(word) is not { } found || !Is(found.Value, JsonKind.Object, PathOf(word), "an object"))
        {
            yield break;
        }

        foreach (JsonMember member in found.Value.Members)
        {
            string path = PathOf(word) + "/" + Messages.Clean(member.Name);
            if (!keepExtensions && IsExtension(member.Name))
            {
                ReadSuppression(member, PathOf(word));
                continue;
            }

            _context.Mark(path, member);
            yield return (member, path);
        }
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<(JsonValue Value, string Path)> Items(string word, string expected)
    {
        if (Find(word) is not { } member || !Is(member.Value, JsonKind.Array, PathOf(word), expected))
        {
            yield break;
        }

        for (int i = 0; i < member.Value.Items.Count; i++)
        {
            string path = PathOf(word) + "/" + i.ToString(CultureInfo.InvariantCulture);
            _context.Mark(path, member.Value.Items[i]);
            yield return (member.Value.Items[i], path);
        }
    }

    /// <summary>The member as it stands, or null.</summary>
    public JsonValue? Raw(string word) => Find(word)?.Value;

    /// <summary>A text value of which only printable ASCII may pass.</summary>
    public string? Literal(JsonValue value, string path)
    {
        if (!Is(value, JsonKind.String, path, "a text"))
        {
            return null;
        }

        char bad = value.Text.FirstOrDefault(c => c is < ' ' or > '~');
        return value.Text.Any(c => c is < ' ' or > '~') ? Refuse(value, path, bad) : value.Text;
    }

    /// <summary>Reports that a member has the wrong form.</summary>
    public void Structure(string word, string message) => _context.Report(Rules.Structure, PathOf(word), Raw(word) ?? _value, message);

    /// <summary>Whether a value is of a kind; if not, that is a finding.</summary>
    public bool Is(JsonValue value, JsonKind kind, string path, string expected)
    {
        if (value.Kind == kind)
        {
            return true;
        }

        if (value.Kind != JsonKind.Invalid)
        {
            _context.Report(Rules.Structure, path, value, $"expected {expected}.");
        }

        return false;
    }

    private JsonMember? Find(string word, bool required = false)
    {
        if (!_shape.Contains(word))
        {
            throw new ArgumentException($"The shape '{_shape.Name}' has no word '{word}'.", nameof(word));
        }

        JsonMember? member = _value.Find(word);
        if (member is null && required)
        {
            _context.Report(Rules.Structure, Path, _value.Start, Math.Min(1, _value.Length), $"'{word}' is missing in {_shape.Name}.");
        }

        return member;
    }

    private void Visit(JsonMember member)
    {
        if (IsExtension(member.Name))
        {
            ReadSuppression(member, Path);
        }
        else if (_shape.Contains(member.Name))
        {
            _context.Mark(PathOf(member.Name), member);
        }
        else
        {
            string suggestion = Messages.Suggest(member.Name, _shape.Words);
            _context.ReportName(Rules.UnknownWord, PathOf(Messages.Clean(member.Name)), member, Messages.Clean(member.Name), _shape.Name, suggestion);
        }
    }

    private void ReadSuppression(JsonMember member, string path)
    {
        if (member.Name != "x-suppress")
        {
            return;
        }

        if (member.Value.Kind != JsonKind.Array || member.Value.Items.Any(item => item.Kind != JsonKind.String))
        {
            _context.Report(Rules.Structure, PathOf(member.Name), member.Value, "expected a list of rule ids, such as [\"MOPS0209\"].");
            return;
        }

        _context.Suppress(path, member.Value.Items.Select(item => item.Text));
    }

    private int? Int(JsonValue value, string path)
    {
        if (!Is(value, JsonKind.Number, path, "a whole number"))
        {
            return null;
        }

        if (int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= 0)
        {
            return number;
        }

        _context.Report(Rules.Structure, path, value, $"'{Messages.Clean(value.Text)}' is not a whole number from 0 to 2147483647.");
        return null;
    }

    private string? Refuse(JsonValue value, string path, char bad)
    {
        _context.Report(Rules.UnsafeText, path, value, path, Messages.Describe(bad));
        return null;
    }

    private static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.Ordinal);
}
