using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Tests.Semantics;

public class EnumTests
{
    private const string Facts = """
        type level = rising [low, middle, high]
        type colour = one of [red, green, "dark blue"]
        fact risk: level
        fact other_risk: level
        fact paint: colour
        fact levels: [level]
        """;

    [Theory]
    [InlineData("risk == high", 2)]
    [InlineData("high == risk", 2)]
    [InlineData("risk == \"middle\"", 1)]
    [InlineData("paint == \"dark blue\"", 2)]
    [InlineData("paint in [green]", 1)]
    [InlineData("paint in ([green])", 1)]
    [InlineData("levels contains high", 2)]
    [InlineData("high in levels", 2)]
    [InlineData("any l in levels: l > middle", 1)]
    [InlineData("input.source == web", 3)]
    public void A_bare_name_is_the_value_of_the_enum_that_its_place_expects(string condition, long index) =>
        Assert.Equal(
            index,
            Model
                .ExpressionTree.All(Binding.Rule($"when {condition} then block", "input", Facts))
                .OfType<ConstantExpression>()
                .Single()
                .Value);

    [Theory]
    [InlineData("fact high: text")]
    [InlineData("param high: int = 5")]
    [InlineData("let high = 5 > 6")]
    [InlineData("detector high { match \"x\" }")]
    [InlineData("queue high {}")]
    public void A_name_of_another_type_does_not_change_what_the_value_means(string declaration) =>
        Assert.Empty(Binding.Codes("when risk == high then block", declarations: $"{Facts}\n{declaration}"));

    [Theory]
    [InlineData("fact high: level")]
    [InlineData("param high: level = \"low\"")]
    [InlineData("let high = risk")]
    public void A_name_of_the_same_type_has_to_be_told_apart(string declaration)
    {
        var codes = Binding.Codes("when other_risk == high then block", declarations: $"{Facts}\n{declaration}");
        Assert.Equal(["AIRS2020"], codes);
        Assert.Empty(Binding.Codes("when other_risk == \"high\" then block", declarations: $"{Facts}\n{declaration}"));
    }

    [Fact]
    public void An_item_of_the_same_type_has_to_be_told_apart() =>
        Assert.Equal(["AIRS2020"], Binding.Codes("when any high in levels: risk == high then block", declarations: Facts));

    [Theory]
    [InlineData("risk > paint")]
    [InlineData("paint > red")]
    [InlineData("paint < other_risk")]
    [InlineData("risk == text")]
    public void Enums_of_different_names_and_texts_are_different_types(string condition) =>
        Assert.Equal(["AIRS2015"], Binding.Codes($"when {condition} then block", declarations: Facts));

    [Fact]
    public void The_misspelt_name_of_an_enum_is_one_mistake_on_either_side()
    {
        Assert.Equal(["AIRS2021"], Binding.Codes("when risk == hihg then block", declarations: Facts));
        Assert.Equal(["AIRS2002"], Binding.Codes("when emergency == pace.gaurdrail then block"));
    }
}
