using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>The address of an entity: its id, the properties that stand in its path, and what fills its templates.</summary>
internal static class AddressChecks
{
    /// <summary>What the file alone decides.</summary>
    public static void Check(EntitySpec entity, FindingSink sink)
    {
        Singleton(entity, sink);
        NotInTypes(entity.Types, sink);
        Plain(entity, type => RequestPruner.IsPlain(type, entity), sink);
        var filled = new HashSet<string>(EntityTemplates.Of(entity).SelectMany(PathChecks.Placeholders).Select(placeholder => placeholder.Name), StringComparer.Ordinal);
        foreach (PropertySpec property in entity.Properties.Where(property => property.InPath && !filled.Contains(property.Name)))
        {
            sink.ReportName(Rules.NotInThePath, "properties/" + property.Name, property.Name);
        }

        if (entity.Id.Template is { } template)
        {
            PathChecks.BalancedBraces(template, "id/template", sink);
        }
    }

    /// <summary>Reports properties of types that claim to be in a path.</summary>
    public static void NotInTypes(EquatableArray<TypeSpec> types, FindingSink sink)
    {
        foreach (TypeSpec type in types)
        {
            foreach (PropertySpec property in type.Properties.Where(property => property.InPath))
            {
                sink.Report(Rules.Structure, "types/" + type.Name + "/properties/" + property.Name + "/in", "only a property of an entity is a part of its address.");
            }
        }
    }

    /// <summary>What the service and the neighbours decide.</summary>
    public static void Check(EntitySpec entity, ServiceFacts service, Dictionary<string, TypeSpec> types, FindingSink sink)
    {
        Plain(entity, type => !types.TryGetValue(type.Name, out TypeSpec? declared) || declared.IsEnum, sink);
        foreach (ActionSpec action in EntityActions.Of(entity))
        {
            Templates(entity, service, action, ActionPaths.Of(action), sink);
        }

        Dictionary<string, (string? Pattern, string Place)> fillers = Fillers(entity, service);
        foreach ((string? template, string path) in new[] { (entity.Parent?.List, "parent/list"), (entity.State?.ReadPath, "state/read") })
        {
            if (template is not null)
            {
                Template(template, fillers, path, sink);
            }
        }

        if (entity.Id.Template is { } id)
        {
            IEnumerable<string> given = entity.Create?.Parameters.Select(parameter => parameter.Name) ?? [];
            PathChecks.Known(id, Set(fillers.Keys.Concat(given)), "id/template", sink);
        }
    }

    /// <summary>Reports what stands in a path, a query or a header and has more than one text.</summary>
    private static void Plain(EntitySpec entity, Func<TypeRef, bool> isPlain, FindingSink sink)
    {
        foreach (PropertySpec property in entity.Properties.Where(property => property.InPath && !isPlain(property.Type)))
        {
            sink.Report(Rules.WrongPlace, "properties/" + property.Name + "/in", property.Name, "the path", property.Type);
        }

        foreach (ActionSpec action in EntityActions.Of(entity))
        {
            foreach (ParameterSpec parameter in action.Parameters.Where(parameter => parameter.In is not (ParameterIn.Body or ParameterIn.WholeBody) && !isPlain(parameter.Type)))
            {
                sink.Report(Rules.WrongPlace, ActionPaths.Of(action) + "/parameters/" + parameter.Name + "/in", parameter.Name, PlaceName(parameter.In), parameter.Type);
            }
        }
    }

    private static string PlaceName(ParameterIn place) => place switch
    {
        ParameterIn.Query => "the query",
        ParameterIn.Header => "a header",
        _ => "the path",
    };

    private static void Templates(EntitySpec entity, ServiceFacts service, ActionSpec action, string path, FindingSink sink)
    {
        Dictionary<string, (string? Pattern, string Place)> fillers = Fillers(entity, service);
        foreach (ParameterSpec parameter in action.Parameters.Where(parameter => parameter.In == ParameterIn.Path))
        {
            fillers[parameter.Name] = (parameter.Constraints.Pattern, "the parameter '" + parameter.Name + "'");
        }

        Template(action.Path, fillers, path + "/http", sink);
        foreach (string text in EntityTemplates.OfBody(action))
        {
            PathChecks.Known(text, Set(fillers.Keys), path + "/body", sink);
        }
    }

    private static void Template(string template, Dictionary<string, (string? Pattern, string Place)> fillers, string path, FindingSink sink)
    {
        PathChecks.Known(template, Set(fillers.Keys), path, sink);
        PathChecks.Segments(template, fillers, path, sink);
    }

    /// <summary>What may fill the templates of an entity, each with its pattern. The id stands last: its own pattern counts, also where it is a property in the path.</summary>
    private static Dictionary<string, (string? Pattern, string Place)> Fillers(EntitySpec entity, ServiceFacts service)
    {
        var fillers = new Dictionary<string, (string? Pattern, string Place)>(StringComparer.Ordinal);
        foreach (OptionFacts option in service.Options)
        {
            fillers[option.Name] = (option.Pattern, "the option '" + option.Name + "'");
        }

        foreach (PropertySpec property in entity.Properties.Where(property => property.InPath || property.Name == entity.Parent?.By))
        {
            fillers[property.Name] = (property.Constraints.Pattern, "the property '" + property.Name + "'");
        }

        if (!entity.Singleton)
        {
            fillers[entity.Id.Property] = (entity.Id.Pattern, "id/pattern");
        }

        return fillers;
    }

    private static void Singleton(EntitySpec entity, FindingSink sink)
    {
        (string Path, bool Given)[] words =
        [
            ("parent", entity.Parent is not null), ("lifecycle/create", entity.Create is not null), ("lifecycle/list", entity.List is not null), ("lifecycle/delete", entity.Delete is not null),
        ];
        foreach ((string path, bool _) in words.Where(word => entity.Singleton && word.Given))
        {
            sink.ReportName(Rules.SingletonHasOne, path, path.Substring(path.IndexOf('/') + 1));
        }
    }

    private static HashSet<string> Set(IEnumerable<string> names) => new(names, StringComparer.Ordinal);
}
