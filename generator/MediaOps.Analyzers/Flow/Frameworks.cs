using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MediaOps.Analyzers;

/// <summary>What can be taken for granted of methods that carry no attribute of ours.</summary>
internal static class Frameworks
{
    /// <summary>The bit of that name in <c>ConfigureAwaitOptions</c>.</summary>
    private const int SuppressThrowing = 2;

    /// <summary>Whether a method cannot run anybody's code: it is the framework's and has nothing of others to call, or only reads, as generated clients do.</summary>
    public static bool IsQuiet(IMethodSymbol method) => IsFramework(method.ContainingType)
        ? !IsOthers(method) && !CallsOrWaits(method) && !method.Parameters.Any(parameter => IsCode(parameter.Type))
        : IsGenerated(method.ContainingType) && !method.IsStatic;

    /// <summary>Whether a method keeps nothing that it is given.</summary>
    public static bool KeepsNothing(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnsVoid: true }
        && IsFramework(method.ContainingType)
        && !CallsOrWaits(method)
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && !IsCode(parameter.Type) && (parameter.IsParams || parameter.Type.TypeKind != TypeKind.Array));

    /// <summary>Whether the service finds the entity by a property: whoever learns it can act.</summary>
    public static bool IsKey(IPropertySymbol property) => property.Name is "Id" or "Name";

    /// <summary>Whether a value goes into a text or to the framework, which asks no service for an entity of that name.</summary>
    public static bool IsOnlyTold(IOperation value) => value.Parent switch
    {
        IInterpolationOperation or IInterpolatedStringOperation or IConversionOperation or IBinaryOperation => IsOnlyTold(value.Parent),
        IArgumentOperation { Parent: IInvocationOperation call } => OnlyTells(call.TargetMethod),
        _ => false,
    };

    /// <summary>Whether a method takes texts for people and not for other code, and gives nothing back that could be made of them.</summary>
    private static bool OnlyTells(IMethodSymbol method) =>
        IsFramework(method.ContainingType)
        && (method.ReturnsVoid || method.ReturnType is { IsValueType: true } or INamedTypeSymbol { Name: "Task", Arity: 0 })
        && !CallsOrWaits(method)
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && method.MethodKind != Microsoft.CodeAnalysis.MethodKind.DelegateInvoke
        && !IsIn(method.ContainingType, "System", "Collections")
        && !IsIn(method.ContainingType, "System", "Collections", "Generic")
        && !IsIn(method.ContainingType, "System", "Collections", "Concurrent")
        && !IsIn(method.ContainingType, "System", "Collections", "Immutable");

    /// <summary>Whether a method is that of every object, overridden by nobody.</summary>
    public static bool IsObjects(IMethodSymbol method) => method.ContainingType?.SpecialType == SpecialType.System_Object;

    /// <summary>Whether a type is a task, or something that stands for one where it is awaited.</summary>
    public static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" } && IsIn(type, "System", "Threading", "Tasks");

    /// <summary>Whether a type is the interface of operations, which can be looked at and not waited for.</summary>
    public static bool IsOperation(ITypeSymbol? type) => type is { Name: "IOperation" } && IsIn(type, StateAttributeNames.Namespace);

    /// <summary>Whether a method gives the task that it is called on in another shape.</summary>
    public static bool PassesOn(IMethodSymbol method) =>
        method.Name is "ConfigureAwait" or "AsTask" or "Preserve" or "GetAwaiter" or "WaitAsync" && IsOfTasks(method);

    /// <summary>Whether a method returns only when the task that it is called on has ended well.</summary>
    public static bool WaitsFor(IMethodSymbol method) =>
        method.Name is "GetResult" or "Wait" && IsOfTasks(method) && method.Parameters.All(parameter => parameter.Type.Name == "CancellationToken");

    /// <summary>Whether a method gives a task that ends with all that it is given, or waits for them.</summary>
    public static bool JoinsAll(IMethodSymbol method) => IsTask(method.ContainingType) && (method.Name == "WhenAll" || (method is { Name: "WaitAll", Parameters.Length: 1 }));

    /// <summary>Whether awaiting what a method gives ends well even where the task does not.</summary>
    public static bool Suppresses(IInvocationOperation call) => call.Arguments.Any(argument =>
        argument.Parameter?.Type.Name == "ConfigureAwaitOptions" && !(argument.Value.ConstantValue is { HasValue: true, Value: int options } && (options & SuppressThrowing) == 0));

    /// <summary>Whether reading a property of the framework can wait for other code, or run it.</summary>
    public static bool Waits(IPropertySymbol property) => property.Name is "Result" or "Value" && IsFramework(property.ContainingType) && CallsOrWaits(property);

    /// <summary>Whether the framework may run there what it was given before, or wait for it: with threads, with tasks, and by reflection.</summary>
    private static bool CallsOrWaits(ISymbol member) =>
        member.ContainingType.Name is "Delegate" or "MulticastDelegate" or "Lazy" or "Activator"
        || IsIn(member.ContainingType, "System", "Threading")
        || IsIn(member.ContainingType, "System", "Threading", "Tasks")
        || IsIn(member.ContainingType, "System", "Threading", "Channels")
        || IsIn(member.ContainingType, "System", "Reflection")
        || IsIn(member.ContainingType, "System", "Runtime", "CompilerServices");

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
