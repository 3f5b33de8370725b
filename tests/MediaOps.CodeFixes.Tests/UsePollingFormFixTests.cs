using Microsoft.CodeAnalysis.CodeFixes;

namespace MediaOps.CodeFixes.Tests;

public sealed class UsePollingFormFixTests : FixTest
{
    private protected override CodeFixProvider Fix { get; } = new UsePollingFormFix();

    [Theory]
    [InlineData("await channel.SendStartOperationAsync();", "await channel.StartAsync();")]
    [InlineData("await channel.SendStartOperationAsync().ConfigureAwait(false);", "await channel.StartAsync().ConfigureAwait(false);")]
    [InlineData("await channel.SendStartOperationAsync(token);", "await channel.StartAsync(cancellationToken: token);")]
    [InlineData("await channel.SendStartOperationAsync(cancellationToken: token);", "await channel.StartAsync(cancellationToken: token);")]
    [InlineData("await channel.SendShowSlateOperationAsync(TimeSpan.Zero, null, token);", "await channel.ShowSlateAsync(duration: TimeSpan.Zero, assetId: null, cancellationToken: token);")]
    [InlineData("channel.SendStartOperation(); // go", "await channel.StartAsync(); // go")]
    public Task In_an_async_method_it_is_awaited(string before, string after) => BecomesAsync("MOPS1007", Method("async Task", before), Method("async Task", after));

    [Theory]
    [InlineData("channel.SendStartOperation();", "channel.Start();")]
    [InlineData("channel.SendStartOperation(token);", "channel.Start(cancellationToken: token);")]
    [InlineData("if (token.CanBeCanceled) channel.SendStartOperation();", "if (token.CanBeCanceled) channel.Start();")]
    [InlineData("new StudioClient().Channels.SendCreateOperation(new ChannelCreationOptions(), token);", "new StudioClient().Channels.Create(options: new ChannelCreationOptions(), cancellationToken: token);")]
    [InlineData("new StudioClient().Channels.SendCreateOperation(new ChannelCreationOptions());", "new StudioClient().Channels.Create(new ChannelCreationOptions());")]
    [InlineData("Action start = () => channel.SendStartOperation();", "Action start = () => channel.Start();")]
    public Task In_a_sync_method_it_is_called(string before, string after) => BecomesAsync("MOPS1007", Method("void", before), Method("void", after));

    [Fact]
    public Task By_the_interface() => BecomesAsync("MOPS1007", """
        class C
        {
            async Task M(IChannel channel) => await channel.SendStartOperationAsync();
        }
        """, """
        class C
        {
            async Task M(IChannel channel) => await channel.StartAsync();
        }
        """);

    [Fact]
    public Task A_variable_that_nobody_reads() => BecomesAsync("MOPS1002", """
        class C
        {
            async Task M(Channel channel)
            {
                // On the air.
                var operation = await channel.SendStartOperationAsync();
                await channel.StopAsync();
            }
        }
        """, """
        class C
        {
            async Task M(Channel channel)
            {
                // On the air.
                await channel.StartAsync();
                await channel.StopAsync();
            }
        }
        """);

    [Fact]
    public Task It_is_not_offered_for_a_variable_that_is_read() => IsNotOfferedAsync("MOPS1002", """
        class C
        {
            async Task M(Channel channel)
            {
                var operation = await channel.SendStartOperationAsync();
                await channel.StopAsync();
                Console.WriteLine(operation.Id);
            }
        }
        """);

    [Fact]
    public Task All_at_once() => AllBecomeAsync("MOPS1007", """
        class C
        {
            async Task M(Channel channel)
            {
                await channel.SendStartOperationAsync();
                await channel.StopAsync();
                channel.SendDeleteOperation();
            }

            void N(Channel channel) => channel.SendStopOperation();
        }
        """, """
        class C
        {
            async Task M(Channel channel)
            {
                await channel.StartAsync();
                await channel.StopAsync();
                await channel.DeleteAsync();
            }

            void N(Channel channel) => channel.Stop();
        }
        """);

    private static string Method(string returns, string statement) => $$"""
        class C
        {
            {{returns}} M(Channel channel, CancellationToken token)
            {
                {{statement}}
            }
        }
        """;
}
