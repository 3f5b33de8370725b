using System.Collections.Immutable;
using System.Globalization;
using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs.Forms;

/// <summary>What a program is given.</summary>
internal static class Inputs
{
    /// <summary>Parameters, some with a state that is vouched for, some null, some one and the same entity.</summary>
    public static ImmutableArray<Parameter> Declare(Draft draft)
    {
        ImmutableArray<Parameter>.Builder parameters = ImmutableArray.CreateBuilder<Parameter>();
        bool mayBeOne = draft.Has(Traits.SecondObjects | Traits.Aliases);
        foreach (EntityModel entity in draft.Service.Entities)
        {
            int count = mayBeOne ? draft.Random.Next(0, 3) : draft.Random.Next(0, 2);
            for (int index = 0; index < count; index++)
            {
                parameters.Add(Declare(draft, entity, mayBeOne));
            }
        }

        if (draft.Has(Traits.Handles) && mayBeOne && draft.Random.Chance(0.2))
        {
            EntityModel entity = draft.Random.One(draft.Service.Entities);
            Variable handle = draft.Declare(new Variable(draft.Name("givenOperation"), Holds.Handle, entity));
            parameters.Add(new Parameter("Operation<" + entity.Name + "> " + handle.Name, "Truth.Given" + entity.Name + "(world)"));
        }

        return parameters.ToImmutable();
    }

    private static Parameter Declare(Draft draft, EntityModel entity, bool mayBeOne)
    {
        IReadOnlyList<int>? states = draft.Random.Chance(0.4) ? draft.Random.Some([.. entity.Living], 2) : null;
        Variable variable = draft.Declare(new Variable(draft.Name("given"), Holds.Entity, entity)
        {
            IsInterface = draft.Random.Chance(0.2),
            IsNullable = draft.Has(Traits.Nulls) && draft.Random.Chance(0.3),
        });
        draft.Guess(variable, states?[0]);
        string attribute = states is null ? "" : "[InState(" + string.Join(", ", states.Select(state => "nameof(" + entity.State(state) + ")")) + ")] ";
        string numbers = states is null ? "null" : "new[] { " + string.Join(", ", states.Select(Number)) + " }";
        string made = "new " + entity.Name + "(world.Parameter(" + Number(entity.Index) + ", " + numbers + ", " + (mayBeOne ? "true" : "false") + "))";
        return new Parameter(
            attribute + variable.Type + (variable.IsNullable ? "? " : " ") + variable.Name,
            variable.IsNullable ? "world.Random.Next(4) == 0 ? null : " + made : made);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
