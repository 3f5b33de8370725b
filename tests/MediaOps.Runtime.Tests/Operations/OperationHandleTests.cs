namespace MediaOps.Runtime.Tests.Operations;

public class OperationHandleTests
{
    [Fact]
    public void The_services_own_id_is_the_handle_unchanged()
    {
        OperationHandle handle = OperationHandle.Parse("nb:opid:UUID:1b2c'3 é", "Test");
        Assert.False(handle.Kind == HandleKind.Done);
        Assert.Equal("nb:opid:UUID:1b2c'3 é", handle.Text);
    }

    [Theory]
    [InlineData("nb:chid:UUID:1")]
    [InlineData("a/b?c#d%2F e:f")]
    [InlineData("ü")]
    public void A_done_handle_survives_the_way_through_text(string id)
    {
        OperationHandle made = OperationHandle.ForDone("Test", "Channel", "Start", id);
        Assert.Equal(made, OperationHandle.Parse(made.Text, "Test"));
        Assert.Equal(id, made.EntityId);
        Assert.DoesNotContain(' ', made.Text);
    }

    [Fact]
    public void A_done_handle_without_an_entity_has_none_when_it_comes_back()
        => Assert.Null(OperationHandle.Parse(OperationHandle.ForDone("Test", "Channel", "Create", [null]).Text, "Test").EntityId);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData("op\n1", "control character")]
    [InlineData("op\u00851", "control character")]
    [InlineData("mediaops:", "version")]
    [InlineData("mediaops:2:done:Test:Channel:Start:x", "version")]
    [InlineData("mediaops:1", "kind")]
    [InlineData("mediaops:1:odd:Test:Channel:0:x", "kind")]
    [InlineData("mediaops:1:url:Test:Channel:Start:x", "damaged")]
    [InlineData("mediaops:1:done:Other:Channel:Start:x", "another service")]
    [InlineData("mediaops:1:done:Test:Channel:Start", "damaged")]
    [InlineData("mediaops:1:done:Test:Channel:Start:x:y", "damaged")]
    [InlineData("mediaops:1:done:Test:../x:Start:x", "damaged")]
    [InlineData("mediaops:1:done:Test:Channel:Start:a%0Ab", "control character")]
    public void A_hostile_handle_is_refused_with_the_reason(string text, string reason)
        => Assert.Contains(reason, Assert.Throws<ArgumentException>(() => OperationHandle.Parse(text, "Test")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_id_of_the_service_is_at_most_16_KB_long()
    {
        Assert.Equal(16_384, OperationHandle.Parse(new string('a', 16_384), "Test").Text.Length);
        Assert.Throws<ArgumentException>(() => OperationHandle.Parse(new string('a', 16_385), "Test"));
        Assert.Throws<ArgumentException>(() => OperationHandle.Parse("mediaops:1:done:Test:Channel:Start:" + new string('a', 131_072), "Test"));
        Assert.Throws<ArgumentNullException>(() => OperationHandle.Parse(null!, "Test"));
    }
}
