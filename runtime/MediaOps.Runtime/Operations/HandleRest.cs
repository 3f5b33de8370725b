namespace MediaOps.Runtime;

/// <summary>
/// What a handle holds beside entity and action, with slashes between its parts: <c>profile/id</c> for an id of the service, <c>profile/host/path</c> for a
/// status URL, <c>profile</c> alone, or with the URL that is asked, for a state; behind it host and path of the result where they are not to be found otherwise.
/// A host is a number: see <see cref="GivenUrls"/>.
/// </summary>
/// <param name="Profile">The name of the tracking.</param>
/// <param name="OperationId">The service's id; null for other kinds.</param>
/// <param name="Poll">Where is asked; null where something else tells.</param>
/// <param name="Result">Where the result is; null where something else tells.</param>
internal sealed record HandleRest(string Profile, string? OperationId, (string Host, string Path)? Poll, (string Host, string Path)? Result)
{
    public override string ToString()
    {
        List<string> parts = [Profile];
        if (OperationId is not null)
        {
            parts.Add(OperationId);
        }

        if (Poll is not null || (Result is not null && OperationId is null))
        {
            parts.AddRange([Poll?.Host ?? "", Poll?.Path ?? ""]);
        }

        if (Result is { } result)
        {
            parts.AddRange([result.Host, result.Path]);
        }

        return string.Join('/', parts.Select(Uri.EscapeDataString));
    }

    /// <summary>Reads it back; null where it is damaged.</summary>
    public static HandleRest? Parse(HandleKind kind, string text)
    {
        string[] parts = [.. text.Split('/').Select(Uri.UnescapeDataString)];
        bool hasId = kind == HandleKind.Operation;
        int urls = parts.Length - (hasId ? 2 : 1);
        if (urls < 0 || urls % 2 != 0 || urls > (hasId ? 2 : 4) || (kind == HandleKind.Url && urls == 0))
        {
            return null;
        }

        (string Host, string Path)? At(int index) => index + 1 < parts.Length && parts[index].Length > 0 ? (parts[index], parts[index + 1]) : null;
        return new HandleRest(parts[0], hasId ? parts[1] : null, hasId ? null : At(1), hasId ? At(2) : At(3));
    }
}
