using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml;

namespace MediaOps.Schema;

/// <summary>Limits and defaults of properties, parameters and options, each by itself.</summary>
internal static class LimitChecks
{
    private const int LongestDuration = 100;

    /// <summary>For a pattern of our own over a short text: only a thread that the machine has forgotten takes so long.</summary>
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    private static readonly string[] Numbers = ["int", "long", "double", "decimal"];
    private static readonly string[] CredentialEndings = ["Password", "Secret", "Token", "Credential", "PrivateKey", "AccessKey", "ApiKey", "StreamKey", "Base64Key", "ConnectionString"];

    public static void Property(PropertySpec property, string path, FindingSink sink)
    {
        if (property.Access == PropertyAccess.ReadOnly && (property.Required || property.UpdatableIn is not null))
        {
            sink.Report(Rules.ReadOnlyWritten, path + (property.Required ? "/required" : "/updatableIn"), property.Required ? "required" : "updatable");
        }

        Value(property.Type, property.Constraints, property.Default, path, sink);
        Format(property.Type, property.Duration, property.WireIsString, path, sink);
        Secret(property.Name, property.Type, property.Secret, path, sink);
    }

    public static void Parameter(ParameterSpec parameter, string path, FindingSink sink)
    {
        Value(parameter.Type, parameter.Constraints, parameter.Default, path, sink);
        Format(parameter.Type, parameter.Duration, parameter.WireIsString, path, sink);
        Secret(parameter.Name, parameter.Type, parameter.Secret, path, sink);
    }

    public static void Option(OptionSpec option, string path, FindingSink sink) => Value(option.Type, option.Constraints, null, path, sink);

    /// <summary>Whether values of the type may travel as numbers, and so as numbers in quotes.</summary>
    public static bool MayTravelAsNumber(TypeRef type) => IsNumber(type) || type.Name == "duration";

    /// <summary>The default, or null where it cannot be a value of a primitive type.</summary>
    public static string? UsableDefault(TypeRef type, string? value) =>
        value is null || type.Shape != TypeShape.One || type.Name == "json" || (Primitives.Contains(type.Name) && Parse(type.Name, value) is null) ? null : value;

    /// <summary>The limits that fit the type and can be read.</summary>
    public static Constraints Usable(TypeRef type, Constraints limits)
    {
        bool text = IsText(type);
        bool many = type.Shape != TypeShape.One;
        return new Constraints(
            text && PatternChecks.Compiles(limits.Pattern) ? limits.Pattern : null,
            text ? limits.MinLength : null,
            text ? limits.MaxLength : null,
            UsableLimit(limits.Minimum),
            UsableLimit(limits.Maximum),
            many ? limits.MinItems : null,
            many ? limits.MaxItems : null);

        string? UsableLimit(string? limit) => limit is not null && IsRanged(type) && Parse(type.Name, limit) is not null ? limit : null;
    }

    /// <summary>A default against the enum that is its type.</summary>
    public static void EnumDefault(TypeRef type, string? value, TypeSpec declared, string path, FindingSink sink)
    {
        if (value is null || !declared.IsEnum || type.Shape != TypeShape.One || declared.Values.Any(known => known.Name == value))
        {
            return;
        }

        sink.Report(Rules.BadDefault, path + "/default", Text.Messages.Clean(value), type.Name, Text.Messages.Suggest(value, declared.Values.Select(known => known.Name)));
    }

    private static void Value(TypeRef type, Constraints limits, string? otherwise, string path, FindingSink sink)
    {
        Fits(type, limits, path, sink);
        PatternChecks.Check(limits.Pattern, path + "/pattern", sink);
        Crossed("minLength", limits.MinLength, "maxLength", limits.MaxLength, path, sink);
        Crossed("minItems", limits.MinItems, "maxItems", limits.MaxItems, path, sink);
        (IComparable? minimum, IComparable? maximum) = (Limit(type, limits.Minimum, "minimum", path, sink), Limit(type, limits.Maximum, "maximum", path, sink));
        if (minimum is not null && maximum is not null && minimum.CompareTo(maximum) > 0)
        {
            sink.Report(Rules.LimitsCrossed, path + "/minimum", "minimum", limits.Minimum!, "maximum", limits.Maximum!);
        }

        if (otherwise is not null)
        {
            Default(type, limits, otherwise, path, sink);
        }
    }

    private static void Crossed(string lowName, int? low, string highName, int? high, string path, FindingSink sink)
    {
        if (low > high)
        {
            sink.Report(Rules.LimitsCrossed, path + "/" + lowName, lowName, low!, highName, high!);
        }
    }

    private static IComparable? Limit(TypeRef type, string? text, string word, string path, FindingSink sink)
    {
        if (text is null || !IsRanged(type))
        {
            return null;
        }

        IComparable? limit = Parse(type.Name, text);
        if (limit is null)
        {
            sink.Report(Rules.Structure, path + "/" + word, $"'{Text.Messages.Clean(text)}' is not a value of {type.Name}.");
        }

        return limit;
    }

    private static void Default(TypeRef type, Constraints limits, string text, string path, FindingSink sink)
    {
        if (type.Shape != TypeShape.One || type.Name == "json")
        {
            sink.Report(Rules.LimitDoesNotFit, path + "/default", "default", "a type of one value", type);
            return;
        }

        if (!Primitives.Contains(type.Name))
        {
            return;
        }

        IComparable? value = Parse(type.Name, text);
        if (Refuses(text, type, limits, sink.Patterns))
        {
            sink.Report(Rules.BadDefault, path + "/default", Text.Messages.Clean(text), type.Name, value is null ? "." : " within its limits.");
        }
    }

    /// <summary>Whether a text is no value of a primitive type, or one outside of its limits.</summary>
    public static bool Refuses(string text, TypeRef type, Constraints limits, PatternTime patterns)
    {
        IComparable? value = Parse(type.Name, text);
        return value is null
            || (IsRanged(type) && limits.Minimum is not null && Parse(type.Name, limits.Minimum) is { } minimum && value.CompareTo(minimum) < 0)
            || (IsRanged(type) && limits.Maximum is not null && Parse(type.Name, limits.Maximum) is { } maximum && value.CompareTo(maximum) > 0)
            || (type.Name == "string" && (text.Length < limits.MinLength || text.Length > limits.MaxLength || !patterns.Matches(limits.Pattern, text)));
    }

    /// <summary>Whether a name promises a credential.</summary>
    public static bool LooksSecret(string name) => CredentialEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private static void Fits(TypeRef type, Constraints limits, string path, FindingSink sink)
    {
        bool isText = IsText(type);
        Require(limits.Pattern is not null, isText, "pattern", "a string type");
        Require(limits.MinLength is not null, isText, "minLength", "a string type");
        Require(limits.MaxLength is not null, isText, "maxLength", "a string type");
        Require(limits.Minimum is not null, IsRanged(type), "minimum", "a number or a duration");
        Require(limits.Maximum is not null, IsRanged(type), "maximum", "a number or a duration");
        Require(limits.MinItems is not null, type.Shape != TypeShape.One, "minItems", "a list or a map");
        Require(limits.MaxItems is not null, type.Shape != TypeShape.One, "maxItems", "a list or a map");

        void Require(bool given, bool fits, string word, string needed)
        {
            if (given && !fits)
            {
                sink.Report(Rules.LimitDoesNotFit, path + "/" + word, word, needed, type);
            }
        }
    }

    private static void Format(TypeRef type, DurationFormat format, bool asString, string path, FindingSink sink)
    {
        if (format != DurationFormat.ByService && type.Name != "duration")
        {
            sink.Report(Rules.LimitDoesNotFit, path + "/format", "format", "a duration", type);
        }

        if (asString && !MayTravelAsNumber(type))
        {
            sink.Report(Rules.LimitDoesNotFit, path + "/wireType", "wireType", "a number or a duration", type);
        }
    }

    private static void Secret(string name, TypeRef type, bool secret, string path, FindingSink sink)
    {
        if (!secret && type.Name == "string" && LooksSecret(name))
        {
            sink.ReportName(Rules.LooksSecret, path, name);
        }
    }

    private static bool IsNumber(TypeRef type) => Numbers.Contains(type.Name, StringComparer.Ordinal);

    private static bool IsText(TypeRef type) => type is { Name: "string", Shape: TypeShape.One };

    private static bool IsRanged(TypeRef type) => type.Shape == TypeShape.One && (type.Name == "duration" || IsNumber(type));

    /// <summary>A value of a primitive, or null where the text is none.</summary>
    private static IComparable? Parse(string type, string text) => type switch
    {
        "int" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null,
        "long" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null,
        "double" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsNaN(number) && !double.IsInfinity(number) ? number : null,
        "decimal" => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null,
        "bool" => text is "true" or "false" ? text == "true" : null,
        "duration" => Duration(text),
        "datetime" => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time) ? time : null,
        "guid" => Guid.TryParse(text, out Guid guid) ? guid : null,
        "version" => Version.TryParse(text, out Version? version) ? version : null,
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _) ? text : null,
        "ipAddress" => System.Net.IPAddress.TryParse(text, out _) ? text : null,
        _ => text,
    };

    private static TimeSpan? Duration(string text)
    {
        if (text.Length > LongestDuration || !Regex.IsMatch(text, @"\AP(?=[0-9T])([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]{1,7})?S)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Ample))
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception tooLong) when (tooLong is OverflowException or FormatException)
        {
            return null;
        }
    }
}
