namespace MediaOps.Analyzers;

/// <summary>What a diagnostic tells the fixes: the keys of its properties. One that does not apply is absent.</summary>
internal static class FixProperties
{
    /// <summary>The source text of the entity; for MOPS1003 of the other entity, where something in scope refers to it.</summary>
    public const string Receiver = "Receiver";

    /// <summary>The names of the states in which the call works, with commas between them.</summary>
    public const string Allowed = "Allowed";

    /// <summary>The name of the enum of the states, from <c>global::</c> on.</summary>
    public const string StateEnum = "StateEnum";

    /// <summary>The name of the property that tells the state. Absent where a check of it would not make the call possible, because the entity may be gone.</summary>
    public const string StateProperty = "StateProperty";

    /// <summary>The name of the one action that leads from every possible state into an allowed one, without <c>Async</c>.</summary>
    public const string Insert = "Insert";

    /// <summary>The name of the local that holds the operation in flight.</summary>
    public const string Operation = "Operation";

    /// <summary><c>true</c> where the entity can be read anew.</summary>
    public const string Refresh = "Refresh";
}
