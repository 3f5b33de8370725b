using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>The facts of all files, sorted by path: the only thing that the checks of one file know of the others. Equal by what it holds.</summary>
public sealed record SchemaIndex
{
    // Look-ups are made once for all files, or the checks of a thousand entities would be a million steps; they are no part of the value.
    private readonly Lazy<Dictionary<string, FolderIndex>> _folders;
    private readonly Lazy<TypeOwners> _owners;

    private SchemaIndex(EquatableArray<ServiceFacts> services, EquatableArray<EntityFacts> entities)
    {
        Services = services;
        Entities = entities;
        _folders = new Lazy<Dictionary<string, FolderIndex>>(() => Services
            .GroupBy(service => service.Folder, StringComparer.Ordinal)
            .GroupJoin(Entities, group => group.Key, entity => entity.Folder, (group, own) => new FolderIndex(group.Key, group.First(), own), StringComparer.Ordinal)
            .ToDictionary(folder => folder.Folder, StringComparer.Ordinal));
        _owners = new Lazy<TypeOwners>(() => TypeOwners.Of(this));
    }

    /// <summary>The services.</summary>
    public EquatableArray<ServiceFacts> Services { get; }

    /// <summary>The entities of all services, and of folders that have none.</summary>
    public EquatableArray<EntityFacts> Entities { get; }

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
    public ServiceFacts? ServiceOf(string folder) => Folder(folder)?.Service;

    /// <summary>The entities of a folder with a service, by path.</summary>
    public IEnumerable<EntityFacts> EntitiesOf(string folder) => Folder(folder)?.Entities ?? [];

    /// <summary>The entity of that name in a folder with a service, or null; of two, the first by path.</summary>
    public EntityFacts? Entity(string folder, string name) => Folder(folder)?.ByName[name].FirstOrDefault(entity => entity.Name == name);

    /// <inheritdoc/>
    public bool Equals(SchemaIndex? other) => other is not null && Services == other.Services && Entities == other.Entities;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Services.GetHashCode() * 31) + Entities.GetHashCode());

    /// <summary>Who owns which name of a type.</summary>
    internal TypeOwners Owners => _owners.Value;

    internal FolderIndex? Folder(string folder) => _folders.Value.TryGetValue(folder, out FolderIndex? found) ? found : null;
}

/// <summary>The look-ups of one service's folder.</summary>
internal sealed class FolderIndex
{
    public FolderIndex(string folder, ServiceFacts service, IEnumerable<EntityFacts> entities)
    {
        Folder = folder;
        Service = service;
        Entities = [.. entities];
        ByName = Entities.ToLookup(entity => entity.Name, StringComparer.OrdinalIgnoreCase);
        ByClientMember = Entities.ToLookup(entity => entity.ClientMember, StringComparer.OrdinalIgnoreCase);
        ByParent = Entities.Where(entity => entity.Parent is not null).ToLookup(entity => entity.Parent!.Entity, StringComparer.Ordinal);
    }

    public string Folder { get; }

    public ServiceFacts Service { get; }

    public IReadOnlyList<EntityFacts> Entities { get; }

    /// <summary>By name without regard to case.</summary>
    public ILookup<string, EntityFacts> ByName { get; }

    /// <summary>By the member of the client that leads to it, without regard to case.</summary>
    public ILookup<string, EntityFacts> ByClientMember { get; }

    /// <summary>By the name of the parent.</summary>
    public ILookup<string, EntityFacts> ByParent { get; }

    public IEnumerable<string> Names => Entities.Select(entity => entity.Name);

    public EntityFacts? Entity(string name) => ByName[name].FirstOrDefault(entity => entity.Name == name);
}
