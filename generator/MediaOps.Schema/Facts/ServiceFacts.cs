using System.Linq;

namespace MediaOps.Schema;

/// <summary>What entity files may know of their service.</summary>
/// <param name="Path">The path of the service's file.</param>
/// <param name="Name">The name.</param>
/// <param name="Namespace">The namespace of everything generated.</param>
/// <param name="Client">The name of the entry class.</param>
/// <param name="Interfaces">Whether entities have interfaces.</param>
/// <param name="Wire">Naming and format rules.</param>
/// <param name="Types">The shared types.</param>
/// <param name="Tracking">The tracking profiles.</param>
/// <param name="Options">The options that templates may name.</param>
/// <param name="Paging">How lists are paged, or null where they are not.</param>
/// <param name="ErrorsEnum">The name of the enum of error codes, or null.</param>
/// <param name="ErrorCodes">The names of the error codes.</param>
public sealed record ServiceFacts(
    string Path,
    string Name,
    string Namespace,
    string Client,
    bool Interfaces,
    WireSpec Wire,
    EquatableArray<TypeSpec> Types,
    EquatableArray<TrackingFacts> Tracking,
    EquatableArray<OptionFacts> Options,
    PagingStyle? Paging,
    string? ErrorsEnum,
    EquatableArray<string> ErrorCodes)
{
    /// <summary>The folder whose entities belong to the service.</summary>
    public string Folder => SchemaFiles.FolderOf(Path);

    /// <summary>The facts of a service.</summary>
    public static ServiceFacts From(ServiceSpec service, string path) => new(
        path,
        service.Name,
        service.Namespace,
        service.Client,
        service.Interfaces,
        service.Wire,
        service.Types,
        service.Tracking.Select(tracking => TrackingFacts.From(tracking)).ToEquatableArray(),
        service.Options.Select(option => new OptionFacts(option.Name, option.Constraints.Pattern)).ToEquatableArray(),
        service.Paging?.Style,
        service.Errors.Enum,
        service.Errors.Codes.Select(code => code.Name).ToEquatableArray());
}

/// <summary>What entity files may know of an option: its name, and the pattern of its values.</summary>
public sealed record OptionFacts(string Name, string? Pattern);

/// <summary>What entity files may know of a tracking profile.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">Where the handle comes from and what is polled.</param>
/// <param name="ByStates">Whether the states of the entity tell when the action has ended, so that it needs some.</param>
/// <param name="Delay">Waiting rules of actions that have none of their own.</param>
public sealed record TrackingFacts(string Name, TrackingKind Kind, bool ByStates, DelaySpec Delay)
{
    /// <summary>The facts of a profile.</summary>
    public static TrackingFacts From(TrackingSpec tracking) =>
        new(tracking.Name, tracking.Kind, tracking.ByStates, tracking.Delay);
}
