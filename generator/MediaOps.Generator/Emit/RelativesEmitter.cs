using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The members of an entity that lead to others: <c>program.Channel</c> with <c>GetChannelAsync</c>, and <c>channel.Programs</c>.</summary>
internal static class RelativesEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";

    /// <summary>Writes the members of the interface.</summary>
    public static void WriteInterface(SourceWriter writer, EntityModel model)
    {
        if (model.Parent is { HasMembers: true } parent)
        {
            string declared = model.DeclaredOf(parent.Entity);
            (string name, string getter) = GeneratedNames.OfParent(model.Spec.Name, parent.Entity);
            ParentProperty(writer, parent);
            writer.Line(declared + " " + name + " { get; }");
            ParentMethod(writer, parent);
            writer.Line(Task + "<" + declared + "> " + getter + "(" + ActionParameter.Cancellation.Declaration + ");");
        }

        foreach (ChildUse child in model.Children)
        {
            ChildrenProperty(writer, model, child);
            writer.Line(model.Qualify(child.Entity) + "Collection " + child.Plural + " { get; }");
        }
    }

    /// <summary>Writes the members of the class.</summary>
    public static void WriteClass(SourceWriter writer, EntityModel model)
    {
        if (model.Parent is { HasMembers: true } parent)
        {
            string type = model.Qualify(parent.Entity);
            (string name, string getter) = GeneratedNames.OfParent(model.Spec.Name, parent.Entity);
            ParentProperty(writer, parent);
            writer.Line("public virtual " + type + " " + name + " => Core.Parent(" + type + "Definition.Binding);");
            ParentMethod(writer, parent);
            writer.Line("public virtual " + Task + "<" + type + "> " + getter + "(" + ActionParameter.Cancellation.Declaration + ") =>");
            writer.Line("    Core.ParentAsync(" + type + "Definition.Binding, cancellationToken);");
            if (model.Service.Interfaces)
            {
                writer.Gap();
                writer.Line(model.DeclaredOf(parent.Entity) + " " + model.Declared + "." + name + " => " + name + ";");
                writer.Gap();
                writer.Line("async " + Task + "<" + model.DeclaredOf(parent.Entity) + "> " + model.Declared + "." + getter + "(" + ActionParameter.Cancellation.BareDeclaration + ") =>");
                writer.Line("    await " + getter + "(cancellationToken).ConfigureAwait(false);");
            }
        }

        foreach (ChildUse child in model.Children)
        {
            string type = model.Qualify(child.Entity);
            ChildrenProperty(writer, model, child);
            writer.Line("public virtual " + type + "Collection " + child.Plural + " => new " + type + "Collection(Core.Children(" + type + "Definition.Binding));");
        }
    }

    private static void ParentProperty(SourceWriter writer, ParentUse parent)
    {
        writer.Gap();
        writer.Summary("The " + Documentation.Code(parent.Entity) + " that this belongs to. Read on first use, which blocks; kept until the next refresh.");
        ParentThrows(writer);
    }

    private static void ParentMethod(SourceWriter writer, ParentUse parent)
    {
        writer.Gap();
        writer.Summary("Gives the " + Documentation.Code(parent.Entity) + " that this belongs to. Read on first use; kept until the next refresh.");
        writer.Parameter(ActionParameter.Cancellation.Name, "Ends the call.");
        writer.Returns("The " + Documentation.Code(parent.Entity) + ".");
        ParentThrows(writer);
    }

    private static void ParentThrows(SourceWriter writer)
    {
        writer.Throws("global::System.InvalidOperationException", "The service has not told which it is.");
        writer.Throws("global::MediaOps.ServiceException", "It could not be read, or does not exist any more.");
    }

    private static void ChildrenProperty(SourceWriter writer, EntityModel model, ChildUse child)
    {
        writer.Gap();
        writer.Summary("The " + Documentation.Code(child.Plural) + " of this " + Documentation.Code(model.Spec.Name) + ": what is listed belongs to it, what is created will. Sends nothing by itself.");
    }
}
