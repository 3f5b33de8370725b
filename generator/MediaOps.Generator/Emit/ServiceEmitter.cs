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
                Tracking(writer, tracking);
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

    /// <summary>The name of the field that holds a tracking profile: <c>operation</c> becomes <c>OperationTracking</c>.</summary>
    public static string TrackingField(string name) =>
        string.Concat(name.Substring(0, 1).ToUpperInvariant(), name.Substring(1), "Tracking");

    /// <summary>Waiting rules as C#.</summary>
    public static string Delay(DelaySpec delay) => "new " + Runtime + "PollingDelay("
        + Literal.Duration(delay.Min ?? DelaySpec.DefaultMin) + ", "
        + Literal.Duration(delay.Interval) + ", "
        + Literal.Duration(delay.Typical) + ", "
        + Literal.Duration(delay.Timeout ?? DelaySpec.DefaultTimeout) + ")";

    private static string? Assembly(ServiceModel model)
    {
        // Of the creates only those that return an operation: the others are found by what is done with the entity, and their names are too common.
        string[] names = [.. model.Entities
            .Where(entity => entity.StateChanges.Count > 0)
            .SelectMany(entity => entity.StateChanges.SelectMany(ActionForms.NamesOf).Concat(ActionForms.SendNamesOf("Create")))
            .Distinct(System.StringComparer.Ordinal)
            .OrderBy(name => name, System.StringComparer.Ordinal)];
        return names.Length == 0 ? null : StateRule.Service(model.Spec.Name, names);
    }

    private static void Tracking(SourceWriter writer, TrackingSpec tracking)
    {
        string type = Runtime + "TrackingDefinition";
        using (writer.Block("internal static readonly " + type + " " + TrackingField(tracking.Name) + " = new " + type, "};"))
        {
            writer.Line("Name = " + Literal.Text(tracking.Name) + ",");
            writer.Line("Accepted = " + Literal.Numbers(tracking.Accepted) + ",");
            foreach (string property in (string[])
            [
                .. Texts("HandleHeaders", tracking.HandleHeaders),
                .. Text("HandleBody", tracking.HandleBody),
                .. Text("PollMethod", tracking.PollMethod),
                .. tracking.PollPath is null ? Enumerable.Empty<string>() : ["Poll = " + Runtime + "PathTemplate.Parse(" + Literal.Text(tracking.PollPath) + ")"],
                .. Text("StatusPath", tracking.Status.Path),
                .. Texts("Pending", tracking.Status.Pending),
                .. Texts("Succeeded", tracking.Status.Succeeded),
                .. Texts("Failed", tracking.Status.Failed),
                .. Texts("Canceled", tracking.Status.Canceled),
                .. Text("TargetPath", tracking.TargetPath),
                .. Text("ErrorCodePath", tracking.ErrorCodePath),
                .. Text("ErrorMessagePath", tracking.ErrorMessagePath),
            ])
            {
                writer.Line(property + ",");
            }

            writer.Line("Delay = " + Delay(tracking.Delay.Effective(null)) + ",");
        }
    }

    private static IEnumerable<string> Properties(ServiceSpec spec) =>
    [
        .. Pairs("Headers", spec.Headers),
        .. Pairs("Query", spec.Query),
        .. Texts("SecretQuery", spec.SecretQuery),
        .. Text("ClientRequestIdHeader", spec.ClientRequestIdHeader),
        .. Text("ContentType", spec.Wire.ContentType),
        .. spec.Discovery is { } discovery
            ? ["Discovery = new " + Runtime + "DiscoveryDefinition(" + Literal.Text(discovery.Get) + ", " + Literal.Number(discovery.Status) + ", " + Literal.Texts(discovery.TrustHosts) + ")"]
            : Enumerable.Empty<string>(),
        .. Texts("TrustHosts", spec.TrustHosts),
        .. spec.Paging is { } paging ? ["Paging = " + Paging(paging)] : Enumerable.Empty<string>(),
        .. spec.Tracking.Count > 0 ? ["Tracking = new[] { " + string.Join(", ", spec.Tracking.Select(tracking => TrackingField(tracking.Name))) + " }"] : Enumerable.Empty<string>(),
    ];

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
            .. Text("Items", paging.Items),
            .. Text("Next", paging.Next),
            .. Text("Param", paging.Param),
            .. Text("Limit", paging.Limit),
            .. paging.Max is { } max ? ["Max = " + Literal.Number(max)] : Enumerable.Empty<string>(),
        ];
        return "new " + Runtime + "PagingDefinition { " + string.Join(", ", properties) + " }";
    }

    private static void Errors(SourceWriter writer, ErrorsSpec errors)
    {
        using (writer.Block("Errors = new " + Runtime + "ErrorDefinition", "},"))
        {
            foreach (string property in (string[])
            [
                .. Text("CodeHeader", errors.CodeHeader),
                .. Text("CodeBody", errors.CodeBody),
                .. Text("MessageBody", errors.MessageBody),
                .. Text("RequestIdHeader", errors.RequestIdHeader),
                .. Text("RequestIdBody", errors.RequestIdBody),
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

    private static IEnumerable<string> Text(string name, string? value) => value is null ? [] : [name + " = " + Literal.Text(value)];

    private static IEnumerable<string> Texts(string name, EquatableArray<string> values) => values.Count == 0 ? [] : [name + " = " + Literal.Texts(values)];

    private static IEnumerable<string> Pairs(string name, EquatableArray<NamedText> values) => values.Count == 0
        ? []
        : [name + " = new " + Pair + "[] { " + string.Join(", ", values.Select(value => "new " + Pair + "(" + Literal.Text(value.Name) + ", " + Literal.Text(value.Value) + ")")) + " }"];
}
