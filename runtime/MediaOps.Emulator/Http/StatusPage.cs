using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MediaOps.Emulation.Http;

/// <summary>The page for people: entities, states, latest requests. Every text on it is hostile and is escaped; it loads nothing and runs nothing.</summary>
internal static class StatusPage
{
    public static Task AnswerAsync(HttpContext context, Emulator emulator, PathString page, bool loopback)
    {
        HttpResponse response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";

        // A foreign site whose name has been pointed at this machine must not read the page.
        if (loopback && context.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        switch (page.Value)
        {
            case "/state":
                response.ContentType = "application/json;charset=utf-8";
                return response.WriteAsync(State(emulator), context.RequestAborted);
            case "" or "/" or null:
                string nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
                response.ContentType = "text/html;charset=utf-8";
                response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
                return response.WriteAsync(Html(emulator, nonce), context.RequestAborted);
            default:
                response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private static string State(Emulator emulator) => new JsonObject
    {
        ["service"] = emulator.ServiceName,
        ["now"] = emulator.Options.TimeProvider.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        ["entities"] = new JsonArray([.. emulator.Entities.Select(e => new JsonObject
        {
            ["entity"] = e.Entity, ["id"] = e.Id, ["name"] = e.Name, ["state"] = e.State, ["operationId"] = e.OperationId, ["body"] = JsonNode.Parse(e.Json),
        })]),
        ["requests"] = new JsonArray([.. emulator.Requests.Select(r => new JsonObject
        {
            ["at"] = r.At.ToString("O", CultureInfo.InvariantCulture), ["method"] = r.Method, ["path"] = r.Path, ["status"] = r.Status, ["fault"] = r.Fault,
        })]),
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private static string Html(Emulator emulator, string nonce)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><meta name="viewport" content="width=device-width">
            <title>{{E(emulator.ServiceName)}} emulator</title>
            <style nonce="{{nonce}}">
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color: #1b1f24; background: #fff }
            table { border-collapse: collapse; margin-bottom: 2rem } th, td { text-align: left; padding: .25rem 1rem .25rem 0; border-bottom: 1px solid #d0d7de }
            caption { text-align: left; font-weight: 600 } code { font-size: 13px }
            </style></head><body><h1>{{E(emulator.ServiceName)}} emulator</h1>
            <table><caption>Entities</caption><thead><tr><th scope="col">Kind</th><th scope="col">Name</th><th scope="col">State</th><th scope="col">Id</th><th scope="col">Operation</th></tr></thead><tbody>

            """);
        foreach (EmulatedEntity e in emulator.Entities)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{E(e.Entity)}</td><td>{E(e.Name)}</td><td>{E(e.State)}</td><td><code>{E(e.Id)}</code></td><td><code>{E(e.OperationId)}</code></td></tr>\n");
        }

        html.Append("""
            </tbody></table>
            <table><caption>Latest requests</caption><thead><tr><th scope="col">Time</th><th scope="col">Method</th><th scope="col">Path</th><th scope="col">Status</th><th scope="col">Fault</th></tr></thead><tbody>

            """);
        foreach (EmulatedExchange r in emulator.Requests.Reverse().Take(50))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{r.At:HH:mm:ss.fff}</td><td>{E(r.Method)}</td><td><code>{E(r.Path)}</code></td><td>{r.Status}</td><td>{E(r.Fault)}</td></tr>\n");
        }

        return html.Append("</tbody></table></body></html>\n").ToString();
    }

    private static string E(string? text) => text is null ? string.Empty : HtmlEncoder.Default.Encode(text);
}
