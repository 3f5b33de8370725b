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
    InternalError,
}

/// <summary>Finds the service's code and status for a refusal: by name, else by status and category, else the refusal's own name.</summary>
internal sealed class ErrorCatalog(ErrorsSpec errors)
{
    public (string Code, int Status) this[Refusal refusal]
    {
        get
        {
            (int status, string category) = refusal switch
            {
                Refusal.BadRequest or Refusal.InvalidIdentifierFormat => (400, "invalid"),
                // No source tells the status of a wrong state; a schema that knows better says so at its code.
                Refusal.InvalidOperation => (409, "precondition"),
                Refusal.OperationInProgress or Refusal.ResourceNameTaken => (409, "conflict"),
                Refusal.OperationNotFound or Refusal.ResourceNotFound => (404, "not-found"),
                _ => (500, "internal"),
            };
            string name = refusal.ToString();
            ErrorCodeSpec? code = errors.Codes.FirstOrDefault(c => c.Name == name)
                ?? errors.Codes.FirstOrDefault(c => c.Category == category && (c.Http is null || c.Http == status))
                ?? errors.Codes.FirstOrDefault(c => c.Http == status);
            return code is null ? (name, status) : (code.Wire.Count > 0 ? code.Wire[0] : code.Name, code.Http ?? status);
        }
    }
}
