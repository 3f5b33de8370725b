using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>A parameter of a generated method.</summary>
/// <param name="Type">The C# type.</param>
/// <param name="Name">The C# name, escaped where it is a keyword.</param>
/// <param name="Default">The default as C#, or null for a parameter that must be given.</param>
/// <param name="Markup">What it means.</param>
internal sealed record ActionParameter(string Type, string Name, string? Default, string Markup)
{
    /// <summary>How the method waits.</summary>
    public static ActionParameter Polling { get; } = new("global::MediaOps.PollingOptions?", "polling", "null", "How to wait; null for what the service documents.");

    /// <summary>What ends the call early.</summary>
    public static ActionParameter Cancellation { get; } =
        new("global::System.Threading.CancellationToken", "cancellationToken", "default", "Ends the call or the wait, never the work of the service.");

    /// <summary>As it is declared.</summary>
    public string Declaration => Type + " " + Name + (Default is null ? "" : " = " + Default);

    /// <summary>As an explicit implementation declares it, which takes no defaults.</summary>
    public string BareDeclaration => Type + " " + Name;

    /// <summary>The parameters of an action: those that must be given first.</summary>
    public static IReadOnlyList<OfSchema> Of(ActionSpec action, TypeMap types)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<OfSchema>();
        foreach (ParameterSpec spec in action.Parameters.Select(NeedPlaces).OrderBy(parameter => parameter.Required ? 0 : 1))
        {
            if (types.Resolve(AsProperty(spec)) is { } member && Argument.CanTravel(member, spec.In) && Make(member, spec.In, types) is var parameter && names.Add(parameter.Parameter.Name))
            {
                all.Add(parameter);
            }
        }

        return all;
    }

    /// <summary>A parameter of the schema as a property, so that it is typed, checked and written as one.</summary>
    public static PropertySpec AsProperty(ParameterSpec spec) => new(
        spec.Name, spec.Wire, spec.Type, PropertyAccess.CreateOnly, InPath: false, spec.Required, Unique: false, UpdatableIn: null, spec.Secret, spec.Default, spec.Constraints, spec.Duration, spec.WireIsString,
        spec.Description, Inferred: false);

    /// <summary>There is no request without a value for each place of its path.</summary>
    public static ParameterSpec NeedPlaces(ParameterSpec spec) => spec.In == ParameterIn.Path ? spec with { Required = true } : spec;

    private static OfSchema Make(Member member, ParameterIn @in, TypeMap types)
    {
        string? constant = member.IsOptional && Constant.IsConstant(member) ? Constant.Default(member, types) : null;

        // With a default there is always a value to send, so null is none of them.
        Member effective = member with
        {
            Spec = member.Spec with { Required = member.Spec.Required || constant is not null, Name = ReservedNames.OfObject.Contains(member.Name) ? member.Name + "_" : member.Name },
        };
        string markup = string.IsNullOrWhiteSpace(member.Spec.Description) ? "What the service calls " + Documentation.Code(member.Spec.Wire) + "." : Documentation.Text(member.Spec.Description!);
        string limits = PropertyDocumentation.Limits(member.Spec.Constraints);
        string? @default = member.IsOptional ? constant ?? "null" : null;
        var parameter = new ActionParameter(effective.Type, ParameterName.Of(member.Name), @default, markup + (limits.Length == 0 ? "" : " Limits: " + limits + "."));
        return new OfSchema(parameter, effective, @in, Argument.NameOf(member.Spec, @in));
    }

    /// <summary>A parameter that the schema names.</summary>
    /// <param name="Parameter">As the method declares it.</param>
    /// <param name="Member">What the schema says of its value.</param>
    /// <param name="In">Where it travels.</param>
    /// <param name="Name">What it is called there.</param>
    internal sealed record OfSchema(ActionParameter Parameter, Member Member, ParameterIn In, string Name);
}
