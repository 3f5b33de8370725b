using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>The type names that the files of a service bring into its namespace.</summary>
internal static class GeneratedTypes
{
    private static readonly string[] EntitySuffixes = ["", "State", "States", "Data", "Definition", "Collection", "CreationOptions"];

    /// <summary>The types of one entity: who brings them, and where that stands.</summary>
    public static IEnumerable<(string Name, string Claimant, string Path)> Of(EntitySpec entity, ServiceFacts service) =>
        OfEntity(entity.Name, service.Interfaces)
            .Select(name => (name, "entity " + entity.Name, "entity"))
            .Concat(entity.Types.Select(type => (type.Name, "type " + type.Name, "types/" + type.Name)));

    /// <summary>The types that the service and the other entities bring.</summary>
    public static Dictionary<string, string> Taken(ServiceFacts service, IEnumerable<EntityFacts> others)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(service.Client, "the client");
        Add(service.Name + "Service", "the service");
        Add(service.Name + "Errors", "the service");
        if (service.ErrorsEnum is not null)
        {
            Add(service.ErrorsEnum, "the enum of error codes");
        }

        foreach (TypeSpec type in service.Types)
        {
            Add(type.Name, "type " + type.Name + " of service.json");
        }

        foreach (EntityFacts other in others)
        {
            foreach (string name in OfEntity(other.Name, service.Interfaces))
            {
                Add(name, "entity " + other.Name);
            }

            foreach (string name in other.TypeNames)
            {
                Add(name, "type " + name + " of entity " + other.Name);
            }
        }

        return taken;

        void Add(string name, string claimant)
        {
            if (!taken.ContainsKey(name))
            {
                taken.Add(name, claimant);
            }
        }
    }

    private static IEnumerable<string> OfEntity(string name, bool interfaces)
    {
        IEnumerable<string> names = EntitySuffixes.Select(suffix => name + suffix);
        return interfaces ? names.Concat(["I" + name]) : names;
    }
}
