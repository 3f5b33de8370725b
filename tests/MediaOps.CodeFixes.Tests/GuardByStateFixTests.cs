using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.CodeFixes.Tests;

public sealed class GuardByStateFixTests : FixTest
{
    private protected override CodeFixProvider Fix { get; } = new GuardByStateFix();

    [Fact]
    public Task A_call_that_may_fail_is_made_only_where_it_works() => BecomesAsync("MOPS1004", """
        class C
        {
            async Task M(StudioClient client, ChannelCreationOptions options)
            {
                var channel = await client.Channels.CreateAsync(options);

                // Off the air.
                await channel.StopAsync(); // now
            }
        }
        """, """
        class C
        {
            async Task M(StudioClient client, ChannelCreationOptions options)
            {
                var channel = await client.Channels.CreateAsync(options);

                // Off the air.
                if (channel.State == ChannelState.Running)
                {
                    await channel.StopAsync(); // now
                }
            }
        }
        """);

    [Fact]
    public Task Sync() => BecomesAsync("MOPS1004", """
        class C
        {
            void M(StudioClient client, ChannelCreationOptions options)
            {
                Channel channel = client.Channels.Create(options);
                channel.Stop();
            }
        }
        """, """
        class C
        {
            void M(StudioClient client, ChannelCreationOptions options)
            {
                Channel channel = client.Channels.Create(options);
                if (channel.State == ChannelState.Running)
                {
                    channel.Stop();
                }
            }
        }
        """);

    [Fact]
    public Task Several_states_are_a_pattern() => BecomesAsync("MOPS1004", """
        class C
        {
            async Task M([InState("Stopped", "Running", "Starting")] Origin origin)
            {
                await origin.ScaleAsync(2);
            }
        }
        """, """
        class C
        {
            async Task M([InState("Stopped", "Running", "Starting")] Origin origin)
            {
                if (origin.State is OriginState.Stopped or OriginState.Running)
                {
                    await origin.ScaleAsync(2);
                }
            }
        }
        """);

    [Fact]
    public Task Several_states_are_a_condition_before_CSharp_9() => BecomesAsync("MOPS1004", """
        using System.Threading.Tasks;
        using MediaOps;
        using Studio;

        class C
        {
            async Task M([InState("Stopped", "Running", "Starting")] Origin origin)
            {
                await origin.ScaleAsync(2);
            }
        }
        """, """
        using System.Threading.Tasks;
        using MediaOps;
        using Studio;

        class C
        {
            async Task M([InState("Stopped", "Running", "Starting")] Origin origin)
            {
                if (origin.State == OriginState.Stopped || origin.State == OriginState.Running)
                {
                    await origin.ScaleAsync(2);
                }
            }
        }
        """, LanguageVersion.CSharp8);

    [Fact]
    public Task Variables_that_are_declared_stay_in_scope() => BecomesAsync("MOPS1004", """
        class C
        {
            async Task M(StudioClient client, ChannelCreationOptions options)
            {
                var channel = await client.Channels.CreateAsync(options);
                var operation = await channel.SendStopOperationAsync();
                string id = operation.Id;
                await operation.WaitForCompletionAsync();
                Console.WriteLine(id);
                Console.WriteLine("done");
            }
        }
        """, """
        class C
        {
            async Task M(StudioClient client, ChannelCreationOptions options)
            {
                var channel = await client.Channels.CreateAsync(options);
                if (channel.State == ChannelState.Running)
                {
                    var operation = await channel.SendStopOperationAsync();
                    string id = operation.Id;
                    await operation.WaitForCompletionAsync();
                    Console.WriteLine(id);
                }
                Console.WriteLine("done");
            }
        }
        """);

    [Fact]
    public Task A_statement_without_braces() => BecomesAsync("MOPS1004", """
        class C
        {
            async Task M(StudioClient client, ChannelCreationOptions options, bool stop)
            {
                var channel = await client.Channels.CreateAsync(options);
                if (stop)
                    await channel.StopAsync();
            }
        }
        """, """
        class C
        {
            async Task M(StudioClient client, ChannelCreationOptions options, bool stop)
            {
                var channel = await client.Channels.CreateAsync(options);
                if (stop)
                    if (channel.State == ChannelState.Running)
                    {
                        await channel.StopAsync();
                    }
            }
        }
        """);

    [Fact]
    public Task An_expression_body_becomes_a_block() => BecomesAsync("MOPS1004", """
        class C
        {
            Task M([InState("Stopped", "Running")] Channel channel) => channel.StopAsync();
        }
        """, """
        class C
        {
            async Task M([InState("Stopped", "Running")] Channel channel)
            {
                if (channel.State == ChannelState.Running)
                {
                    await channel.StopAsync();
                }
            }
        }
        """);

    [Fact]
    public Task What_is_known_to_be_wrong_is_read_anew_first() => BecomesAsync("MOPS1001", """
        class C
        {
            async Task M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");
                await channel.StopAsync();
            }
        }
        """, """
        class C
        {
            async Task M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");
                await channel.RefreshAsync();
                if (channel.State == ChannelState.Running)
                {
                    await channel.StopAsync();
                }
            }
        }
        """);

    [Fact]
    public Task The_state_of_the_parent() => BecomesAsync("MOPS1003", """
        class C
        {
            void M(StudioClient client)
            {
                Channel channel = client.Channels.Create("live");
                Program program = channel.Programs.Create("news");
                program.Start();
            }
        }
        """, """
        class C
        {
            void M(StudioClient client)
            {
                Channel channel = client.Channels.Create("live");
                Program program = channel.Programs.Create("news");
                channel.Refresh();
                if (channel.State == ChannelState.Running)
                {
                    program.Start();
                }
            }
        }
        """);

    [Fact]
    public Task In_top_level_statements() => BecomesAsync("MOPS1004", """
        var client = new StudioClient();
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions { State = args.Length == 0 ? ChannelState.Running : ChannelState.Stopped });
        await channel.StopAsync();
        """, """
        var client = new StudioClient();
        var channel = await client.Channels.CreateAsync(new ChannelCreationOptions { State = args.Length == 0 ? ChannelState.Running : ChannelState.Stopped });
        if (channel.State == ChannelState.Running)
        {
            await channel.StopAsync();
        }
        """, isProgram: true);

    [Fact]
    public Task All_at_once() => AllBecomeAsync("MOPS1004", """
        class C
        {
            async Task M([InState("Stopped", "Running")] Channel channel, [InState("Stopped", "Running")] Origin origin)
            {
                await channel.StopAsync();
                await origin.StartAsync();
            }

            Task N([InState("Stopped", "Running")] Channel channel) => channel.ResetAsync();
        }
        """, """
        class C
        {
            async Task M([InState("Stopped", "Running")] Channel channel, [InState("Stopped", "Running")] Origin origin)
            {
                if (channel.State == ChannelState.Running)
                {
                    await channel.StopAsync();
                }
                if (origin.State == OriginState.Stopped)
                {
                    await origin.StartAsync();
                }
            }

            async Task N([InState("Stopped", "Running")] Channel channel)
            {
                if (channel.State == ChannelState.Running)
                {
                    await channel.ResetAsync();
                }
            }
        }
        """);

    [Theory]
    [InlineData("return (await channel.SendStopOperationAsync()).Id;")]
    [InlineData("string id; id = (await channel.SendStopOperationAsync()).Id; return id;")]
    [InlineData("var operation = await channel.SendStopOperationAsync(); return operation.Id;")]
    [InlineData("return \"\" + (channel.SendStopOperation().Id is { } id ? id : null);")]
    public Task It_is_not_offered_where_a_value_would_be_missing(string statements) => IsNotOfferedAsync("MOPS1004", $$"""
        class C
        {
            async Task<string> M([InState("Stopped", "Running")] Channel channel)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """);

    [Fact]
    public Task It_is_not_offered_where_the_entity_may_be_gone() => IsNotOfferedAsync("MOPS1004", """
        class C
        {
            void M(StudioClient client, bool ends)
            {
                Channel channel = client.Channels.Create("live");
                if (ends)
                {
                    channel.Delete();
                }

                channel.Start();
            }
        }
        """);
}
