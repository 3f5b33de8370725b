using MediaOps.Schema;

namespace MediaOps.Generator.Model;

/// <summary>All that the source of a service depends on: its own file, and the names of its entities and their actions.</summary>
/// <param name="Service">The service.</param>
/// <param name="Spec">The service's file, with wire names filled in.</param>
/// <param name="Entities">Its entities, in ordinal order.</param>
/// <param name="RequestOptions">The options that requests are made with, in the order of the file.</param>
internal sealed record ServiceModel(ServiceIdentity Service, ServiceSpec Spec, EquatableArray<EntityNames> Entities, EquatableArray<OptionSpec> RequestOptions);

/// <summary>What the entry class needs of an entity.</summary>
/// <param name="Name">The entity's name.</param>
/// <param name="Plural">The name of its collection.</param>
/// <param name="Member">The name of the client's member that leads to it.</param>
/// <param name="Singleton">Whether there is one only, which has no collection.</param>
/// <param name="Ancestors">The parts of its address before its own id, without which its collection cannot be asked.</param>
/// <param name="StateChanges">Names of the actions that depend on its state.</param>
internal sealed record EntityNames(string Name, string Plural, string Member, bool Singleton, EquatableArray<string> Ancestors, EquatableArray<string> StateChanges);

/// <summary>A generated file.</summary>
/// <param name="Hint">Its name, unique in a compilation: <c>AmsV2.Channel.g.cs</c>.</param>
/// <param name="Text">The C# source.</param>
internal sealed record GeneratedSource(string Hint, string Text);
