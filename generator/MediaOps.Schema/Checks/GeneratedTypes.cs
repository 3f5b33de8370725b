using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>The type names that the files of a service bring into its namespace, each with who brings it.</summary>
internal static class GeneratedTypes
{
    private static readonly string[] EntitySuffixes = ["", "State", "States", "Data", "Definition", "Collection", "CreationOptions"];

    /// <summary>The types of a service.</summary>
    public static IEnumerable<(string Name, string Claimant)> Of(ServiceFacts service)
    {
        yield return (service.Client, "the client");
        yield return (service.Name + "Service", "the service");
        yield return (service.Name + "Errors", "the service");
        if (service.ErrorsEnum is not null)
        {
            yield return (service.ErrorsEnum, "the enum of error codes");
        }

        foreach (TypeSpec type in service.Types)
        {
            yield return (type.Name, "type " + type.Name + " of service.json");
        }
    }

    /// <summary>The types of an entity.</summary>
    public static IEnumerable<(string Name, string Claimant)> Of(EntityFacts entity, bool interfaces) => OfClass(entity.Name, interfaces)
        .Select(name => (name, "entity " + entity.Name))
        .Concat(entity.TypeNames.Select(name => (name, "type " + name + " of entity " + entity.Name)));

    /// <summary>The types that an entity's name brings.</summary>
    public static IEnumerable<string> OfClass(string entity, bool interfaces)
    {
        IEnumerable<string> names = EntitySuffixes.Select(suffix => entity + suffix);
        return interfaces ? names.Concat(["I" + entity]) : names;
    }
}
