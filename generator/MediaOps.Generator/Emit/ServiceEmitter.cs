using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>What the runtime is told of a service, and the names of its actions for the analyzer.</summary>
internal static class ServiceEmitter
{
    private const string Runtime = "global::MediaOps.Runtime.";
    private const string Pair = "global::System.Collections.Generic.KeyValuePair<string, string>";

    /// <summary>Writes the file.</summary>
    public static GeneratedSource Write(ServiceModel model) => SourceFile.Write(model.Service, model.Service.Name + "Service", writer =>
    {
        ServiceSpec spec = model.Spec;
        writer.Summary("What the runtime knows of the service.");
        using (writer.Type("internal static class " + model.Service.Name + "Service"))
        {
            foreach (TrackingSpec tracking in spec.Tracking)
            {
                TrackingEmitter.Write(writer, tracking);
                writer.Gap();
            }

            string head = "internal static readonly " + Runtime + "ServiceDefinition Definition = new " + Runtime + "ServiceDefinition(" + Literal.Text(spec.Name) + ", " + Literal.Text(spec.Version) + ")";
            using (writer.Block(head, "};"))
            {
                foreach (string property in Properties(spec))
                {
                    writer.Line(property + ",");
                }

                Errors(writer, spec.Errors);
            }
        }
    }, Assembly(model));

    private static string? Assembly(ServiceModel model)
    {
        // Of the creates only those that return an operation: the others are found by what is done with the entity, and their names are too common.
        string[] names = [.. model.Entities
            .Where(entity => entity.StateChanges.Count > 0)
            .SelectMany(entity => entity.StateChanges.SelectMany(GeneratedNames.Forms).Concat(GeneratedNames.SendForms("Create")))
            .Distinct(System.StringComparer.Ordinal)
            .OrderBy(name => name, System.StringComparer.Ordinal)];
        return names.Length == 0 ? null : StateRule.Service(model.Spec.Name, names);
    }

    private static IEnumerable<string> Properties(ServiceSpec spec) =>
    [
        .. Pairs("Headers", spec.Headers),
        .. Pairs("Query", spec.Query),
        .. Initializer.Texts("SecretQuery", spec.SecretQuery),
        .. Initializer.Text("ClientRequestIdHeader", spec.ClientRequestIdHeader),
        .. Initializer.Text("ContentType", spec.Wire.ContentType),
        .. Initializer.Code("Discovery", spec.Discovery is { } discovery ? Discovery(discovery) : null),
        .. Initializer.Texts("TrustHosts", spec.TrustHosts),
        .. Initializer.Code("Paging", spec.Paging is { } paging ? Paging(paging) : null),
        .. Initializer.Code("Tracking", spec.Tracking.Count == 0 ? null : "new[] { " + string.Join(", ", spec.Tracking.Select(tracking => TrackingEmitter.Field(tracking.Name))) + " }"),
    ];

    private static string Discovery(DiscoverySpec discovery) =>
        "new " + Runtime + "DiscoveryDefinition(" + Literal.Text(discovery.Get) + ", " + Literal.Number(discovery.Status) + ", " + Literal.Texts(discovery.TrustHosts) + ")";

    private static string Paging(PagingSpec paging)
    {
        string style = paging.Style switch
        {
            PagingStyle.Token => "Token",
            PagingStyle.NextLink => "NextLink",
            _ => "Offset",
        };
        string[] properties =
        [
            "Style = " + Runtime + "PagingStyle." + style,
            .. Initializer.Text("Items", paging.Items),
            .. Initializer.Text("Next", paging.Next),
            .. Initializer.Text("Param", paging.Param),
            .. Initializer.Text("Limit", paging.Limit),
            .. Initializer.Code("Max", paging.Max is { } max ? Literal.Number(max) : null),
        ];
        return "new " + Runtime + "PagingDefinition { " + string.Join(", ", properties) + " }";
    }

    private static void Errors(SourceWriter writer, ErrorsSpec errors)
    {
        using (writer.Block("Errors = new " + Runtime + "ErrorDefinition", "},"))
        {
            foreach (string property in (string[])
            [
                .. Initializer.Text("CodeHeader", errors.CodeHeader),
                .. Initializer.Text("CodeBody", errors.CodeBody),
                .. Initializer.Text("MessageBody", errors.MessageBody),
                .. Initializer.Text("RequestIdHeader", errors.RequestIdHeader),
                .. Initializer.Text("RequestIdBody", errors.RequestIdBody),
                .. Initializer.Text("OkWhenPath", errors.OkWhenPath),
                .. Initializer.Text("OkWhenEquals", errors.OkWhenEquals),
            ])
            {
                writer.Line(property + ",");
            }

            if (errors.Codes.Count == 0)
            {
                return;
            }

            using (writer.Block("Codes = new " + Runtime + "ErrorCodeDefinition[]", "},"))
            {
                foreach (ErrorCodeSpec code in errors.Codes)
                {
                    writer.Line("new " + Runtime + "ErrorCodeDefinition(" + Literal.Text(code.Name) + ", " + Literal.Texts(code.Wire) + ", " + Literal.Text(code.Category) + ", "
                        + Literal.Boolean(code.Retry) + ", " + Literal.Number(code.Http) + "),");
                }
            }
        }
    }

    private static IEnumerable<string> Pairs(string name, EquatableArray<NamedText> values) => Initializer.Code(name, values.Count == 0
        ? null
        : "new " + Pair + "[] { " + string.Join(", ", values.Select(value => "new " + Pair + "(" + Literal.Text(value.Name) + ", " + Literal.Text(value.Value) + ")")) + " }");
}
