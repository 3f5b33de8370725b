namespace MediaOps.Tool.Import.Botocore;

/// <summary>Types whose required members lead back to them: no value of one could ever be built.</summary>
internal static class RequiredCircles
{
    /// <summary>Makes members optional until no circle is left.</summary>
    public static void Open(IReadOnlyList<ScaffoldType> types, Gaps gaps)
    {
        Dictionary<string, ScaffoldType> byName = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        var done = new HashSet<ScaffoldType>();
        var way = new HashSet<ScaffoldType>();
        foreach (ScaffoldType type in types)
        {
            Walk(type, byName, way, done, gaps);
        }
    }

    /// <summary>Depth first, with a stack of our own: chains of types are as long as a model likes.</summary>
    private static void Walk(ScaffoldType start, Dictionary<string, ScaffoldType> types, HashSet<ScaffoldType> way, HashSet<ScaffoldType> done, Gaps gaps)
    {
        var stack = new Stack<(ScaffoldType Type, int Next)>();
        Enter(start);
        while (stack.TryPop(out (ScaffoldType Type, int Next) at))
        {
            if (at.Next == at.Type.Properties.Count)
            {
                way.Remove(at.Type);
                continue;
            }

            stack.Push((at.Type, at.Next + 1));
            ScaffoldProperty property = at.Type.Properties[at.Next];
            if (!property.Required || !types.TryGetValue(property.Type, out ScaffoldType? next))
            {
                continue;
            }

            if (way.Contains(next))
            {
                property.Required = false;
                gaps.Add(GapRules.Constraint, property.Origin, "required", property.Name, "required members would lead from the type back to itself");
            }
            else
            {
                Enter(next);
            }
        }

        void Enter(ScaffoldType type)
        {
            if (done.Add(type))
            {
                way.Add(type);
                stack.Push((type, 0));
            }
        }
    }
}
