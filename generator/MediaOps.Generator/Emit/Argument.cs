using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>A value that a request carries, and where: in its body, as its body, or outside of it as text.</summary>
/// <param name="Member">What the schema says of the value.</param>
/// <param name="In">Where it travels.</param>
/// <param name="Name">Outside of the body: the name of the query member, header or place in the path.</param>
/// <param name="Value">An expression: the value, an open enum as its text.</param>
internal sealed record Argument(Member Member, ParameterIn In, string Name, string Value)
{
    private const string RequestBody = "global::MediaOps.Runtime.RequestBody";
    private const string RequestArguments = "global::MediaOps.Runtime.RequestArguments";

    /// <summary>The name by which the value is known where it travels: a place of the path is named as in the schema, everything else as on the wire.</summary>
    public static string NameOf(PropertySpec spec, ParameterIn @in) => @in == ParameterIn.Path ? spec.Name : spec.Wire;

    /// <summary>Whether a value can travel there: outside of a body there are texts only.</summary>
    public static bool CanTravel(Member member, ParameterIn @in) =>
        @in is ParameterIn.Body or ParameterIn.WholeBody || member is { IsOne: true, Kind: not ValueKind.Complex, Spec.Type.Name: not "json" };

    /// <summary>Writes the statement that returns all that a request carries.</summary>
    /// <param name="writer">The source.</param>
    /// <param name="arguments">The values.</param>
    /// <param name="state">An expression: the object that holds the members of the body.</param>
    /// <param name="tree">The members of the body.</param>
    public static void WriteReturn(SourceWriter writer, IReadOnlyList<Argument> arguments, string state, WireTree tree)
    {
        string[] outside = [.. arguments.Select(Outside).OfType<string>()];
        string carried = string.Concat(outside.Select(call => "\n    " + call)) + ";";
        string result = outside.Length == 0 ? "return " : "var body_ = ";
        if (arguments.FirstOrDefault(argument => argument.In == ParameterIn.WholeBody) is { } whole)
        {
            string none = whole.Member.IsOptional ? whole.Value + " is null ? " + RequestBody + ".None : " : "";
            writer.Line(result + none + RequestBody + ".Write(" + whole.Value + ", static (writer, value) => " + JsonCode.WriteValue(whole.Member, "value", "false") + ");");
        }
        else if (arguments.Any(argument => argument.In == ParameterIn.Body))
        {
            using (writer.Block(result + RequestBody + ".Write(" + state + ", static (writer, value) =>", "});"))
            {
                writer.Line("writer.WriteStartObject();");
                JsonCode.Write(writer, tree, "value", nulls: null);
                writer.Line("writer.WriteEndObject();");
            }
        }
        else
        {
            writer.Line("return " + RequestArguments + ".None" + carried);
            return;
        }

        if (outside.Length > 0)
        {
            writer.Line("return " + RequestArguments + ".Of(body_)" + carried);
        }
    }

    private static string? Outside(Argument argument) => argument.In switch
    {
        ParameterIn.Query => argument.Call("Query"),
        ParameterIn.Header => argument.Call("Header"),
        ParameterIn.Path => argument.Call("Path", argument.Member is { IsOpenEnum: false, Element: "string" } ? "" : "!"),
        _ => null,
    };

    /// <param name="method">The method that adds it.</param>
    /// <param name="never">What tells the compiler that there is a text: a value that must be there was checked, and has one.</param>
    private string Call(string method, string never = "") => "." + method + "(" + Literal.Text(Name) + ", " + JsonCode.Text(Member, Value) + never + (Member.Spec.Secret ? ", secret: true" : "") + ")";
}
