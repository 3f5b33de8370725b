using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The class of an entity, and its interface where the service has them.</summary>
internal static class EntityEmitter
{
    /// <summary>Writes the class.</summary>
    public static GeneratedSource Class(EntityModel model) => SourceFile.Write(model.Service, model.Spec.Name, writer =>
    {
        EntitySpec spec = model.Spec;
        var types = new TypeMap(model);
        var rule = new StateRule(model);
        string core = "global::MediaOps.Runtime.EntityCore<" + spec.Name + ", " + spec.Name + "Data>";

        writer.Summary(Summary(spec));
        writer.Remarks(["One snapshot of the entity at a time: a refresh replaces it and drops what was assigned. Safe for use by many threads: a value is always whole, but two that are read while another thread refreshes may be of two snapshots."]);
        rule.WriteStateful(writer);
        using (writer.Type("public partial class " + spec.Name + (model.Service.Interfaces ? " : I" + spec.Name : "")))
        {
            writer.Line("private readonly " + core + "? _core;");
            writer.Gap();
            writer.Summary("For mocks: an entity that is connected to nothing.");
            using (writer.Block("protected " + spec.Name + "()"))
            {
            }

            writer.Gap();
            using (writer.Block("internal " + spec.Name + "(" + core + " core)"))
            {
                writer.Line("_core = core;");
            }

            writer.Gap();
            writer.Line("private " + core + " Core => _core ?? throw " + core + ".NotConnected(" + Literal.Text(spec.Name) + ");");

            foreach (Member member in types.Members(spec.Properties))
            {
                writer.Gap();
                Property(writer, spec, member, rule);
            }

            RelativesEmitter.WriteClass(writer, model);
            if (spec.Read is { } read)
            {
                Refresh(writer, read, "public virtual ", " => Core.Refresh(cancellationToken)", " => Core.RefreshAsync(cancellationToken)");
            }

            foreach (ActionSpec action in ActionForms.ActionsOf(spec))
            {
                new ActionForms(model, action, rule, types).WriteClass(writer);
            }

            if (spec.Singleton)
            {
                ResumeEmitter.WriteSingleton(writer, model);
            }
        }
    });

    /// <summary>Writes the interface.</summary>
    public static GeneratedSource Interface(EntityModel model) => SourceFile.Write(model.Service, "I" + model.Spec.Name, writer =>
    {
        EntitySpec spec = model.Spec;
        var types = new TypeMap(model);
        var rule = new StateRule(model);

        writer.Summary(Summary(spec));
        rule.WriteStateful(writer);
        using (writer.Type("public partial interface I" + spec.Name))
        {
            foreach (Member member in types.Members(spec.Properties))
            {
                bool settable = EntityDataEmitter.Updatable(spec, [member]).Any();
                PropertyDocumentation.Write(writer, member);
                if (settable)
                {
                    rule.WriteUpdatableIn(writer, member.Spec);
                }

                writer.Line(Type(spec, member) + " " + member.Name + (settable ? " { get; set; }" : " { get; }"));
                writer.Gap();
                if (member.IsOpenEnum)
                {
                    TypesEmitter.StateText(writer, member);
                    writer.Line("string? " + member.Storage + " { get; }");
                    writer.Gap();
                }
            }

            RelativesEmitter.WriteInterface(writer, model);
            if (spec.Read is { } read)
            {
                Refresh(writer, read, "", "", "");
            }

            foreach (ActionSpec action in ActionForms.ActionsOf(spec))
            {
                new ActionForms(model, action, rule, types).WriteInterface(writer);
            }
        }
    });

    private static void Property(SourceWriter writer, EntitySpec spec, Member member, StateRule rule)
    {
        bool settable = EntityDataEmitter.Updatable(spec, [member]).Any();
        PropertyDocumentation.Write(writer, member, member.IsMutable && settable
            ? "This is the entity's own copy: what is changed inside is sent by the next update."
            : null);
        if (settable)
        {
            rule.WriteUpdatableIn(writer, member.Spec);
        }

        string head = "public virtual " + Type(spec, member) + " " + member.Name;
        if (!member.IsOpenEnum)
        {
            string get = Get(spec, member);
            if (!settable)
            {
                writer.Line(head + " => " + get + ";");
                return;
            }

            bool refusesNull = !member.IsOptional && !(member.IsOne && member.IsValueType);
            using (writer.Block(head))
            {
                writer.Line("get => " + get + ";");
                writer.Line("set => Core.Edits." + member.Name + " = value" + (refusesNull ? " ?? throw new global::System.ArgumentNullException(nameof(value));" : ";"));
            }

            return;
        }

        bool isState = EntityDataEmitter.IsState(spec, member);
        string text = isState ? "Core.StateText" : "Core.View." + member.Storage;
        string parse = isState ? member.Companion + ".Parse(" + text + ")" : TypesEmitter.Parse(member, text);
        if (settable)
        {
            using (writer.Block(head))
            {
                writer.Line("get => " + parse + ";");
                writer.Line("set => Core.Edits." + member.Storage + " = " + TypesEmitter.Format(member, "value") + ";");
            }
        }
        else
        {
            writer.Line(head + " => " + parse + ";");
        }

        writer.Gap();
        TypesEmitter.StateText(writer, member);
        writer.Line("public virtual string? " + member.Storage + " => " + text + ";");
    }

    /// <summary>Address and state are always there: the core keeps them.</summary>
    private static string Type(EntitySpec spec, Member member) => EntityDataEmitter.IsIdOrState(spec, member) || EntityDataEmitter.IsAncestor(spec, member) ? member.BareType : member.Type;

    private static string Get(EntitySpec spec, Member member) => member switch
    {
        _ when EntityDataEmitter.IsId(spec, member) => "Core.Id",
        _ when EntityDataEmitter.IsAncestor(spec, member) => "Core.View." + member.Name + (member.IsOptional ? "!" : ""),
        { IsMutable: true } => "Core.Edits." + member.Name,
        _ => "Core.View." + member.Name,
    };

    private static void Refresh(SourceWriter writer, ActionSpec read, string modifiers, string sync, string async)
    {
        foreach (bool isAsync in new[] { false, true })
        {
            writer.Gap();
            ActionDocumentation.WriteRead(writer, "Reads the entity anew. What was assigned and not sent is dropped.", read);
            writer.Parameter(ActionParameter.Cancellation.Name, "Ends the call.");
            writer.Throws("global::MediaOps.ServiceException", "The service refused the request or gave no usable answer.");
            StateRule.WriteRefresh(writer);
            writer.Line(modifiers + (isAsync ? "global::System.Threading.Tasks.Task RefreshAsync" : "void Refresh") + "(" + ActionParameter.Cancellation.Declaration + ")" + (isAsync ? async : sync) + ";");
        }
    }

    private static string Summary(EntitySpec spec) =>
        string.IsNullOrWhiteSpace(spec.Description) ? "A " + Documentation.Code(spec.Name) + " of the service." : Documentation.Text(spec.Description!);
}
