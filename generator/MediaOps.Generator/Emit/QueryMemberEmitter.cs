using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The table of what queries may name: single values of the entity and of the types inside it. Secrets are none of them, because a query stands in the address.</summary>
internal static class QueryMemberEmitter
{
    /// <summary>The name of the table.</summary>
    public const string Field = "QueryMembers";

    /// <summary>Types that name each other could make more members than anybody asks for; those nearest to the entity stay.</summary>
    private const int Most = 256;

    /// <summary>How many names a query may join by dots. Types that name each other and hold nothing else would never end.</summary>
    private const int Deepest = 8;

    private const string Type = "global::MediaOps.Runtime.QueryMember";

    /// <summary>Writes the table.</summary>
    public static void Write(SourceWriter writer, EntityModel model, TypeMap types)
    {
        using (writer.Block("internal static readonly " + Type + "[] " + Field + " = new " + Type + "[]", "};"))
        {
            foreach ((string name, string wire, Member member) in Members(model, types).Take(Most))
            {
                writer.Line("new " + Type + "(" + Literal.Text(name) + ", " + Literal.Text(wire) + Rest(member) + ")" + (member.Spec.Unique ? " { IsUnique = true }," : ","));
            }
        }
    }

    /// <summary>Level by level, so that a cut takes the deepest. Types are opened as often as there can be members, because many may hold none.</summary>
    private static IEnumerable<(string Name, string Wire, Member Member)> Members(EntityModel model, TypeMap types)
    {
        var open = new Queue<(string Name, string Wire, int Depth, IEnumerable<PropertySpec> Properties)>();
        open.Enqueue(("", "", 1, model.Spec.Properties));
        int opened = 0;
        while (open.Count > 0)
        {
            (string prefix, string path, int depth, IEnumerable<PropertySpec> properties) = open.Dequeue();
            foreach (Member member in types.Members(properties).Where(CanBeAsked))
            {
                string name = prefix + member.Name;
                string wire = path + string.Join("/", WirePath.Split(member.Spec.Wire));
                if (member.Kind != ValueKind.Complex)
                {
                    yield return (name, wire, member);
                }
                else if (depth < Deepest && opened < Most)
                {
                    opened++;
                    open.Enqueue((name + ".", wire + "/", depth + 1, types.Find(member.Spec.Type.Name)!.Properties));
                }
            }
        }
    }

    private static bool CanBeAsked(Member member) =>
        member.IsOne && !member.Spec.Secret && member.Spec.Access != PropertyAccess.WriteOnly && member.Spec.Type.Name != "json";

    private static string Rest(Member member) => member switch
    {
        { Kind: ValueKind.Enum } => ", static value => " + member.Companion + ".Text((" + member.Element + ")value)",
        { Spec: { Type.Name: "duration", Duration: not DurationFormat.Iso8601 } } => ", durationFormat: " + JsonCode.DurationFormatOf(member),
        _ => "",
    };
}
