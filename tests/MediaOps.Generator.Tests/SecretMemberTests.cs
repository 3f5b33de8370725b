using System.Net;
using System.Text.Json;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.Generator.Tests;

/// <summary>What the schema marks as secret stays out of messages when the service repeats it, wherever it was sent; what it does not mark is told.</summary>
public sealed class SecretMemberTests
{
    private const string Folder = "/project/schema/ingest/";

    private static readonly SchemaText[] Ingest =
    [
        new(Folder + "service.json", """
            {
              "service": "Ingest", "namespace": "Acme.Ingest", "endpoint": "https://ingest.example.com/v1", "auth": [ { "scheme": "bearer" } ], "wire": { "names": "camelCase", "envelope": "{entity}" },
              "errors": { "message": { "body": "message" } },
              "types": { "Source": { "properties": {
                "Url": { "type": "string" }, "Key": { "type": "string", "secret": true, "wire": "auth.streamKey" }, "Backup": { "type": "Source" }, "Others": { "type": "Source[]" }
              } } }
            }
            """),
        new(Folder + "Input.json", """
            {
              "entity": "Input",
              "id": { "property": "Name", "assignedBy": "caller", "pattern": "^[a-z0-9-]{1,32}$" },
              "properties": {
                "Name": { "type": "string", "in": "path", "access": "createOnly", "required": true },
                "Title": { "type": "string" },
                "Source": { "type": "Source" },
                "Tokens": { "type": "string{}", "secret": true },
                "Pin": { "type": "int", "secret": true }
              },
              "lifecycle": {
                "create": { "http": "PUT /inputs/{Name}", "parameters": { "Owner": { "type": "string", "secret": true, "in": "header", "wire": "x-owner" } } },
                "read": { "http": "GET /inputs/{Name}" },
                "update": { "http": "PATCH /inputs/{Name}" },
                "delete": { "http": "DELETE /inputs/{Name}" }
              },
              "actions": {
                "Rotate": { "http": "POST /inputs/{Name}/keys/{Old}",
                  "parameters": { "Old": { "type": "string", "secret": true, "in": "path" }, "Next": { "type": "guid", "secret": true, "in": "query" }, "Reason": { "type": "string" } } },
                "Load": { "http": "POST /inputs/{Name}/load", "parameters": { "Token": { "type": "string", "secret": true, "in": "wholeBody", "required": true } } }
              }
            }
            """),
    ];

    [Theory]
    [InlineData(
        """
        await ingest.Inputs.CreateAsync(new InputCreationOptions
        {
            Name = "derby", Title = "Final", Owner = "hidden-1", Pin = 123456, Tokens = new Dictionary<string, string> { ["told"] = "hidden-2" },
            Source = new Source { Url = "rtmp://told", Key = "hidden-3", Backup = new Source { Key = "hidden-4", Others = new List<Source> { new Source { Key = "hidden-5", Url = "told" } } } },
        });
        """,
        """PUT /v1/inputs/derby {"input":{"title":"Final","source":{"url":"rtmp://told","auth":{"streamKey":"***"},"backup":{"auth":{"streamKey":"***"},"others":[{"url":"told","auth":{"streamKey":"***"}}]}},"tokens":{"told":"***"},"pin":***}} ***""")]
    [InlineData(
        """derby.Source = new Source { Url = "told", Key = "hidden-1" }; derby.Title = "told"; await derby.UpdateAsync();""",
        """PATCH /v1/inputs/derby {"input":{"title":"told","source":{"url":"told","auth":{"streamKey":"***"},"backup":null,"others":null}}}""")]
    [InlineData(
        """await derby.RotateAsync("hidden 1", reason: "told", next: new Guid("5a6f0b1e-7c0d-4b7b-9f53-0c9f6a1b2c3d"));""",
        """POST /v1/inputs/derby/keys/***?next=*** {"reason":"told"}""")]
    [InlineData("""await derby.LoadAsync("hidden \"1\"");""", "POST /v1/inputs/derby/load \"***\"")]
    public async Task A_secret_that_the_service_repeats_is_hidden_wherever_it_was_sent(string call, string told)
    {
        Client client = Client.Of(Ingest, $$"""
            using System;
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Threading.Tasks;
            using Acme.Ingest;
            using MediaOps;

            internal static class Consumer
            {
                public static async Task<string> Run(HttpMessageHandler handler)
                {
                    var ingest = new IngestClient(new Uri("https://ingest.example.com/v1"), new StaticTokenCredential("bearer-0"), new MediaOpsOptions { Handler = handler, GuardMode = GuardMode.Off });
                    Input derby = await ingest.Inputs.GetAsync("derby");
                    try
                    {
                        {{call}}
                        return "done";
                    }
                    catch (ServiceException refusal)
                    {
                        return refusal.Message;
                    }
                }
            }
            """);

        string message = await client.RunAsync(new Echo());

        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", message, StringComparison.Ordinal);
        Assert.DoesNotContain("0c9f6a1b2c3d", message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_generated_class_shows_its_values()
    {
        Client client = Client.Of(Ingest);
        Assert.All(client.Assembly.GetTypes().Where(static type => type.Namespace == "Acme.Ingest" && !type.IsEnum), static type =>
        {
            Assert.DoesNotContain(type.GetMethods(), method => method.Name == nameof(ToString) && method.DeclaringType == type);
            Assert.DoesNotContain(type.CustomAttributes, static attribute => attribute.AttributeType.Name.StartsWith("Debugger", StringComparison.Ordinal));
        });
    }

    /// <summary>A service that has one input, and refuses everything with what was sent.</summary>
    private sealed class Echo : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
            {
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{ "input": { "name": "derby", "title": "Old" } }""") };
            }

            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            string owner = request.Headers.TryGetValues("x-owner", out IEnumerable<string>? values) ? string.Join(',', values) : "";
            string message = $"{request.Method} {request.RequestUri!.PathAndQuery} {body} {owner}";
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(JsonSerializer.Serialize(new { message })) };
        }
    }
}
