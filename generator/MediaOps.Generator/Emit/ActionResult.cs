using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>What an action answers with that is not its entity: one value, or the items of pages.</summary>
/// <param name="Type">The C# type: of the value, null where the service may answer with nothing; or of one item.</param>
/// <param name="Read">A function that reads the value or one item.</param>
/// <param name="Paged">Whether the items come in pages.</param>
/// <param name="Field">Where the function is kept, in full.</param>
internal sealed record ActionResult(string Type, string Read, bool Paged, string Field)
{
    /// <summary>The whole result: the value, or all items of all pages.</summary>
    public string Whole => Paged ? "global::System.Collections.Generic.IReadOnlyList<" + Type + ">" : Type;

    /// <summary>The result of an action; null where it answers with nothing, with its entity, or with a type that does not exist, which has a finding of its own.</summary>
    public static ActionResult? Of(EntityModel model, ActionSpec action, TypeMap types)
    {
        if (action.Kind != ActionKind.Custom || action.Value is not { } value || types.Resolve(AsProperty(value)) is not { } member)
        {
            return null;
        }

        string field = model.Qualify(model.Spec.Name + "Actions." + FieldName(action));
        return value.Paged
            ? new ActionResult(member.Element, JsonCode.ItemReader(member), Paged: true, field)
            : new ActionResult(member.Type, JsonCode.Reader + Value(member), Paged: false, field);
    }

    /// <summary>Writes the field that holds the function.</summary>
    public void WriteField(SourceWriter writer, ActionSpec action) =>
        writer.Line("internal static readonly global::MediaOps.Runtime.EntityReader<" + Type + "> " + FieldName(action) + " = " + Read + ";");

    /// <summary>Schema names have no underscore, so the name is no action's.</summary>
    private static string FieldName(ActionSpec action) => action.Name + "Result_";

    /// <summary>Nobody keeps the text of an enum that is handed out at once.</summary>
    private static string Value(Member member) => member.IsOpenEnum ? TypesEmitter.Parse(member, JsonCode.ReadValue(member)) : JsonCode.ReadValue(member);

    private static PropertySpec AsProperty(ValueSpec value) => new(
        "Value", "value", value.Type, PropertyAccess.ReadOnly, InPath: false, Required: false, Unique: false, UpdatableIn: null, Secret: false, Default: null, Constraints.None, DurationFormat.Iso8601,
        WireIsString: false, Description: null, Inferred: false);
}
