using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MediaOps.Analyzers;

/// <summary>
/// The names by which a body is recognised as one that may have to do with states, before anything is bound: actions, creates and state enums. None
/// at all in a project that has nothing to do with entities.
/// </summary>
internal sealed class ActionNames
{
    /// <summary>What a file declares, kept by the compiler as long as the file does not change.</summary>
    public static readonly SyntaxTreeValueProvider<ImmutableArray<string>> Declared = new(static tree => In(tree));

    private readonly HashSet<string> _names;

    private ActionNames(HashSet<string> names) => _names = names;

    public bool IsEmpty => _names.Count == 0;

    /// <summary>The names of a compilation: from the clients it references, and from the entities in its own source.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="declaredIn">The names that one of its files declares; by <see cref="Declared"/>.</param>
    public static ActionNames Of(Compilation compilation, Func<SyntaxTree, ImmutableArray<string>> declaredIn)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (compilation.GetTypesByMetadataName(StateAttributeNames.Namespace + "." + StateAttributeNames.Stateful + StateAttributeNames.Suffix).FirstOrDefault() is not { } marker)
        {
            return new ActionNames(names);
        }

        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Contains(marker.ContainingAssembly.Identity)))
            {
                AddService(assembly, names);
            }
        }

        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            names.UnionWith(declaredIn(tree));
        }

        if (names.Count > 0)
        {
            names.Add(StateAttributeNames.InState);
            names.Add(StateAttributeNames.InState + StateAttributeNames.Suffix);
        }

        return new ActionNames(names);
    }

    /// <summary>Whether a piece of code mentions one of the names.</summary>
    public bool Occur(SyntaxNode code)
    {
        foreach (SyntaxToken token in code.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && _names.Contains(token.ValueText))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddService(IAssemblySymbol assembly, HashSet<string> names)
    {
        bool any = false;
        foreach (AttributeData service in assembly.GetAttributes().Named(StateAttributeNames.StatefulService))
        {
            any = true;
            names.UnionWith(service.Argument(1).Texts().OfType<string>());
        }

        if (any)
        {
            AddEnums(assembly.GlobalNamespace, names);
        }
    }

    private static void AddEnums(INamespaceSymbol space, HashSet<string> names)
    {
        foreach (INamedTypeSymbol type in space.GetTypeMembers())
        {
            if (type.GetAttributes().Named(StateAttributeNames.Stateful).FirstOrDefault()?.Argument(0)?.Value is INamedTypeSymbol states)
            {
                names.Add(states.Name);
            }
        }

        foreach (INamespaceSymbol inner in space.GetNamespaceMembers())
        {
            AddEnums(inner, names);
        }
    }

    /// <summary>What a file declares: looks at types and members, never into bodies.</summary>
    public static ImmutableArray<string> In(SyntaxTree tree)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is TypeDeclarationSyntax type && Named(type.AttributeLists, StateAttributeNames.Stateful)?.ArgumentList?.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax states)
            {
                names.Add(states.Type.GetLastToken().ValueText);
            }
            else if (node is MethodDeclarationSyntax method && IsMarked(method))
            {
                names.Add(method.Identifier.ValueText);
            }
        }

        return [.. names];
    }

    private static bool IsMarked(MethodDeclarationSyntax method) =>
        Named(method.AttributeLists, StateAttributeNames.StateTransition) is not null
        || Named(method.AttributeLists, StateAttributeNames.InitialState) is not null
        || method.ParameterList.Parameters.Any(parameter => Named(parameter.AttributeLists, StateAttributeNames.InState) is not null);

    private static AttributeSyntax? Named(SyntaxList<AttributeListSyntax> lists, string name)
    {
        foreach (AttributeListSyntax list in lists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                string last = attribute.Name.GetLastToken().ValueText;
                if (last == name || last == name + StateAttributeNames.Suffix)
                {
                    return attribute;
                }
            }
        }

        return null;
    }
}
