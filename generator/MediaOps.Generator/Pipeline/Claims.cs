using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>
/// Which file owns which generated name. Of two that want one name the ordinally first by path gets it, services before entities; the schema library reports both.
/// Without this, one name too many would be an error inside generated code, or, as a hint name, the end of the whole generator.
/// </summary>
internal sealed class Claims
{
    private static readonly string[] EntitySuffixes =
        ["", "State", "StateWire", "Data", "DataJson", "Actions", "Definition", "Collection", "CreationOptions", "CreationOptionsJson", "ListArguments", "Types"];

    /// <summary>Names of members that generated types have, and that a type around them cannot have too.</summary>
    private static readonly string[] Reserved = ["Core", "Refresh", "RefreshAsync", "WireNames"];

    private static readonly string[] TypeSuffixes = ["", "Json", "Wire"];

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _generated = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    private Claims()
    {
    }

    /// <summary>Whether the file is generated.</summary>
    public bool IsGenerated(string path) => _generated.Contains(path);

    /// <summary>Whether a type of a generated file is generated.</summary>
    public bool OwnsType(string path, string type) => _types.Contains(path + "|" + type);

    /// <summary>Gives out the names.</summary>
    public static Claims Of(SchemaMap map)
    {
        var claims = new Claims();
        claims._taken.UnionWith(map.Index.Services.SelectMany(service => Reserved.Select(name => service.Namespace + "." + name)));
        foreach (ServiceFacts service in map.Index.Services)
        {
            // A second service of one name would take the hint names of the first, whatever its namespace.
            bool first = ReferenceEquals(map.ServiceOf(service.Folder), service) && claims._taken.Add("service " + service.Name);
            if (first && claims.TryTake(service.Path, service.Namespace, Names(service)))
            {
                claims.TakeTypes(service.Path, service.Namespace, service.Types.Select(type => type.Name));
            }
        }

        foreach (EntityFacts entity in map.Index.Entities)
        {
            if (map.ServiceOf(entity.Folder) is { } service && claims.IsGenerated(service.Path) && claims.TryTake(entity.Path, service.Namespace, Names(entity)))
            {
                claims.TakeTypes(entity.Path, service.Namespace, entity.TypeNames);
            }
        }

        return claims;
    }

    private static IEnumerable<string> Names(ServiceFacts service) => new[] { service.Client, service.ErrorsEnum, service.Name + "Service", service.Name + "Errors", "SharedTypes" }.OfType<string>();

    private static IEnumerable<string> Names(EntityFacts entity) => EntitySuffixes
        .Select(suffix => entity.Name + suffix)
        .Concat(entity.ActionNames.Select(action => entity.Name + action + "Arguments"))
        .Prepend("I" + entity.Name);

    private bool TryTake(string path, string @namespace, IEnumerable<string> names)
    {
        string[] all = [.. names.Select(name => @namespace + "." + name)];
        if (all.Any(_taken.Contains))
        {
            return false;
        }

        _taken.UnionWith(all);
        return _generated.Add(path);
    }

    private void TakeTypes(string path, string @namespace, IEnumerable<string> types)
    {
        foreach (string type in types)
        {
            string[] names = [.. TypeSuffixes.Select(suffix => @namespace + "." + type + suffix)];
            if (!names.Any(_taken.Contains))
            {
                _taken.UnionWith(names);
                _types.Add(path + "|" + type);
            }
        }
    }
}
