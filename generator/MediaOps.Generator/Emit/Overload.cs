using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Generator.Emit;

/// <summary>A convenience form of a create: each parameter fills a member, which may lie inside others (<c>Input.AccessControl.IPAllowList</c>).</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="Assignments">Statements that fill the members of <c>this</c>.</param>
internal sealed record Overload(IReadOnlyList<ActionParameter> Parameters, IReadOnlyList<string> Assignments)
{
    /// <summary>The forms whose members exist; the others have a finding of their own. Two forms of the same parameter types would be one method, so the first stays.</summary>
    public static List<Overload> Of(EntitySpec spec, ActionSpec create, TypeMap types)
    {
        var signatures = new HashSet<string>(StringComparer.Ordinal) { "" };
        return [.. create.Overloads
            .Select(overload => Make(spec, overload, types))
            .OfType<Overload>()
            .Where(overload => signatures.Add(string.Join(",", overload.Parameters.Select(parameter => parameter.Type))))];
    }

    private static Overload? Make(EntitySpec spec, OverloadSpec overload, TypeMap types)
    {
        var root = new Node(null);
        var parameters = new List<ActionParameter>();
        foreach (OverloadParameter parameter in overload.Parameters)
        {
            Member[] path = [.. Walk(spec, parameter.Member, types)];
            if (path.Length == 0 || !SyntaxFacts.IsValidIdentifier(parameter.Name))
            {
                return null;
            }

            Member last = path[path.Length - 1];
            string name = ParameterName.Free(parameter.Name);
            parameters.Add(new ActionParameter(ParameterType(last), name, Default: null, Markup(last, parameter.Member)));
            root.Put(path, Value(last, name));
        }

        bool distinct = parameters.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Count() == parameters.Count;
        return distinct && parameters.Count > 0 ? new Overload(parameters, [.. root.Children.Select(child => child.Member!.Name + " = " + child.Expression() + ";")]) : null;
    }

    /// <summary>The members along a path, or none where one of them does not exist.</summary>
    private static List<Member> Walk(EntitySpec spec, string path, TypeMap types)
    {
        var members = new List<Member>();
        IEnumerable<PropertySpec> properties = spec.Properties;
        foreach (string name in path.Split('.'))
        {
            PropertySpec? property = properties.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.Ordinal) && property.Access != PropertyAccess.ReadOnly);

            // What the address of the collection fills is no member of the options.
            if (property is null || (members.Count == 0 && EntityAddress.IsAncestor(spec, property)) || types.Resolve(property) is not { } member)
            {
                return [];
            }

            members.Add(member);
            properties = member is { Kind: ValueKind.Complex, IsOne: true } ? types.Find(property.Type.Name)!.Properties : Enumerable.Empty<PropertySpec>();
        }

        return members;
    }

    private static string ParameterType(Member member) => member.Spec.Type.Shape == TypeShape.List
        ? "global::System.Collections.Generic.IEnumerable<" + member.Element + ">"
        : member.BareType;

    private static string Value(Member member, string name) => member.Spec.Type.Shape == TypeShape.List
        ? "new global::System.Collections.Generic.List<" + member.Element + ">(" + name + ")"
        : name;

    private static string Markup(Member member, string path) =>
        (string.IsNullOrWhiteSpace(member.Spec.Description) ? "" : Documentation.Text(member.Spec.Description!) + " ") + "Fills " + Documentation.Code(path) + ".";

    /// <summary>Members by their place, so that two parameters can fill one object.</summary>
    private sealed class Node(Member? member)
    {
        private string? _value;

        public Member? Member { get; } = member;

        public List<Node> Children { get; } = [];

        public void Put(IEnumerable<Member> path, string value)
        {
            Node node = this;
            foreach (Member step in path)
            {
                Node? next = node.Children.Find(child => string.Equals(child.Member!.Name, step.Name, StringComparison.Ordinal));
                if (next is null)
                {
                    next = new Node(step);
                    node.Children.Add(next);
                }

                node = next;
            }

            node._value = value;
        }

        public string Expression() => _value
            ?? "new " + Member!.Element + " { " + string.Join(", ", Children.Select(child => child.Member!.Name + " = " + child.Expression())) + " }";
    }
}
