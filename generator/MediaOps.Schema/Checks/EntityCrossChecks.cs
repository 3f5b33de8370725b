using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>What can be said about an entity with its service and its neighbours in view.</summary>
internal static class EntityCrossChecks
{
    public static void Check(EntitySpec entity, string path, SchemaIndex index, FolderIndex folder, FindingSink sink)
    {
        ServiceFacts service = folder.Service;
        EntitySpec resolved = SpecResolver.Resolve(entity, service.Wire);
        Names(entity, path, folder, sink);
        Clash.Report(EntityMembers.Of(entity, index, folder).Clashes, sink);
        Types(resolved, service, sink);
        foreach (ActionSpec action in EntityActions.Of(entity))
        {
            string at = ActionPaths.Of(action);
            Tracking(entity, action, at, service, sink);
            Errors(action.Errors, at + "/errors", service, sink);
            Requirements(entity, action, at, folder, sink);
        }

        Errors(entity.Errors, "errors", service, sink);
        AddressChecks.Check(entity, service, TypeChecks.ByName(entity.Types.Concat(service.Types)), sink);
    }

    private static void Names(EntitySpec entity, string path, FolderIndex folder, FindingSink sink)
    {
        if (folder.ByName[entity.Name].FirstOrDefault(other => other.Path != path) is { } twin)
        {
            sink.Report(Rules.ClaimedTwice, "entity", "entity", entity.Name, Messages.Clean(twin.Path));
        }

        EntityFacts facts = EntityFacts.From(entity, path);
        if (folder.ByClientMember[facts.ClientMember].FirstOrDefault(other => other.Path != path && other.Name != entity.Name) is { } sibling)
        {
            sink.Report(Rules.GeneratedNameTwice, ClientMembers.PlaceOf(facts), facts.ClientMember, "entity " + entity.Name, "entity " + sibling.Name);
        }

        Clash.Report(new[] { ClientMembers.Refused(facts, folder.Service.Client) }.OfType<Clash>(), sink);

        if (entity.Parent is { } parent && folder.Entity(parent.Entity) is null)
        {
            sink.Report(Rules.UnknownParent, "parent/entity", parent.Entity, Messages.Suggest(parent.Entity, folder.Names));
        }
    }

    private static void Types(EntitySpec entity, ServiceFacts service, FindingSink sink)
    {
        Dictionary<string, TypeSpec> known = TypeChecks.ByName(entity.Types.Concat(service.Types));
        IEnumerable<(string, TypeRef, string?)> uses = TypeChecks.Uses(entity.Types)
            .Concat(entity.Properties.Select(property => ("properties/" + property.Name, property.Type, property.Default)))
            .Concat(EntityActions.Of(entity).SelectMany(action =>
                action.Parameters.Select(parameter => (ActionPaths.Of(action) + "/parameters/" + parameter.Name, parameter.Type, parameter.Default))))
            .Concat(EntityActions.Of(entity).Where(action => action.Value is not null).Select(action => (ActionPaths.Of(action) + "/returns", action.Value!.Type, (string?)null)));
        TypeChecks.Known(uses, known, entity.State is null ? null : entity.Name + "State", sink);
        TypeChecks.Cycles(entity.Types, sink);
        TypeChecks.Wires(entity.Types, sink);
        TypeChecks.Members(entity.Types, TypeMembers.Enums(known.Values, entity), sink);
        TypeChecks.WireNames(entity.Properties, "properties", sink);
        if (entity.State is not null)
        {
            TypeChecks.WireValues(entity.State.Values.Select(value => (value.Name, value.Wire)), "state/values", sink);
        }

        SelfValues(entity, known, sink);
        OverloadMembers(entity, known, sink);
    }

    private static void SelfValues(EntitySpec entity, Dictionary<string, TypeSpec> known, FindingSink sink)
    {
        foreach (ActionSpec action in EntityActions.Of(entity))
        {
            foreach (NamedText self in action.Requires.Self)
            {
                PropertySpec? property = entity.Properties.FirstOrDefault(candidate => candidate.Name == self.Name);
                if (property is not null && known.TryGetValue(property.Type.Name, out TypeSpec? type) && type.IsEnum && !type.Values.Any(value => value.Name == self.Value))
                {
                    string message = $"'{Messages.Clean(self.Value)}' is not a value of {type.Name}{Messages.Suggest(self.Value, type.Values.Select(value => value.Name))}";
                    sink.Report(Rules.BadRequirement, ActionPaths.Of(action) + "/requires/self/" + self.Name, message);
                }
            }
        }
    }

    private static void OverloadMembers(EntitySpec entity, Dictionary<string, TypeSpec> known, FindingSink sink)
    {
        for (int i = 0; i < (entity.Create?.Overloads.Count ?? 0); i++)
        {
            foreach (OverloadParameter parameter in entity.Create!.Overloads[i].Parameters)
            {
                EquatableArray<PropertySpec> owner = entity.Properties;
                string[] steps = parameter.Member.Split('.');
                for (int step = 0; step < steps.Length; step++)
                {
                    PropertySpec? member = owner.FirstOrDefault(candidate => candidate.Name == steps[step]);
                    if (member is null && step > 0)
                    {
                        string at = "lifecycle/create/overloads/" + i.ToString(CultureInfo.InvariantCulture) + "/" + parameter.Name;
                        sink.Report(Rules.UnknownMember, at, Messages.Clean(parameter.Member), Messages.Suggest(steps[step], owner.Select(candidate => candidate.Name)));
                    }

                    owner = member is not null && known.TryGetValue(member.Type.Name, out TypeSpec? type) ? type.Properties : default;
                    if (member is null)
                    {
                        break;
                    }
                }
            }
        }
    }

    private static void Tracking(EntitySpec entity, ActionSpec action, string path, ServiceFacts service, FindingSink sink)
    {
        if (action.Value?.Paged == true && service.Paging is null)
        {
            sink.Report(Rules.NoPages, path + "/returns/paged", action.Name, "the service has no 'paging'");
        }

        TrackingFacts? taker = null;
        for (int i = 0; i < action.Tracking.Count; i++)
        {
            string name = action.Tracking[i];
            TrackingFacts? tracking = service.Tracking.FirstOrDefault(candidate => candidate.Name == name);
            if (taker is not null)
            {
                sink.Report(Rules.TrackingNotReached, path + "/tracking/" + i.ToString(CultureInfo.InvariantCulture), Messages.Clean(name), taker.Name);
            }

            taker ??= tracking?.Kind == TrackingKind.EntityState ? tracking : null;
            if (tracking is null)
            {
                string[] known = [.. service.Tracking.Select(candidate => candidate.Name)];
                sink.Report(Rules.UnknownTracking, path + "/tracking", Messages.Clean(name), known.Length == 0 ? "none" : "these: " + string.Join(", ", known), Messages.Suggest(name, known));
            }
            else
            {
                DelayChecks.Check(action.Delay is null ? null : action.Delay.Effective(tracking.Delay), path + "/delay", sink);
                if (tracking.ByStates)
                {
                    EntityState(entity, action, name, path, sink);
                }
            }
        }
    }

    private static void EntityState(EntitySpec entity, ActionSpec action, string tracking, string path, FindingSink sink)
    {
        if (entity.State is null || (action.To.Count == 0 && !action.ToPrevious && action.ToProperty is null))
        {
            string reason = entity.State is null ? "the entity has none" : $"'{action.Name}' has no 'to'";
            sink.Report(Rules.EntityStateWithoutStates, path + "/tracking", tracking, reason);
            return;
        }

        string? both = action.Via.Count > 0 || action.From is null ? null : action.To.FirstOrDefault(state => action.From.Value.Contains(state, StringComparer.Ordinal));
        if (both is not null)
        {
            sink.Report(Rules.Unobservable, path + "/to", both);
        }

        if (action.To.FirstOrDefault(state => action.OnFailure.Contains(state, StringComparer.Ordinal)) is { } ambiguous)
        {
            sink.Report(Rules.SuccessIsFailure, path + "/onFailure", ambiguous);
        }
    }

    private static void Errors(EquatableArray<string> errors, string path, ServiceFacts service, FindingSink sink)
    {
        for (int i = 0; i < errors.Count; i++)
        {
            if (!service.ErrorCodes.Contains(errors[i], StringComparer.Ordinal))
            {
                sink.Report(Rules.UnknownCode, path + "/" + i.ToString(CultureInfo.InvariantCulture), Messages.Clean(errors[i]), Messages.Suggest(errors[i], service.ErrorCodes));
            }
        }
    }

    private static void Requirements(EntitySpec entity, ActionSpec action, string path, FolderIndex folder, FindingSink sink)
    {
        if (entity.Parent is not null && folder.Entity(entity.Parent.Entity) is { } parent)
        {
            States(parent, action.Requires.Parent, path + "/requires/parent");
        }

        foreach (ChildrenRequirement children in action.Requires.Children)
        {
            string at = path + "/requires/children/" + children.Entity;
            if (folder.Entity(children.Entity) is not { } child)
            {
                sink.ReportName(Rules.BadRequirement, at, $"the entity '{children.Entity}' is not in this service{Messages.Suggest(children.Entity, folder.Names)}");
            }
            else if (child.Parent?.Entity != entity.Name)
            {
                sink.ReportName(Rules.BadRequirement, at, $"'{children.Entity}' is no child of '{entity.Name}'.");
            }
            else
            {
                States(child, children.States, at);
            }
        }

        void States(EntityFacts other, EquatableArray<string> states, string at)
        {
            string[] known = [.. other.States.Select(state => state.Name)];
            foreach (string state in states.Where(state => !known.Contains(state, StringComparer.Ordinal)))
            {
                sink.Report(Rules.BadRequirement, at, $"the entity '{other.Name}' has no state '{Messages.Clean(state)}'{Messages.Suggest(state, known)}");
            }
        }
    }
}
