namespace MediaOps.Tool.Import.Botocore;

/// <summary>An operation with its path.</summary>
/// <param name="operation">The operation.</param>
/// <param name="uri">Its path.</param>
internal sealed class Route(AwsOperation operation, UriTemplate uri)
{
    /// <summary>The operation.</summary>
    public AwsOperation Operation { get; } = operation;

    /// <summary>Its path.</summary>
    public UriTemplate Uri { get; } = uri;

    /// <summary>Its name, taken apart.</summary>
    public OperationName Name { get; } = OperationName.Of(operation.Name);

    /// <summary>Whether it asks and changes nothing.</summary>
    public bool Asks => Operation.Method == "GET" || Name.Verb is "Describe" or "Get" or "List" or "Search" or "BatchGet" or "BatchDescribe";

    /// <summary>Whether it sends what changes things.</summary>
    public bool Sends => Operation.Method is "POST" or "PUT" or "PATCH";
}

/// <summary>Something that has an address of its own and can be read there: an entity, or the one thing of its kind.</summary>
/// <param name="noun">What the operations call it.</param>
/// <param name="read">How it is read; its path is the address.</param>
internal sealed class Resource(string noun, Route read)
{
    /// <summary>What the operations call it.</summary>
    public string Noun { get; } = noun;

    /// <summary>How it is read.</summary>
    public Route Read { get; } = read;

    /// <summary>Whether there is one only.</summary>
    public bool Singleton => !Read.Uri.IsItem;

    /// <summary>What it belongs to.</summary>
    public Resource? Parent { get; set; }

    /// <summary>How it is made.</summary>
    public Route? Create { get; set; }

    /// <summary>How all are listed.</summary>
    public Route? List { get; set; }

    /// <summary>How it is changed.</summary>
    public Route? Update { get; set; }

    /// <summary>How it is removed.</summary>
    public Route? Delete { get; set; }

    /// <summary>What else can be asked of it.</summary>
    public List<Route> Actions { get; } = [];

    /// <summary>The verbs that it has, then its actions.</summary>
    public IEnumerable<Route> All => new[] { Create, Read, List, Update, Delete }.OfType<Route>().Concat(Actions);
}
