using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

/// <summary>Scaffolds as importers make them.</summary>
internal static class Samples
{
    /// <summary>A service with one entity that has states and says nothing of its action.</summary>
    public static ScaffoldService Media()
    {
        var origin = new Origin("media.json", "#");
        return new ScaffoldService
        {
            Name = "Media",
            Namespace = "Example.Media",
            Endpoint = "https://media.example/",
            Origin = origin,
            Tracking = { new ScaffoldTracking { Name = "wait", Kind = "status-url", Accepted = { 202 }, HandleHeaders = { "Location" }, PendingHttp = { 202 } } },
            Entities =
            {
                new ScaffoldEntity
                {
                    Name = "Channel",
                    Origin = origin,
                    Id = new ScaffoldId("Id", ByCaller: false),
                    Properties =
                    {
                        new ScaffoldProperty { Name = "Id", Wire = "Id", Type = "string", Access = "readOnly", Required = true },
                        new ScaffoldProperty { Name = "Title", Wire = "the.title", Type = "string", MaxLength = 5 },
                        new ScaffoldProperty { Name = "State", Wire = "State", Type = "ChannelState", Access = "readOnly" },
                    },
                    State = new ScaffoldState
                    {
                        Property = "State",
                        Origin = origin.Below("state"),
                        Values = { new("Idle", "Idle", "stable"), new("Starting", "Starting", "transitional"), new("Running", "Running", "stable") },
                    },
                    Read = new ScaffoldAction { Name = "Read", Method = "GET", Path = "/channels/{Id}" },
                    Actions = { new ScaffoldAction { Name = "Start", Method = "POST", Path = "/channels/{Id}/start", Origin = origin.Below("paths", "start"), Tracking = { "wait" } } },
                },
            },
        };
    }
}
