using System.Text.Json.Nodes;
using MediaOps.Emulation;
using MediaOps.EndToEnd.Tests;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Tests;

namespace MediaOps.Tool.Tests.Import;

/// <summary>What is imported runs: the generated client against the emulator of the same files.</summary>
public sealed class RunTests
{
    private const string Program = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using MediaOps;
        using Services.Studio;

        internal static class Consumer
        {
            public static async Task<string> Run(HttpMessageHandler handler, TimeProvider time)
            {
                var client = new StudioClient(
                    new Uri("https://management.example.com/"), "subscription", "group", new StaticTokenCredential("token"), new MediaOpsOptions { Handler = handler, TimeProvider = time });
                Studio studio = await client.Studios.CreateAsync(new StudioCreationOptions { Name = "one", Location = "north", Seats = 2 });
                string told = studio.Name + " " + studio.ResourceState;

                studio.Seats = 5;
                await studio.UpdateAsync();
                await studio.RefreshAsync();
                told += " " + studio.Seats;

                var operation = await studio.SendOpenOperationAsync();
                told += " " + operation.State;
                await operation.WaitForCompletionAsync();
                told += " " + operation.State;

                told += " " + (await studio.ListKeysAsync())!.PrimaryKey;
                await studio.Takes.CreateAsync(new TakeCreationOptions { Name = "first", Kind = TakeKind.Video });
                await foreach (Take take in client.TakesOf("one").ListAsync())
                {
                    told += " " + take.Name + ":" + take.Kind;
                }

                await client.IndexOperations.RebuildAsync();
                await studio.DeleteAsync();
                return told;
            }
        }
        """;

    [Fact]
    public async Task The_client_of_a_resource_manager_makes_changes_waits_and_removes()
    {
        Imported imported = Imported.Miniature("resource-manager.json");
        var clock = new ManualTimeProvider { AutoAdvance = true };
        using Emulator emulator = Emulator.FromFiles(
            imported.Result.Files.Select(file => ("studio/" + file.Name, file.Text)),
            new EmulatorOptions { TimeProvider = new ServiceClock(clock), Returns = (_, _, action) => action == "ListKeys" ? new JsonObject { ["primaryKey"] = "secret" } : null });
        using var handler = new EmulatorHandler(emulator);
        Type consumer = Client.Of(imported.Files, Program).Type("Consumer");

        string told = await (Task<string>)consumer.GetMethod("Run")!.Invoke(null, [handler, clock])!;

        Assert.Equal("one Closed 5 InProgress Succeeded secret first:Video", told);
        Assert.Contains(emulator.Requests, request => request.Method == "PATCH" && request.Path.Contains("/studios/one", StringComparison.Ordinal));
        Assert.DoesNotContain(emulator.Entities, entity => entity.Entity == "Studio");
    }

    [Fact]
    public void An_action_has_four_forms_where_it_runs_long_and_two_where_it_does_not()
    {
        var client = Client.Of(Imported.Miniature("resource-manager.json").Files);

        Assert.Equal(["Rebuild", "RebuildAsync", "SendRebuildOperation", "SendRebuildOperationAsync"], Methods("IndexOperations", "Rebuild"));
        Assert.Equal(["Check", "CheckAsync"], Methods("Names", "Check"));

        string[] Methods(string type, string action) => [.. client.Type(type).GetMethods().Select(method => method.Name).Where(name => name.Contains(action, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
