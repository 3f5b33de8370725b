using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>The members that the class of an entity gets, and those of the classes that are made of the same names: its creation options and its actions' arguments.</summary>
/// <param name="Kept">The entity without members that have no name of their own.</param>
/// <param name="LeadsToParent">Whether the members that give the parent have their names.</param>
/// <param name="Children">The kinds of entities of which there is a collection, in the order of their names.</param>
/// <param name="Clashes">What is not kept.</param>
internal sealed record EntityMembers(EntitySpec Kept, bool LeadsToParent, IReadOnlyList<EntityFacts> Children, IReadOnlyList<Clash> Clashes)
{
    /// <summary>Gives the members their names: properties first, then the lifecycle and the actions in the order of the file, then what leads to other entities.</summary>
    public static EntityMembers Of(EntitySpec entity, SchemaIndex index, FolderIndex folder)
    {
        var naming = new Naming(entity, TypeMembers.Enums(entity.Types.Concat(folder.Service.Types), entity));
        EntitySpec kept = naming.Keep();
        bool leadsToParent = naming.TakeParent(kept, folder);
        return new EntityMembers(kept, leadsToParent, naming.TakeChildren(folder, index), naming.Clashes);
    }

    /// <summary>Whether an entity holds the id of its parent as a text.</summary>
    public static bool HoldsId(EntitySpec entity, ParentSpec parent) =>
        entity.Properties.Any(property => property.Name == parent.By && property.Type is { Name: "string", Shape: TypeShape.One });

    private sealed class Naming
    {
        private readonly EntitySpec _entity;
        private readonly ICollection<string> _enums;
        private readonly ClassMembers _members;
        private readonly ClassMembers _actions;
        private readonly ClassMembers _options;
        private readonly List<ClassMembers> _classes;

        public Naming(EntitySpec entity, ICollection<string> enums)
        {
            const string Type = "a generated type";
            _entity = entity;
            _enums = enums;
            _members = ClassMembers.Of(entity.Name)
                .Reserve(ReservedNames.OfEntity, "a generated member")
                .Reserve([entity.Name + "Data", entity.Name + "CreationOptions", entity.Name + "Actions"], Type);
            _actions = ClassMembers.Of(entity.Name + "Actions");
            _options = ClassMembers.Of(entity.Name + "CreationOptions");
            _classes = [_members, _actions, _options];
        }

        public IReadOnlyList<Clash> Clashes => [.. _classes.SelectMany(members => members.Clashes)];

        public EntitySpec Keep()
        {
            EquatableArray<PropertySpec> properties = _entity.Properties.Where(TakeProperty).ToEquatableArray();
            foreach (ActionSpec verb in new[] { _entity.Create, _entity.Read, _entity.List }.OfType<ActionSpec>())
            {
                _actions.Take("an action", ClaimantOf(verb), ActionPaths.Of(verb), [verb.Name]);
            }

            return _entity with
            {
                Properties = properties,
                Create = _entity.Create is { } create ? WithParameters(create, _options) : null,
                List = _entity.List is { } list ? WithParameters(list, Arguments()) : null,
                Update = Keep(_entity.Update),
                Delete = Keep(_entity.Delete),
                Actions = _entity.Actions.Select(Keep).OfType<ActionSpec>().ToEquatableArray(),
            };
        }

        /// <summary>There are members where the parent can be read by a text that the entity holds.</summary>
        public bool TakeParent(EntitySpec kept, FolderIndex folder)
        {
            if (_entity.Parent is not { } parent || folder.Entity(parent.Entity) is not { CanBeRead: true } || !HoldsId(kept, parent))
            {
                return false;
            }

            (string property, string method) = GeneratedNames.OfParent(_entity.Name, parent.Entity);
            return _members.TakeFor("the parent", "parent/entity", [property, method]);
        }

        public IReadOnlyList<EntityFacts> TakeChildren(FolderIndex folder, SchemaIndex index) =>
        [
            .. folder.ByParent[_entity.Name]
                .Where(child => !child.Singleton && (child.Parent!.List is not null || child.Ancestors.Count > 0) && index.Owners.IsGenerated(child.Path))
                .OrderBy(child => child.Name, StringComparer.Ordinal)
                .Where(child => _members.TakeFor("the collection of entity " + child.Name, "entity", [child.Plural])),
        ];

        private bool TakeProperty(PropertySpec property)
        {
            string claimant = "property " + property.Name;
            string path = "properties/" + property.Name;
            IReadOnlyList<string> names = TypeMembers.NamesOf(property.Name, property.Type, _enums);
            return _members.Take("a property", claimant, path, names) && _options.Take("a property", claimant, path, names);
        }

        private ActionSpec? Keep(ActionSpec? action)
        {
            if (action is null)
            {
                return null;
            }

            // There is no collection of a singleton, so what asks for operations stands beside the actions themselves.
            string operation = GeneratedNames.Operation(_entity, action.Name);
            bool resumes = _entity.Singleton && action.Value is not null && action.Tracking.Count > 0;
            string[] names = [.. GeneratedNames.Forms(action.Name), .. resumes ? [operation, operation + "Async"] : Array.Empty<string>()];
            bool named = _members.Take("an action", ClaimantOf(action), ActionPaths.Of(action), names)
                && _actions.Take("an action", ClaimantOf(action), ActionPaths.Of(action), [action.Name]);
            return named ? WithParameters(action, Arguments()) : null;
        }

        /// <summary>The class behind an action's arguments, which holds those of the body.</summary>
        private ClassMembers Arguments()
        {
            _classes.Add(ClassMembers.Hidden());
            return _classes[_classes.Count - 1];
        }

        private ActionSpec WithParameters(ActionSpec action, ClassMembers members) => action with
        {
            Parameters = action.Parameters
                .Where(parameter => members.Take("a parameter", "parameter " + parameter.Name, ActionPaths.Of(action) + "/parameters/" + parameter.Name, NamesOf(parameter, hasText: members == _options || parameter.In == ParameterIn.Body)))
                .ToEquatableArray(),
        };

        private IReadOnlyList<string> NamesOf(ParameterSpec parameter, bool hasText) =>
            hasText ? TypeMembers.NamesOf(parameter.Name, parameter.Type, _enums) : [parameter.Name];

        private static string ClaimantOf(ActionSpec action) => action.Kind == ActionKind.Custom ? "action " + action.Name : "the lifecycle's " + action.Name;
    }
}
