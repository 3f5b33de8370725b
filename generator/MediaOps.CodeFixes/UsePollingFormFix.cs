using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using MediaOps.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace MediaOps.CodeFixes;

/// <summary>Calls the form of the action that waits, where nobody uses the operation that was sent: it is dropped, or in a variable that is not read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UsePollingFormFix)), Shared]
public sealed class UsePollingFormFix : StateFix
{
    private const string Dropped = "MOPS1007";

    private static readonly string[] Suffixes = ["OperationAsync", "Operation"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Dropped, "MOPS1002"];

    private protected override string Title(Site site) => "Wait where the action is sent";

    private protected override SyntaxNode? Fix(Site site, CancellationToken cancellationToken) =>
        site.Id == Dropped ? FixDropped(site) : FixUnused(site, cancellationToken);

    private static SyntaxNode? FixDropped(Site site) => Polling(site.Call, site.Model) is { } polling
        ? site.Root.ReplaceNode(polling.Sent, polling.Waiting.WithTriviaFrom(polling.Sent))
        : null;

    private static SyntaxNode? FixUnused(Site site, CancellationToken cancellationToken)
    {
        if (site.Property(FixProperties.Operation) is not { } name
            || site.Place is not { } place
            || site.Model.LookupSymbols(place.Start, name: name).OfType<ILocalSymbol>().FirstOrDefault() is not { } local
            || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value } variable
            || variable.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration }
            || IsRead(local, variable, place.Function, site.Model)
            || value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => Polling(call, site.Model)?.Sent == value) is not { } sent
            || Polling(sent, site.Model) is not { } polling)
        {
            return null;
        }

        return site.Root.ReplaceNode(declaration, ExpressionStatement(polling.Waiting.WithoutTrivia()).WithTriviaFrom(declaration));
    }

    private static bool IsRead(ILocalSymbol local, VariableDeclaratorSyntax variable, SyntaxNode function, SemanticModel model) => function
        .DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == variable.Identifier.ValueText && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local));

    // The whole expression that sends, its await among it, and what takes its place.
    private static (ExpressionSyntax Sent, ExpressionSyntax Waiting)? Polling(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access
            || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            || ActionName(method.Name) is not { } action
            || Place.Of(call, model) is not { } place)
        {
            return null;
        }

        AwaitExpressionSyntax? awaited = Awaited(call);
        ExpressionSyntax sent = awaited ?? (ExpressionSyntax)call;
        bool awaits = awaited is not null || place.IsAsync;
        foreach (ArgumentListSyntax arguments in new[] { call.ArgumentList, Named(call.ArgumentList, method) })
        {
            InvocationExpressionSyntax waiting = call
                .WithExpression(access.WithName(IdentifierName(action + (awaits ? "Async" : "")).WithTriviaFrom(access.Name)))
                .WithArgumentList(arguments);
            if (model.GetSpeculativeSymbolInfo(call.SpanStart, waiting, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol)
            {
                return (sent, awaited is not null ? awaited.ReplaceNode(call, waiting) : awaits ? AwaitExpression(waiting.WithoutTrivia()) : waiting);
            }
        }

        return null;
    }

    private static AwaitExpressionSyntax? Awaited(InvocationExpressionSyntax call) => call.Parent switch
    {
        AwaitExpressionSyntax awaited => awaited,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax awaited } } => awaited,
        _ => null,
    };

    private static string? ActionName(string name)
    {
        const string Prefix = "Send";
        string? suffix = Suffixes.FirstOrDefault(end => name.EndsWith(end, System.StringComparison.Ordinal));
        return suffix is not null && name.StartsWith(Prefix, System.StringComparison.Ordinal) && name.Length > Prefix.Length + suffix.Length
            ? name.Substring(Prefix.Length, name.Length - Prefix.Length - suffix.Length)
            : null;
    }

    // The form that waits has one more parameter before the token, so that arguments by position may mean another one there.
    private static ArgumentListSyntax Named(ArgumentListSyntax list, IMethodSymbol method)
    {
        IEnumerable<ArgumentSyntax> named = list.Arguments.Select((argument, i) => argument.NameColon is null && i < method.Parameters.Length
            ? argument.WithoutTrivia().WithNameColon(NameColon(IdentifierName(method.Parameters[i].Name)).WithTrailingTrivia(Space)).WithTriviaFrom(argument)
            : argument);
        return list.WithArguments(SeparatedList(named, list.Arguments.GetSeparators()));
    }
}
