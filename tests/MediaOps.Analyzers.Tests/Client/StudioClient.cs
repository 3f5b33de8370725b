using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;
using MediaOps;

[assembly: StatefulService(
    "Studio",
    "Delete", "DeleteAsync", "HideSlate", "HideSlateAsync", "Reset", "ResetAsync", "Scale", "ScaleAsync", "SendCreateOperation", "SendCreateOperationAsync", "SendDeleteOperation", "SendDeleteOperationAsync",
    "SendResetOperation", "SendResetOperationAsync", "SendScaleOperation", "SendScaleOperationAsync", "SendShowSlateOperation", "SendShowSlateOperationAsync",
    "SendStartOperation", "SendStartOperationAsync", "SendStopOperation", "SendStopOperationAsync", "SendUpdateOperation", "SendUpdateOperationAsync",
    "ShowSlate", "ShowSlateAsync", "Start", "StartAsync", "Stop", "StopAsync", "Update", "UpdateAsync")]

namespace Studio;

/// <summary>A client in the shape of a generated one, written by hand. It is compiled and analyzed, never run.</summary>
public class StudioClient
{
    public virtual ChannelCollection Channels => throw new NotSupportedException();

    public virtual ProgramCollection Programs => throw new NotSupportedException();

    public virtual OriginCollection Origins => throw new NotSupportedException();

    public virtual OperationCollection Operations => throw new NotSupportedException();
}

public class ChannelCreationOptions
{
    public ChannelCreationOptions()
    {
    }

    public ChannelCreationOptions(string name) => Name = name;

    public string Name { get; set; } = null!;

    public string? Description { get; set; }

    public ChannelState? State { get; set; }

    public EncodingType? EncodingType { get; set; }
}

public class ProgramCreationOptions
{
    public string Name { get; set; } = null!;
}

public class OriginCreationOptions
{
    public string Name { get; set; } = null!;
}

public class ChannelCollection
{
    [InitialState(nameof(ChannelState.Stopped), nameof(ChannelState.Running))]
    public virtual Channel Create(ChannelCreationOptions options, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(ChannelState.Stopped), nameof(ChannelState.Running))]
    public virtual Task<Channel> CreateAsync(ChannelCreationOptions options, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(ChannelState.Stopped), nameof(ChannelState.Running))]
    public virtual Operation<Channel> SendCreateOperation(ChannelCreationOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(ChannelState.Stopped), nameof(ChannelState.Running))]
    public virtual Task<Operation<Channel>> SendCreateOperationAsync(ChannelCreationOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(ChannelState.Stopped))]
    public virtual Channel Create(string name, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(ChannelState.Stopped))]
    public virtual Task<Channel> CreateAsync(string name, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Channel Get(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Task<Channel> GetAsync(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Channel? TryGet(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Task<Channel?> TryGetAsync(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual IEnumerable<Channel> List(Expression<Func<IChannel, bool>>? predicate = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual IAsyncEnumerable<Channel> ListAsync(Expression<Func<IChannel, bool>>? predicate = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual EntityQuery<IChannel> Where(Expression<Func<IChannel, bool>> predicate) => throw new NotSupportedException();

    public virtual Operation<Channel> GetOperation(string operationId, string? channelId = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

public class ProgramCollection
{
    [InitialState(nameof(ProgramState.Stopped))]
    public virtual Program Create(ProgramCreationOptions options, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(ProgramState.Stopped))]
    public virtual Task<Program> CreateAsync(ProgramCreationOptions options, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(ProgramState.Stopped))]
    public virtual Operation<Program> SendCreateOperation(ProgramCreationOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(ProgramState.Stopped))]
    public virtual Task<Operation<Program>> SendCreateOperationAsync(ProgramCreationOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(ProgramState.Stopped))]
    public virtual Program Create(string name, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(ProgramState.Stopped))]
    public virtual Task<Program> CreateAsync(string name, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Task<Program> GetAsync(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual IEnumerable<Program> List(Expression<Func<IProgram, bool>>? predicate = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual IAsyncEnumerable<Program> ListAsync(Expression<Func<IProgram, bool>>? predicate = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

public class OriginCollection
{
    [InitialState(nameof(OriginState.Stopped))]
    public virtual Origin Create(OriginCreationOptions options, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    [InitialState(nameof(OriginState.Stopped))]
    public virtual Task<Origin> CreateAsync(OriginCreationOptions options, PollingOptions? polling = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Task<Origin> GetAsync(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
