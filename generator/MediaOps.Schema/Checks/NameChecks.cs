using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>Names: twice, reserved, or generated twice.</summary>
internal static class NameChecks
{
    /// <summary>Reports names that differ from an earlier one by case at most.</summary>
    public static void Twice(IEnumerable<string> names, string what, string path, FindingSink sink)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            if (seen.TryGetValue(name, out string? earlier))
            {
                sink.ReportName(Rules.NameTwice, path + "/" + name, what, name, earlier);
            }
            else
            {
                seen.Add(name, name);
            }
        }
    }

    /// <summary>Reports a namespace in which types would stand beside those of the framework or of the runtime.</summary>
    public static void Namespace(string name, FindingSink sink)
    {
        if (ReservedNames.IsNamespace(name))
        {
            sink.Report(Rules.ReservedName, "namespace", name, "a namespace", "those of the runtime and of the framework");
        }
    }

    /// <summary>Reports a type's name that users' files need for something else.</summary>
    public static void TypeName(string name, string what, string path, FindingSink sink)
    {
        if (ReservedNames.OfTypes.Contains(name))
        {
            sink.Report(Rules.ReservedName, path, name, what, "a type of the runtime or of the framework");
        }
    }

    /// <summary>Reports a parameter that every generated method of its kind has already.</summary>
    public static void ParameterNames(IEnumerable<string> names, HashSet<string> reserved, string path, FindingSink sink)
    {
        foreach (string name in names.Where(name => reserved.Contains(name)))
        {
            sink.ReportName(Rules.ReservedName, path + "/" + name, name, "a parameter", "a generated parameter");
        }
    }

    /// <summary>Types with the names of their members.</summary>
    public static void Types(EquatableArray<TypeSpec> types, FindingSink sink)
    {
        Twice(types.Select(type => type.Name), "type", "types", sink);
        foreach (TypeSpec type in types)
        {
            string path = "types/" + type.Name;
            if (ReservedNames.OfTypes.Contains(type.Name))
            {
                sink.ReportName(Rules.ReservedName, path, type.Name, "a type", "a type of the runtime or of the framework");
            }

            Twice(type.Properties.Select(property => property.Name), "property", path + "/properties", sink);
            EnumValues(type.Values.Select(value => value.Name), "enum value", path + "/enum", sink);
        }
    }

    /// <summary>Values of an enum, or states.</summary>
    public static void EnumValues(IEnumerable<string> names, string what, string path, FindingSink sink)
    {
        string[] all = [.. names];
        Twice(all, what, path, sink);
        foreach (string name in all.Where(name => ReservedNames.OfEnum.Contains(name)))
        {
            sink.ReportName(Rules.ReservedName, path + "/" + name, name, ("aeiou".IndexOf(what[0]) < 0 ? "a " : "an ") + what, "the value that stands for everything unknown");
        }
    }

    /// <summary>The names of an entity and of its members, as far as the file tells.</summary>
    public static void Entity(EntitySpec entity, FindingSink sink)
    {
        TypeName(entity.Name, "an entity", "entity", sink);
        Twice(entity.Properties.Select(property => property.Name), "property", "properties", sink);
        Twice(entity.Actions.Select(action => action.Name), "action", "actions", sink);
    }
}

/// <summary>Where actions stand in their file.</summary>
internal static class ActionPaths
{
    public static string Of(ActionSpec action) =>
        action.Kind == ActionKind.Custom ? "actions/" + action.Name : "lifecycle/" + action.Name.ToLowerInvariant();
}
