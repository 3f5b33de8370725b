namespace MediaOps.Tool.Import;

/// <summary>Where errors are and which codes there are.</summary>
internal sealed class ScaffoldErrors
{
    /// <summary>The name of the generated enum.</summary>
    public string? Enum { get; set; }

    /// <summary>The header that holds the code.</summary>
    public string? CodeHeader { get; set; }

    /// <summary>Where the code is in the body.</summary>
    public string? CodeBody { get; set; }

    /// <summary>Where the message is in the body.</summary>
    public string? MessageBody { get; set; }

    /// <summary>The header that holds the service's request id.</summary>
    public string? RequestIdHeader { get; set; }

    /// <summary>Where the request id is in the body.</summary>
    public string? RequestIdBody { get; set; }

    /// <summary>The codes.</summary>
    public List<ScaffoldErrorCode> Codes { get; } = [];
}

/// <summary>An error code.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Wire">The spellings on the wire; none where the name is the only one.</param>
/// <param name="Http">The HTTP status that it comes with.</param>
/// <param name="Category">What it means, one of the words of the language such as <c>not-found</c>.</param>
/// <param name="Retry">Whether trying again later may help.</param>
/// <param name="Inferred">Whether a judgement is in it.</param>
/// <param name="Description">A sentence.</param>
internal sealed record ScaffoldErrorCode(
    string Name, IReadOnlyList<string> Wire, int? Http, string Category, bool Retry = false, bool Inferred = false, string? Description = null);
