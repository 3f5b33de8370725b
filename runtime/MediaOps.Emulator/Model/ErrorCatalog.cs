using System.Globalization;
using System.Text.Json.Nodes;
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
    ParentResourceNotFound,
    ResourceNameTaken,
    ResourceNotFound,
    ExceededResourceQuota,
    InternalError,
}

/// <summary>Finds the service's codes and their status.</summary>
internal sealed class ErrorCatalog(ErrorsSpec errors)
{
    /// <summary>The code and status of a refusal: by name, else by category, else by status, else the refusal's own name. Of several, the one whose status is usual counts first.</summary>
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
                Refusal.OperationNotFound or Refusal.ParentResourceNotFound or Refusal.ResourceNotFound => "not-found",
                Refusal.ExceededResourceQuota => "quota",
                _ => "internal",
            };
            int status = StatusOf(category);

            // Only one of the two conflicts is over after a while.
            ErrorCodeSpec? code = errors.Codes.FirstOrDefault(c => c.Name == name)
                ?? errors.Codes.FirstOrDefault(c => refusal == Refusal.ParentResourceNotFound && c.Name == nameof(Refusal.ResourceNotFound))
                ?? errors.Codes.Where(c => c.Category == category)
                    .OrderBy(c => c.Http is not null && c.Http != status)
                    .ThenBy(c => category == "conflict" && c.Retry != (refusal == Refusal.OperationInProgress))
                    .FirstOrDefault()
                ?? errors.Codes.FirstOrDefault(c => c.Http == status);
            return code is null ? (name, status) : Wire(code);
        }
    }

    /// <summary>How answers tell success in their body; null where the HTTP status does.</summary>
    public OkWhen? OkWhen { get; } = errors.OkWhenPath is { } path ? new OkWhen(JsonPath.Parse(path), errors.OkWhenEquals ?? "true") : null;

    /// <summary>The code of an operation that was canceled.</summary>
    public string Canceled => errors.Codes.FirstOrDefault(c => c.Name is "Canceled" or "Cancelled" or "OperationCanceled") is { } code ? Wire(code).Code : "Canceled";

    /// <summary>How a code stands in the record of an operation. A code that has a number too is a number there, as <c>google.rpc.Status</c> has it; a text elsewhere.</summary>
    public JsonNode InRecord(string code, string path) =>
        path != errors.CodeBody && errors.Codes.FirstOrDefault(c => c.Wire.Contains(code, StringComparer.Ordinal) || c.Name == code) is { } known
            && known.Wire.Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : (int?)null).FirstOrDefault(n => n is not null) is { } wire
            ? JsonValue.Create(wire)
            : JsonValue.Create(code);

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

/// <summary>The member of a body that tells success where the HTTP status does not.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Wanted">Its text after success.</param>
internal sealed record OkWhen(JsonPath Path, string Wanted)
{
    public JsonNode Good() =>
        bool.TryParse(Wanted, out bool flag) ? JsonValue.Create(flag)
        : long.TryParse(Wanted, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? JsonValue.Create(number)
        : JsonValue.Create(Wanted);

    public JsonNode Bad() =>
        bool.TryParse(Wanted, out bool flag) ? JsonValue.Create(!flag)
        : long.TryParse(Wanted, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? JsonValue.Create(number == 1 ? 0 : 1)
        : JsonValue.Create("not " + Wanted);
}
