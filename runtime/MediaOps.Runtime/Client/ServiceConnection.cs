using System.Collections.Concurrent;
using System.ComponentModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaOps.Runtime;

/// <summary>What the entities of one client share: endpoint, credential, options and transport. Safe for use by many threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceConnection
{
    private readonly ConcurrentDictionary<string, EntityDefinition> _entities = new(StringComparer.Ordinal);

    /// <summary>Prepares a connection; nothing is sent yet.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="endpoint">Its base URI: absolute, https (http on a loopback address only), without user, query and fragment.</param>
    /// <param name="authentication">How requests are authorized.</param>
    /// <param name="options">How the client behaves; null for the defaults.</param>
    /// <param name="values">The values of the client's own parameters that stand in paths, each with the pattern that it must match as a whole, or null for none.</param>
    /// <exception cref="ArgumentException">The endpoint or an option cannot work; the message says which and why.</exception>
    public ServiceConnection(ServiceDefinition definition, Uri endpoint, Authentication authentication, MediaOpsOptions? options = null, params (string Name, string Value, string? Pattern)[] values)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(authentication);
        ArgumentNullException.ThrowIfNull(values);
        Definition = definition;
        Values = Checked(values);
        Options = MediaOpsOptions.CheckedCopy(options);
        Logger = Options.LoggerFactory?.CreateLogger("MediaOps." + definition.Name) ?? (ILogger)NullLogger.Instance;
        Transport = new ServiceTransport(definition, endpoint, authentication, Options, Logger);
        Operations = new OperationCollection(this);
    }

    /// <summary>The service's operations, by id.</summary>
    public OperationCollection Operations { get; }

    internal ServiceDefinition Definition { get; }

    /// <summary>The values of the client's own parameters that stand in paths.</summary>
    internal PathValues Values { get; }

    internal MediaOpsOptions Options { get; }

    internal ILogger Logger { get; }

    internal ServiceTransport Transport { get; }

    /// <summary>Takes note of a kind of entity, so that handles of its operations can be told from others. Collections and singletons do it themselves.</summary>
    /// <param name="entity">The kind of entity.</param>
    public void Know(EntityDefinition entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _entities.TryAdd(entity.Name, entity);
    }

    /// <summary>The kind of entity of that name; null where the client has no collection of it.</summary>
    internal EntityDefinition? Entity(string name) => _entities.GetValueOrDefault(name);

    private static PathValues Checked((string Name, string Value, string? Pattern)[] values)
    {
        PathValues all = PathValues.Empty;
        foreach ((string name, string value, string? pattern) in values)
        {
            EndpointTemplate.CheckValue(name, value, pattern);
            all = all.With(name, value);
        }

        return all;
    }

    /// <summary>Fills the placeholders of an endpoint template.</summary>
    /// <param name="template">Such as <c>https://{AccountName}.restv2.{Location}.media.azure.net/api/</c>.</param>
    /// <param name="values">A value for each placeholder, with the pattern that it must match as a whole, or null for none.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentException">A value is missing, does not match, or could change the host: only letters, digits, dots and hyphens are taken.</exception>
    public static Uri Endpoint(string template, params (string Name, string Value, string? Pattern)[] values) => EndpointTemplate.Fill(template, values);
}
