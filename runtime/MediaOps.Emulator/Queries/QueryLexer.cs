using System.Text;

namespace MediaOps.Emulation.Queries;

internal enum TokenKind
{
    End,
    Word,
    Text,
    Number,
    Open,
    Close,
    Comma,
}

/// <summary>A piece of a query option.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word, the digits with their suffix, or the text between the quotes with its doubled quotes undone.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Prefix">The word before a quoted text that tells its type, such as <c>datetime</c>; empty for a plain text.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int At, string Prefix = "")
{
    public bool Is(string word) => Kind == TokenKind.Word && Text == word;

    public override string ToString() => Kind == TokenKind.End ? "the end" : $"'{Prefix}{Text}'";
}

/// <summary>Cuts the text of a query option of OData version 3 into tokens.</summary>
internal sealed class QueryLexer(string text)
{
    private int _at;

    /// <exception cref="FormatException">The text cannot go on like this.</exception>
    public Token Next()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }

        int start = _at;
        if (start == text.Length)
        {
            return new Token(TokenKind.End, string.Empty, start);
        }

        char first = text[start];
        switch (first)
        {
            case '(':
                return One(TokenKind.Open);
            case ')':
                return One(TokenKind.Close);
            case ',':
                return One(TokenKind.Comma);
            case '\'':
                return Quoted(start, string.Empty);
            case var _ when char.IsAsciiDigit(first) || (first == '-' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1])):
                return Number();
            case var _ when char.IsAsciiLetter(first) || first == '_':
                string word = While(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '/');
                return _at < text.Length && text[_at] == '\'' ? Quoted(start, word) : new Token(TokenKind.Word, word, start);
            default:
                throw Error($"'{first}' has no meaning here", start);
        }
    }

    public static FormatException Error(string what, int at) => new($"{what}, at character {at + 1}.");

    private Token One(TokenKind kind) => new(kind, text[_at].ToString(), _at++);

    private Token Number()
    {
        int start = _at++;
        While(c => char.IsAsciiDigit(c) || c == '.');
        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            _at++;
            _at += _at < text.Length && text[_at] is '+' or '-' ? 1 : 0;
            While(char.IsAsciiDigit);
        }

        _at += _at < text.Length && text[_at] is 'L' or 'l' or 'M' or 'm' or 'D' or 'd' or 'F' or 'f' ? 1 : 0;
        return new Token(TokenKind.Number, text[start.._at], start);
    }

    private Token Quoted(int start, string prefix)
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] != '\'')
            {
                value.Append(text[_at]);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '\'')
            {
                value.Append(text[_at++]);
            }
            else
            {
                _at++;
                return new Token(TokenKind.Text, value.ToString(), start, prefix);
            }
        }

        throw Error("A text has no closing quote", start);
    }

    private string While(Func<char, bool> holds)
    {
        int start = _at;
        while (_at < text.Length && holds(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }
}
