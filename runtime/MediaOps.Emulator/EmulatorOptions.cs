using System.Text.Json.Nodes;

namespace MediaOps.Emulation;

/// <summary>How an <see cref="Emulator"/> behaves where the schema leaves a choice.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The clock that operations run on. Share one <see cref="AcceleratedTimeProvider"/> with the client to see minutes pass in seconds.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long an operation takes, by the names of entity and action (<c>Channel</c>, <c>Start</c>; <c>Create</c>, <c>Update</c>, <c>Delete</c>).
    /// Null, or an answer of null, means the schema's <c>delay</c>: <c>typical</c>, else <c>interval</c>, else <c>min</c>. A negative answer counts as zero.</summary>
    public Func<string, string, TimeSpan?>? DurationOf { get; init; }

    /// <summary>How long the record of a finished operation can be read; afterwards it is not found. One day unless set: no source tells the service's own time.</summary>
    public TimeSpan OperationRecordLifetime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How many entities there may be; empty, which is the default, sets no limit.</summary>
    public IReadOnlyList<EmulatorQuota> Quotas { get; init; } = [];

    /// <summary>Fills in what the service would: gets the name of the kind and the body of each entity that is created, before anybody sees it. It must not use the emulator.</summary>
    public Action<string, JsonObject>? Complete { get; init; }

    /// <summary>Whether requests need the credentials that the schema's <c>auth</c> names. True unless set.</summary>
    public bool RequireToken { get; init; } = true;

    /// <summary>Which credentials are good: the bearer token, or the API key. Null takes any that is not empty.</summary>
    public Func<string, bool>? AcceptToken { get; init; }

    /// <summary>The base URI that discovery hands out, where the schema has <c>discovery</c>; null means that the base URI asked is the right one (200).</summary>
    public Uri? DiscoveryTarget { get; init; }

    /// <summary>The largest request body in bytes; a larger one is answered with 413. 1 MiB unless set.</summary>
    public int MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>How many of the latest requests <see cref="Emulator.Requests"/> keeps. 200 unless set.</summary>
    public int MaxRequestLog { get; init; } = 200;
}
