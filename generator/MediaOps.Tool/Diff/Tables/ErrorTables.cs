using MediaOps.Schema;
using MediaOps.Tool.Diff.Facets;

namespace MediaOps.Tool.Diff.Tables;

/// <summary>Error codes, and where they are read.</summary>
internal static class ErrorTables
{
    private static readonly Effect Reads = Effect.Behaviour("Codes and messages of errors are read from another place.");

    /// <summary>An error code.</summary>
    public static Table<ErrorCodeSpec> Code { get; } = new(
        Of<ErrorCodeSpec>.Key(nameof(ErrorCodeSpec.Name)),
        Of<ErrorCodeSpec>.Names(nameof(ErrorCodeSpec.Wire), "wire", code => code.Wire, Effect.Compatible("One more spelling is understood."), Effect.Behaviour("A spelling is read as Unknown.")),
        Of<ErrorCodeSpec>.Value(nameof(ErrorCodeSpec.Http), "http", code => code.Http, Effect.Compatible("Only documentation changes, and what the emulator answers.")),
        Of<ErrorCodeSpec>.Value(nameof(ErrorCodeSpec.Category), "category", code => code.Category, Effect.Behaviour("The error may be thrown as another exception: 'precondition' is an InvalidEntityStateException.")),
        Of<ErrorCodeSpec>.Value(nameof(ErrorCodeSpec.Retry), "retry", code => code.Retry, Effect.Behaviour("Whether trying again may help is told differently.")),
        Of<ErrorCodeSpec>.Description(nameof(ErrorCodeSpec.Description), code => code.Description),
        Of<ErrorCodeSpec>.Value(nameof(ErrorCodeSpec.Inferred), "inferred", code => code.Inferred, Effect.Compatible("Only documentation changes.")));

    /// <summary>Where errors are and which there are.</summary>
    public static Table<ErrorsSpec> Errors { get; } = new(
        Of<ErrorsSpec>.Judged(nameof(ErrorsSpec.Enum), "enum", errors => errors.Enum, (before, _) => before is null
            ? Effect.Compatible("Codes can be named now.")
            : Effect.Source("Programs that name the enum do not compile.")),
        Of<ErrorsSpec>.Value(nameof(ErrorsSpec.CodeHeader), "code/header", errors => errors.CodeHeader, Reads),
        Of<ErrorsSpec>.Value(nameof(ErrorsSpec.CodeBody), "code/body", errors => errors.CodeBody, Reads),
        Of<ErrorsSpec>.Value(nameof(ErrorsSpec.MessageBody), "message/body", errors => errors.MessageBody, Reads),
        Of<ErrorsSpec>.Value(nameof(ErrorsSpec.RequestIdHeader), "requestId/header", errors => errors.RequestIdHeader, Reads),
        Of<ErrorsSpec>.Value(nameof(ErrorsSpec.RequestIdBody), "requestId/body", errors => errors.RequestIdBody, Reads),
        Of<ErrorsSpec>.Value(nameof(ErrorsSpec.OkWhenPath), "okWhen/path", errors => errors.OkWhenPath, Effect.Behaviour("What counts as an error under HTTP 200 changed.")),
        Of<ErrorsSpec>.Value(nameof(ErrorsSpec.OkWhenEquals), "okWhen/equals", errors => errors.OkWhenEquals, Effect.Behaviour("What counts as an error under HTTP 200 changed.")),
        Nested.Numbered<ErrorsSpec, ErrorCodeSpec>(
            nameof(ErrorsSpec.Codes), "codes", errors => errors.Codes, code => code.Name, "the error code", () => Code,
            (_, _) => Effect.Compatible("It was read as Unknown before."),
            (errors, _) => errors.Enum is null ? Effect.Behaviour("It is read as Unknown.") : Effect.Source("Programs that name it do not compile."),
            errors => errors.Enum is not null));
}
