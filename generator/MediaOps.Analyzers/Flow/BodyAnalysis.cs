using Microsoft.CodeAnalysis.Diagnostics;

namespace MediaOps.Analyzers;

/// <summary>Analyses one body: a method, an accessor, an initializer.</summary>
internal static class BodyAnalysis
{
    public static void Run(CodeBlockAnalysisContext context, ActionNames names, StateFacts facts)
    {
        if (!names.Occur(context.CodeBlock))
        {
            return;
        }

        _ = facts;
    }
}
