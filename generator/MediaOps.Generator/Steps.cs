namespace MediaOps.Generator;

/// <summary>The names of the steps, in their order. Tests find them by reflection, so a step without a test for its incrementality cannot hide.</summary>
internal static class Steps
{
    /// <summary>Additional files that are ours, with the little of their options that counts.</summary>
    public const string Files = nameof(Files);

    /// <summary>The text of each file, read and checked by itself; holds positions.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>What each file says, without positions: white space stops here.</summary>
    public const string Spec = nameof(Spec);

    /// <summary>The little of each file that others may use.</summary>
    public const string Facts = nameof(Facts);

    /// <summary>The facts of all files: the only collected value.</summary>
    public const string Index = nameof(Index);

    /// <summary>Each entity with the facts of its neighbours that it uses.</summary>
    public const string Model = nameof(Model);

    /// <summary>Each service with the names of its entities.</summary>
    public const string Client = nameof(Client);

    /// <summary>The source of each entity and service.</summary>
    public const string Source = nameof(Source);

    /// <summary>What is to be said about each file.</summary>
    public const string Check = nameof(Check);
}
