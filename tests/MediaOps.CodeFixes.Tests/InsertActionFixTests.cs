using Microsoft.CodeAnalysis.CodeFixes;

namespace MediaOps.CodeFixes.Tests;

public sealed class InsertActionFixTests : FixTest
{
    private protected override CodeFixProvider Fix { get; } = new InsertActionFix();

    [Fact]
    public Task In_an_async_method_it_is_awaited() => BecomesAsync("MOPS1001", """
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
                await channel.StartAsync();
                await channel.StopAsync();
            }
        }
        """);

    [Fact]
    public Task In_a_sync_method_it_is_called() => BecomesAsync("MOPS1001", """
        class C
        {
            void M(StudioClient client)
            {
                var channel = client.Channels.Create("live");
                channel.Stop();
            }
        }
        """, """
        class C
        {
            void M(StudioClient client)
            {
                var channel = client.Channels.Create("live");
                channel.Start();
                channel.Stop();
            }
        }
        """);

    [Fact]
    public Task Comments_and_blank_lines_stay_where_they_are_read() => BecomesAsync("MOPS1001", """
        class C
        {
            async Task M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");

                // It was on the air long enough.
                await channel.StopAsync(); // now
            }
        }
        """, """
        class C
        {
            async Task M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");

                await channel.StartAsync();
                // It was on the air long enough.
                await channel.StopAsync(); // now
            }
        }
        """);

    [Fact]
    public Task A_statement_without_braces_gets_them() => BecomesAsync("MOPS1001", """
        class C
        {
            async Task M(StudioClient client, bool reset)
            {
                var channel = await client.Channels.CreateAsync("live");
                if (reset)
                    await channel.ResetAsync();
            }
        }
        """, """
        class C
        {
            async Task M(StudioClient client, bool reset)
            {
                var channel = await client.Channels.CreateAsync("live");
                if (reset)
                {
                    await channel.StartAsync();
                    await channel.ResetAsync();
                }
            }
        }
        """);

    [Fact]
    public Task In_a_section_of_a_switch() => BecomesAsync("MOPS1001", """
        class C
        {
            async Task M(Channel channel)
            {
                switch (channel.State)
                {
                    case ChannelState.Stopped:
                        await channel.ResetAsync();
                        break;
                }
            }
        }
        """, """
        class C
        {
            async Task M(Channel channel)
            {
                switch (channel.State)
                {
                    case ChannelState.Stopped:
                        await channel.StartAsync();
                        await channel.ResetAsync();
                        break;
                }
            }
        }
        """);

    [Fact]
    public Task The_call_may_stand_in_a_declaration() => BecomesAsync("MOPS1001", """
        class C
        {
            async Task<string> M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");
                var operation = await channel.SendStopOperationAsync();
                return operation.Id;
            }
        }
        """, """
        class C
        {
            async Task<string> M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");
                await channel.StartAsync();
                var operation = await channel.SendStopOperationAsync();
                return operation.Id;
            }
        }
        """);

    [Fact]
    public Task An_expression_body_becomes_a_block() => BecomesAsync("MOPS1001", """
        class C
        {
            async Task M([InState(nameof(ChannelState.Stopped))] Channel channel) => await channel.StopAsync();
        }
        """, """
        class C
        {
            async Task M([InState(nameof(ChannelState.Stopped))] Channel channel)
            {
                await channel.StartAsync();
                await channel.StopAsync();
            }
        }
        """);

    [Fact]
    public Task A_sync_expression_body_becomes_a_block() => BecomesAsync("MOPS1001", """
        class C
        {
            void M([InState(nameof(ChannelState.Stopped))] Channel channel) => channel.Stop();
        }
        """, """
        class C
        {
            void M([InState(nameof(ChannelState.Stopped))] Channel channel)
            {
                channel.Start();
                channel.Stop();
            }
        }
        """);

    [Fact]
    public Task A_method_that_hands_the_task_on_becomes_async() => BecomesAsync("MOPS1001", """
        class C
        {
            public Task M([InState(nameof(ChannelState.Stopped))] Channel channel) => channel.StopAsync();
        }
        """, """
        class C
        {
            public async Task M([InState(nameof(ChannelState.Stopped))] Channel channel)
            {
                await channel.StartAsync();
                await channel.StopAsync();
            }
        }
        """);

    [Fact]
    public Task A_method_that_hands_a_value_on_becomes_async() => BecomesAsync("MOPS1001", """
        class C
        {
            Task<Operation<Channel>> M([InState(nameof(ChannelState.Stopped))] Channel channel) => channel.SendStopOperationAsync();
        }
        """, """
        class C
        {
            async Task<Operation<Channel>> M([InState(nameof(ChannelState.Stopped))] Channel channel)
            {
                await channel.StartAsync();
                return await channel.SendStopOperationAsync();
            }
        }
        """);

    [Fact]
    public Task A_block_that_hands_tasks_on_becomes_async() => BecomesAsync("MOPS1001", """
        class C
        {
            private Task M([InState(nameof(ChannelState.Stopped))] Channel channel, bool never, bool later)
            {
                if (never)
                {
                    return Task.CompletedTask;
                }

                if (later)
                    return Task.Delay(1000);

                switch (channel.Name)
                {
                    case "test":
                        return Task.Delay(2000);
                }

                return channel.StopAsync();
            }
        }
        """, """
        class C
        {
            private async Task M([InState(nameof(ChannelState.Stopped))] Channel channel, bool never, bool later)
            {
                if (never)
                {
                    return;
                }

                if (later)
                {
                    await Task.Delay(1000);
                    return;
                }

                switch (channel.Name)
                {
                    case "test":
                        await Task.Delay(2000);
                        return;
                }

                await channel.StartAsync();
                await channel.StopAsync();
            }
        }
        """);

    [Fact]
    public Task A_lambda_becomes_a_block() => BecomesAsync("MOPS1001", """
        class C
        {
            Func<Channel, Task> M() => ([InState(nameof(ChannelState.Stopped))] Channel channel) => channel.StopAsync();
        }
        """, """
        class C
        {
            Func<Channel, Task> M() => async ([InState(nameof(ChannelState.Stopped))] Channel channel) =>
            {
                await channel.StartAsync();
                await channel.StopAsync();
            };
        }
        """);

    [Fact]
    public Task A_local_function_becomes_a_block() => BecomesAsync("MOPS1001", """
        class C
        {
            async Task M(StudioClient client)
            {
                await Run(await client.Channels.GetAsync("a"));

                Task Run([InState(nameof(ChannelState.Stopped))] Channel channel) => channel.StopAsync();
            }
        }
        """, """
        class C
        {
            async Task M(StudioClient client)
            {
                await Run(await client.Channels.GetAsync("a"));

                async Task Run([InState(nameof(ChannelState.Stopped))] Channel channel)
                {
                    await channel.StartAsync();
                    await channel.StopAsync();
                }
            }
        }
        """);

    [Fact]
    public Task In_top_level_statements() => BecomesAsync("MOPS1001", """
        var client = new StudioClient();
        var channel = await client.Channels.CreateAsync("live");
        await channel.StopAsync();
        """, """
        var client = new StudioClient();
        var channel = await client.Channels.CreateAsync("live");
        await channel.StartAsync();
        await channel.StopAsync();
        """, isProgram: true);

    [Fact]
    public Task The_parent_is_brought_into_its_state() => BecomesAsync("MOPS1003", """
        class C
        {
            async Task M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");
                var program = await channel.Programs.CreateAsync("news");
                await program.StartAsync();
            }
        }
        """, """
        class C
        {
            async Task M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");
                var program = await channel.Programs.CreateAsync("news");
                await channel.StartAsync();
                await program.StartAsync();
            }
        }
        """);

    [Fact]
    public Task What_is_updated_is_stopped_before() => BecomesAsync("MOPS1006", """
        class C
        {
            async Task M(Origin origin)
            {
                await origin.StartAsync();
                origin.CacheSeconds = 30;
                await origin.UpdateAsync();
            }
        }
        """, """
        class C
        {
            async Task M(Origin origin)
            {
                await origin.StartAsync();
                origin.CacheSeconds = 30;
                await origin.StopAsync();
                await origin.UpdateAsync();
            }
        }
        """);

    [Fact]
    public Task Inside_a_lock_nothing_is_awaited() => BecomesAsync("MOPS1001", """
        class C
        {
            async Task M([InState(nameof(ChannelState.Stopped))] Channel channel, object gate)
            {
                lock (gate)
                {
                    channel.Stop();
                }

                await Task.Yield();
            }
        }
        """, """
        class C
        {
            async Task M([InState(nameof(ChannelState.Stopped))] Channel channel, object gate)
            {
                lock (gate)
                {
                    channel.Start();
                    channel.Stop();
                }

                await Task.Yield();
            }
        }
        """);

    [Fact]
    public Task All_at_once() => AllBecomeAsync("MOPS1001", """
        class C
        {
            async Task M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");
                await channel.StopAsync();
                await channel.ResetAsync();
            }

            void N([InState(nameof(ChannelState.Stopped))] Channel channel) => channel.Stop();

            Task O([InState(nameof(ChannelState.Stopped))] Channel channel) => channel.ShowSlateAsync(TimeSpan.FromSeconds(10));

            async Task P(StudioClient client)
            {
                var a = await client.Channels.CreateAsync("a");
                var b = await client.Channels.CreateAsync("b");
                await Task.WhenAll(a.StopAsync(), b.StopAsync());
            }
        }
        """, """
        class C
        {
            async Task M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");
                await channel.StartAsync();
                await channel.StopAsync();
                await channel.StartAsync();
                await channel.ResetAsync();
            }

            void N([InState(nameof(ChannelState.Stopped))] Channel channel)
            {
                channel.Start();
                channel.Stop();
            }

            async Task O([InState(nameof(ChannelState.Stopped))] Channel channel)
            {
                await channel.StartAsync();
                await channel.ShowSlateAsync(TimeSpan.FromSeconds(10));
            }

            async Task P(StudioClient client)
            {
                var a = await client.Channels.CreateAsync("a");
                var b = await client.Channels.CreateAsync("b");
                await a.StartAsync();
                await b.StartAsync();
                await Task.WhenAll(a.StopAsync(), b.StopAsync());
            }
        }
        """);

    [Theory]
    [InlineData("await (channel.State == ChannelState.Stopped ? channel.StopAsync() : Task.CompletedTask);")]
    [InlineData("await (channel.State switch { ChannelState.Stopped => channel.StopAsync(), _ => Task.CompletedTask });")]
    [InlineData("while (channel.State == ChannelState.Stopped && channel.SendStopOperation().State == OperationState.InProgress) { }")]
    [InlineData("await (await client.Channels.CreateAsync(channel.Name)).StopAsync();")]
    public Task It_is_not_offered_where_it_would_run_without_the_call(string statement) => IsNotOfferedAsync("MOPS1001", $$"""
        class C
        {
            async Task M(StudioClient client, Channel channel)
            {
                {{statement}}
            }
        }
        """);
}
