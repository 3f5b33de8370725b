namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>Smaller schemas of a schema: each with one thing left out that nothing else needs.</summary>
internal static class SchemaShrinker
{
    public static IEnumerable<SchemaModel> Smaller(SchemaModel schema)
    {
        // Only the first can be a parent, which the others need.
        for (int i = 1; i < schema.Entities.Count; i++)
        {
            yield return schema with { Entities = Without(schema.Entities, i) };
        }

        if (schema.Entities is [_, EntityModel other] && !other.Words.Contains("\"parent\"", StringComparison.Ordinal))
        {
            yield return schema with { Entities = [other with { Types = schema.Entities[0].Types }] };
        }

        for (int i = 0; i < schema.Entities.Count; i++)
        {
            foreach (EntityModel entity in Smaller(schema.Entities[i]))
            {
                yield return schema with { Entities = [.. schema.Entities.Take(i), entity, .. schema.Entities.Skip(i + 1)] };
            }
        }
    }

    private static IEnumerable<EntityModel> Smaller(EntityModel entity)
    {
        // The first action reaches every state; overloads and requirements name properties, so only those that stand in no other text can go.
        for (int i = 1; i < entity.Actions.Count; i++)
        {
            yield return entity with { Actions = Without(entity.Actions, i) };
        }

        string others = string.Concat(entity.Verbs) + string.Concat(entity.Actions.Select(action => action.Text()));
        for (int i = 0; i < entity.Properties.Count; i++)
        {
            if (!others.Contains(entity.Properties[i].Name, StringComparison.Ordinal))
            {
                yield return entity with { Properties = Without(entity.Properties, i) };
            }
        }

        for (int i = 0; i < entity.Actions.Count; i++)
        {
            for (int j = 0; j < entity.Actions[i].Parameters.Count; j++)
            {
                ActionModel action = entity.Actions[i] with { Parameters = Without(entity.Actions[i].Parameters, j) };
                yield return entity with { Actions = [.. entity.Actions.Take(i), action, .. entity.Actions.Skip(i + 1)] };
            }
        }
    }

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> items, int index) => [.. items.Take(index), .. items.Skip(index + 1)];
}
