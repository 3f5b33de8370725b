using System.Text.Json.Nodes;

namespace MediaOps.Tool.Import;

/// <summary>Keeps files as short as the schema library reads them: first descriptions go, then types, then actions.</summary>
internal static class FileSizes
{
    /// <summary>The files of a scaffold, none of which is too long.</summary>
    /// <param name="service">The scaffold; it loses what does not fit.</param>
    /// <param name="gaps">Learns what that is.</param>
    public static IReadOnlyList<ScaffoldFile> Fit(ScaffoldService service, Gaps gaps)
    {
        // Each round halves what is left of a file that is too long, so there are few.
        while (true)
        {
            IReadOnlyList<ScaffoldFile> files = ScaffoldWriter.Files(service);
            ScaffoldFile[] tooLong = [.. files.Where(file => IsTooLong(file, service, gaps))];
            if (tooLong.Length == 0)
            {
                return files;
            }

            foreach (ScaffoldFile file in tooLong)
            {
                if (!Halve(file, service, gaps))
                {
                    return files;
                }
            }

            Repairs.Of(service, gaps);
        }
    }

    private static bool IsTooLong(ScaffoldFile file, ScaffoldService service, Gaps gaps)
    {
        if (JsonLayout.Write(file.Content).Length <= Limits.SchemaFile)
        {
            return false;
        }

        gaps.Add(GapRules.LeftOut, service.Origin, "description", "with them " + file.Name + " is longer than the schema library reads");
        RemoveDescriptions(file.Content);
        return JsonLayout.Write(file.Content).Length > Limits.SchemaFile;
    }

    /// <summary>Leaves out half of what is left; false where nothing is.</summary>
    private static bool Halve(ScaffoldFile file, ScaffoldService service, Gaps gaps)
    {
        if (file.Content["types"] is JsonObject { Count: > 0 } types)
        {
            var dropped = types.OrderByDescending(type => type.Value!.ToJsonString().Length).Take((types.Count + 1) / 2).Select(type => type.Key).ToHashSet(StringComparer.Ordinal);
            gaps.Add(GapRules.Limit, service.Origin, types.Count - dropped.Count, "types in " + file.Name);
            service.Types.RemoveAll(type => dropped.Contains(type.Name));
            return true;
        }

        ScaffoldEntity? entity = service.Entities.FirstOrDefault(entity => entity.Name == (string?)file.Content["entity"]);
        if (entity is { Actions.Count: > 0 })
        {
            gaps.Add(GapRules.Limit, service.Origin, entity.Actions.Count / 2, "actions in " + file.Name);
            entity.Actions.RemoveRange(entity.Actions.Count / 2, (entity.Actions.Count + 1) / 2);
            return true;
        }

        if (entity is not null)
        {
            gaps.Add(GapRules.LeftOut, entity.Origin, entity.Name, "its file is longer than the schema library reads");
            service.Entities.Remove(entity);
            service.Entities.ForEach(child => child.Parent = child.Parent?.Entity == entity.Name ? null : child.Parent);
            return true;
        }

        bool hasCodes = service.Errors is { Codes.Count: > 0 };
        service.Errors?.Codes.Clear();
        return hasCodes;
    }

    private static void RemoveDescriptions(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            _ = members["description"] is JsonValue && members.Remove("description");
            foreach ((string _, JsonNode? value) in members)
            {
                RemoveDescriptions(value);
            }
        }
    }
}
