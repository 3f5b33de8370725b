using MediaOps.Schema;

namespace MediaOps.Generator.Model;

/// <summary>All that the source of a service depends on: its own file, and the names of its entities and their actions.</summary>
/// <param name="Service">The service.</param>
/// <param name="Spec">The service's file, with wire names filled in.</param>
/// <param name="Entities">Its entities, in ordinal order.</param>
internal sealed record ServiceModel(ServiceIdentity Service, ServiceSpec Spec, EquatableArray<EntityNames> Entities);

/// <summary>What the entry class needs of an entity.</summary>
/// <param name="Name">The entity's name.</param>
/// <param name="Plural">The name of its collection.</param>
/// <param name="StateChanges">Names of the actions that depend on its state.</param>
internal sealed record EntityNames(string Name, string Plural, EquatableArray<string> StateChanges);

/// <summary>A generated file.</summary>
/// <param name="Hint">Its name, unique in a compilation: <c>AmsV2.Channel.g.cs</c>.</param>
/// <param name="Text">The C# source.</param>
internal sealed record GeneratedSource(string Hint, string Text);
