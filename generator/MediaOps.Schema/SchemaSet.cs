using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>All services that a set of schema files describes, for those who read schemas at run time.</summary>
/// <param name="Services">The services by name.</param>
/// <param name="Findings">Everything that is wrong with the files, by path and place.</param>
public sealed record SchemaSet(EquatableArray<SchemaService> Services, EquatableArray<Finding> Findings)
{
    /// <summary>Reads files; which is what, their paths tell (<see cref="SchemaFiles"/>). Never throws for what a file says: see <see cref="Findings"/>.</summary>
    /// <param name="files">Path and text of each file.</param>
    public static SchemaSet Load(IEnumerable<(string Path, string Text)> files)
    {
        ParsedFile[] parsed = [.. files
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => SchemaParser.Parse(file.Text, file.Path, SchemaFiles.KindOf(file.Path)))];
        SchemaIndex index = SchemaIndex.Of(parsed);
        return new SchemaSet(
            Distinct(parsed.Where(file => file.Service is not null).Select(file => Service(file, parsed)), service => service.Spec.Name),
            parsed.SelectMany(file => SchemaFindings.Of(file, index)).ToEquatableArray());
    }

    private static SchemaService Service(ParsedFile service, ParsedFile[] files)
    {
        string folder = SchemaFiles.FolderOf(service.Path);
        IEnumerable<EntitySpec> entities = files
            .Where(file => file.Entity is not null && SchemaFiles.FolderOf(file.Path) == folder)
            .Select(file => SpecResolver.Resolve(file.Entity!, service.Service!.Wire));
        return new SchemaService(folder, service.Service!, Distinct(entities, entity => entity.Name));
    }

    /// <summary>Of two that claim one name the first by path counts; the finding stands on both.</summary>
    private static EquatableArray<T> Distinct<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T> => items
            .GroupBy(name, StringComparer.Ordinal)
            .Select(group => group.First())
            .OrderBy(name, StringComparer.Ordinal)
            .ToEquatableArray();
}

/// <summary>A service with its entities, every wire name filled in.</summary>
/// <param name="Folder">The folder of its files.</param>
/// <param name="Spec">The service.</param>
/// <param name="Entities">Its entities by name.</param>
public sealed record SchemaService(string Folder, ServiceSpec Spec, EquatableArray<EntitySpec> Entities);
