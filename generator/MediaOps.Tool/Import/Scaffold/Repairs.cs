using System.Globalization;
using MediaOps.Schema;

namespace MediaOps.Tool.Import;

/// <summary>
/// Makes a scaffold one that the schema library takes: whatever its checks would refuse, apart from state rules, is left out and becomes a gap. Importers therefore need not know every rule.
/// </summary>
internal sealed class Repairs
{
    private readonly Gaps _gaps;
    private readonly Dictionary<string, ScaffoldType> _types;

    private Repairs(ScaffoldService service, Gaps gaps)
    {
        _gaps = gaps;
        _types = service.Types.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>Repairs a scaffold.</summary>
    public static void Of(ScaffoldService service, Gaps gaps)
    {
        var repairs = new Repairs(service, gaps);
        foreach (ScaffoldType type in service.Types)
        {
            repairs.Members(type.Properties, null);
        }

        foreach (ScaffoldEntity entity in service.Entities)
        {
            repairs.Members(entity.Properties, entity);
            foreach (ScaffoldParameter parameter in entity.AllActions.SelectMany(action => action.Parameters))
            {
                repairs.Value(parameter, entity);
            }

            foreach (ScaffoldAction action in entity.AllActions)
            {
                action.Returns = action.Returns is { } value ? value with { Type = repairs.KnownType(value.Type, entity) } : null;
            }
        }

        RequiredCircles.Break(service, gaps);
    }

    private void Members(List<ScaffoldProperty> properties, ScaffoldEntity? entity)
    {
        if (properties.Count > Limits.Members)
        {
            _gaps.Add(GapRules.Limit, properties[Limits.Members].Origin, Limits.Members, "members");
            properties.RemoveRange(Limits.Members, properties.Count - Limits.Members);
        }

        var leaves = new HashSet<string>(StringComparer.Ordinal);
        var holders = new HashSet<string>(StringComparer.Ordinal);
        properties.RemoveAll(property =>
        {
            string[] above = [.. Holders(property.Wire)];
            bool clash = leaves.Contains(property.Wire) || holders.Contains(property.Wire) || above.Any(leaves.Contains);
            if (clash)
            {
                _gaps.Add(GapRules.LeftOut, property.Origin, property.Name, "another member has its place on the wire");
                return true;
            }

            leaves.Add(property.Wire);
            holders.UnionWith(above);
            return false;
        });
        foreach (ScaffoldProperty property in properties)
        {
            Value(property, entity);
        }
    }

    private void Value(ScaffoldValue value, ScaffoldEntity? entity)
    {
        value.Type = KnownType(value.Type, entity);
        var type = new TypeRef(
            value.Type.TrimEnd('[', ']', '{', '}'),
            value.Type.EndsWith("[]", StringComparison.Ordinal) ? TypeShape.List : value.Type.EndsWith("{}", StringComparison.Ordinal) ? TypeShape.Map : TypeShape.One);
        value.Secret |= !value.Secret && type.Name == "string" && LimitChecks.LooksSecret(value.Name);
        value.WireIsString &= LimitChecks.MayTravelAsNumber(type);
        Limit(value, type);
        Default(value, type, entity);
    }

    private string KnownType(string type, ScaffoldEntity? entity)
    {
        string name = type.TrimEnd('[', ']', '{', '}');
        bool known = Primitives.Contains(name) || _types.ContainsKey(name) || (entity?.State is not null && name == entity.Name + "State");
        return known ? type : "json";
    }

    private void Limit(ScaffoldValue value, TypeRef type)
    {
        var given = new Constraints(value.Pattern, value.MinLength, value.MaxLength, value.Minimum, value.Maximum, value.MinItems, value.MaxItems);
        Constraints kept = LimitChecks.Usable(type, given);
        bool pattern = kept.Pattern is not null && SourceText.IsLiteral(kept.Pattern) && !PatternChecks.RepeatsRepetition(kept.Pattern);
        (value.Pattern, value.MinLength, value.MaxLength, value.Minimum, value.Maximum, value.MinItems, value.MaxItems) =
            (pattern ? kept.Pattern : null, NotNegative(kept.MinLength), NotNegative(kept.MaxLength), kept.Minimum, kept.Maximum, NotNegative(kept.MinItems), NotNegative(kept.MaxItems));
        if (given.Pattern is not null && value.Pattern is null)
        {
            _gaps.Add(GapRules.Constraint, value.Origin, "the pattern", value.Name, type.Name != "string" || type.Shape != TypeShape.One ? "its type is no text" : "it is no regular expression that .NET can hold a value to in time");
        }

        if (kept with { Pattern = given.Pattern } != given)
        {
            _gaps.Add(GapRules.Constraint, value.Origin, "a limit", value.Name, "it does not fit the type " + value.Type);
        }

        if (value.MinLength > value.MaxLength || value.MinItems > value.MaxItems || Above(value.Minimum, value.Maximum))
        {
            _gaps.Add(GapRules.Constraint, value.Origin, "a limit", value.Name, "the lower one is above the upper one");
            value.MinLength = value.MinItems = null;
            value.Minimum = null;
        }
    }

    private static int? NotNegative(int? limit) => limit < 0 ? null : limit;

    private static bool Above(string? low, string? high) =>
        double.TryParse(low, NumberStyles.Float, CultureInfo.InvariantCulture, out double minimum)
        && double.TryParse(high, NumberStyles.Float, CultureInfo.InvariantCulture, out double maximum)
        && minimum > maximum;

    private void Default(ScaffoldValue value, TypeRef type, ScaffoldEntity? entity)
    {
        if (value.Default is null)
        {
            return;
        }

        bool isEnum = _types.TryGetValue(type.Name, out ScaffoldType? declared) && declared.Values?.Any(known => known.Name == value.Default) == true;
        bool fits = SourceText.IsLiteral(value.Default)
            && type.Shape == TypeShape.One
            && (isEnum || (Primitives.Contains(type.Name) && LimitChecks.UsableDefault(type, value.Default) is not null && !LimitChecks.Refuses(value.Default, type, new Constraints(value.Pattern, value.MinLength, value.MaxLength, value.Minimum, value.Maximum, value.MinItems, value.MaxItems), new PatternTime())))
            && !(entity?.State is { } state && state.Property == value.Name);
        if (!fits)
        {
            _gaps.Add(GapRules.Constraint, value.Origin, "the default", value.Name, "it is no value of " + value.Type);
            value.Default = null;
        }
    }

    private static IEnumerable<string> Holders(string wire)
    {
        for (int dot = wire.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = wire.IndexOf('.', dot + 1))
        {
            yield return wire[..dot];
        }
    }
}
