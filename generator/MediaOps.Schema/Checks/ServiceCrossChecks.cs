using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>What can be said about a service with its entities and the other services in view.</summary>
internal static class ServiceCrossChecks
{
    public static void Check(ServiceSpec service, string path, SchemaIndex index, FindingSink sink)
    {
        foreach (ServiceFacts other in index.Services.Where(other => other.Path != path))
        {
            if (string.Equals(other.Name, service.Name, StringComparison.OrdinalIgnoreCase))
            {
                sink.Report(Rules.ClaimedTwice, "service", "service", service.Name, Messages.Clean(other.Path));
            }
            else if (string.Equals(other.Folder, SchemaFiles.FolderOf(path), StringComparison.Ordinal))
            {
                sink.Report(Rules.ClaimedTwice, "service", "folder", Messages.Clean(other.Folder), Messages.Clean(other.Path));
            }
        }

        UnusedTypes(service, SchemaFiles.FolderOf(path), index, sink);
    }

    private static void UnusedTypes(ServiceSpec service, string folder, SchemaIndex index, FindingSink sink)
    {
        var used = new HashSet<string>(
            index.EntitiesOf(folder).SelectMany(entity => entity.UsedTypes)
                .Concat(service.Types.SelectMany(type => type.Properties).Select(property => property.Type.Name)),
            StringComparer.Ordinal);
        foreach (TypeSpec type in service.Types.Where(type => !used.Contains(type.Name)))
        {
            sink.ReportName(Rules.UnusedType, "types/" + type.Name, type.Name);
        }
    }
}
