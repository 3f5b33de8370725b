using System.Net;
using System.Text.Json.Nodes;

namespace MediaOps.Emulation.Tests;

public sealed class HostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_host_serves_the_same_service_on_loopback_with_a_page_that_escapes_what_it_shows()
    {
        using var bench = new Bench();
        await using EmulatorHost host = await EmulatorHost.StartAsync(bench.Emulator, cancellationToken: Token);
        Assert.Equal("127.0.0.1", host.BaseAddress.Host);
        using var client = new HttpClient { BaseAddress = host.BaseAddress };

        HttpResponseMessage created = await client.SendAsync(Bench.Request("POST", "api/Channels", $$"""{ "Name": "live", {{Bench.Input}} }"""), Token);
        Assert.Equal(HttpStatusCode.Accepted, created.StatusCode);
        Assert.StartsWith(host.BaseAddress + "api/Channels('", created.Headers.Location!.OriginalString, StringComparison.Ordinal);
        bench.Time.Advance(TimeSpan.FromSeconds(30));
        JsonObject poll = await Bench.Json(await client.SendAsync(Bench.Request("GET", $"Operations('{Bench.OperationId(created)}')"), Token));
        Assert.Equal("Succeeded", poll["State"]!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(Bench.Request("GET", "Chan%3Cscript%3E'%22&lt;"), Token)).StatusCode);

        HttpResponseMessage page = await client.GetAsync(new Uri("_emulator", UriKind.Relative), Token);
        string html = await page.Content.ReadAsStringAsync(Token);
        Assert.Contains("<td>live</td><td>Stopped</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&lt;'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("Chan%3Cscript%3E", html, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; style-src 'nonce-", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        JsonObject state = JsonNode.Parse(await client.GetStringAsync(new Uri("_emulator/state", UriKind.Relative), Token))!.AsObject();
        Assert.Equal("Stopped", state["entities"]!.AsArray().Single()!["state"]!.ToString());
        Assert.Equal(3, state["requests"]!.AsArray().Count);

        var rebound = new HttpRequestMessage(HttpMethod.Get, "_emulator") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.SendAsync(rebound, Token)).StatusCode);
    }

    [Fact]
    public async Task Faults_of_the_connection_reach_a_client_on_loopback()
    {
        using var bench = new Bench();
        await using EmulatorHost host = await EmulatorHost.StartAsync(bench.Emulator, cancellationToken: Token);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = host.BaseAddress };
        foreach (Fault fault in new[] { Fault.DropAfter(), Fault.TruncatedBody(), Fault.ConnectionRefused() })
        {
            // The client repeats a read on its own when a kept connection breaks, so every attempt is hit.
            FaultRule rule = bench.Emulator.Faults.Add(fault, times: int.MaxValue);
            await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(Bench.Request("GET", "Channels"), Token));
            bench.Emulator.Faults.Remove(rule);
        }

        bench.Emulator.Faults.Add(Fault.Redirect(new Uri("https://foreign.example/")));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, (await client.SendAsync(Bench.Request("GET", "Channels"), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.SendAsync(Bench.Request("POST", "Channels", new string(' ', 1024 * 1024 + 1)), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(Bench.Request("GET", "Channels"), Token)).StatusCode);
    }
}
