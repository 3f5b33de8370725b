namespace MediaOps.Tool.Import.Botocore;

/// <summary>
/// Makes types of shapes, each when something first uses it. A shape gets its name before its members are looked at, and members wait in a queue: circles
/// and long chains cost neither stack nor time.
/// </summary>
internal sealed class TypeMapper(AwsModel model, ScaffoldService service, NameScope names, Gaps gaps)
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Queue<(AwsShape Shape, ScaffoldType Type)> _open = new();

    /// <summary>The type of a member; <c>json</c> where the language has no word for it.</summary>
    public string Of(AwsMember member) => member.IsJsonText ? "string" : Of(member.Shape, member.Origin, member.TimestampFormat, member.Place);

    /// <summary>The type of a shape that stands by itself.</summary>
    public string Of(AwsShape shape) => Of(shape.Name, shape.Origin, null, AwsPlace.Body);

    /// <summary>Describes every type that is used, and then those that these use.</summary>
    public void Finish()
    {
        while (_open.TryDequeue(out (AwsShape Shape, ScaffoldType Type) next))
        {
            NameScope members = NameScope.OfType(next.Type.Name);
            foreach (AwsMember member in next.Shape.Members.Where(member => member.Place == AwsPlace.Body))
            {
                if (WirePath.Of(member.Wire) is not { } wire)
                {
                    gaps.Add(GapRules.LeftOut, member.Origin, member.Name, "its name on the wire cannot be written");
                    continue;
                }

                var property = new ScaffoldProperty { Name = members.Take(CSharpName.Of(member.Name, "Member")), Wire = wire, Type = Of(member) };
                Values.Fill(property, member, model.Find(member.Shape), gaps);
                property.Required = next.Shape.Required.Contains(member.Name);
                next.Type.Properties.Add(property);
            }
        }
    }

    private string Of(string name, Origin origin, string? timestampFormat, AwsPlace place)
    {
        if (model.Find(name) is not { } shape)
        {
            gaps.Add(GapRules.Untyped, origin, name, "the model has no such shape");
            return "json";
        }

        if (shape.Kind is not ("list" or "map"))
        {
            return One(shape, origin, timestampFormat, place);
        }

        if (model.Find(shape.Of) is not { } item || item.Kind is "list" or "map")
        {
            gaps.Add(GapRules.Untyped, origin, shape.Name, "lists and maps hold single values, and no other lists and maps");
            return "json";
        }

        return One(item, shape.Origin, null, place) + (shape.Kind == "list" ? "[]" : "{}");
    }

    private string One(AwsShape shape, Origin origin, string? timestampFormat, AwsPlace place)
    {
        switch (shape.Kind)
        {
            case "string" or "character":
                return shape.Values is { Count: > 0 } ? Declared(shape) : "string";
            case "structure" when shape is { IsDocument: false, IsStream: false }:
                return Declared(shape);
            case "structure" when shape.IsDocument:
                return "json";
            case "boolean":
                return "bool";
            case "integer" or "short" or "byte":
                return "int";
            case "long":
                return "long";
            case "float" or "double":
                return "double";
            case "bigdecimal" or "biginteger":
                return "decimal";
            case "timestamp":
                return Time(shape, origin, timestampFormat ?? shape.TimestampFormat, place);
            case "blob":
                gaps.Add(GapRules.Approximated, origin, shape.Name, "string", "it holds bytes, written in base64");
                return "string";
            default:
                gaps.Add(GapRules.Untyped, origin, shape.Name, $"the kind '{SourceText.Short(shape.Kind)}' is not known");
                return "json";
        }
    }

    /// <summary>JSON protocols write a time as seconds since 1970 in bodies, as text elsewhere.</summary>
    private string Time(AwsShape shape, Origin origin, string? format, AwsPlace place)
    {
        format ??= place switch { AwsPlace.Body => "unixTimestamp", AwsPlace.Header => "rfc822", _ => "iso8601" };
        if (format == "iso8601")
        {
            return "datetime";
        }

        bool number = format == "unixTimestamp";
        gaps.Add(GapRules.Approximated, origin, shape.Name, number ? "double" : "string", number ? "it holds a time as seconds since 1970" : "it holds a time as in HTTP headers");
        return number ? "double" : "string";
    }

    private string Declared(AwsShape shape)
    {
        if (_types.TryGetValue(shape.Name, out string? known))
        {
            return known;
        }

        string wanted = CSharpName.Of(shape.Name, "Type");
        var type = new ScaffoldType
        {
            Name = names.Take(names.IsFree(wanted) ? wanted : wanted + "Value"),
            Origin = shape.Origin,
            Description = SourceText.Prose(shape.Documentation),
        };
        _types.Add(shape.Name, type.Name);
        service.Types.Add(type);
        if (shape.IsStructure)
        {
            _open.Enqueue((shape, type));
        }
        else
        {
            type.Values = [.. EnumValues.Of(shape, gaps).Select(value => new ScaffoldEnumValue(value.Name, value.Wire))];
        }

        return type.Name;
    }
}
