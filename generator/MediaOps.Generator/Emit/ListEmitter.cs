using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The members of a collection that list its entities: with the parameters of the schema's list, and by a condition where the service filters.</summary>
internal static class ListEmitter
{
    /// <summary>Whether the entities can be listed: all of them, or those of one parent.</summary>
    public static bool IsListed(EntityModel model) => model.Spec.List is not null || model.Parent?.List is not null;

    /// <summary>Whether they can be asked for by conditions. A query knows no parameters, so there must be none that must be given.</summary>
    public static bool IsQueried(EntityModel model) => model.IsQueried && IsListed(model) && model.Spec.List?.Parameters.Any(parameter => parameter.Required) != true;

    /// <summary>Writes both forms.</summary>
    public static void Write(SourceWriter writer, EntityModel model)
    {
        EntitySpec spec = model.Spec;
        ActionParameter[] own = spec.List is null ? [] : [.. ActionParameter.Of(spec.List, new TypeMap(model)).Select(parameter => parameter.Parameter)];
        bool isQueried = IsQueried(model);
        ActionParameter[] parameters =
        [
            .. own.Where(parameter => parameter.Default is null),
            .. isQueried ? [Predicate(model)] : Enumerable.Empty<ActionParameter>(),
            .. own.Where(parameter => parameter.Default is not null),
            Cancellation,
        ];
        string[] arguments =
        [
            .. isQueried ? ["predicate"] : Enumerable.Empty<string>(),
            .. own.Length > 0 ? [ActionArgumentsEmitter.Call(model, spec.List!, own)] : Enumerable.Empty<string>(),
            Cancellation.Name,
        ];
        foreach ((string type, string name) in new[]
        {
            ("global::System.Collections.Generic.IEnumerable<" + spec.Name + ">", "List"),
            ("global::System.Collections.Generic.IAsyncEnumerable<" + spec.Name + ">", "ListAsync"),
        })
        {
            writer.Gap();
            writer.Summary("Lists the entities, page by page while they are enumerated.");
            writer.Remarks(["Request: " + Documentation.Code(spec.List is { } list ? list.Method + " " + list.Path : "GET " + model.Parent!.List) + "."]);
            foreach (ActionParameter parameter in parameters)
            {
                writer.Parameter(parameter.Name, parameter.Markup);
            }

            writer.Returns("The entities; each enumeration asks the service anew.");
            if (own.Length > 0)
            {
                writer.Throws("global::System.ArgumentException", "A value violates a limit; the message names each one.");
            }

            if (isQueried)
            {
                writer.Throws("global::System.NotSupportedException", "While it is enumerated: the service cannot be asked so; the message names what it is.");
            }

            writer.Throws("global::MediaOps.ServiceException", "While it is enumerated: the service refused the request or gave no usable answer.");
            writer.Line("public virtual " + type + " " + name + "(" + string.Join(", ", parameters.Select(parameter => parameter.Declaration)) + ") => Core." + name + "(" + string.Join(", ", arguments) + ");");
        }
    }

    /// <summary>The type of a condition.</summary>
    public static string PredicateType(EntityModel model) => "global::System.Linq.Expressions.Expression<global::System.Func<" + model.Declared + ", bool>>";

    private static ActionParameter Predicate(EntityModel model) => new(PredicateType(model) + "?", "predicate", "null", "A condition that the service filters by; null for all entities.");

    private static ActionParameter Cancellation { get; } = ActionParameter.Cancellation with { Markup = "Ends the enumeration." };
}
