using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;

namespace MediaOps.Generator.Emit;

/// <summary>
/// What makes a collection a source of queries. It is an <c>IQueryable</c> by explicit members, so that LINQ works on it and completion shows our own members:
/// <c>Where</c>, <c>AsQuery</c>, <c>List</c> and <c>ListAsync</c>.
/// </summary>
internal static class QueryEmitter
{
    /// <summary>The interface that the collection implements.</summary>
    public static string Interface(EntityModel model) => "global::System.Linq.IQueryable<" + model.Declared + ">";

    /// <summary>Writes the members.</summary>
    public static void Write(SourceWriter writer, EntityModel model)
    {
        string query = "global::MediaOps.EntityQuery<" + model.Declared + ">";

        writer.Gap();
        writer.Summary("Asks for the entities for which a condition holds; the service filters.");
        writer.Parameter("predicate", "The condition: comparisons of members with values, joined by and, or and not.");
        writer.Returns("A query. Nothing is sent until it is enumerated or one of its entities is asked for.");
        writer.Line("public virtual " + query + " Where(" + ListEmitter.PredicateType(model) + " predicate) => AsQuery().Where(predicate);");

        writer.Gap();
        writer.Summary("Asks for all entities: the beginning of a query that orders, skips or takes.");
        writer.Returns("A query. Nothing is sent until it is enumerated or one of its entities is asked for.");
        writer.Line("public virtual " + query + " AsQuery() => new " + query + "(Core);");

        writer.Gap();
        writer.Line("global::System.Type global::System.Linq.IQueryable.ElementType => typeof(" + model.Declared + ");");
        writer.Gap();
        writer.Line("global::System.Linq.Expressions.Expression global::System.Linq.IQueryable.Expression => AsQuery().Expression;");
        writer.Gap();
        writer.Line("global::System.Linq.IQueryProvider global::System.Linq.IQueryable.Provider => AsQuery().Provider;");
        writer.Gap();
        writer.Line("global::System.Collections.Generic.IEnumerator<" + model.Declared + "> global::System.Collections.Generic.IEnumerable<" + model.Declared + ">.GetEnumerator() => AsQuery().GetEnumerator();");
        writer.Gap();
        writer.Line("global::System.Collections.IEnumerator global::System.Collections.IEnumerable.GetEnumerator() => AsQuery().GetEnumerator();");
    }
}
