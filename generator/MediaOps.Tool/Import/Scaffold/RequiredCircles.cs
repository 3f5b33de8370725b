namespace MediaOps.Tool.Import;

/// <summary>Opens circles of required members: no value could ever be built of such types.</summary>
internal static class RequiredCircles
{
    /// <summary>Makes the members that close circles optional.</summary>
    public static void Break(ScaffoldService service, Gaps gaps)
    {
        var types = service.Types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        var waits = types.Values.ToDictionary(type => type.Name, type => Needed(type).Count(), StringComparer.Ordinal);
        ILookup<string, string> users = types.Values.SelectMany(type => Needed(type).Select(member => (member.Type, type.Name))).ToLookup(use => use.Type, use => use.Name, StringComparer.Ordinal);

        // What needs nothing can be built, and then what needs only that: what is left over stands in a circle or needs one.
        var buildable = new Queue<string>(waits.Where(wait => wait.Value == 0).Select(wait => wait.Key));
        while (buildable.TryDequeue(out string? built))
        {
            foreach (string user in users[built])
            {
                if (--waits[user] == 0)
                {
                    buildable.Enqueue(user);
                }
            }
        }

        foreach (ScaffoldType type in service.Types.Where(type => waits[type.Name] > 0))
        {
            foreach (ScaffoldProperty member in Needed(type).Where(member => waits[member.Type] > 0).ToArray())
            {
                member.Required = false;
                gaps.Add(GapRules.Constraint, member.Origin, "'required'", type.Name + "." + member.Name, "the types require each other in a circle");
            }
        }

        IEnumerable<ScaffoldProperty> Needed(ScaffoldType type) => type.Properties.Where(member => member.Required && types.ContainsKey(member.Type));
    }
}
