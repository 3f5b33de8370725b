using System.Net;
using MediaOps.Emulation.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MediaOps.Emulation;

/// <summary>Serves an emulator over HTTP, on loopback unless told otherwise. <c>/_emulator</c> shows entities and requests to a person,
/// <c>/_emulator/state</c> the same as JSON.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmulatorHost(WebApplication app, Uri baseAddress)
    {
        _app = app;
        BaseAddress = baseAddress;
    }

    /// <summary>Where a client reaches the service, such as <c>http://127.0.0.1:40123/</c>. The endpoint's own path (<c>/api/</c>) may follow.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts serving.</summary>
    /// <param name="emulator">The emulator, which may be shared.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="address">The address to listen on; null means 127.0.0.1. Any other lets other machines in: the emulator checks no real credentials.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<EmulatorHost> StartAsync(Emulator emulator, int port = 0, IPAddress? address = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(emulator);

        // Empty: no configuration from the environment can open another address, and nothing is logged.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // We read up to our own limit and answer what is larger in the service's own words.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(address ?? IPAddress.Loopback, port);
        });
        WebApplication app = builder.Build();
        bool loopback = IPAddress.IsLoopback(address ?? IPAddress.Loopback);
        app.Run(context => context.Request.Path.StartsWithSegments("/_emulator", StringComparison.Ordinal, out PathString page)
            ? StatusPage.AnswerAsync(context, emulator, page, loopback)
            : AnswerAsync(context, emulator));
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        string bound = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return new EmulatorHost(app, new Uri(bound.TrimEnd('/') + "/"));
    }

    /// <summary>Stops serving; the emulator keeps its state.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task AnswerAsync(HttpContext context, Emulator emulator)
    {
        CancellationToken gone = context.RequestAborted;
        byte[]? body = await LimitedBody.ReadAsync(context.Request.Body, emulator.Options.MaxRequestBytes, gone).ConfigureAwait(false);
        PendingExchange pending = emulator.Receive(Translate(context, body));
        if (pending.Delay > TimeSpan.Zero)
        {
            await Task.Delay(pending.Delay, emulator.Options.TimeProvider, gone).ConfigureAwait(false);
        }

        await WriteAsync(context, pending.Complete()).ConfigureAwait(false);
    }

    private static EmulatedRequest Translate(HttpContext context, byte[]? body)
    {
        HttpRequest request = context.Request;
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);

        // The path as it came: Kestrel's own has decoded some of it, and what is a slash of a value could not be told any more.
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        string path = target.StartsWith('/') ? target.Split('?')[0] : request.Path.ToUriComponent();
        return new EmulatedRequest(request.Method, $"{request.Scheme}://{request.Host}", path, request.QueryString.Value ?? string.Empty, headers, body);
    }

    private static async Task WriteAsync(HttpContext context, EmulatedResponse answer)
    {
        if (answer.Ending is ResponseEnding.Dropped or ResponseEnding.Refused)
        {
            context.Abort();
            return;
        }

        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        response.ContentType = answer.ContentType;
        if (answer.Status is not (204 or 304))
        {
            response.ContentLength = answer.Body.Length;
        }

        if (answer.Ending == ResponseEnding.Truncated)
        {
            await response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), context.RequestAborted).ConfigureAwait(false);
            await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            context.Abort();
            return;
        }

        if (answer.Body.Length > 0)
        {
            await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
