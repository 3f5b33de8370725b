using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The entry class: a constructor from an endpoint, a factory for the schema's endpoint from the values that fill its template, and a member per entity.</summary>
internal static class ClientEmitter
{
    private static ActionParameter Endpoint { get; } = new("global::System.Uri", "endpoint", Default: null, "The base address of the service.");

    private static ActionParameter Options { get; } = new("global::MediaOps.MediaOpsOptions?", "options", "null", "How the client behaves; null for the defaults.");

    /// <summary>Writes the file.</summary>
    public static GeneratedSource Write(ServiceModel model) => SourceFile.Write(model.Service, model.Spec.Client, writer =>
    {
        string name = model.Spec.Client;

        writer.Summary(string.IsNullOrWhiteSpace(model.Spec.Description) ? "The client of " + Documentation.Code(model.Spec.Name) + "." : Documentation.Text(model.Spec.Description!));
        writer.Remarks(
        [
            .. model.Spec.Retired ? ["The service has been retired; the client works with the emulator and with servers that speak the same protocol."] : Enumerable.Empty<string>(),
            "One object serves the whole program; it is safe for use by many threads.",
        ]);
        using (writer.Type("public partial class " + name))
        {
            writer.Line("private readonly global::MediaOps.Runtime.ServiceConnection? _connection;");
            foreach (EntityNames entity in model.Entities.Where(IsKept))
            {
                writer.Line("private readonly " + TypeOf(entity) + "? " + Field(entity) + ";");
            }

            writer.Gap();
            writer.Summary("For mocks: a client that is connected to nothing.");
            using (writer.Block("protected " + name + "()"))
            {
            }

            IReadOnlyList<AuthenticationCode> ways = AuthenticationCode.Of(model.Spec);
            foreach (AuthenticationCode way in ways)
            {
                Constructor(writer, model, way, isOnly: ways.Count == 1);
            }

            if (ways.Count > 1)
            {
                writer.Gap();
                using (writer.Block("private " + name + "(global::MediaOps.Runtime.ServiceConnection connection)"))
                {
                    Connect(writer, model, "connection");
                }
            }

            foreach (AuthenticationCode way in ways)
            {
                Factory(writer, model, way);
            }

            foreach (EntityNames entity in model.Entities)
            {
                Member(writer, model, entity);
            }

            writer.Gap();
            writer.Summary("The operations of the service, by id, whichever process sent them.");
            writer.Line("public virtual global::MediaOps.OperationCollection Operations => (_connection ?? throw NotConnected()).Operations;");
            writer.Gap();
            writer.Line("private static global::System.InvalidOperationException NotConnected() =>");
            writer.Line("    new global::System.InvalidOperationException(" + Literal.Text("This " + name + " was made by its protected constructor and is connected to nothing; override the member that was called.") + ");");
        }
    });

    private static void Constructor(SourceWriter writer, ServiceModel model, AuthenticationCode way, bool isOnly)
    {
        ActionParameter[] parameters = [Endpoint, .. model.RequestOptions.Select(Parameter), .. way.Parameters, Options];
        string values = string.Concat(model.RequestOptions.Select(option => ", " + Filling(option)));
        string connection = "new global::MediaOps.Runtime.ServiceConnection(global::" + model.Service.Namespace + "." + model.Service.Name + "Service.Definition, endpoint, " + way.Expression + ", options" + values + ")";
        string head = "public " + model.Spec.Client + "(" + Declare(parameters) + ")";
        writer.Gap();
        writer.Summary("Makes a client; nothing is sent yet.");
        Parameters(writer, parameters);
        writer.Throws("global::System.ArgumentException", "The endpoint or an option cannot work; the message says which and why.");
        using (writer.Block(isOnly ? head : head + "\n    : this(" + connection + ")"))
        {
            if (isOnly)
            {
                Connect(writer, model, connection);
            }
        }
    }

    /// <summary>Writes what a constructor does, whichever way the client is given credentials.</summary>
    private static void Connect(SourceWriter writer, ServiceModel model, string connection)
    {
        writer.Line("_connection = " + connection + ";");
        foreach (EntityNames entity in model.Entities)
        {
            writer.Line(entity switch
            {
                _ when !IsKept(entity) => "_connection.Know(" + model.Service.Qualify(entity.Name) + "Definition.Entity);",
                { Singleton: true } => Field(entity) + " = " + Singleton(model, entity, "_connection") + ";",
                _ => Field(entity) + " = new " + entity.Name + "Collection(_connection);",
            });
        }
    }

    private static void Factory(SourceWriter writer, ServiceModel model, AuthenticationCode way)
    {
        HashSet<string> places = [.. Placeholders(model.Spec.Endpoint)];
        OptionSpec[] ofEndpoint = [.. model.Spec.Options.Where(option => places.Contains(option.Name))];
        if (ofEndpoint.Length != places.Count)
        {
            return;
        }

        HashSet<string> names = [.. places, .. model.RequestOptions.Select(option => option.Name)];
        ActionParameter[] parameters = [.. model.Spec.Options.Where(option => names.Contains(option.Name)).Select(Parameter), .. way.Parameters, Options];
        writer.Gap();
        writer.Summary("Makes a client for the address " + Documentation.Code(model.Spec.Endpoint) + "; nothing is sent yet.");
        Parameters(writer, parameters);
        writer.Returns("The client.");
        writer.Throws("global::System.ArgumentException", "A value does not match what the service allows, or an option cannot work.");
        string values = string.Concat(ofEndpoint.Select(option => ", " + Filling(option)));
        string arguments = string.Concat(model.RequestOptions.Select(option => ", " + ParameterName.Of(option.Name))) + string.Concat(way.Parameters.Select(parameter => ", " + parameter.Name));
        writer.Line("public static " + model.Spec.Client + " Create(" + Declare(parameters) + ") =>");
        writer.Line("    new " + model.Spec.Client + "(global::MediaOps.Runtime.ServiceConnection.Endpoint(" + Literal.Text(model.Spec.Endpoint) + values + ")" + arguments + ", options);");
    }

    private static void Member(SourceWriter writer, ServiceModel model, EntityNames entity)
    {
        writer.Gap();
        writer.Summary(entity.Singleton
            ? "The " + Documentation.Code(entity.Name) + " of the service. Sends nothing by itself: its properties are empty until it is refreshed."
            : "The " + Documentation.Code(entity.Plural) + " of " + (entity.Ancestors.Count > 0 ? "one place in the service. Sends nothing by itself." : "the service."));
        string head = "public virtual " + TypeOf(entity) + " " + entity.Member;
        if (IsKept(entity))
        {
            writer.Line(head + " => " + Field(entity) + " ?? throw NotConnected();");
            return;
        }

        string[] ancestors = [.. entity.Ancestors.Select(ParameterName.Of)];
        foreach (string ancestor in entity.Ancestors)
        {
            writer.Parameter(ParameterName.Of(ancestor), "Fills " + Documentation.Code("{" + ancestor + "}") + " of its address.");
        }

        writer.Returns(entity.Singleton ? "The " + Documentation.Code(entity.Name) + "." : "The collection.");
        writer.Throws("global::System.ArgumentException", "A value cannot stand in an address.");
        writer.Line(head + "(" + string.Join(", ", ancestors.Select(ancestor => "string " + ancestor)) + ") =>");
        writer.Line("    " + (entity.Singleton ? Singleton(model, entity, "_connection ?? throw NotConnected()") : "new " + entity.Name + "Collection(_connection ?? throw NotConnected(), " + string.Join(", ", ancestors) + ")") + ";");
    }

    private static string Singleton(ServiceModel model, EntityNames entity, string connection) => "global::MediaOps.Runtime.EntityCore<" + entity.Name + ", " + entity.Name + "Data>.Singleton("
        + model.Service.Qualify(entity.Name) + "Definition.Binding, " + connection + ", new " + entity.Name + "Data()" + string.Concat(entity.Ancestors.Select(ancestor => ", " + ParameterName.Of(ancestor))) + ")";

    /// <summary>Whether the client keeps the object: nothing is needed to find it.</summary>
    private static bool IsKept(EntityNames entity) => entity.Ancestors.Count == 0;

    private static string TypeOf(EntityNames entity) => entity.Singleton ? entity.Name : entity.Name + "Collection";

    private static string Field(EntityNames entity) => "_" + ParameterName.Small(entity.Member);

    private static ActionParameter Parameter(OptionSpec option) => new(
        IsGuid(option) ? "global::System.Guid" : "string",
        ParameterName.Of(option.Name),
        Default: null,
        string.IsNullOrWhiteSpace(option.Description) ? "Fills " + Documentation.Code("{" + option.Name + "}") + "." : Documentation.Text(option.Description!));

    private static string Filling(OptionSpec option) => "(" + Literal.Text(option.Name) + ", " + ParameterName.Of(option.Name) + (IsGuid(option) ? ".ToString()" : "") + ", " + Literal.Text(option.Constraints.Pattern) + ")";

    private static bool IsGuid(OptionSpec option) => option.Type is { Name: "guid", Shape: TypeShape.One };

    private static void Parameters(SourceWriter writer, IEnumerable<ActionParameter> parameters)
    {
        foreach (ActionParameter parameter in parameters)
        {
            writer.Parameter(parameter.Name, parameter.Markup);
        }
    }

    private static string Declare(IEnumerable<ActionParameter> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Declaration));

    private static IEnumerable<string> Placeholders(string template)
    {
        for (int open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', open + 1))
        {
            int close = template.IndexOf('}', open);
            yield return close < 0 ? "" : template.Substring(open + 1, close - open - 1);
        }
    }
}
