using System.Linq;
using Microsoft.CodeAnalysis;

namespace MediaOps.Analyzers;

/// <summary>What can be taken for granted of methods that carry no attribute of ours.</summary>
internal static class Frameworks
{
    /// <summary>Whether a method cannot run anybody's code: it is the framework's and has nothing of others to call, or only reads, as generated clients do.</summary>
    public static bool IsQuiet(IMethodSymbol method) => IsFramework(method.ContainingType)
        ? !IsOthers(method) && !method.Parameters.Any(parameter => IsCode(parameter.Type))
        : IsGenerated(method.ContainingType) && !method.IsStatic;

    /// <summary>Whether a method keeps nothing that it is given.</summary>
    public static bool KeepsNothing(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnsVoid: true } && IsFramework(method.ContainingType) && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && !IsCode(parameter.Type));

    /// <summary>Whether a method takes texts for people and not for other code.</summary>
    public static bool OnlyTells(IMethodSymbol method) =>
        IsFramework(method.ContainingType)
        && method.MethodKind != Microsoft.CodeAnalysis.MethodKind.DelegateInvoke
        && !IsIn(method.ContainingType, "System", "Collections")
        && !IsIn(method.ContainingType, "System", "Collections", "Generic")
        && !IsIn(method.ContainingType, "System", "Collections", "Concurrent")
        && !IsIn(method.ContainingType, "System", "Collections", "Immutable");

    /// <summary>Whether a method is that of every object, overridden by nobody.</summary>
    public static bool IsObjects(IMethodSymbol method) => method.ContainingType?.SpecialType == SpecialType.System_Object;

    /// <summary>Whether a type is a task, or something that stands for one where it is awaited.</summary>
    public static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" } && IsIn(type, "System", "Threading", "Tasks");

    /// <summary>Whether a method gives the task that it is called on in another shape.</summary>
    public static bool PassesOn(IMethodSymbol method) =>
        method.Name is "ConfigureAwait" or "AsTask" or "Preserve" or "GetAwaiter" or "WaitAsync" && IsOfTasks(method);

    /// <summary>Whether a method returns only when the task that it is called on has ended well.</summary>
    public static bool WaitsFor(IMethodSymbol method) =>
        method.Name is "GetResult" or "Wait" && IsOfTasks(method) && method.Parameters.All(parameter => parameter.Type.Name == "CancellationToken");

    /// <summary>Whether a method gives a task that ends with all that it is given, or waits for them.</summary>
    public static bool JoinsAll(IMethodSymbol method) => IsTask(method.ContainingType) && (method.Name == "WhenAll" || (method is { Name: "WaitAll", Parameters.Length: 1 }));

    private static bool IsOfTasks(IMethodSymbol method) => IsIn(method.ContainingType, "System", "Threading", "Tasks") || IsIn(method.ContainingType, "System", "Runtime", "CompilerServices");

    private static bool IsFramework(ITypeSymbol? type)
    {
        INamespaceSymbol? at = type?.ContainingNamespace;
        while (at is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            at = at.ContainingNamespace;
        }

        return at?.Name is "System" or "Microsoft";
    }

    private static bool IsGenerated(ITypeSymbol? type) =>
        type?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.Argument(0)?.Value is "MediaOps.Generator") == true;

    /// <summary>Whether others can write what is called: a delegate, the member of an interface, a virtual method.</summary>
    private static bool IsOthers(IMethodSymbol method) =>
        method.MethodKind == Microsoft.CodeAnalysis.MethodKind.DelegateInvoke
        || method.ContainingType.TypeKind == TypeKind.Interface
        || ((method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.ContainingType.IsSealed && !method.ContainingType.IsValueType && !IsObjects(method));

    /// <summary>Whether others' code can come by a parameter: to be called, or to be enumerated.</summary>
    private static bool IsCode(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate || type.Name is "Delegate" or "IEnumerable" or "IAsyncEnumerable" or "IQueryable";

    private static bool IsIn(ITypeSymbol? type, params string[] names)
    {
        INamespaceSymbol? at = type?.ContainingNamespace;
        for (int i = names.Length - 1; i >= 0; i--, at = at.ContainingNamespace)
        {
            if (at?.Name != names[i])
            {
                return false;
            }
        }

        return at is { IsGlobalNamespace: true };
    }
}
