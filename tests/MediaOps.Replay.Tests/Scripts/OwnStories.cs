namespace MediaOps.Replay.Tests.Scripts;

/// <summary>What real clients were seen to do, retold: anybody who has the repository can play it.</summary>
internal static class OwnStories
{
    public static IEnumerable<Script> All => Era.All.SelectMany(static era => new[]
    {
        LiveEvent(era), StartedAtOnce(era), OutputsOfStoppedEvent(era), OutputsOfRunningEvent(era), Endpoint(era), StartFails(era), Busy(era), Missing(era),
    });

    /// <summary>A live event is made, started, reset, stopped, changed and deleted.</summary>
    public static Script LiveEvent(Era era) => new Script("a live event's life", era)
        .Long("PUT", "liveEvents/evening?autoStart=false", Bodies.NewEvent, Bodies.Event("evening", "Stopped", "InProgress"))
        .Shows("liveEvents/evening?autoStart=false", Bodies.Event("evening", "Stopped"))
        .Shows("liveEvents", Bodies.List(Bodies.Event("evening", "Stopped")))
        .Long("POST", "liveEvents/evening/start")
        .Shows("liveEvents/evening", Bodies.Event("evening", "Running"))
        .Long("POST", "liveEvents/evening/reset", pending: 2)
        .Shows("liveEvents/evening", Bodies.Event("evening", "Running"))
        .Long("POST", "liveEvents/evening/stop", """{"removeOutputsOnStop":false}""")
        .Shows("liveEvents/evening", Bodies.Event("evening", "Stopped"))
        .AtOnce("PATCH", "liveEvents/evening", Changed, Bodies.Event("evening", null, description: "late", created: Bodies.NoTime))
        .Shows("liveEvents/evening", Bodies.Event("evening", "Stopped", description: "late"))
        .Long("DELETE", "liveEvents/evening", pending: 0)
        .Shows("liveEvents", Bodies.List());

    /// <summary>A live event is started with its creation, which takes many statuses.</summary>
    public static Script StartedAtOnce(Era era) => new Script("a live event that is started at once", era)
        .Long("PUT", "liveEvents/morning?autoStart=true", Bodies.NewEvent, Bodies.Event("morning", "Stopped", "InProgress"), pending: 400)
        .Shows("liveEvents/morning?autoStart=true", Bodies.Event("morning", "Running"));

    /// <summary>Outputs of an event that does not run are made and removed at once; one stays in Creating until somebody looks again.</summary>
    public static Script OutputsOfStoppedEvent(Era era) => new Script("outputs of a stopped event", era)
        .Long("PUT", "liveEvents/evening?autoStart=false", Bodies.NewEvent, Bodies.Event("evening", "Stopped", "InProgress"), pending: 0)
        .Shows("liveEvents/evening", Bodies.Event("evening", "Stopped"))
        .AtOnce("PUT", "liveEvents/evening/liveOutputs/tape-1", Bodies.NewOutput, Bodies.Output("tape-1", "Creating"))
        .Shows("liveEvents/evening/liveOutputs/tape-1", Bodies.Output("tape-1", "Running"))
        .AtOnce("PUT", "liveEvents/evening/liveOutputs/tape-2", Bodies.NewOutput, Bodies.Output("tape-2", "Creating"))
        .Shows("liveEvents/evening/liveOutputs", Bodies.List(Bodies.Output("tape-1", "Running"), Bodies.Output("tape-2", "Running")))
        .AtOnce("DELETE", "liveEvents/evening/liveOutputs/tape-2", null)
        .Shows("liveEvents/evening/liveOutputs", Bodies.List(Bodies.Output("tape-1", "Running")));

    /// <summary>Outputs of an event that runs take their time, and go with its stop.</summary>
    public static Script OutputsOfRunningEvent(Era era) => new Script("outputs of a running event", era)
        .Long("PUT", "liveEvents/evening?autoStart=true", Bodies.NewEvent, Bodies.Event("evening", "Stopped", "InProgress"))
        .Shows("liveEvents/evening", Bodies.Event("evening", "Running"))
        .Long("PUT", "liveEvents/evening/liveOutputs/tape-1", Bodies.NewOutput, Bodies.Output("tape-1", "Creating", "InProgress"))
        .Shows("liveEvents/evening/liveOutputs/tape-1", Bodies.Output("tape-1", "Running"))
        .Shows("liveEvents/evening/liveOutputs", Bodies.List(Bodies.Output("tape-1", "Running")))
        .Long("POST", "liveEvents/evening/stop", """{"removeOutputsOnStop":true}""", pending: 57)
        .Shows("liveEvents/evening", Bodies.Event("evening", "Stopped"))
        .Shows("liveEvents/evening/liveOutputs", Bodies.List());

    /// <summary>An endpoint is made, scaled and changed at once, started with hundreds of statuses, stopped and deleted.</summary>
    public static Script Endpoint(Era era) => new Script("a streaming endpoint's life", era)
        .Long("PUT", "streamingEndpoints/edge", Bodies.NewEndpoint, Bodies.Endpoint("edge", "Stopped", provisioning: "InProgress"))
        .Shows("streamingEndpoints/edge", Bodies.Endpoint("edge", "Stopped"))
        .AtOnce("POST", "streamingEndpoints/edge/scale", """{"scaleUnit":3}""")
        .Shows("streamingEndpoints/edge", Bodies.Endpoint("edge", "Stopped", units: 3))
        .AtOnce("PATCH", "streamingEndpoints/edge", ChangedEndpoint, Bodies.Endpoint("edge", null, units: 3, description: "wide", isZeroed: true))
        .Shows("streamingEndpoints/edge", Bodies.Endpoint("edge", "Stopped", units: 3, description: "wide"))
        .Long("POST", "streamingEndpoints/edge/start", pending: 270)
        .Shows("streamingEndpoints/edge", Bodies.Endpoint("edge", "Running", units: 3, description: "wide"))
        .Long("POST", "streamingEndpoints/edge/stop", pending: 3)
        .Shows("streamingEndpoints/edge", Bodies.Endpoint("edge", "Stopped", units: 3, description: "wide"))
        .Long("DELETE", "streamingEndpoints/edge")
        .Shows("streamingEndpoints", Bodies.List());

    /// <summary>A start fails: the status says so with 200, and the event falls back.</summary>
    public static Script StartFails(Era era) => new Script("a start that fails", era)
        .Long("PUT", "liveEvents/evening?autoStart=false", Bodies.NewEvent, Bodies.Event("evening", "Stopped", "InProgress"), pending: 0)
        .Shows("liveEvents/evening", Bodies.Event("evening", "Stopped"))
        .Long("POST", "liveEvents/evening/start", pending: 2, end: "Failed", error: "InsufficientCapacity", message: "No encoder is free.")
        .Shows("liveEvents/evening", Bodies.Event("evening", "Stopped", "Failed"));

    /// <summary>Nobody waits for a start, and a stop is refused while it goes on.</summary>
    public static Script Busy(Era era) => new Script("an endpoint that is busy", era)
        .Long("PUT", "streamingEndpoints/edge", Bodies.NewEndpoint, Bodies.Endpoint("edge", "Stopped", provisioning: "InProgress"), pending: 0)
        .Shows("streamingEndpoints/edge", Bodies.Endpoint("edge", "Stopped"))
        .Long("POST", "streamingEndpoints/edge/start", end: null)
        .Shows("streamingEndpoints/edge", Bodies.Endpoint("edge", "Starting", provisioning: "InProgress"))
        .AtOnce("POST", "streamingEndpoints/edge/stop", null, Bodies.Error("OperationInProgress", "Another operation is running on the origin."), 409);

    /// <summary>What is not there is not found, by the service and by what stands in front of it.</summary>
    public static Script Missing(Era era) => new Script("what is missing", era)
        .Shows("liveEvents/nobody", Bodies.Error("ResourceNotFound", "The channel is not there."), 404)
        .Shows("liveEvents/nobody/liveOutputs/tape-1", Bodies.Error("ParentResourceNotFound", "Its event is not there."), 404)
        .AtOnce("PUT", "liveEvents/nobody/liveOutputs/tape-1", Bodies.NewOutput, Bodies.Error("ParentResourceNotFound", "Its event is not there."), 404);

    private const string Changed = """{"location":"West US 2","tags":{"desk":"news"},"properties":{"description":"late","input":{"streamingProtocol":"RTMP","keyFrameIntervalDuration":""}}}""";

    private const string ChangedEndpoint = """{"location":"West US 2","properties":{"scaleUnits":3,"description":"wide"}}""";
}
