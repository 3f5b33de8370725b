using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>What other files may know of an entity. Small on purpose: a change that is not in here touches no other file's source.</summary>
/// <param name="Path">The path of the entity's file.</param>
/// <param name="Name">The name.</param>
/// <param name="Plural">The name of its collection.</param>
/// <param name="Singleton">Whether there is one only, without id and collection.</param>
/// <param name="Parent">The entity that it belongs to, or null.</param>
/// <param name="IdProperty">The property that holds the id.</param>
/// <param name="Ancestors">The properties beside the id that are parts of the address, in the order of the file.</param>
/// <param name="IdPattern">Pattern of a well-formed id, or null.</param>
/// <param name="StateProperty">The property that holds the state, or null where it has none.</param>
/// <param name="States">The states in the order of the file; wire texts as written.</param>
/// <param name="TypeNames">The names of its types.</param>
/// <param name="UsedTypes">The types that it names, sorted.</param>
/// <param name="ActionNames">Its actions, with Create, Update and Delete where it has them.</param>
/// <param name="CanBeRead">Whether one of them can be read by its id.</param>
/// <param name="NeedsParent">Whether making, reading or listing it takes a value of its parent, so that its collection belongs to one parent.</param>
/// <param name="Placeholders">What the templates of its requests are filled with, sorted.</param>
public sealed record EntityFacts(
    string Path,
    string Name,
    string Plural,
    bool Singleton,
    ParentSpec? Parent,
    string IdProperty,
    EquatableArray<string> Ancestors,
    string? IdPattern,
    string? StateProperty,
    EquatableArray<StateValueSpec> States,
    EquatableArray<string> TypeNames,
    EquatableArray<string> UsedTypes,
    EquatableArray<string> ActionNames,
    bool CanBeRead,
    bool NeedsParent,
    EquatableArray<string> Placeholders)
{
    /// <summary>The folder of the service that the entity belongs to.</summary>
    public string Folder => SchemaFiles.FolderOf(Path);

    /// <summary>The member of the client that leads to it: the singleton by its name, the collection by its plural; <c>Of</c> follows where the member is a method that takes the rest of the address.</summary>
    public string ClientMember => (Singleton ? Name : Plural) + (NeedsParent || (Singleton && Ancestors.Count > 0) ? "Of" : string.Empty);

    /// <summary>The facts of an entity.</summary>
    public static EntityFacts From(EntitySpec entity, string path) => new(
        path,
        entity.Name,
        entity.Plural,
        entity.Singleton,
        entity.Parent,
        entity.Id.Property,
        entity.Properties.Where(property => property.InPath && property.Name != entity.Id.Property).Select(property => property.Name).ToEquatableArray(),
        entity.Id.Pattern,
        entity.State?.Property,
        entity.State?.Values.Select(value => value with { Description = null }).ToEquatableArray() ?? default,
        entity.Types.Select(type => type.Name).ToEquatableArray(),
        Used(entity).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(),
        EntityActions.Of(entity).Where(action => action.Kind is not (ActionKind.Read or ActionKind.List)).Select(action => action.Name).ToEquatableArray(),
        entity.Read is not null,
        entity.Parent is { } parent && new[] { entity.Create, entity.Read, entity.List }.OfType<ActionSpec>()
            .SelectMany(action => PathChecks.Placeholders(action.Path))
            .Any(placeholder => placeholder.Name == parent.By),
        EntityTemplates.Of(entity).SelectMany(PathChecks.Placeholders).Select(placeholder => placeholder.Name).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());

    private static IEnumerable<string> Used(EntitySpec entity) => entity.Properties
        .Concat(entity.Types.SelectMany(type => type.Properties))
        .Select(property => property.Type.Name)
        .Concat(EntityActions.Of(entity).SelectMany(action => action.Parameters).Select(parameter => parameter.Type.Name))
        .Concat(EntityActions.Of(entity).Select(action => action.Value?.Type.Name).OfType<string>())
        .Where(name => !Primitives.Contains(name));
}

/// <summary>Walks an entity's actions.</summary>
public static class EntityActions
{
    /// <summary>The lifecycle verbs that the entity has, then its actions.</summary>
    public static IEnumerable<ActionSpec> Of(EntitySpec entity) =>
        new[] { entity.Create, entity.Read, entity.List, entity.Update, entity.Delete }.OfType<ActionSpec>().Concat(entity.Actions);
}
