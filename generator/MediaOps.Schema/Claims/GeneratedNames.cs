using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>The names that generated code makes of a schema's. Checks, generator and importers know them from here and from nowhere else.</summary>
internal static class GeneratedNames
{
    private static readonly string[] OfEntities =
        ["", "State", "States", "StateWire", "Data", "DataJson", "Actions", "Definition", "Collection", "CreationOptions", "CreationOptionsJson", "Types"];

    private static readonly string[] OfTypes = ["", "Json", "Wire"];

    /// <summary>The types and files of an entity, whether it needs each of them or not: a state more must not take a name from somebody else.</summary>
    public static IEnumerable<string> OfEntity(string entity, bool interfaces) => OfEntities.Select(suffix => entity + suffix).Concat(interfaces ? ["I" + entity] : []);

    /// <summary>The type that holds the arguments of an action.</summary>
    public static string Arguments(string entity, string action) => entity + action + "Arguments";

    /// <summary>A type and what reads and writes it.</summary>
    public static IEnumerable<string> OfType(string type) => OfTypes.Select(suffix => type + suffix);

    /// <summary>The types that a service has beside its client.</summary>
    public static IReadOnlyList<string> OfService(string service) => [service + "Service", service + "Errors"];

    /// <summary>The four forms of an action.</summary>
    public static IReadOnlyList<string> Forms(string action) => [action, action + "Async", .. SendForms(action)];

    /// <summary>The two forms of an action that return an operation.</summary>
    public static IReadOnlyList<string> SendForms(string action) => ["Send" + action + "Operation", "Send" + action + "OperationAsync"];

    /// <summary>The member beside an enum that holds its text.</summary>
    public static string Text(string property) => property + "Text";

    /// <summary>The members that lead to a parent: a property, and the method that gives the same. A class can have no member of its own name, so a folder in a folder has a <c>Parent</c>.</summary>
    public static (string Property, string Method) OfParent(string entity, string parent)
    {
        string name = string.Equals(entity, parent, StringComparison.Ordinal) ? "Parent" : parent;
        return (name, "Get" + name + "Async");
    }

    /// <summary>The member that asks for operations of an action: <c>GetStatus</c> has <c>GetStatusOperation</c>, unless there is a <c>Status</c> too.</summary>
    public static string Operation(EntitySpec entity, string action)
    {
        bool isGetter = action.Length > 3 && action.StartsWith("Get", StringComparison.Ordinal) && action[3] is >= 'A' and <= 'Z';
        bool isFree = isGetter && !entity.Actions.Any(other => string.Equals(other.Name, action.Substring(3), StringComparison.Ordinal));
        return (isFree ? action : "Get" + action) + "Operation";
    }
}
