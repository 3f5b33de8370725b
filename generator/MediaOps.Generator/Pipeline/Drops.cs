using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>Nothing is left out in silence: what is not generated because its name is taken, and has no finding yet, gets one.</summary>
internal static class Drops
{
    /// <summary>The findings that are missing.</summary>
    /// <param name="parsed">The file.</param>
    /// <param name="map">The others.</param>
    /// <param name="said">What has been found already.</param>
    public static IEnumerable<Finding> Findings(ParsedFile parsed, SchemaMap map, IReadOnlyList<Finding> said)
    {
        IEnumerable<(string Member, string Name)> drops = (parsed.Entity is { } entity ? Of(entity, parsed.Path, map) : [])
            .Concat(parsed.Service is { } service ? Of(service, parsed.Path, map) : []);
        return drops
            .Where(drop => !said.Any(finding => finding.Severity == Severity.Error && IsAtOrBelow(finding.Member, drop.Member)))
            .Select(drop => new Finding(
                Rules.ReservedName.Id,
                Rules.ReservedName.Severity,
                Rules.ReservedName.Format(drop.Name, "a name here", "a generated name"),
                parsed.Path,
                parsed.Marks.Name(drop.Member),
                drop.Member));
    }

    private static IEnumerable<(string Member, string Name)> Of(EntitySpec entity, string path, SchemaMap map)
    {
        if (!map.Claims.IsGenerated(path))
        {
            return [("entity", entity.Name)];
        }

        EntitySpec kept = Collisions.Remove(entity);
        return Types(entity.Types, path, map)
            .Concat(Relatives(kept, path, map))
            .Concat(Missing(entity.Properties.Select(property => property.Name), kept.Properties.Select(property => property.Name), "properties/"))
            .Concat(Missing(entity.Actions.Select(action => action.Name), kept.Actions.Select(action => action.Name), "actions/"))
            .Concat(entity.Update is not null && kept.Update is null ? [("lifecycle/update", "Update")] : [])
            .Concat(entity.Delete is not null && kept.Delete is null ? [("lifecycle/delete", "Delete")] : []);
    }

    /// <summary>Members that would lead to the parent or to children. Those named like a property or an action have a finding there.</summary>
    private static IEnumerable<(string Member, string Name)> Relatives(EntitySpec entity, string path, SchemaMap map)
    {
        HashSet<string> taken = Collisions.NamesOf(entity);
        HashSet<string> unsaid = new(taken, StringComparer.Ordinal);
        unsaid.ExceptWith(entity.Properties.Select(property => property.Name).Concat(entity.Actions.SelectMany(action => ActionForms.NamesOf(action.Name))));
        foreach (EntityFacts child in map.EntitiesOf(SchemaFiles.FolderOf(path)).Where(child => child.Parent?.Entity == entity.Name && unsaid.Contains(child.Plural)))
        {
            yield return ("entity", child.Plural);
        }

        if (entity.Parent is { } parent)
        {
            foreach (string name in RelativesEmitter.NamesOfParent(entity.Name, parent.Entity).Where(name => (name == parent.Entity ? unsaid : taken).Contains(name)))
            {
                yield return ("parent/entity", name);
            }
        }
    }

    private static IEnumerable<(string Member, string Name)> Of(ServiceSpec service, string path, SchemaMap map) =>
        map.Claims.IsGenerated(path) ? Types(service.Types, path, map) : [("service", service.Name)];

    private static IEnumerable<(string Member, string Name)> Types(IEnumerable<TypeSpec> types, string path, SchemaMap map) => types.SelectMany(type => map.Claims.OwnsType(path, type.Name)
        ? Missing(type.Properties.Select(property => property.Name), Collisions.Remove(type).Properties.Select(property => property.Name), "types/" + type.Name + "/properties/")
        : [("types/" + type.Name, type.Name)]);

    private static IEnumerable<(string Member, string Name)> Missing(IEnumerable<string> all, IEnumerable<string> kept, string path) =>
        all.Except(kept, StringComparer.Ordinal).Select(name => (path + name, name));

    private static bool IsAtOrBelow(string member, string path) => string.Equals(member, path, StringComparison.Ordinal) || member.StartsWith(path + "/", StringComparison.Ordinal);
}
