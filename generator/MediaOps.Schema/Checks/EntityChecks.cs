using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>What can be said about an entity file by itself.</summary>
internal static class EntityChecks
{
    private static readonly Dictionary<ActionKind, string[]> UsualMethods = new()
    {
        [ActionKind.Create] = ["POST", "PUT"],
        [ActionKind.Read] = ["GET"],
        [ActionKind.List] = ["GET"],
        [ActionKind.Update] = ["PATCH", "PUT", "MERGE", "POST"],
        [ActionKind.Delete] = ["DELETE"],
        [ActionKind.Custom] = ["POST", "PUT", "PATCH", "DELETE"],
    };

    public static void Check(EntitySpec entity, FindingSink sink)
    {
        NameChecks.Entity(entity, sink);
        NameChecks.Types(entity.Types, sink);
        StateChecks.Check(entity, sink);
        AddressChecks.Check(entity, sink);
        UniqueChecks.Check(entity, sink);
        Identity(entity, sink);
        Members(entity, sink);
        UnusedTypes(entity, sink);
        foreach (ActionSpec action in EntityActions.Of(entity))
        {
            Action(entity, action, ActionPaths.Of(action), sink);
        }

        if (entity.Parent?.List is { } list)
        {
            PathChecks.Balanced(list, "parent/list", sink);
        }

        if (entity.State?.ReadPath is { } read)
        {
            PathChecks.Balanced(read, "state/read", sink);
        }
    }

    private static void Identity(EntitySpec entity, FindingSink sink)
    {
        if (!entity.Singleton)
        {
            Property(entity.Id.Property, "id/property", "id/property");
        }

        PatternChecks.Check(entity.Id.Pattern, "id/pattern", sink);
        if (entity.Id.Example is { } example && !sink.Patterns.Matches(entity.Id.Pattern, example))
        {
            sink.Report(Rules.ExampleDoesNotMatch, "id/example", Messages.Clean(example));
        }

        if (entity.Parent is not null)
        {
            Property(entity.Parent.By, "parent/by", "parent/by");
        }

        void Property(string name, string path, string word)
        {
            string[] names = [.. entity.Properties.Select(property => property.Name)];
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                sink.Report(Rules.NoIdProperty, path, word, Messages.Clean(name), Messages.Suggest(name, names));
            }
        }
    }

    private static void Members(EntitySpec entity, FindingSink sink)
    {
        foreach (PropertySpec property in entity.Properties)
        {
            string path = "properties/" + property.Name;
            LimitChecks.Property(property, path, sink);
            if (property.Access == PropertyAccess.WriteOnly && entity.Create is null && entity.Update is null)
            {
                sink.Report(Rules.NeverWritten, path + "/access", property.Name);
            }
        }

        foreach (TypeSpec type in entity.Types)
        {
            foreach (PropertySpec property in type.Properties)
            {
                LimitChecks.Property(property, "types/" + type.Name + "/properties/" + property.Name, sink);
            }
        }
    }

    private static void UnusedTypes(EntitySpec entity, FindingSink sink)
    {
        EquatableArray<string> used = EntityFacts.From(entity, string.Empty).UsedTypes;
        foreach (TypeSpec type in entity.Types.Where(type => !used.Contains(type.Name, StringComparer.Ordinal)))
        {
            sink.ReportName(Rules.UnusedType, "types/" + type.Name, type.Name);
        }
    }

    private static void Action(EntitySpec entity, ActionSpec action, string path, FindingSink sink)
    {
        NameChecks.Twice(action.Parameters.Select(parameter => parameter.Name), "parameter", path + "/parameters", sink);
        NameChecks.ParameterNames(action.Parameters.Select(parameter => parameter.Name), ReservedNames.OfParameters, path + "/parameters", sink);
        foreach (ParameterSpec parameter in action.Parameters)
        {
            LimitChecks.Parameter(parameter, path + "/parameters/" + parameter.Name, sink);
        }

        PathChecks.Balanced(action.Path, path + "/http", sink);
        if (!UsualMethods[action.Kind].Contains(action.Method, StringComparer.Ordinal) && !(action.OnlyAsks && action.Method == "GET"))
        {
            sink.Report(Rules.UnusualMethod, path + "/http", action.Name, string.Join(" or ", UsualMethods[action.Kind]), action.Method);
        }

        DelayChecks.Check(action.Delay, path + "/delay", sink);
        RequestChecks.Check(entity, action, path, sink);
        IdInPath(entity, action, path, sink);
        Requirements(entity, action, path, sink);
        Overloads(entity, action, path, sink);
    }

    private static void IdInPath(EntitySpec entity, ActionSpec action, string path, FindingSink sink)
    {
        foreach (Placeholder placeholder in PathChecks.Placeholders(action.Path).Where(placeholder => placeholder.Name == entity.Id.Property))
        {
            if (action.Kind == ActionKind.List || (action.Kind == ActionKind.Create && !entity.Id.AssignedByCaller))
            {
                sink.Report(Rules.IdBeforeItExists, path + "/http", action.Name, placeholder.Name);
            }
        }

        bool needsId = !entity.Singleton && action.Kind is not (ActionKind.Create or ActionKind.List) && PathChecks.IsBalanced(action.Path);
        if (needsId && !EntityTemplates.OfBody(action).Concat([action.Path]).SelectMany(PathChecks.Placeholders).Any(placeholder => IsOwn(entity, placeholder.Name)))
        {
            sink.Report(Rules.NoIdInPath, path + "/http", action.Name, Messages.Clean(entity.Id.Property));
        }
    }

    /// <summary>Whether the name tells one entity from another of its kind: its parent's id does not, and an unknown name has a finding of its own.</summary>
    private static bool IsOwn(EntitySpec entity, string name) => name == entity.Id.Property || name != entity.Parent?.By;

    private static void Requirements(EntitySpec entity, ActionSpec action, string path, FindingSink sink)
    {
        string[] names = [.. entity.Properties.Select(property => property.Name)];
        foreach (NamedText self in action.Requires.Self.Where(self => !names.Contains(self.Name, StringComparer.Ordinal)))
        {
            string message = $"'{self.Name}' is no property of this entity{Messages.Suggest(self.Name, names)}";
            sink.ReportName(Rules.BadRequirement, path + "/requires/self/" + self.Name, message);
        }

        if (action.Requires.Parent.Count > 0 && entity.Parent is null)
        {
            sink.Report(Rules.BadRequirement, path + "/requires/parent", "this entity has no parent.");
        }
    }

    private static void Overloads(EntitySpec entity, ActionSpec action, string path, FindingSink sink)
    {
        for (int i = 0; i < action.Overloads.Count; i++)
        {
            foreach (OverloadParameter parameter in action.Overloads[i].Parameters)
            {
                string first = parameter.Member.Split('.')[0];
                IEnumerable<string> names = entity.Properties
                    .Where(property => property.Access != PropertyAccess.ReadOnly && !(property.InPath && property.Name != entity.Id.Property))
                    .Select(property => property.Name);
                if (!names.Contains(first, StringComparer.Ordinal))
                {
                    string at = path + "/overloads/" + i.ToString(CultureInfo.InvariantCulture) + "/" + parameter.Name;
                    sink.Report(Rules.UnknownMember, at, Messages.Clean(parameter.Member), Messages.Suggest(first, names));
                }
            }
        }
    }
}
