using Microsoft.CodeAnalysis;

namespace MediaOps.Analyzers;

/// <summary>Lines, as people count them: from 1.</summary>
internal static class Places
{
    public static int LineOf(IOperation operation) => LineOf(operation.Syntax.GetLocation());

    public static int LineOf(ISymbol symbol) => symbol.Locations.Length > 0 ? LineOf(symbol.Locations[0]) : 0;

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
