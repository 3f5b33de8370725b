namespace MediaOps.Tool.Import.Botocore;

/// <summary>The errors of a service as codes.</summary>
internal static class ErrorMapper
{
    /// <summary>Fills the service's errors.</summary>
    /// <returns>The names of the codes by their shapes.</returns>
    public static Dictionary<string, string> Map(AwsModel model, ScaffoldService service, Gaps gaps)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        NameScope scope = NameScope.OfEnum();
        AwsShape[] errors = [.. model.Shapes.Values.Where(shape => shape.IsError).OrderBy(shape => shape.Name, StringComparer.Ordinal)];
        service.Errors = new ScaffoldErrors
        {
            Enum = service.Name + "ErrorCode",
            CodeHeader = "x-amzn-ErrorType",
            CodeBody = "__type",
            MessageBody = MessageOf(errors),
            RequestIdHeader = "x-amzn-RequestId",
        };
        foreach (AwsShape error in errors)
        {
            if (!SourceText.IsLiteral(error.Name))
            {
                gaps.Add(GapRules.LeftOut, error.Origin, error.Name, "its name cannot be written");
                continue;
            }

            string name = scope.Take(CSharpName.Of(Stem(error.Name), "Error"));
            (string category, bool retry) = Category(error);
            names.Add(error.Name, name);
            service.Errors.Codes.Add(new ScaffoldErrorCode(
                name,
                [error.Name],
                error.HttpStatus is >= 100 and <= 599 ? error.HttpStatus : null,
                category,
                retry || error.Retryable,
                Inferred: true,
                SourceText.Prose(error.Documentation)));
        }

        return names;
    }

    private static string Stem(string name) =>
        name.EndsWith("Exception", StringComparison.Ordinal) && name.Length > 9 ? name[..^9] : name;

    /// <summary>The name that most errors have for their message.</summary>
    private static string MessageOf(AwsShape[] errors) => errors
        .SelectMany(error => error.Members)
        .Where(member => member.Place == AwsPlace.Body && member.Wire is "message" or "Message" or "errorMessage")
        .GroupBy(member => member.Wire, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key ?? "message";

    /// <summary>What an error means for the caller. The model has a status and a name; what they mean is a judgement. 409 tells that the entity's state forbids the call.</summary>
    private static (string Category, bool Retry) Category(AwsShape error)
    {
        if (Says("Throttl", "TooManyRequests", "RequestLimit"))
        {
            return ("throttled", true);
        }

        if (Says("Quota", "LimitExceeded"))
        {
            return ("quota", false);
        }

        return error.HttpStatus switch
        {
            401 or 403 => ("forbidden", false),
            404 or 410 => ("not-found", false),
            409 => (Says("AlreadyExists") ? "conflict" : "precondition", false),
            402 or 420 => ("quota", false),
            429 => ("throttled", true),
            502 or 503 or 504 => ("transient", true),
            >= 500 => ("internal", true),
            null => ByName(),
            _ => ("invalid", false),
        };

        (string, bool) ByName() =>
            Says("NotFound", "NoSuch") ? ("not-found", false)
            : Says("AccessDenied", "Forbidden", "Unauthorized") ? ("forbidden", false)
            : Says("Conflict", "InUse", "InvalidState") ? ("precondition", false)
            : Says("InternalS", "ServiceFailure") ? ("internal", true)
            : Says("Unavailable") ? ("transient", true)
            : ("invalid", false);

        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (string word in words)
            {
                if (error.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
