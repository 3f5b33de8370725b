using MediaOps.Emulation.Model;
using MediaOps.Emulation.Validation;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

/// <summary>Whether an action may begin now.</summary>
internal static class StateRules
{
    /// <summary>Why a new entity cannot be there beside the others, or null.</summary>
    public static (Refusal Refusal, string Message)? CheckNew(ServiceModel model, ServiceState state, Entity entity) =>
        (entity.ParentId is { } id ? CheckParent(model, state, entity.Model, With(entity.Values, entity.Model.Spec.Parent!.By, id)) : CheckParent(model, state, entity.Model, entity.Values))
        ?? (state.Find(entity.Model, entity.Key) is not null ? Taken(entity, entity.Model.Spec.Id.Property, entity.Id) : null)
        ?? CheckUnique(state, entity, entity.Model.Shape.Properties.Select(p => new Member(p.Spec, p.Path, p.Path.Get(entity.Body))));

    /// <summary>Why an entity cannot have these members, or null: another one of the same list has the value of a property that is unique. Case does not tell two values apart.</summary>
    public static (Refusal Refusal, string Message)? CheckUnique(ServiceState state, Entity entity, IEnumerable<Member> members) =>
        members.Where(m => m.Spec.Unique && m.Value is not null).FirstOrDefault(m => state.All(entity.Model).Any(other =>
            other != entity && AreInOneList(other, entity) && string.Equals(m.Path.Get(other.Body)?.ToString(), m.Value!.ToString(), StringComparison.OrdinalIgnoreCase))) is { } taken
            ? Taken(entity, taken.Spec.Name, taken.Value!.ToString())
            : null;

    /// <summary>Why nothing can belong to a parent, or null. Of a parent that the schema does not know any id will do.</summary>
    /// <param name="model">The service.</param>
    /// <param name="state">All entities.</param>
    /// <param name="kind">The kind of the children.</param>
    /// <param name="values">The values of a path or an address, with the one that names the parent.</param>
    public static (Refusal Refusal, string Message)? CheckParent(ServiceModel model, ServiceState state, EntityModel kind, IReadOnlyDictionary<string, string> values)
    {
        if (kind.Spec.Parent is not { } spec || model.Entity(spec.Entity) is not { } parent)
        {
            return null;
        }

        string? id = values.GetValueOrDefault(spec.By);
        return id is not null && !parent.Ids.IsWellFormed(id) ? (Refusal.InvalidIdentifierFormat, $"The id of a {parent.Name} must look like {parent.Ids.Form}.")
            : Address.ParentKeyOf(parent, kind, values) is not { } key || state.Find(parent, key) is null ? (Refusal.ParentResourceNotFound, $"{parent.Name} '{id}' does not exist.")
            : null;
    }

    /// <summary>Why nothing can be at an address that names a parent, or null.</summary>
    public static (Refusal Refusal, string Message)? CheckAncestors(ServiceModel model, ServiceState state, EntityModel kind, IReadOnlyDictionary<string, string> values) =>
        kind.Spec.Parent is { } parent && values.ContainsKey(parent.By) ? CheckParent(model, state, kind, values) : null;

    /// <summary>Why the action is refused, or null.</summary>
    public static (Refusal Refusal, string Message)? Check(ServiceModel model, ServiceState state, Entity entity, ActionSpec action, bool oneOperationPerFamily)
    {
        string what = $"{action.Name} of {entity.Model.Name} '{entity.Id}'";
        if (action.OnlyAsks)
        {
            return null;
        }

        IEnumerable<Entity> involved = oneOperationPerFamily ? Family(state, entity) : [entity];
        if (involved.Select(e => e.Running).FirstOrDefault(o => o is not null && !IsInterruptedBy(action, o, entity)) is { } running)
        {
            return (Refusal.OperationInProgress, $"{what} is refused: the operation '{running.Id}' ({running.Action.Name}) is running on {(running.Entity == entity ? "it" : $"{running.Entity.Model.Name} '{running.Entity.Id}'")}.");
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

        return Parent(model, state, entity, action, what) ?? Children(state, entity, action, what);
    }

    /// <summary>Whether the schema lets the action begin in a state on the way of the operation, as a job is canceled while it runs.</summary>
    private static bool IsInterruptedBy(ActionSpec action, Operation running, Entity entity) =>
        running.Entity == entity && entity.State is { } present && action.From?.Contains(present, StringComparer.Ordinal) == true && running.Action.Via.Contains(present, StringComparer.Ordinal);

    private static (Refusal Refusal, string Message)? Taken(Entity entity, string property, string value) =>
        (Refusal.ResourceNameTaken, $"The {property} '{value}' is taken by another {entity.Model.Name}.");

    private static bool AreInOneList(Entity one, Entity other) => one.Model.ListPlaces.All(name => PlaceIn(one, name) == PlaceIn(other, name));

    private static string? PlaceIn(Entity entity, string name) => name == entity.Model.Spec.Parent?.By ? entity.ParentId : entity.Values.GetValueOrDefault(name);

    private static (Refusal Refusal, string Message)? Parent(ServiceModel model, ServiceState state, Entity entity, ActionSpec action, string what)
    {
        if (action.Requires.Parent.Count == 0 || entity.Model.Spec.Parent is not { } spec || model.Entity(spec.Entity) is null || entity.ParentId is not { } id)
        {
            return null;
        }

        return state.ParentOf(entity) switch
        {
            null => (Refusal.ParentResourceNotFound, $"{what}: its {spec.Entity} '{id}' does not exist."),
            { State: { } present } when !action.Requires.Parent.Contains(present, StringComparer.Ordinal) =>
                (Refusal.InvalidOperation, $"{what} needs its {spec.Entity} to be {string.Join(" or ", action.Requires.Parent)}; it is {present}."),
            _ => null,
        };
    }

    private static (Refusal Refusal, string Message)? Children(ServiceState state, Entity entity, ActionSpec action, string what)
    {
        foreach (ChildrenRequirement requirement in action.Requires.Children)
        {
            // A schema folder may hold a part of the service only; of entities that are not there none can be in the way.
            Entity? inTheWay = state.ChildrenOf(entity).FirstOrDefault(c =>
                c.Model.Name == requirement.Entity && c.State is { } present && !requirement.States.Contains(present, StringComparer.Ordinal));
            if (inTheWay is not null)
            {
                return (Refusal.InvalidOperation, $"{what} needs every {requirement.Entity} to be {string.Join(" or ", requirement.States)}; '{inTheWay.Id}' is {inTheWay.State}.");
            }
        }

        return null;
    }

    // A parent with all its children counts as one.
    private static IEnumerable<Entity> Family(ServiceState state, Entity entity)
    {
        Entity head = state.ParentOf(entity) ?? entity;
        return state.ChildrenOf(head).Prepend(head);
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> values, string name, string value) => new(values, StringComparer.Ordinal) { [name] = value };

    private static string WireOf(ServiceModel model, EntityModel entity, NamedText self)
    {
        string? type = entity.Spec.Properties.FirstOrDefault(p => p.Name == self.Name)?.Type.Name;
        TypeSpec? spec = entity.Spec.Types.Concat(model.Spec.Types).FirstOrDefault(t => t.Name == type);
        return spec?.Values.FirstOrDefault(v => v.Name == self.Value)?.Wire ?? self.Value;
    }
}
