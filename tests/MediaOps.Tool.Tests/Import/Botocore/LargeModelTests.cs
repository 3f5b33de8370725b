namespace MediaOps.Tool.Tests.Import.Botocore;

public sealed class LargeModelTests
{
    [Fact]
    public void A_model_of_1300_shapes_that_use_each_other_is_imported_and_compiles_without_a_hand_edit()
    {
        Imported large = Imported.Of(GeneratedModel.Service(1300), GeneratedModel.Waiters(), assume: true);

        Assert.Equal(20, large.Service.Entities.Count);
        Assert.True(large.Service.Types.Count > 500, "Only " + large.Service.Types.Count + " types are used.");
        Assert.All(large.Service.Entities, entity => Assert.Equal(["Start", "Stop"], entity.Actions.Select(action => action.Name)));
        Assert.Equal(string.Empty, string.Join("\n", large.Findings()));
        Assert.Equal(string.Empty, string.Join("\n", large.Problems()));
    }
}
