namespace AirsPolicy.Language.Tests.Semantics;

public class EmptyListTests
{
    private const string Facts = "fact lines: [{ sku: text }]  fact names: [text]  fact more: [{ sku: text }]?";

    [Theory]
    [InlineData("when lines == [] then block")]
    [InlineData("when [] == lines then block")]
    [InlineData("when lines != [] then block")]
    [InlineData("when approvals == [] then block")]
    [InlineData("when has more and more != [] then block")]
    [InlineData("when names == [] then block")]
    public void Whether_there_is_any_item_is_asked_of_every_list(string rule) =>
        Assert.Empty(Binding.Of(Binding.Policy($"control c {{ at output {rule} }}", Facts)).Diagnostics.Select(found => found.ToString()));

    [Theory]
    [InlineData("when lines == lines then block", "AIRS2015")]
    [InlineData("when lines < [] then block", "AIRS2015")]
    [InlineData("when more == [] then block", "AIRS2017")]
    public void Records_are_compared_with_nothing_else(string rule, string code) =>
        Assert.Equal([code], Binding.Codes(rule, declarations: Facts));
}
