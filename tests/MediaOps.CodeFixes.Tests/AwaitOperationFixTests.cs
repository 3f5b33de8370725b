using Microsoft.CodeAnalysis.CodeFixes;

namespace MediaOps.CodeFixes.Tests;

public sealed class AwaitOperationFixTests : FixTest
{
    private protected override CodeFixProvider Fix { get; } = new AwaitOperationFix();

    [Fact]
    public Task In_an_async_method_it_is_awaited() => BecomesAsync("MOPS1002", """
        class C
        {
            async Task M(Channel channel)
            {
                var operation = await channel.SendStartOperationAsync();
                await channel.StopAsync();
            }
        }
        """, """
        class C
        {
            async Task M(Channel channel)
            {
                var operation = await channel.SendStartOperationAsync();
                await operation.WaitForCompletionAsync();
                await channel.StopAsync();
            }
        }
        """);

    [Fact]
    public Task In_a_sync_method_it_is_waited_for() => BecomesAsync("MOPS1002", """
        class C
        {
            void M(Channel channel)
            {
                Operation<Channel> operation = channel.SendStartOperation();
                channel.Stop();
            }
        }
        """, """
        class C
        {
            void M(Channel channel)
            {
                Operation<Channel> operation = channel.SendStartOperation();
                operation.WaitForCompletion();
                channel.Stop();
            }
        }
        """);

    [Fact]
    public Task All_at_once_waits_once() => AllBecomeAsync("MOPS1002", """
        class C
        {
            async Task M(Channel channel, bool reset)
            {
                var operation = await channel.SendStartOperationAsync();
                if (reset)
                {
                    await channel.ResetAsync();
                }

                await channel.StopAsync();
            }

            void N(Channel channel)
            {
                Operation<Channel> starting = channel.SendStartOperation();
                channel.Reset();
                channel.Stop();
            }
        }
        """, """
        class C
        {
            async Task M(Channel channel, bool reset)
            {
                var operation = await channel.SendStartOperationAsync();
                if (reset)
                {
                    await operation.WaitForCompletionAsync();
                    await channel.ResetAsync();
                }

                await operation.WaitForCompletionAsync();
                await channel.StopAsync();
            }

            void N(Channel channel)
            {
                Operation<Channel> starting = channel.SendStartOperation();
                starting.WaitForCompletion();
                channel.Reset();
                channel.Stop();
            }
        }
        """);

    [Fact]
    public Task It_is_not_offered_for_what_cannot_be_waited_for() => IsNotOfferedAsync("MOPS1002", """
        class C
        {
            async Task M(IChannel channel)
            {
                IOperation operation = await channel.SendStartOperationAsync();
                await channel.StopAsync();
            }
        }
        """);
}
