using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>The facts of all files, sorted by path: the only thing that the checks of one file know of the others.</summary>
public sealed record SchemaIndex(EquatableArray<ServiceFacts> Services, EquatableArray<EntityFacts> Entities)
{
    /// <summary>An index of the facts in any order.</summary>
    public static SchemaIndex Of(IEnumerable<ServiceFacts> services, IEnumerable<EntityFacts> entities) => new(
        services.OrderBy(service => service.Path, StringComparer.Ordinal).ToEquatableArray(),
        entities.OrderBy(entity => entity.Path, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>An index of parsed files.</summary>
    public static SchemaIndex Of(IEnumerable<ParsedFile> files)
    {
        var services = new List<ServiceFacts>();
        var entities = new List<EntityFacts>();
        foreach (ParsedFile file in files)
        {
            if (file.Service is not null)
            {
                services.Add(ServiceFacts.From(file.Service, file.Path));
            }

            if (file.Entity is not null)
            {
                entities.Add(EntityFacts.From(file.Entity, file.Path));
            }
        }

        return Of(services, entities);
    }

    /// <summary>The service of a folder, or null.</summary>
    public ServiceFacts? ServiceOf(string folder) => Services.FirstOrDefault(service => service.Folder == folder);

    /// <summary>The entities of a folder by path.</summary>
    public IEnumerable<EntityFacts> EntitiesOf(string folder) => Entities.Where(entity => entity.Folder == folder);

    /// <summary>The entity of that name in a folder, or null; of two, the first by path.</summary>
    public EntityFacts? Entity(string folder, string name) => EntitiesOf(folder).FirstOrDefault(entity => entity.Name == name);
}
