using Microsoft.CodeAnalysis.CodeFixes;

namespace MediaOps.CodeFixes.Tests;

public sealed class RefreshFixTests : FixTest
{
    private protected override CodeFixProvider Fix { get; } = new RefreshFix();

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
                await channel.RefreshAsync();
                await channel.StopAsync();
            }
        }
        """);

    [Fact]
    public Task In_a_sync_method_it_is_called() => BecomesAsync("MOPS1002", """
        class C
        {
            void M(IChannel channel)
            {
                IOperation operation = channel.SendStartOperation();
                channel.Stop();
            }
        }
        """, """
        class C
        {
            void M(IChannel channel)
            {
                IOperation operation = channel.SendStartOperation();
                channel.Refresh();
                channel.Stop();
            }
        }
        """);

    [Fact]
    public Task The_parent_is_read_anew() => BecomesAsync("MOPS1003", """
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
                await channel.RefreshAsync();
                await program.StartAsync();
            }
        }
        """);

    [Fact]
    public Task A_field_and_an_expression_body() => BecomesAsync("MOPS1001", """
        class C
        {
            private Channel _channel = null!;

            void M(StudioClient client)
            {
                _channel = client.Channels.Create("live");
                this._channel.Stop();
            }
        }
        """, """
        class C
        {
            private Channel _channel = null!;

            void M(StudioClient client)
            {
                _channel = client.Channels.Create("live");
                this._channel.Refresh();
                this._channel.Stop();
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
                await channel.StopAsync();
            }

            Task N([InState(nameof(ChannelState.Stopped))] Channel channel) => channel.StopAsync();
        }
        """, """
        class C
        {
            async Task M(StudioClient client)
            {
                var channel = await client.Channels.CreateAsync("live");
                await channel.RefreshAsync();
                await channel.StopAsync();
                await channel.RefreshAsync();
                await channel.StopAsync();
            }

            async Task N([InState(nameof(ChannelState.Stopped))] Channel channel)
            {
                await channel.RefreshAsync();
                await channel.StopAsync();
            }
        }
        """);
}
