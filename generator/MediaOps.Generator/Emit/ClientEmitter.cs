using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The entry class: a constructor from an endpoint, a factory from the values that fill the endpoint's template, and a collection per entity.</summary>
internal static class ClientEmitter
{
    private const string Arguments = "global::MediaOps.IMediaOpsCredential credential, global::MediaOps.MediaOpsOptions? options = null";

    /// <summary>Writes the file.</summary>
    public static GeneratedSource Write(ServiceModel model) => SourceFile.Write(model.Service, model.Spec.Client, writer =>
    {
        string name = model.Spec.Client;
        EntityNames[] entities = [.. model.Entities];

        writer.Summary(string.IsNullOrWhiteSpace(model.Spec.Description) ? "The client of " + Documentation.Code(model.Spec.Name) + "." : Documentation.Text(model.Spec.Description!));
        writer.Remarks(
        [
            .. model.Spec.Retired ? ["The service has been retired; the client works with the emulator and with servers that speak the same protocol."] : Enumerable.Empty<string>(),
            "One object serves the whole program; it is safe for use by many threads.",
        ]);
        using (writer.Type("public partial class " + name))
        {
            writer.Line("private readonly global::MediaOps.Runtime.ServiceConnection? _connection;");
            foreach (EntityNames entity in entities)
            {
                writer.Line("private readonly " + entity.Name + "Collection? " + Field(entity) + ";");
            }

            writer.Gap();
            writer.Summary("For mocks: a client that is connected to nothing.");
            using (writer.Block("protected " + name + "()"))
            {
            }

            writer.Gap();
            Constructor(writer, model, entities);
            Factory(writer, model);

            foreach (EntityNames entity in entities)
            {
                writer.Gap();
                writer.Summary("The " + Documentation.Code(entity.Plural) + " of the service.");
                writer.Line("public virtual " + entity.Name + "Collection " + entity.Plural + " => " + Field(entity) + " ?? throw NotConnected();");
            }

            writer.Gap();
            writer.Summary("The operations of the service, by id, whichever process sent them.");
            writer.Line("public virtual global::MediaOps.OperationCollection Operations => (_connection ?? throw NotConnected()).Operations;");
            writer.Gap();
            writer.Line("private static global::System.InvalidOperationException NotConnected() =>");
            writer.Line("    new global::System.InvalidOperationException(" + Literal.Text("This " + name + " was made by its protected constructor and is connected to nothing; override the member that was called.") + ");");
        }
    });

    private static void Constructor(SourceWriter writer, ServiceModel model, EntityNames[] entities)
    {
        writer.Summary("Makes a client; nothing is sent yet.");
        writer.Parameter("endpoint", "The base address of the service.");
        Common(writer);
        writer.Throws("global::System.ArgumentException", "The endpoint or an option cannot work; the message says which and why.");
        using (writer.Block("public " + model.Spec.Client + "(global::System.Uri endpoint, " + Arguments + ")"))
        {
            writer.Line("_connection = new global::MediaOps.Runtime.ServiceConnection(global::" + model.Service.Namespace + "." + model.Service.Name + "Service.Definition, endpoint, " + Authentication(model.Spec) + ", options);");
            foreach (EntityNames entity in entities)
            {
                writer.Line(Field(entity) + " = new " + entity.Name + "Collection(_connection);");
            }
        }
    }

    private static void Factory(SourceWriter writer, ServiceModel model)
    {
        OptionSpec[] options = [.. Placeholders(model.Spec.Endpoint).Select(name => model.Spec.Options.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.Ordinal))).OfType<OptionSpec>()];
        if (options.Length == 0 || options.Length != Placeholders(model.Spec.Endpoint).Count)
        {
            return;
        }

        writer.Gap();
        writer.Summary("Makes a client for the address " + Documentation.Code(model.Spec.Endpoint) + "; nothing is sent yet.");
        foreach (OptionSpec option in options)
        {
            writer.Parameter(Names.Parameter(option.Name), string.IsNullOrWhiteSpace(option.Description) ? "Fills " + Documentation.Code("{" + option.Name + "}") + "." : Documentation.Text(option.Description!));
        }

        Common(writer);
        writer.Returns("The client.");
        writer.Throws("global::System.ArgumentException", "A value does not match what the service allows, or an option cannot work.");
        string parameters = string.Concat(options.Select(option => "string " + Names.Parameter(option.Name) + ", "));
        string values = string.Concat(options.Select(option => ", (" + Literal.Text(option.Name) + ", " + Names.Parameter(option.Name) + ", " + Literal.Text(option.Constraints.Pattern) + ")"));
        writer.Line("public static " + model.Spec.Client + " Create(" + parameters + Arguments + ") =>");
        writer.Line("    new " + model.Spec.Client + "(global::MediaOps.Runtime.ServiceConnection.Endpoint(" + Literal.Text(model.Spec.Endpoint) + values + "), credential, options);");
    }

    private static string Authentication(ServiceSpec spec)
    {
        const string Type = "global::MediaOps.Runtime.Authentication.";
        return spec.Auth.FirstOrDefault(auth => auth.Scheme == AuthScheme.Bearer) is { } bearer
            ? Type + "Bearer(credential" + string.Concat(bearer.Scopes.Select(scope => ", " + Literal.Text(scope))) + ")"
            : Type + "None";
    }

    private static void Common(SourceWriter writer)
    {
        writer.Parameter("credential", "Gives the tokens.");
        writer.Parameter("options", "How the client behaves; null for the defaults.");
    }

    private static List<string> Placeholders(string template)
    {
        var names = new List<string>();
        for (int open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', open + 1))
        {
            int close = template.IndexOf('}', open);
            string name = close < 0 ? "" : template.Substring(open + 1, close - open - 1);
            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static string Field(EntityNames entity) => "_" + Names.Parameter(entity.Plural).TrimStart('@');
}
