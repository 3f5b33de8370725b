using MediaOps.Emulation.Model;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

/// <summary>Whether an action may begin now.</summary>
internal static class StateRules
{
    /// <summary>Why a new entity cannot be there beside the others, or null.</summary>
    public static (Refusal Refusal, string Message)? CheckNew(ServiceModel model, ServiceState state, Entity entity) =>
        CheckParent(model, state, entity.Model, entity.ParentId)
        ?? (state.Find(entity.Model, entity.Id) is not null || state.IsTaken(entity, entity.Name)
            ? (Refusal.ResourceNameTaken, $"The name '{entity.Name ?? entity.Id}' is taken by another {entity.Model.Name}.")
            : null);

    /// <summary>Why an id cannot be that of a kind's parent, or null. Of a parent that the schema does not know any id will do.</summary>
    public static (Refusal Refusal, string Message)? CheckParent(ServiceModel model, ServiceState state, EntityModel kind, string? id) =>
        kind.Spec.Parent is not { } spec || model.Entity(spec.Entity) is not { } parent ? null
        : id is not null && !parent.Ids.IsWellFormed(id) ? (Refusal.InvalidIdentifierFormat, $"The id of a {parent.Name} must look like {parent.Ids.Form}.")
        : id is null || state.Find(parent, id) is null ? (Refusal.ResourceNotFound, $"{parent.Name} '{id}' does not exist.")
        : null;

    /// <summary>Why the action is refused, or null.</summary>
    public static (Refusal Refusal, string Message)? Check(ServiceModel model, ServiceState state, Entity entity, ActionSpec action)
    {
        string what = $"{action.Name} of {entity.Model.Name} '{entity.Id}'";
        if (entity.Running is { } running)
        {
            return (Refusal.OperationInProgress, $"{what} is refused: the operation '{running.Id}' ({running.Action.Name}) is running on it.");
        }

        if (action.From is { } from && entity.State is { } present && !from.Contains(present, StringComparer.Ordinal))
        {
            return (Refusal.InvalidOperation, $"{what} needs the state {string.Join(" or ", from)}; it is {present}.");
        }

        foreach (NamedText self in action.Requires.Self)
        {
            string? value = entity.Model.PathOf(self.Name).Get(entity.Body)?.ToString();
            if (value != WireOf(model, entity.Model, self))
            {
                return (Refusal.InvalidOperation, $"{what} needs {self.Name} to be {self.Value}; it is {value ?? "null"}.");
            }
        }

        return Parent(model, state, entity, action, what) ?? Children(model, state, entity, action, what);
    }

    private static (Refusal Refusal, string Message)? Parent(ServiceModel model, ServiceState state, Entity entity, ActionSpec action, string what)
    {
        if (action.Requires.Parent.Count == 0 || entity.Model.Spec.Parent is not { } spec || model.Entity(spec.Entity) is not { } kind || entity.ParentId is not { } id)
        {
            return null;
        }

        return state.Find(kind, id) switch
        {
            null => (Refusal.ResourceNotFound, $"{what}: its {spec.Entity} '{id}' does not exist."),
            { State: { } present } when !action.Requires.Parent.Contains(present, StringComparer.Ordinal) =>
                (Refusal.InvalidOperation, $"{what} needs its {spec.Entity} to be {string.Join(" or ", action.Requires.Parent)}; it is {present}."),
            _ => null,
        };
    }

    private static (Refusal Refusal, string Message)? Children(ServiceModel model, ServiceState state, Entity entity, ActionSpec action, string what)
    {
        foreach (ChildrenRequirement requirement in action.Requires.Children)
        {
            // A schema folder may hold a part of the service only; of entities that are not there none can be in the way.
            Entity? inTheWay = model.Entity(requirement.Entity) is { } kind
                ? state.All(kind).FirstOrDefault(c => c.ParentId == entity.Id && c.State is { } present && !requirement.States.Contains(present, StringComparer.Ordinal))
                : null;
            if (inTheWay is not null)
            {
                return (Refusal.InvalidOperation, $"{what} needs every {requirement.Entity} to be {string.Join(" or ", requirement.States)}; '{inTheWay.Id}' is {inTheWay.State}.");
            }
        }

        return null;
    }

    private static string WireOf(ServiceModel model, EntityModel entity, NamedText self)
    {
        string? type = entity.Spec.Properties.FirstOrDefault(p => p.Name == self.Name)?.Type.Name;
        TypeSpec? spec = entity.Spec.Types.Concat(model.Spec.Types).FirstOrDefault(t => t.Name == type);
        return spec?.Values.FirstOrDefault(v => v.Name == self.Value)?.Wire ?? self.Value;
    }
}
