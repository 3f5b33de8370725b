using System;
using System.Collections.Generic;

namespace MediaOps.Schema;

/// <summary>Names that generated code or its users need for something else.</summary>
internal static class ReservedNames
{
    /// <summary>Members that every object has.</summary>
    public static HashSet<string> OfObject { get; } = Set("Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals");

    /// <summary>Members that every generated entity has.</summary>
    public static HashSet<string> OfEntity { get; } = Set("Core", "Refresh", "RefreshAsync");

    /// <summary>Parameters that every generated action has.</summary>
    public static HashSet<string> OfParameters { get; } = Set("Polling", "CancellationToken");

    /// <summary>Parameters that every generated client factory has.</summary>
    public static HashSet<string> OfOptions { get; } = Set("Credential", "Options");

    /// <summary>Members that every generated enum has.</summary>
    public static HashSet<string> OfEnum { get; } = Set("Unknown");

    /// <summary>Members that every generated client has, in any case: fields are made of its members.</summary>
    public static HashSet<string> OfClient { get; } = new(["Operations", "Create", "Connection", "NotConnected"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that generated types need inside, so that no type around can have them, and names of files.</summary>
    public static HashSet<string> OfGenerated { get; } = new(["Core", "Refresh", "RefreshAsync", "WireNames", "SharedTypes"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Types of the runtime and of the framework that stand beside generated types in users' files: the same name there would be ambiguous.</summary>
    public static HashSet<string> OfTypes { get; } = Set(
        "Operation", "IOperation", "OperationState", "OperationCollection", "OperationProgress", "PollingOptions", "PollingStrategy", "PollingContext", "DelayReason",
        "GuardMode", "GuardRequires", "MediaOpsOptions", "IMediaOpsCredential", "AccessToken", "TokenRequest", "StaticTokenCredential", "TokenCredential",
        "IApiKeyCredential", "StaticApiKeyCredential", "IBasicCredential", "StaticBasicCredential", "UserPassword", "IAwsCredential", "StaticAwsCredential", "AwsCredential",
        "ServiceException", "OperationFailedException", "OperationPollException", "OperationTimeoutException", "OperationWaitCanceledException",
        "InvalidEntityStateException", "StatefulAttribute", "StateTransitionAttribute", "RequiresStateAttribute", "RequiresValueAttribute", "InitialStateAttribute",
        "StateRefreshAttribute", "OperationWaitAttribute", "StateNeutralAttribute", "UpdatableInAttribute", "InStateAttribute", "StatefulServiceAttribute", "Relation",
        "System", "Object", "String", "Boolean", "Byte", "Char", "Int32", "Int64", "Double", "Decimal", "DateTime", "DateTimeOffset", "TimeSpan", "Guid", "Uri",
        "Version", "Type", "Enum", "Array", "Attribute", "Exception", "Action", "Func", "Task", "Thread", "CancellationToken", "TimeProvider", "Console", "Convert",
        "Math", "Random", "Environment", "List", "Dictionary", "IEnumerable", "IPAddress", "HttpClient", "Nullable", "Lazy", "Tuple", "Delegate", "Buffer", "Range",
        "Index");

    /// <summary>Whether a namespace is the framework's or the runtime's, whose types are not ours to name again.</summary>
    public static bool IsNamespace(string name) => name is "System" or "MediaOps" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("MediaOps.", StringComparison.Ordinal);

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.Ordinal);
}
