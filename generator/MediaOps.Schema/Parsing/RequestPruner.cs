using System.Linq;

namespace MediaOps.Schema;

/// <summary>Drops what a request cannot carry and an answer cannot hold, as <see cref="EntityPruner"/> drops what cannot be named.</summary>
internal static class RequestPruner
{
    /// <summary>The action without values that its kind does not have.</summary>
    public static ActionSpec Prune(ActionSpec action, EntitySpec entity) => action with
    {
        Value = action.Kind == ActionKind.Custom && action.Value is { } value ? value with { Paged = value.Paged && value.Type.Shape == TypeShape.List } : null,
        Always = action.Kind == ActionKind.Update
            ? action.Always.Where(name => entity.Properties.Any(property => property.Name == name && property.Access != PropertyAccess.ReadOnly)).ToEquatableArray()
            : default,
        FieldMask = action.Kind == ActionKind.Update ? action.FieldMask : null,
    };

    /// <summary>The parameters that can be sent where they say.</summary>
    public static EquatableArray<ParameterSpec> Parameters(ActionSpec action, EntitySpec entity)
    {
        if (action.Kind == ActionKind.Read)
        {
            return default;
        }

        ParameterSpec? whole = action.Kind is ActionKind.Create or ActionKind.Update || action.Body is not null || action.IdempotencyBody is not null
            ? null
            : action.Parameters.FirstOrDefault(parameter => parameter.In == ParameterIn.WholeBody);
        return action.Parameters.Where(Travels).ToEquatableArray();

        bool Travels(ParameterSpec parameter) => parameter.In switch
        {
            ParameterIn.WholeBody => parameter == whole,
            ParameterIn.Body => whole is null,
            _ => IsPlain(parameter.Type, entity),
        };
    }

    /// <summary>Whether a value of the type has one text, as far as the file tells: types of the service are told by the checks.</summary>
    public static bool IsPlain(TypeRef type, EntitySpec entity) =>
        type.Shape == TypeShape.One && type.Name != "json" && !entity.Types.Any(declared => declared.Name == type.Name && !declared.IsEnum);
}
