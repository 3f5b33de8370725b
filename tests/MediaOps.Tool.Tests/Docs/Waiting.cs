using System.Collections.Concurrent;
using System.Reflection;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Runtime;
using MediaOps.Schema;
using MediaOps.Tool.Docs.Waiters;

namespace MediaOps.Tool.Tests.Docs;

/// <summary>A service with its derived waiters, and with the definitions that the generated client hands to the runtime.</summary>
internal sealed class Waiting
{
    private static readonly ConcurrentDictionary<string, Waiting> Known = new(StringComparer.Ordinal);

    private readonly Assembly _client;

    private Waiting(SchemaText[] files)
    {
        Service = Assert.Single(SchemaSet.Load(files.Select(file => (file.Path, file.Text!))).Services);
        _client = Client.Of(files).Assembly;
    }

    public SchemaService Service { get; }

    /// <summary>Generating and compiling takes a while, so each service is made once.</summary>
    public static Waiting Of(string service, SchemaText[] files) => Known.GetOrAdd(service, _ => new Waiting(files));

    public IReadOnlyList<Waiter> Of(string entity) => WaiterDerivation.Of(Service.Spec, Service.Entities.Single(spec => spec.Name == entity));

    /// <summary>What the generated client tells the runtime of an entity.</summary>
    public EntityDefinition Definition(string entity) => (EntityDefinition)_client.GetTypes().Single(type => type.Name == entity + "Definition")
        .GetField("Entity", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
}
