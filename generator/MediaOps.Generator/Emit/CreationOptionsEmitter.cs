using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit.Members;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>What a create is given: a class with the members that can be set, its convenience constructors, and the request that is made of it. Null where the entity cannot be created.</summary>
internal static class CreationOptionsEmitter
{
    /// <summary>The method that fills in the parent. Schema names have no underscore, so a name with one is free.</summary>
    public const string WithParent = "WithParent_";

    /// <summary>Writes the file.</summary>
    public static GeneratedSource? Write(EntityModel model)
    {
        if (model.Spec.Create is not { } create)
        {
            return null;
        }

        string name = model.Spec.Name + "CreationOptions";
        var types = new TypeMap(model);
        IReadOnlyList<Argument> arguments = Arguments(model, create, types);
        return SourceFile.Write(model.Service, name, writer =>
        {
            writer.Summary("What a new " + Documentation.Code(model.Spec.Name) + " is made of. Members that are null are left out of the request.");
            using (writer.Type("public partial class " + name))
            {
                Constructors(writer, model, name, create, types);
                foreach (Argument argument in Distinct(arguments))
                {
                    writer.Gap();
                    string? more = IsParent(model, argument.Member.Spec) ? "Needed unless the collection belongs to one " + Documentation.Code(model.Parent!.Entity) + "." : null;
                    TypesEmitter.Property(writer, argument.Member, Initializer(argument.Member, types), more, argument.In);
                }

                if (ParentProperty(model) is { } parent)
                {
                    Fill(writer, name, parent);
                }
            }

            writer.Gap();
            Companion(writer, model.Spec, name, create, arguments);
        });
    }

    /// <summary>Whether the caller can ask for the state in which the new entity ends.</summary>
    public static bool AsksForState(EntitySpec spec, ActionSpec create) => spec.State is { } state && (create.ToProperty is not null || state.Creatable.Count > 0);

    /// <summary>The property that names the parent of a new entity; null where a create names none.</summary>
    public static PropertySpec? ParentProperty(EntityModel model) =>
        model.Spec.Create is null ? null : model.Spec.Properties.FirstOrDefault(property => IsParent(model, property));

    private static bool IsParent(EntityModel model, PropertySpec property) =>
        model.Parent is { } parent && string.Equals(property.Name, parent.By, StringComparison.Ordinal) && property is { Access: not PropertyAccess.ReadOnly, InPath: false };

    /// <summary>The properties that can be given, and the parameters of the create. A body that is one of them has no members beside it.</summary>
    private static IReadOnlyList<Argument> Arguments(EntityModel model, ActionSpec create, TypeMap types)
    {
        bool whole = create.Parameters.Any(parameter => parameter.In == ParameterIn.WholeBody);
        IEnumerable<(PropertySpec Spec, ParameterIn In)> properties = model.Spec.Properties
            .Select(property => IsAskedState(model.Spec, create, property) ? property with { Access = PropertyAccess.CreateOnly, Required = false, Default = null } : property)
            .Select(property => IsParent(model, property) ? property with { Required = false } : property)
            .Where(property => property.Access != PropertyAccess.ReadOnly)
            .SelectMany(property => Ways(model.Spec, create, property));
        HashSet<string> names = [.. model.Spec.Properties.Select(property => property.Name)];
        IEnumerable<(PropertySpec Spec, ParameterIn In)> parameters = create.Parameters.Where(parameter => names.Add(parameter.Name)).Select(ActionParameter.NeedPlaces)
            .SelectMany(parameter => Ways(model.Spec, parameter));
        return [.. properties.Where(property => !whole || property.In == ParameterIn.Path).Concat(parameters)
            .Select(sent => (Member: types.Resolve(sent.Spec), sent.In))
            .Where(sent => sent.Member is not null && Argument.CanTravel(sent.Member, sent.In))
            .Select(sent => new Argument(sent.Member!, sent.In, Argument.NameOf(sent.Member!.Spec, sent.In), "options." + sent.Member.Storage))];
    }

    /// <summary>A parameter that is a part of the new entity's id is also given as such: the id is known then before an answer tells it.</summary>
    private static IEnumerable<(PropertySpec Spec, ParameterIn In)> Ways(EntitySpec entity, ParameterSpec parameter)
    {
        PropertySpec spec = ActionParameter.AsProperty(parameter);
        yield return (spec, parameter.In);
        if (parameter.In != ParameterIn.Path && entity.Id.Template?.Contains("{" + parameter.Name + "}") == true)
        {
            yield return (spec, ParameterIn.Path);
        }
    }

    /// <summary>One argument of each name: a property may travel twice.</summary>
    private static IEnumerable<Argument> Distinct(IEnumerable<Argument> arguments)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return arguments.Where(argument => names.Add(argument.Member.Name));
    }

    /// <summary>How a property travels: in the body, in the path, or in both where the schema does not keep it out of bodies. What the collection's own address fills is not asked for.</summary>
    private static IEnumerable<(PropertySpec Spec, ParameterIn In)> Ways(EntitySpec spec, ActionSpec create, PropertySpec property)
    {
        bool place = EntityAddress.HasPlace(create.Path, property.Name) && !EntityAddress.IsAncestor(spec, property);
        PropertySpec given = place ? property with { Required = true } : property;
        if (!property.InPath)
        {
            yield return (given, ParameterIn.Body);
        }

        if (place)
        {
            yield return (given, ParameterIn.Path);
        }
    }

    /// <summary>Writes the copy that a collection of one parent sends: the caller's own options stay as they are.</summary>
    private static void Fill(SourceWriter writer, string name, PropertySpec parent)
    {
        writer.Gap();
        using (writer.Block("internal " + name + " " + WithParent + "(string parent)"))
        {
            writer.Line("var options = (" + name + ")MemberwiseClone();");
            writer.Line("options." + parent.Name + " = parent;");
            writer.Line("return options;");
        }
    }

    private static bool IsAskedState(EntitySpec spec, ActionSpec create, PropertySpec property) =>
        AsksForState(spec, create) && string.Equals(property.Name, spec.State!.Property, StringComparison.Ordinal);

    private static string Initializer(Member member, TypeMap types)
    {
        if (Constant.Default(member, types) is not { } value)
        {
            return JsonCode.Initializer(member, filled: false);
        }

        return " = " + (member.IsOpenEnum ? TypesEmitter.Format(member, value) : value) + ";";
    }

    private static void Constructors(SourceWriter writer, EntityModel model, string name, ActionSpec create, TypeMap types)
    {
        List<Overload> overloads = Overload.Of(model.Spec, create, types);
        writer.Summary("Makes options without any value but the defaults.");
        using (writer.Block("public " + name + "()"))
        {
        }

        foreach (Overload overload in overloads)
        {
            writer.Gap();
            writer.Summary("Makes options of the values that are given most often.");
            foreach (ActionParameter parameter in overload.Parameters)
            {
                writer.Parameter(parameter.Name, parameter.Markup);
            }

            using (writer.Block("public " + name + "(" + string.Join(", ", overload.Parameters.Select(parameter => parameter.Declaration)) + ")"))
            {
                foreach (string assignment in overload.Assignments)
                {
                    writer.Line(assignment);
                }
            }
        }
    }

    private static void Companion(SourceWriter writer, EntitySpec spec, string name, ActionSpec create, IReadOnlyList<Argument> arguments)
    {
        WireTree tree = WireTree.Of(arguments.Where(argument => argument.In == ParameterIn.Body).Select(argument => argument.Member));
        writer.Summary("Checks <see cref=\"" + name + "\"/> and makes what the request carries.");
        using (writer.Type("internal static class " + name + "Json"))
        {
            using (writer.Block("internal static global::MediaOps.Runtime.RequestArguments Make(" + name + " options)"))
            {
                writer.Line("var validation = new global::MediaOps.Runtime.Validation(" + Literal.Text(name) + ");");
                foreach (Argument argument in Distinct(arguments))
                {
                    ValidationCode.Check(writer, argument.Member, Literal.Text(argument.Member.Name), argument.Value);
                }

                CheckState(writer, spec, create, arguments);
                writer.Line("validation.ThrowIfAny(nameof(options));");
                writer.Gap();
                Argument.WriteReturn(writer, arguments, "options", tree);
            }

            JsonCode.WireNames(writer, tree);
        }
    }

    /// <summary>A create can ask for some states only.</summary>
    private static void CheckState(SourceWriter writer, EntitySpec spec, ActionSpec create, IReadOnlyList<Argument> arguments)
    {
        if (spec.State is { Creatable.Count: > 0 } state && arguments.Select(argument => argument.Member).FirstOrDefault(member => IsAskedState(spec, create, member.Spec)) is { IsOpenEnum: true } member)
        {
            string[] texts = [.. state.Values.Where(value => state.Creatable.Contains(value.Name, StringComparer.Ordinal)).Select(value => value.Wire)];
            writer.Line("validation.OneOf(" + Literal.Text(member.Name) + ", options." + member.Storage + ", " + Literal.Texts(texts) + ");");
        }
    }
}
