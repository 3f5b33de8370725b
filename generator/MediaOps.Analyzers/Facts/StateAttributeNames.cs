namespace MediaOps.Analyzers;

/// <summary>The names of the attributes that tell states, and of their arguments. The generator writes by them and the analyzer reads by them.</summary>
internal static class StateAttributeNames
{
    public const string Namespace = "MediaOps";

    public const string Suffix = "Attribute";

    public const string Stateful = "Stateful";

    public const string StateTransition = "StateTransition";

    public const string From = "From";

    public const string Via = "Via";

    public const string To = "To";

    public const string OnFailure = "OnFailure";

    public const string Send = "Send";

    public const string Deletes = "Deletes";

    public const string Inferred = "Inferred";

    public const string RequiresState = "RequiresState";

    public const string Relation = "Relation";

    public const string Parent = "Parent";

    public const string Children = "Children";

    public const string RequiresValue = "RequiresValue";

    public const string InitialState = "InitialState";

    public const string StateRefresh = "StateRefresh";

    public const string OperationWait = "OperationWait";

    public const string StateNeutral = "StateNeutral";

    public const string UpdatableIn = "UpdatableIn";

    public const string InState = "InState";

    public const string StatefulService = "StatefulService";
}
