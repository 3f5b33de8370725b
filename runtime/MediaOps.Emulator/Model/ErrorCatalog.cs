using MediaOps.Schema;

namespace MediaOps.Emulation.Model;

/// <summary>Why the emulator refuses a request. The names are those of ams-v2; other services get the code that means the same.</summary>
internal enum Refusal
{
    BadRequest,
    InvalidIdentifierFormat,
    InvalidOperation,
    OperationInProgress,
    OperationNotFound,
    ResourceNameTaken,
    ResourceNotFound,
    ExceededResourceQuota,
    InternalError,
}

/// <summary>Finds the service's codes and their status.</summary>
internal sealed class ErrorCatalog(ErrorsSpec errors)
{
    /// <summary>The code and status of a refusal: by name, else by status and category, else by status, else the refusal's own name.</summary>
    public (string Code, int Status) this[Refusal refusal]
    {
        get
        {
            string name = refusal.ToString();
            string category = refusal switch
            {
                Refusal.BadRequest or Refusal.InvalidIdentifierFormat => "invalid",
                Refusal.InvalidOperation => "precondition",
                Refusal.OperationInProgress or Refusal.ResourceNameTaken => "conflict",
                Refusal.OperationNotFound or Refusal.ResourceNotFound => "not-found",
                Refusal.ExceededResourceQuota => "quota",
                _ => "internal",
            };
            int status = StatusOf(category);
            ErrorCodeSpec? code = errors.Codes.FirstOrDefault(c => c.Name == name)
                ?? errors.Codes.FirstOrDefault(c => c.Category == category && (c.Http is null || c.Http == status))
                ?? errors.Codes.FirstOrDefault(c => c.Http == status);
            return code is null ? (name, status) : Wire(code);
        }
    }

    /// <summary>No schema word says that names are unique: a service that minds has a conflict to answer with that waiting does not solve.</summary>
    public bool HasCodeForTakenNames => errors.Codes.Any(c => c.Category == "conflict" && !c.Retry);

    /// <summary>The text and status of a code by its name; null where the service has no such code.</summary>
    public (string Code, int Status)? Find(string name) => errors.Codes.FirstOrDefault(c => c.Name == name) is { } code ? Wire(code) : null;

    private static (string Code, int Status) Wire(ErrorCodeSpec code) => (code.Wire.Count > 0 ? code.Wire[0] : code.Name, code.Http ?? StatusOf(code.Category));

    // Where no source tells a code's status, as for a wrong state in ams-v2.
    private static int StatusOf(string category) => category switch
    {
        "invalid" => 400,
        "forbidden" or "quota" => 403,
        "not-found" => 404,
        "precondition" or "conflict" => 409,
        "throttled" => 429,
        "transient" => 503,
        _ => 500,
    };
}
