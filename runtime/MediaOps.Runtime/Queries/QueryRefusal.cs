using System.Linq.Expressions;

namespace MediaOps.Runtime;

/// <summary>The one error for everything that cannot be asked of the service: never a silent read of all entities.</summary>
internal static class QueryRefusal
{
    private const int MaxText = 300;

    public static NotSupportedException Of(Expression expression, string reason = "it has no form in the service's query language")
    {
        string text = expression.ToString();
        string shown = text.Length <= MaxText ? text : text[..MaxText] + "...";
        return new NotSupportedException(
            $"The service cannot be asked for '{shown}': {reason}. " +
            "Compute what does not need the entity before the query; for the rest call AsEnumerable() first, which reads the entities and goes on here.");
    }
}
