using System.Linq;

namespace MediaOps.Schema;

/// <summary>What entity files may know of their service.</summary>
/// <param name="Path">The path of the service's file.</param>
/// <param name="Name">The name.</param>
/// <param name="Namespace">The namespace of everything generated.</param>
/// <param name="Client">The name of the entry class.</param>
/// <param name="Interfaces">Whether entities have interfaces.</param>
/// <param name="UpdateVerb">How an update is sent.</param>
/// <param name="Wire">Naming and format rules.</param>
/// <param name="Types">The shared types.</param>
/// <param name="Tracking">The tracking profiles.</param>
/// <param name="Options">The names of the options.</param>
/// <param name="ErrorsEnum">The name of the enum of error codes, or null.</param>
/// <param name="ErrorCodes">The names of the error codes.</param>
public sealed record ServiceFacts(
    string Path,
    string Name,
    string Namespace,
    string Client,
    bool Interfaces,
    UpdateVerb UpdateVerb,
    WireSpec Wire,
    EquatableArray<TypeSpec> Types,
    EquatableArray<TrackingFacts> Tracking,
    EquatableArray<string> Options,
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
        service.UpdateVerb,
        service.Wire,
        service.Types,
        service.Tracking.Select(tracking => new TrackingFacts(tracking.Name, tracking.Kind, tracking.Delay)).ToEquatableArray(),
        service.Options.Select(option => option.Name).ToEquatableArray(),
        service.Errors.Enum,
        service.Errors.Codes.Select(code => code.Name).ToEquatableArray());
}

/// <summary>What entity files may know of a tracking profile.</summary>
public sealed record TrackingFacts(string Name, TrackingKind Kind, DelaySpec Delay);
