using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit.Members;

/// <summary>Finds the members of a request's body whose values are secret.</summary>
internal static class SecretMembers
{
    /// <summary>Their names on the wire, however deep they lie; an empty name where the body itself is a secret.</summary>
    public static EquatableArray<string> Of(EntitySpec entity, ActionSpec action, TypeMap types)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rest = new Stack<PropertySpec>(Roots(entity, action));
        while (rest.Count > 0)
        {
            PropertySpec property = rest.Pop();
            if (property.Secret)
            {
                IReadOnlyList<string> path = WirePath.Split(property.Wire);
                names.Add(path[path.Count - 1]);
            }
            else if (types.Find(property.Type.Name) is { IsEnum: false } type && seen.Add(type.Name))
            {
                foreach (PropertySpec member in type.Properties.Where(member => member.Access != PropertyAccess.ReadOnly))
                {
                    rest.Push(member);
                }
            }
        }

        return names.ToEquatableArray();
    }

    private static IEnumerable<PropertySpec> Roots(EntitySpec entity, ActionSpec action)
    {
        IEnumerable<PropertySpec> sent = action.Kind is ActionKind.Create or ActionKind.Update
            ? entity.Properties.Where(property => property.Access != PropertyAccess.ReadOnly || action.Always.Contains(property.Name, StringComparer.Ordinal))
            : [];
        return sent.Concat(action.Parameters.Where(parameter => parameter.In is ParameterIn.Body or ParameterIn.WholeBody).Select(parameter =>
            ActionParameter.AsProperty(parameter.In == ParameterIn.WholeBody ? parameter with { Wire = "" } : parameter)));
    }
}
