using MediaOps.Schema;
using MediaOps.Tool.Diff.Tables;

namespace MediaOps.Tool.Diff;

/// <summary>What changed between two sets of schemas, for users of the generated clients.</summary>
internal static class SchemaDiff
{
    /// <summary>The changes, by service and entity, in the order of the language.</summary>
    public static IReadOnlyList<Change> Compare(IReadOnlyList<SchemaService> old, IReadOnlyList<SchemaService> @new)
    {
        (SchemaService Old, SchemaService New)[] pairs = [.. Pairs(old, @new)];
        return
        [
            .. old.Where(service => !Array.Exists(pairs, pair => ReferenceEquals(pair.Old, service))).Select(service => Whole(service, "gone", Effect.Source("Programs that use its client do not compile."), isOld: true)),
            .. @new.Where(service => !Array.Exists(pairs, pair => ReferenceEquals(pair.New, service))).Select(service => Whole(service, "new", Effect.Compatible("Programs do not have to know it."), isOld: false)),
            .. pairs.SelectMany(pair => Compare(pair.Old, pair.New)),
        ];
    }

    /// <summary>The changes of one service.</summary>
    public static IEnumerable<Change> Compare(SchemaService old, SchemaService @new)
    {
        HashSet<string> shared = [.. Enums(@new.Spec.Types)];
        var place = new Place(@new.Spec.Name, null, string.Empty, "the service " + @new.Spec.Name, new Surroundings(false, shared));
        foreach (Change change in ServiceTables.Service.Compare(old.Spec, @new.Spec, place))
        {
            yield return change;
        }

        Dictionary<string, EntitySpec> before = old.Entities.ToDictionary(entity => entity.Name, StringComparer.Ordinal);
        foreach (EntitySpec gone in old.Entities.Where(entity => !@new.Entities.Any(other => other.Name == entity.Name)))
        {
            yield return new Change(ChangeKind.BreakingSource, In(@new, gone, shared), $"The entity {gone.Name} is gone.", "Programs that use it do not compile.", IsOld: true);
        }

        foreach (EntitySpec entity in @new.Entities)
        {
            if (!before.TryGetValue(entity.Name, out EntitySpec? was))
            {
                yield return new Change(ChangeKind.Compatible, In(@new, entity, shared), $"The entity {entity.Name} is new.", "Programs do not have to know it.");
                continue;
            }

            foreach (Change change in EntityTables.Entity.Compare(was, entity, In(@new, entity, shared)))
            {
                yield return change;
            }
        }
    }

    private static Place In(SchemaService service, EntitySpec entity, HashSet<string> shared) => new(
        service.Spec.Name, entity.Name, string.Empty, entity.Name, new Surroundings(entity.Singleton, new HashSet<string>([.. shared, .. Enums(entity.Types), entity.Name + "State"], StringComparer.Ordinal)));

    private static IEnumerable<string> Enums(IEnumerable<TypeSpec> types) => types.Where(type => type.IsEnum).Select(type => type.Name);

    /// <summary>One service on each side is the same one, whatever it is called; else the name decides, then the folder.</summary>
    private static IEnumerable<(SchemaService Old, SchemaService New)> Pairs(IReadOnlyList<SchemaService> old, IReadOnlyList<SchemaService> @new)
    {
        if (old.Count == 1 && @new.Count == 1)
        {
            return [(old[0], @new[0])];
        }

        var byName = old.Join(@new, service => service.Spec.Name, service => service.Spec.Name, (before, after) => (before, after), StringComparer.Ordinal).ToList();
        IEnumerable<SchemaService> restOld = old.Where(service => !byName.Exists(pair => ReferenceEquals(pair.before, service)));
        IEnumerable<SchemaService> restNew = @new.Where(service => !byName.Exists(pair => ReferenceEquals(pair.after, service)));
        return [.. byName, .. restOld.Join(restNew, FolderName, FolderName, (before, after) => (before, after), StringComparer.Ordinal)];
    }

    private static string FolderName(SchemaService service) => service.Folder[(service.Folder.LastIndexOf('/') + 1)..];

    private static Change Whole(SchemaService service, string what, Effect effect, bool isOld) => new(
        effect.Kind, new Place(service.Spec.Name, null, string.Empty, "the service " + service.Spec.Name, new Surroundings(false, new HashSet<string>(StringComparer.Ordinal))), $"The service {service.Spec.Name} is {what}.", effect.Sentence, isOld);
}
