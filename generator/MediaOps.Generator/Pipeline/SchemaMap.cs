using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>The index with its look-ups. Equal to another one with an equal index: the look-ups are only a faster way to the same facts.</summary>
internal sealed class SchemaMap : IEquatable<SchemaMap>
{
    private readonly Lazy<Dictionary<string, ServiceFacts>> _services;
    private readonly Lazy<ILookup<string, EntityFacts>> _entities;
    private readonly Lazy<Claims> _claims;

    private SchemaMap(SchemaIndex index)
    {
        Index = index;
        _claims = new Lazy<Claims>(() => Claims.Of(this));
        _entities = new Lazy<ILookup<string, EntityFacts>>(() => index.Entities.ToLookup(entity => entity.Folder, StringComparer.Ordinal));
        _services = new Lazy<Dictionary<string, ServiceFacts>>(() =>
        {
            var services = new Dictionary<string, ServiceFacts>(StringComparer.Ordinal);
            foreach (ServiceFacts service in index.Services)
            {
                if (!services.ContainsKey(service.Folder))
                {
                    services.Add(service.Folder, service);
                }
            }

            return services;
        });
    }

    /// <summary>The facts of all files.</summary>
    public SchemaIndex Index { get; }

    /// <summary>Who owns which generated name.</summary>
    public Claims Claims => _claims.Value;

    /// <summary>Collects the facts of all files.</summary>
    public static SchemaMap Of(IEnumerable<FileFacts> files)
    {
        FileFacts[] all = [.. files];
        return new SchemaMap(SchemaIndex.Of(all.Select(file => file.Service).OfType<ServiceFacts>(), all.Select(file => file.Entity).OfType<EntityFacts>()));
    }

    /// <summary>The service of a folder, or null.</summary>
    public ServiceFacts? ServiceOf(string folder) => _services.Value.TryGetValue(folder, out ServiceFacts? service) ? service : null;

    /// <summary>The entities of a folder that are generated, by name.</summary>
    public IEnumerable<EntityFacts> EntitiesOf(string folder) => _entities.Value[folder]
        .Where(entity => Claims.IsGenerated(entity.Path))
        .OrderBy(entity => entity.Name, StringComparer.Ordinal);

    /// <summary>All entities of a folder, by path.</summary>
    public IEnumerable<EntityFacts> AllEntitiesOf(string folder) => _entities.Value[folder];

    /// <inheritdoc/>
    public bool Equals(SchemaMap? other) => other is not null && Index.Equals(other.Index);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SchemaMap);

    /// <inheritdoc/>
    public override int GetHashCode() => Index.GetHashCode();
}
