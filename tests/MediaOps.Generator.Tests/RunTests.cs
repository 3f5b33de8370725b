using System.Net;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.Generator.Tests;

/// <summary>Programs against the generated client, compiled and run over a service that answers from a list.</summary>
public sealed class RunTests
{
    private const string Id = "nb:chid:UUID:2c30f424-ab90-40c6-ba41-52a993e9d393";

    private const string Stopped = """
        {
          "odata.metadata": "https://x/$metadata#Channels/@Element", "Id": "nb:chid:UUID:2c30f424-ab90-40c6-ba41-52a993e9d393", "Name": "live", "Description": null,
          "Created": "2017-03-01T10:00:00Z", "LastModified": "0001-01-01T00:00:00", "State": "Stopped", "Surprise": { "deep": [ 1, { "x": null } ] },
          "Input": {
            "KeyFrameInterval": "PT2S", "StreamingProtocol": "SRT", "Extra": [ ],
            "AccessControl": { "IP": { "More": 1, "Allow": [ { "Name": "all", "Address": "0.0.0.0", "SubnetPrefixLength": 0 } ] } },
            "Endpoints": [ { "Protocol": "RTMP", "Url": "rtmp://in.example.com/live" } ]
          },
          "Preview": null, "EncodingType": "Quantum", "VanityUrl": true
        }
        """;

    [Fact]
    public async Task A_create_checks_its_options_writes_them_nested_and_gives_the_entity()
    {
        Client client = Client.Of(Schemas.AmsV2, Program("""
            var options = new ChannelCreationOptions
            {
                Name = "live",
                State = ChannelState.Running,
                Input = new ChannelInput
                {
                    StreamingProtocol = StreamingProtocol.RTMP,
                    KeyFrameInterval = TimeSpan.FromSeconds(2),
                    AccessControl = new ChannelAccessControl { IPAllowList = new List<IPRange> { new IPRange { Name = "all", Address = IPAddress.Any, SubnetPrefixLength = 0 } } },
                    Endpoints = new List<ChannelEndpoint>(),
                },
                Preview = new ChannelPreview { AccessControl = new ChannelAccessControl { IPAllowList = new List<IPRange>() } },
            };
            IOperation operation = await media.Channels.SendCreateOperationAsync(options);
            return operation.Id;
            """));
        Script script = new Script().Answer(HttpStatusCode.OK).Answer(HttpStatusCode.Accepted, Stopped, "nb:opid:UUID:1");

        Assert.Equal("nb:opid:UUID:1", await client.RunAsync(script));
        Assert.Equal(
            """POST /api/Channels {"Name":"live","State":"Running","Input":{"KeyFrameInterval":"PT2S","StreamingProtocol":"RTMP","AccessControl":{"IP":{"Allow":[{"Name":"all","Address":"0.0.0.0","SubnetPrefixLength":0}]}}},"Preview":{"AccessControl":{"IP":{"Allow":[]}}},"EncodingType":"None","VanityUrl":true}""",
            script.Requests[^1]);
    }

    [Fact]
    public async Task One_exception_names_every_violated_limit_and_nothing_is_sent()
    {
        Client client = Client.Of(Schemas.AmsV2, Program("""
            try
            {
                media.Channels.Create(new ChannelCreationOptions
                {
                    Name = "-bad-",
                    Description = new string('x', 257),
                    State = ChannelState.Deleting,
                    Input = new ChannelInput { KeyFrameInterval = TimeSpan.FromSeconds(9), AccessControl = new ChannelAccessControl { IPAllowList = new List<IPRange> { new IPRange { SubnetPrefixLength = 33 } } } },
                });
                return "sent";
            }
            catch (ArgumentException violated)
            {
                return violated.Message;
            }
            """));
        var script = new Script();

        string message = await client.RunAsync(script);
        Assert.All(
            ["Name", "Description", "State", "Input.KeyFrameInterval", "Input.StreamingProtocol", "Input.AccessControl.IPAllowList[0].Address", "Input.AccessControl.IPAllowList[0].SubnetPrefixLength"],
            member => Assert.Contains(member + " ", message, StringComparison.Ordinal));
        Assert.Empty(script.Requests);
    }

    [Fact]
    public async Task A_read_takes_what_it_knows_and_keeps_the_text_of_what_it_does_not()
    {
        Client client = Client.Of(Schemas.AmsV2, Program($$"""
            Channel channel = await media.Channels.GetAsync("{{Id}}");
            return string.Join("|", channel.Id, channel.Name, channel.Description ?? "null", channel.Created!.Value.ToString("O", CultureInfo.InvariantCulture), channel.LastModified is null, channel.State,
                channel.Input.StreamingProtocol, channel.Input.StreamingProtocolText, channel.Input.AccessControl!.IPAllowList!.Count, channel.Input.Endpoints![0].Url, channel.Preview is null,
                channel.EncodingType, channel.EncodingTypeText, channel.VanityUrl, channel.Slate is null);
            """));
        Script script = new Script().Answer(HttpStatusCode.OK).Answer(HttpStatusCode.OK, Stopped);

        Assert.Equal(Id + "|live|null|2017-03-01T10:00:00.0000000Z|True|Stopped|Unknown|SRT|1|rtmp://in.example.com/live|True|Unknown|Quantum|True|True", await client.RunAsync(script));
    }

    [Fact]
    public async Task An_update_sends_the_members_that_changed_with_values_inside_that_the_schema_does_not_know()
    {
        Client client = Client.Of(Schemas.AmsV2, Program($$"""
            Channel channel = await media.Channels.GetAsync("{{Id}}");
            channel.Description = "day 2";
            channel.Input.AccessControl!.IPAllowList = null;
            channel.Slate = null;
            await channel.UpdateAsync();
            return channel.Description;
            """));
        Script script = new Script().Answer(HttpStatusCode.OK).Answer(HttpStatusCode.OK, Stopped).Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, Stopped.Replace("\"Description\": null", "\"Description\": \"day 2\"", StringComparison.Ordinal));

        Assert.Equal("day 2", await client.RunAsync(script));
        Assert.Equal(
            """PATCH /api/Channels('nb%3Achid%3AUUID%3A2c30f424-ab90-40c6-ba41-52a993e9d393') {"Description":"day 2","Input":{"KeyFrameInterval":"PT2S","StreamingProtocol":"SRT","AccessControl":{"IP":{"Allow":null}}}}""",
            script.Requests.Single(request => request.StartsWith("PATCH", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_update_that_breaks_a_limit_is_refused_before_it_is_sent()
    {
        Client client = Client.Of(Schemas.AmsV2, Program($$"""
            Channel channel = await media.Channels.GetAsync("{{Id}}");
            channel.Output = new ChannelOutput { Hls = new ChannelOutputHls { FragmentsPerSegment = 6 } };
            try
            {
                await channel.UpdateAsync();
                return "sent";
            }
            catch (ArgumentException violated)
            {
                return violated.Message;
            }
            """));

        Assert.Contains("Output.Hls.FragmentsPerSegment", await client.RunAsync(new Script().Answer(HttpStatusCode.OK).Answer(HttpStatusCode.OK, Stopped)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_of_an_action_are_its_body()
    {
        Client client = Client.Of(Schemas.AmsV2, Program($$"""
            IChannel channel = await media.Channels.GetAsync("{{Id}}");
            IOperation operation = channel.SendStartAdvertisementOperation(TimeSpan.FromSeconds(90), 7);
            return operation.Id;
            """));
        Script script = new Script().Answer(HttpStatusCode.OK).Answer(HttpStatusCode.OK, Stopped.Replace("\"Stopped\"", "\"Running\"", StringComparison.Ordinal)).Answer(HttpStatusCode.Accepted, "", "nb:opid:UUID:2");

        Assert.Equal("nb:opid:UUID:2", await client.RunAsync(script));
        Assert.EndsWith("""/StartAdvertisement {"duration":"PT1M30S","cueId":7,"showSlate":true}""", script.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_by_the_guard_names_action_and_states()
    {
        Client client = Client.Of(Schemas.AmsV2, Program($$"""
            Channel channel = await media.Channels.GetAsync("{{Id}}");
            try
            {
                await channel.StopAsync();
                return "sent";
            }
            catch (InvalidEntityStateException refused)
            {
                return refused.Action + " in " + refused.State + " not " + string.Join(",", refused.AllowedStates);
            }
            """));
        Script script = new Script().Answer(HttpStatusCode.OK).Answer(HttpStatusCode.OK, Stopped).Answer(HttpStatusCode.OK, Stopped);

        Assert.Equal("Stop in Stopped not Running", await client.RunAsync(script));
    }

    [Fact]
    public async Task Error_codes_are_read_as_the_services_enum()
    {
        Client client = Client.Of(Schemas.AmsV2, Program("""
            try
            {
                await media.Channels.GetAsync("nb:chid:UUID:2c30f424-ab90-40c6-ba41-52a993e9d394");
                return "found";
            }
            catch (ServiceException refused)
            {
                return refused.GetErrorCode() + " " + refused.Status;
            }
            """));
        Script script = new Script().Answer(HttpStatusCode.OK).Answer(HttpStatusCode.NotFound, """{"odata.error":{"code":"ResourceNotFound","message":{"lang":"en-US","value":"gone"}}}""");

        Assert.Equal("ResourceNotFound 404", await client.RunAsync(script));
    }

    [Fact]
    public async Task Overloads_lists_and_mocks_are_there()
    {
        Client client = Client.Of(Schemas.AmsV2, Program("""
            var options = new ChannelCreationOptions("live", StreamingProtocol.RTMP, new[] { new IPRange { Address = IPAddress.Loopback } });
            var names = new List<string>();
            await foreach (Channel channel in media.Channels.ListAsync())
            {
                names.Add(channel.Name);
            }

            CloudMediaContext made = CloudMediaContext.Create("account", "westus", new StaticTokenCredential("t"));
            return options.Name + options.Input.AccessControl!.IPAllowList!.Count + string.Join(",", names) + new FakeChannel().State + (made.Channels is not null);
            """, "internal sealed class FakeChannel : Channel { public override ChannelState State => ChannelState.Running; }"));
        Script script = new Script().Answer(HttpStatusCode.OK).Answer(HttpStatusCode.OK, "{\"value\":[" + Stopped + "]}");

        Assert.Equal("live1liveRunningTrue", await client.RunAsync(script));
    }

    private static string Program(string body, string more = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Media.AzureV2;
        using MediaOps;

        internal static class Consumer
        {
            public static async Task<string> Run(HttpMessageHandler handler)
            {
                var media = new CloudMediaContext(new Uri("https://account.restv2.westus.media.azure.net/api/"), new StaticTokenCredential("token"), new MediaOpsOptions { Handler = handler });
                await Task.Yield();
                {{body}}
            }
        }

        {{more}}
        """;
}
