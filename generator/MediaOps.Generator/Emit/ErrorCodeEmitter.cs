using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The error codes of a service as an enum, and the extensions that read it from operations and exceptions. Null where the service names no enum.</summary>
internal static class ErrorCodeEmitter
{
    /// <summary>Writes the file.</summary>
    public static GeneratedSource? Write(ServiceModel model)
    {
        if (model.Spec.Errors.Enum is not { } name)
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal) { "Unknown" };
        ErrorCodeSpec[] codes = [.. model.Spec.Errors.Codes.Where(code => names.Add(code.Name))];
        return SourceFile.Write(model.Service, name, writer =>
        {
            Enum(writer, name, codes);
            writer.Gap();
            Extensions(writer, model.Service.Name + "Errors", name, model.Service.Qualify(name), codes);
        });
    }

    private static void Enum(SourceWriter writer, string name, ErrorCodeSpec[] codes)
    {
        writer.Summary("The error codes of the service.");
        writer.Line("/// <remarks>A code that the schema does not know is read as <c>Unknown</c>; its text stays readable on the operation or exception.</remarks>");
        using (writer.Type("public enum " + name))
        {
            writer.Summary("No code, or one that the schema does not know.");
            writer.Line("Unknown = 0,");
            for (int i = 0; i < codes.Length; i++)
            {
                writer.Gap();
                writer.Summary(Summary(codes[i]));
                writer.Line(codes[i].Name + " = " + Literal.Number(i + 1) + ",");
            }
        }
    }

    private static void Extensions(SourceWriter writer, string type, string name, string full, ErrorCodeSpec[] codes)
    {
        writer.Summary("Reads error codes of the service.");
        using (writer.Type("public static class " + type))
        {
            foreach ((string target, string parameter, string what) in new[]
            {
                ("global::MediaOps.IOperation", "operation", "The code with which an operation failed."),
                ("global::MediaOps.ServiceException", "exception", "The code with which the service refused a request."),
            })
            {
                writer.Summary(what);
                writer.Parameter(parameter, "Where the code is read.");
                writer.Returns("The code; <c>Unknown</c> for none and for one that the schema does not know.");
                writer.Throws("global::System.ArgumentNullException", "<paramref name=\"" + parameter + "\"/> is null.");
                using (writer.Block("public static " + name + " GetErrorCode(this " + target + " " + parameter + ")"))
                {
                    using (writer.Block("if (" + parameter + " is null)"))
                    {
                        writer.Line("throw new global::System.ArgumentNullException(nameof(" + parameter + "));");
                    }

                    writer.Gap();
                    writer.Line("return Parse(" + parameter + ".ErrorCode);");
                }

                writer.Gap();
            }

            using (writer.Block("private static " + name + " Parse(string? text) => text switch", "};"))
            {
                var wires = new HashSet<string>(StringComparer.Ordinal);
                foreach (ErrorCodeSpec code in codes)
                {
                    foreach (string wire in code.Wire.Where(wires.Add))
                    {
                        writer.Line(Literal.Text(wire) + " => " + full + "." + code.Name + ",");
                    }
                }

                writer.Line("_ => " + full + ".Unknown,");
            }
        }
    }

    private static string Summary(ErrorCodeSpec code)
    {
        string[] facts =
        [
            .. string.IsNullOrWhiteSpace(code.Description) ? Enumerable.Empty<string>() : [Documentation.Text(code.Description!)],
            "Category: " + Documentation.Text(code.Category) + ".",
            .. code.Http is { } status ? ["HTTP " + Literal.Number(status) + "."] : Enumerable.Empty<string>(),
            .. code.Retry ? ["Trying again later may help."] : Enumerable.Empty<string>(),
            .. code.Inferred ? ["No source states all of this; some is inferred."] : Enumerable.Empty<string>(),
        ];
        return string.Join(" ", facts);
    }
}
