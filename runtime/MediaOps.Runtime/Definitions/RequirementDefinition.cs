using System.ComponentModel;

namespace MediaOps.Runtime;

/// <summary>What an action needs beside its entity's own state. States are named, not spelt as on the wire.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequirementDefinition
{
    private readonly Func<EntityDefinition>? _children;

    private RequirementDefinition(RequirementKind kind, string[] allowed, string? property = null, Func<EntityDefinition>? children = null)
    {
        Kind = kind;
        Allowed = allowed;
        Property = property;
        _children = children;
    }

    internal RequirementKind Kind { get; }

    /// <summary>Names of states, or values.</summary>
    internal string[] Allowed { get; }

    internal string? Property { get; }

    internal EntityDefinition ChildrenDefinition => _children!();

    /// <summary>The entity's parent must be in one of these states.</summary>
    /// <param name="states">Names of states.</param>
    /// <returns>The requirement.</returns>
    public static RequirementDefinition Parent(params string[] states) => new(RequirementKind.Parent, states);

    /// <summary>All children of a kind must be in one of these states.</summary>
    /// <param name="entity">The children's definition; asked for late, because parent and child name each other.</param>
    /// <param name="states">Names of states.</param>
    /// <returns>The requirement.</returns>
    public static RequirementDefinition Children(Func<EntityDefinition> entity, params string[] states)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return new(RequirementKind.Children, states, children: entity);
    }

    /// <summary>A property of the entity itself must have one of these values.</summary>
    /// <param name="property">The property, as <see cref="EntityBinding{TEntity, TData}.ValueOf"/> knows it.</param>
    /// <param name="values">The values as text, compared ordinally.</param>
    /// <returns>The requirement.</returns>
    public static RequirementDefinition Self(string property, params string[] values)
    {
        ArgumentException.ThrowIfNullOrEmpty(property);
        return new(RequirementKind.Self, values, property);
    }
}

internal enum RequirementKind
{
    Parent,
    Children,
    Self,
}
