using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace MediaOps.Schema.Text;

/// <summary>
/// Reads JSON with comments and trailing commas into values that know their place. Never throws and never gives up at the first error: it notes a problem,
/// finds the next comma or closing bracket and goes on, so that an author sees every mistake at once.
/// </summary>
/// <remarks>
/// Our own because a generator that carries System.Text.Json gets whichever copy its host has loaded, because that reader stops at the first error and counts
/// bytes, and because schema text is hostile.
/// </remarks>
internal sealed class JsonReader
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>How deeply lists and objects may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>After this many problems reading ends: what follows is not meant to be JSON.</summary>
    public const int MaxProblems = 100;

    private readonly string _text;
    private readonly List<JsonProblem> _problems = [];
    private int _position;
    private int _depth;

    private JsonReader(string text) => _text = text;

    private bool AtEnd => _position >= _text.Length;

    private char Current => AtEnd ? '\0' : _text[_position];

    /// <summary>Reads a text.</summary>
    public static JsonDocument Read(string text)
    {
        if (text.Length > MaxLength)
        {
            var tooLarge = new JsonProblem(JsonProblemKind.Syntax, "the file is over 1 MB", 0, 0);
            return new JsonDocument(new JsonValue(JsonKind.Invalid, 0, 0, string.Empty), [tooLarge]);
        }

        var reader = new JsonReader(text);
        JsonValue root = reader.ReadDocument();
        return new JsonDocument(root, reader._problems);
    }

    private JsonValue ReadDocument()
    {
        if (Current == '\uFEFF')
        {
            _position++;
        }

        SkipBlanks();
        if (AtEnd)
        {
            Problem("the file is empty", _position, 0);
            return new JsonValue(JsonKind.Invalid, _position, 0, string.Empty);
        }

        JsonValue root = ReadValue();
        SkipBlanks();
        if (!AtEnd)
        {
            Problem("unexpected text after the end of the value", _position, 1);
        }

        return root;
    }

    private JsonValue ReadValue()
    {
        char c = Current;
        return c switch
        {
            '{' => ReadNested(ReadObject),
            '[' => ReadNested(ReadArray),
            '"' => ReadStringValue(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ when IsWord(c) => ReadWord(),
            _ => ReadUnexpected(),
        };
    }

    private JsonValue ReadNested(Func<JsonValue> read)
    {
        if (_depth == MaxDepth)
        {
            return SkipNested();
        }

        _depth++;
        JsonValue value = read();
        _depth--;
        return value;
    }

    private JsonValue ReadObject()
    {
        int start = _position++;
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (NextItem('}', start))
        {
            if (Current != '"')
            {
                Problem($"expected a member name in double quotes, found {Describe(Current)}", _position, 1);
                SkipToNextItem();
                continue;
            }

            int nameStart = _position;
            string name = ReadString();
            int nameLength = _position - nameStart;
            JsonValue value = ReadMemberValue(name);
            if (names.Add(name))
            {
                members.Add(new JsonMember(name, nameStart, nameLength, value));
            }
            else
            {
                _problems.Add(new JsonProblem(JsonProblemKind.DuplicateName, name, nameStart, nameLength));
            }

            EndItem('}');
        }

        return new JsonValue(JsonKind.Object, start, _position - start, string.Empty) { Members = members };
    }

    private JsonValue ReadMemberValue(string name)
    {
        SkipBlanks();
        if (Current == ':')
        {
            _position++;
            SkipBlanks();
        }
        else
        {
            Problem($"expected ':' after the member name '{Messages.Clean(name)}', found {Describe(Current)}", _position, AtEnd ? 0 : 1);
        }

        if (Current is ',' or '}' or ']' || AtEnd)
        {
            Problem($"expected a value for '{Messages.Clean(name)}', found {Describe(Current)}", _position, AtEnd ? 0 : 1);
            return new JsonValue(JsonKind.Invalid, _position, 0, string.Empty);
        }

        return ReadValue();
    }

    private JsonValue ReadArray()
    {
        int start = _position++;
        var items = new List<JsonValue>();
        while (NextItem(']', start))
        {
            items.Add(ReadValue());
            EndItem(']');
        }

        return new JsonValue(JsonKind.Array, start, _position - start, string.Empty) { Items = items };
    }

    /// <summary>Moves to the next item of a list or object, or past its end and answers false.</summary>
    private bool NextItem(char close, int start)
    {
        while (true)
        {
            SkipBlanks();
            if (AtEnd || _problems.Count >= MaxProblems)
            {
                if (AtEnd)
                {
                    Problem($"'{_text[start]}' is never closed by '{close}'", start, 1);
                }

                _position = _text.Length;
                return false;
            }

            if (Current == close)
            {
                _position++;
                return false;
            }

            if (Current is '}' or ']')
            {
                // The wrong bracket: taken for the right one, which is the likelier slip and keeps the levels in step.
                Problem($"expected '{close}', found '{Current}'", _position, 1);
                _position++;
                return false;
            }

            if (Current != ',')
            {
                return true;
            }

            Problem("unexpected ','", _position, 1);
            _position++;
        }
    }

    /// <summary>Takes the comma after an item; one that is missing is noted and the next item read all the same.</summary>
    private void EndItem(char close)
    {
        SkipBlanks();
        if (Current == ',')
        {
            _position++;
        }
        else if (!AtEnd && Current is not ('}' or ']'))
        {
            Problem($"expected ',' or '{close}', found {Describe(Current)}", _position, 1);
            if (Current != '"' && Current is not ('{' or '['))
            {
                SkipToNextItem();
            }
        }
    }

    /// <summary>Skips to what may follow an item: past the next comma, or to the closing bracket of this level.</summary>
    private void SkipToNextItem()
    {
        int level = 0;
        while (!AtEnd)
        {
            char c = Current;
            if (c == '"')
            {
                SkipQuoted();
                continue;
            }

            if (level == 0 && (c is '}' or ']'))
            {
                return;
            }

            if (level == 0 && c == ',')
            {
                _position++;
                return;
            }

            level += c is '{' or '[' ? 1 : 0;
            level -= c is '}' or ']' ? 1 : 0;
            _position++;
        }
    }

    /// <summary>Skips a nested value without recursion: the depth of hostile text must not become the depth of our stack.</summary>
    private JsonValue SkipNested()
    {
        int start = _position;
        Problem($"nested more than {MaxDepth} levels deep", start, 1);
        int level = 0;
        do
        {
            char c = Current;
            if (c == '"')
            {
                SkipQuoted();
                continue;
            }

            level += c is '{' or '[' ? 1 : 0;
            level -= c is '}' or ']' ? 1 : 0;
            _position++;
        }
        while (level > 0 && !AtEnd);
        return new JsonValue(JsonKind.Invalid, start, _position - start, string.Empty);
    }

    private void SkipQuoted()
    {
        _position++;
        while (!AtEnd && Current is not ('"' or '\n' or '\r'))
        {
            _position += Current == '\\' ? 2 : 1;
        }

        _position = Math.Min(_position + 1, _text.Length);
    }

    private JsonValue ReadStringValue()
    {
        int start = _position;
        string text = ReadString();
        return new JsonValue(JsonKind.String, start, _position - start, text);
    }

    private string ReadString()
    {
        int start = _position++;
        var text = new StringBuilder();
        while (true)
        {
            char c = Current;
            if (AtEnd || c is '\n' or '\r')
            {
                Problem("the string is not closed by '\"' on its line", start, _position - start);
                return text.ToString();
            }

            if (c == '"')
            {
                _position++;
                break;
            }

            if (c == '\\')
            {
                ReadEscape(text);
                continue;
            }

            if (c < ' ')
            {
                Problem($"{Describe(c)} must be written as an escape", _position, 1);
            }

            text.Append(c);
            _position++;
        }

        return WithoutLoneSurrogates(text.ToString(), start);
    }

    private void ReadEscape(StringBuilder text)
    {
        int start = _position++;
        char c = Current;
        int plain = "\"\\/bfnrt".IndexOf(c);
        if (plain >= 0 && !AtEnd)
        {
            text.Append("\"\\/\b\f\n\r\t"[plain]);
            _position++;
            return;
        }

        if (c == 'u' && _position + 4 < _text.Length
            && IsHex(_text, _position + 1)
            && ushort.TryParse(_text.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            text.Append((char)code);
            _position += 5;
            return;
        }

        Problem("unknown escape; use \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits", start, Math.Min(2, _text.Length - start));
        if (!AtEnd && c is not ('\n' or '\r'))
        {
            _position++;
        }
    }

    /// <summary>Half of a surrogate pair is no character; it is noted and replaced, so that nobody meets it later.</summary>
    private string WithoutLoneSurrogates(string text, int start)
    {
        StringBuilder? clean = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            clean ??= new StringBuilder(text);
            clean[i] = '\uFFFD';
        }

        if (clean is null)
        {
            return text;
        }

        Problem("the string holds half of a surrogate pair", start, _position - start);
        return clean.ToString();
    }

    private JsonValue ReadNumber()
    {
        int start = _position;
        while (!AtEnd && (IsWord(Current) || Current is '+' or '-' or '.'))
        {
            _position++;
        }

        string text = _text.Substring(start, _position - start);
        if (IsNumber(text))
        {
            return new JsonValue(JsonKind.Number, start, text.Length, text);
        }

        Problem($"'{Messages.Clean(text)}' is not a JSON number", start, text.Length);
        return new JsonValue(JsonKind.Invalid, start, text.Length, text);
    }

    private JsonValue ReadWord()
    {
        int start = _position;
        while (!AtEnd && IsWord(Current))
        {
            _position++;
        }

        string text = _text.Substring(start, _position - start);
        JsonKind kind = text switch
        {
            "null" => JsonKind.Null,
            "true" or "false" => JsonKind.Boolean,
            _ => JsonKind.Invalid,
        };
        if (kind == JsonKind.Invalid)
        {
            Problem($"'{Messages.Clean(text)}' is not a JSON value; strings stand in double quotes", start, text.Length);
        }

        return new JsonValue(kind, start, text.Length, text);
    }

    private JsonValue ReadUnexpected()
    {
        int start = _position;
        Problem($"expected a value, found {Describe(Current)}", start, 1);
        _position++;
        return new JsonValue(JsonKind.Invalid, start, 1, string.Empty);
    }

    private void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (Current is ' ' or '\t' or '\n' or '\r')
            {
                _position++;
            }
            else if (Current == '/' && Next() == '/')
            {
                int end = _text.IndexOfAny(['\n', '\r'], _position);
                _position = end < 0 ? _text.Length : end;
            }
            else if (Current == '/' && Next() == '*')
            {
                SkipBlockComment();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipBlockComment()
    {
        int end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            Problem("the comment is never closed by '*/'", _position, 2);
            _position = _text.Length;
            return;
        }

        _position = end + 2;
    }

    private char Next() => _position + 1 < _text.Length ? _text[_position + 1] : '\0';

    private void Problem(string message, int start, int length)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(new JsonProblem(JsonProblemKind.Syntax, message, start, Math.Max(0, Math.Min(length, _text.Length - start))));
        }
    }

    private string Describe(char c) => AtEnd ? "the end of the file" : Messages.Describe(c);

    private static bool IsWord(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '$';

    private static bool IsHex(string text, int start)
    {
        for (int i = start; i < start + 4; i++)
        {
            if (text[i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The grammar of JSON: no leading zero or plus sign, digits on both sides of the point.</summary>
    private static bool IsNumber(string text)
    {
        int i = text.Length > 0 && text[0] == '-' ? 1 : 0;
        int whole = Digits(text, i);
        if (whole == 0 || (whole > 1 && text[i] == '0'))
        {
            return false;
        }

        i += whole;
        if (i < text.Length && text[i] == '.')
        {
            int fraction = Digits(text, ++i);
            if (fraction == 0)
            {
                return false;
            }

            i += fraction;
        }

        if (i < text.Length && (text[i] is 'e' or 'E'))
        {
            i++;
            i += i < text.Length && (text[i] is '+' or '-') ? 1 : 0;
            int exponent = Digits(text, i);
            if (exponent == 0)
            {
                return false;
            }

            i += exponent;
        }

        return i == text.Length;
    }

    private static int Digits(string text, int start)
    {
        int i = start;
        while (i < text.Length && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i - start;
    }
}
