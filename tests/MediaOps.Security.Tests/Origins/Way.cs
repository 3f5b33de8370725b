using System.Text.Json;
using MediaOps.Runtime;
using MediaOps.Runtime.Tests;
using MediaOps.Runtime.Tests.Tracking;

namespace MediaOps.Security.Tests.Origins;

/// <summary>A way on which a service can tell a client where to go next.</summary>
/// <param name="Name">What it is called in the tests.</param>
/// <param name="Honest">How many requests come before the one that the service asks for.</param>
/// <param name="Walk">Leads a client to a URL, whatever comes of it.</param>
internal sealed record Way(string Name, int Honest, Func<string, string, bool, Task<ScriptedHandler>> Walk)
{
    private static readonly TrackingDefinition InBody = new()
    {
        Name = "body",
        Kind = TrackingKind.StatusUrl,
        HandleBody = "statusUrl",
        TrustHosts = Stage.ByUrl.TrustHosts,
        StatusPath = "status",
        Succeeded = ["Succeeded"],
        Delay = Stage.Delay,
    };

    private static readonly TrackingDefinition AtLocation = new()
    {
        Name = "result",
        Kind = TrackingKind.StatusUrl,
        HandleHeaders = ["Azure-AsyncOperation"],
        StatusPath = "status",
        Succeeded = ["Succeeded"],
        Result = ResultVia.Location,
        Delay = Stage.Delay,
    };

    public static readonly Way[] All =
    [
        .. new[] { 301, 302, 303, 307, 308 }.Select(static status => new Way($"redirect {status}", 1, (url, scheme, async) => Redirected(status, url, scheme, async))),
        .. new[] { 307, 308 }.Select(static status => new Way($"redirect {status} of a write", 1, (url, scheme, async) => WriteRedirected(status, url, scheme, async))),
        new("status URL", 1, static (url, scheme, async) => Acted(new Client(scheme, Stage.ByUrl), async, client => client.Service.Reply(202, null, ("Azure-AsyncOperation", url)))),
        new("location", 1, static (url, scheme, async) => Acted(new Client(scheme, Stage.ByLocation), async, client => client.Service.Reply(202, null, ("Location", url)))),
        new("absolute URL in a body", 1, static (url, scheme, async) => Acted(new Client(scheme, InBody), async, client => client.Service.Reply(202, Json("statusUrl", url)))),
        new("moved status URL", 2, static (url, scheme, async) => Acted(
            new Client(scheme, Stage.ByUrl),
            async,
            client => client.Service.Reply(202, null, ("Azure-AsyncOperation", "/api/ops/1")).Reply(200, Json("status", "InProgress"), ("Azure-AsyncOperation", url)))),
        new("redirected poll", 2, static (url, scheme, async) => Acted(
            new Client(scheme, Stage.ByUrl),
            async,
            client => client.Service.Reply(202, null, ("Azure-AsyncOperation", "/api/ops/1")).Reply(307, null, ("Location", url)))),
        new("result", 2, static (url, scheme, async) => Acted(
            new Client(scheme, AtLocation),
            async,
            client => client.Service.Reply(202, null, ("Azure-AsyncOperation", "/api/ops/1"), ("Location", url)).Reply(200, Json("status", "Succeeded")))),
        new("next link", 1, static (url, scheme, async) => Listed(new Client(scheme), async, url)),
        new("discovery", 1, static (url, scheme, async) => Discovered(new Client(scheme, discovers: true), async, url)),
    ];

    public override string ToString() => Name;

    private static async Task<ScriptedHandler> Redirected(int status, string url, string scheme, bool async)
    {
        var client = new Client(scheme);
        client.Service.Reply(status, null, ("Location", url)).Reply(200, Stage.Entity("IDLE"));
        return await Try(client, () => Bench.Run(async, () => client.Channels.Get("1", default), () => client.Channels.GetAsync("1", default)));
    }

    private static async Task<ScriptedHandler> WriteRedirected(int status, string url, string scheme, bool async)
    {
        var client = new Client(scheme);
        client.Service.Reply(status, null, ("Location", url)).Reply(200);
        return await Try(client, () => Bench.Act(async, client.Channel, client.Start));
    }

    private static async Task<ScriptedHandler> Acted(Client client, bool async, Action<Client> script)
    {
        script(client);
        client.Service.Reply(200, """{"status":"Succeeded","Id":"1","State":"RUNNING"}""");
        return await Try(client, () => Bench.Act(async, client.Channel, client.Start));
    }

    private static async Task<ScriptedHandler> Listed(Client client, bool async, string url)
    {
        client.Service.Reply(200, $$"""{"value":[{{Stage.Entity("IDLE")}}],"nextLink":{{JsonSerializer.Serialize(url)}}}""").Reply(200, """{"value":[]}""");
        return await Try(client, () => Bench.Run(async, () => _ = client.Channels.List(default).ToList(), async () => _ = await client.Channels.ListAsync(default).ToListAsync()));
    }

    private static async Task<ScriptedHandler> Discovered(Client client, bool async, string url)
    {
        client.Service.Reply(301, null, ("Location", url)).Reply(200, Stage.Entity("IDLE"));
        return await Try(client, () => Bench.Run(async, () => client.Channels.Get("1", default), () => client.Channels.GetAsync("1", default)));
    }

    /// <summary>What matters is what was sent; whether the call then fails is the matter of other tests, but it fails in a way that is documented.</summary>
    private static async Task<ScriptedHandler> Try(Client client, Func<Task> call)
    {
        Exception? fault = await Record.ExceptionAsync(call);
        Assert.True(fault is null or ServiceException or TimeoutException, fault?.ToString());
        return client.Service;
    }

    private static string Json(string name, string value) => JsonSerializer.Serialize(new Dictionary<string, string> { [name] = value });
}
