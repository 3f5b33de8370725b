namespace MediaOps.Tool.Tests.Import;

public sealed class CompilationTests
{
    [Theory]
    [InlineData("resource-manager.json")]
    [InlineData("transcoder.json")]
    public void A_miniature_compiles_at_once_with_warnings_as_errors(string name) => Assert.Empty(Imported.Miniature(name).Problems());
}
