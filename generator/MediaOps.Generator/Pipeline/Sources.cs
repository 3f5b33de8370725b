using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Generator.Emit;
using MediaOps.Generator.Model;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>The generated files of one schema file, and what went wrong while they were made.</summary>
internal sealed record Sources(EquatableArray<GeneratedSource> Files, EquatableArray<Finding> Failures)
{
    /// <summary>The files of an entity.</summary>
    public static IEnumerable<GeneratedSource?> Entity(EntityModel model) =>
    [
        EntityEmitter.Class(model),
        model.Service.Interfaces ? EntityEmitter.Interface(model) : null,
        model.Spec.State is { } state ? EnumEmitter.States(model, state) : null,
        EntityDataEmitter.Write(model),
        EntityDefinitionEmitter.Write(model),
        model.Spec.Singleton ? null : CollectionEmitter.Write(model),
        CreationOptionsEmitter.Write(model),
        TypesEmitter.Entity(model),
    ];

    /// <summary>The files of a service.</summary>
    public static IEnumerable<GeneratedSource?> Service(ServiceModel model) =>
    [
        ClientEmitter.Write(model),
        ServiceEmitter.Write(model),
        ErrorCodeEmitter.Write(model),
        TypesEmitter.Shared(model),
    ];

    /// <summary>The files of a model that could be made.</summary>
    public static Sources Of<TModel>(Attempt<TModel> model, Func<TModel, IEnumerable<GeneratedSource?>> emit)
        where TModel : class, IEquatable<TModel>
    {
        if (model.Value is not { } value)
        {
            return new Sources(default, Failure(model.Failure));
        }

        Attempt<Emitted> emitted = Attempt.Of(model.Path, () => new Emitted(emit(value).OfType<GeneratedSource>().ToEquatableArray()));
        return new Sources(emitted.Value?.Files ?? default, Failure(emitted.Failure));
    }

    private static EquatableArray<Finding> Failure(Finding? failure) => failure is null ? default : new[] { failure }.ToEquatableArray();

    /// <summary>Files as one value that compares by value.</summary>
    private sealed record Emitted(EquatableArray<GeneratedSource> Files);
}
