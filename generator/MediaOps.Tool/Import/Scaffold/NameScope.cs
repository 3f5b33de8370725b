using System.Globalization;
using MediaOps.Schema;

namespace MediaOps.Tool.Import;

/// <summary>The names of one kind in one place. Two that differ by case at most are one name.</summary>
internal sealed class NameScope
{
    private static readonly string StateText = GeneratedNames.Text("State");

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _reserved = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _next = new(StringComparer.OrdinalIgnoreCase);

    private readonly Func<string, IReadOnlyList<string>> _brings;
    private readonly bool _isOfTypes;

    private NameScope(Func<string, IReadOnlyList<string>> brings, params ReadOnlySpan<IEnumerable<string>> reserved)
    {
        _brings = brings;
        _isOfTypes = brings == WithReaders;
        foreach (IEnumerable<string> names in reserved)
        {
            _reserved.UnionWith(names);
        }
    }

    /// <summary>The members of a complex type.</summary>
    public static NameScope OfType(string type) => new(WithText, ReservedNames.OfObject, [type]);

    /// <summary>The values of an enum, the states of an entity, the error codes of a service.</summary>
    public static NameScope OfEnum() => new(Alone, ReservedNames.OfEnum);

    /// <summary>The parameters of an action.</summary>
    /// <param name="others">Names that are taken: the properties of the entity where the action makes it.</param>
    public static NameScope OfParameters(IEnumerable<string> others) => new(Alone, ReservedNames.OfParameters, others);

    /// <summary>The options of a client.</summary>
    public static NameScope OfOptions() => new(Alone, ReservedNames.OfOptions);

    /// <summary>The members of an entity: its properties, then its actions with all their forms.</summary>
    public static NameScope OfEntity(string entity) => new(
        WithText,
        ReservedNames.OfObject,
        ReservedNames.OfEntity,
        [StateText, entity, entity + "Data", entity + "CreationOptions", entity + "Actions"],
        ActionForms("Update"),
        ActionForms("Delete"));

    /// <summary>The members that a client gets: its collections and singletons.</summary>
    public static NameScope OfClient(string client) => new(Alone, ReservedNames.OfClient, [client]);

    /// <summary>The types of a service with those that its own name brings.</summary>
    public static NameScope OfTypes(string service, string client, string? errors) =>
        new(WithReaders, ReservedNames.OfTypes, Primitives.Names, ReservedNames.OfGenerated, [client], GeneratedNames.OfService(service), errors is null ? [] : [errors]);

    /// <summary>The names that an action brings into its entity.</summary>
    public static IReadOnlyList<string> ActionForms(string action) => GeneratedNames.Forms(action);

    /// <summary>The types that an entity brings into its service.</summary>
    public static IReadOnlyList<string> EntityTypes(string entity) => [.. GeneratedNames.OfEntity(entity, interfaces: true)];

    /// <summary>The members that lead from an entity to the one that it lies in.</summary>
    public static IReadOnlyList<string> OfParent(string parent) => [parent, "Get" + parent, "Get" + parent + "Async"];

    /// <summary>Whether the name is free. A type that ends as the arguments of an action do never is.</summary>
    public bool IsFree(string name) =>
        !_taken.Contains(name) && !_reserved.Contains(name) && !(_isOfTypes && name.EndsWith("Arguments", StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes a name for good; false where somebody has it.</summary>
    public bool TryTake(string name) => !_reserved.Contains(name) && _taken.Add(name);

    /// <summary>Takes the name, or the first free one with a number after it.</summary>
    public string Take(string name) => Take(name, _brings);

    /// <summary>Takes the name of an action; those of the lifecycle are no names for it.</summary>
    public string TakeAction(string name) => Take(name is "Create" or "Read" or "List" ? name + "Action" : name, ActionForms);

    /// <summary>Takes the name with all that it brings, or the first with a number after it of which all is free.</summary>
    /// <param name="name">The name that is wanted.</param>
    /// <param name="brings">The names that come with a name, itself among them.</param>
    public string Take(string name, Func<string, IReadOnlyList<string>> brings)
    {
        string wanted = name;
        for (int number = _next.GetValueOrDefault(wanted, 2); !brings(name).All(IsFree); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
            _next[wanted] = number + 1;
        }

        _taken.UnionWith(brings(name));
        return name;
    }

    private static IReadOnlyList<string> Alone(string name) => [name];

    /// <summary>A property of an enum brings the text that was read; that of the state is kept for it anyway.</summary>
    private static IReadOnlyList<string> WithText(string name) => GeneratedNames.Text(name) == StateText ? [name] : [name, GeneratedNames.Text(name)];

    /// <summary>A type brings what reads and writes it.</summary>
    private static IReadOnlyList<string> WithReaders(string name) => [.. GeneratedNames.OfType(name)];
}
