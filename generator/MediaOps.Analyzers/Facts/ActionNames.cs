using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.Analyzers;

/// <summary>
/// The names by which a body is recognised as one that may have to do with states, before anything is bound: actions, creates and state enums. None
/// at all in a project that has nothing to do with entities.
/// </summary>
internal sealed class ActionNames
{
    /// <summary>What a file declares, kept by the compiler as long as the file does not change.</summary>
    public static readonly SyntaxTreeValueProvider<ImmutableArray<string>> Declared = new(static tree => In(tree));

    private readonly Dictionary<char, string[]> _byFirst;

    private ActionNames(HashSet<string> names) =>
        _byFirst = names.Where(name => name.Length > 0).GroupBy(name => name[0]).ToDictionary(group => group.Key, group => group.ToArray());

    public bool IsEmpty => _byFirst.Count == 0;

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

    /// <summary>
    /// Whether a piece of code may mention one of the names; also where it does so in a comment or a string, or where an escape or an invisible character could
    /// hide one. Reads characters, because to unfold the syntax below every body of a project costs far more.
    /// </summary>
    /// <param name="code">The text of a file.</param>
    /// <param name="piece">The part of it that is meant.</param>
    public bool Occur(string code, TextSpan piece)
    {
        for (int i = piece.Start; i < piece.End; i++)
        {
            if (CanHide(code, i))
            {
                return true;
            }

            if (SyntaxFacts.IsIdentifierStartCharacter(code[i]))
            {
                int start = i;
                while (i + 1 < piece.End && !CanHide(code, i + 1) && SyntaxFacts.IsIdentifierPartCharacter(code[i + 1]))
                {
                    i++;
                }

                if (IsName(code, start, i + 1 - start))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool CanHide(string code, int index) => code[index] switch
    {
        '\\' => index + 1 < code.Length && code[index + 1] is 'u' or 'U',
        <= '\x7f' => false,
        var other => CharUnicodeInfo.GetUnicodeCategory(other) == UnicodeCategory.Format,
    };

    private bool IsName(string code, int start, int length)
    {
        if (_byFirst.TryGetValue(code[start], out string[]? candidates))
        {
            foreach (string name in candidates)
            {
                if (name.Length == length && string.CompareOrdinal(code, start, name, 0, length) == 0)
                {
                    return true;
                }
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

            if (node is TypeDeclarationSyntax { ParameterList: { } taken } made && TakesState(taken))
            {
                names.Add(made.Identifier.ValueText);
            }
            else if (node is ConstructorDeclarationSyntax constructor && TakesState(constructor.ParameterList))
            {
                names.Add(constructor.Identifier.ValueText);
            }
        }

        return [.. names];
    }

    private static bool IsMarked(MethodDeclarationSyntax method) =>
        Named(method.AttributeLists, StateAttributeNames.StateTransition) is not null
        || Named(method.AttributeLists, StateAttributeNames.InitialState) is not null
        || Named(method.AttributeLists, StateAttributeNames.InState) is not null
        || TakesState(method.ParameterList);

    private static bool TakesState(ParameterListSyntax parameters) =>
        parameters.Parameters.Any(parameter => Named(parameter.AttributeLists, StateAttributeNames.InState) is not null);

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
