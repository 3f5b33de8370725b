using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Model;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit.Members;

/// <summary>Finds the C# type of a schema type.</summary>
internal sealed class TypeMap
{
    private static readonly Dictionary<string, (string Type, bool IsValueType, string Helper)> Primitive = new(StringComparer.Ordinal)
    {
        ["string"] = ("string", false, "String"),
        ["bool"] = ("bool", true, "Boolean"),
        ["int"] = ("int", true, "Int32"),
        ["long"] = ("long", true, "Int64"),
        ["double"] = ("double", true, "Double"),
        ["decimal"] = ("decimal", true, "Decimal"),
        ["datetime"] = ("global::System.DateTime", true, "DateTime"),
        ["duration"] = ("global::System.TimeSpan", true, "Duration"),
        ["guid"] = ("global::System.Guid", true, "Guid"),
        ["uri"] = ("global::System.Uri", false, "Uri"),
        ["json"] = ("global::System.Text.Json.JsonElement", true, "Json"),
        ["ipAddress"] = ("global::System.Net.IPAddress", false, "IPAddress"),
        ["version"] = ("global::System.Version", false, "Version"),
    };

    private readonly string _namespace;
    private readonly Dictionary<string, TypeSpec> _types = new(StringComparer.Ordinal);
    private readonly string? _stateEnum;

    /// <summary>The types that an entity can name.</summary>
    public TypeMap(EntityModel model)
        : this(model.Service.Namespace, model.SharedTypes.Concat(model.Spec.Types), model.Spec.State is null ? null : model.Spec.Name + "State")
    {
    }

    /// <summary>The types that a service can name.</summary>
    public TypeMap(ServiceModel model)
        : this(model.Service.Namespace, model.Spec.Types, stateEnum: null)
    {
    }

    private TypeMap(string @namespace, IEnumerable<TypeSpec> types, string? stateEnum)
    {
        _namespace = @namespace;
        _stateEnum = stateEnum;
        foreach (TypeSpec type in types)
        {
            _types[type.Name] = type;
        }
    }

    /// <summary>The member of the runtime's JSON helpers for a primitive.</summary>
    public static string Helper(string primitive) => Primitive[primitive].Helper;

    /// <summary>The schema's own type of a name, or null.</summary>
    public TypeSpec? Find(string name) => _types.TryGetValue(name, out TypeSpec? type) ? type : null;

    /// <summary>The properties whose types are known. The others have a finding of their own and are left out, so that no error arises in generated code.</summary>
    public IReadOnlyList<Member> Members(IEnumerable<PropertySpec> properties)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. properties.Select(Resolve).OfType<Member>().Where(member => names.Add(member.Name))];
    }

    /// <summary>A property with its C# type, or null when the type is unknown.</summary>
    public Member? Resolve(PropertySpec property)
    {
        string name = property.Type.Name;
        if (Primitive.TryGetValue(name, out var primitive))
        {
            return new Member(property, ValueKind.Primitive, primitive.Type, primitive.IsValueType);
        }

        if (string.Equals(name, _stateEnum, StringComparison.Ordinal))
        {
            return new Member(property, ValueKind.Enum, Qualify(name), IsValueType: true);
        }

        return Find(name) switch
        {
            null => null,
            { IsEnum: true } => new Member(property, ValueKind.Enum, Qualify(name), IsValueType: true),
            _ => new Member(property, ValueKind.Complex, Qualify(name), IsValueType: false),
        };
    }

    private string Qualify(string name) => "global::" + _namespace + "." + name;
}
