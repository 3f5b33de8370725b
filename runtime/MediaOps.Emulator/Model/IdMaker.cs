using System.Globalization;
using System.Text.RegularExpressions;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.Model;

/// <summary>Makes ids of the form that the schema's example and pattern show, and recognises malformed ones.</summary>
internal sealed partial class IdMaker
{
    private readonly Func<long, string> _make;
    private readonly Regex? _pattern;

    public IdMaker(IdSpec id, string entity)
    {
        Form = id.Example ?? id.Pattern ?? "any text";
        _pattern = id.Pattern is null ? null : WholePattern.Compile(id.Pattern);
        Prefix = id.Example is { } example && GuidText().Match(example) is { Success: true } guid ? example[..guid.Index] : LiteralStart(id.Pattern);
        Func<long, string>[] forms =
        [
            _ => Prefix + Guid.NewGuid().ToString("D"),
            _ => Prefix + Guid.NewGuid().ToString("N"),
            n => Prefix + n.ToString(CultureInfo.InvariantCulture),
            .. LikeExample(id.Example),
        ];
        _make = Array.Find(forms, form => IsWellFormed(form(1)))
            ?? (id.AssignedByCaller || id.Template is not null ? _ => string.Empty : throw new EmulatorSchemaException(
                $"{entity}: the emulator cannot make an id that matches '{id.Pattern}'. Give an 'example' that holds a GUID or a run of digits where the ids differ."));
    }

    /// <summary>What stands before the part in which ids differ.</summary>
    public string Prefix { get; }

    /// <summary>What an id looks like, for people.</summary>
    public string Form { get; }

    public string Make(long number) => _make(number);

    public bool IsWellFormed(string id) => _pattern is null || WholePattern.IsMatch(_pattern, id);

    /// <summary>The example with another number, decimal or hexadecimal, where its last run of digits is.</summary>
    private static IEnumerable<Func<long, string>> LikeExample(string? example)
    {
        foreach ((Regex digits, string format) in new[] { (DecimalDigits(), "D"), (HexDigits(), "x") })
        {
            if (example is not null && digits.Match(example) is { Success: true } run)
            {
                yield return n => example[..run.Index] + n.ToString(format, CultureInfo.InvariantCulture).PadLeft(run.Length, '0') + example[(run.Index + run.Length)..];
            }
        }
    }

    private static string LiteralStart(string? pattern) =>
        pattern is null ? string.Empty : LiteralText().Match(pattern).Groups["text"].Value;

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GuidText();

    [GeneratedRegex("[0-9]+", RegexOptions.RightToLeft, 1000)]
    private static partial Regex DecimalDigits();

    [GeneratedRegex("[0-9a-f]{4,}", RegexOptions.RightToLeft, 1000)]
    private static partial Regex HexDigits();

    [GeneratedRegex(@"^\^?(?<text>[A-Za-z0-9:_/-]*)(?![*+?{])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LiteralText();
}
