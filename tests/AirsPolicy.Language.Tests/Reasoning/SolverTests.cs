using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Reasoning;

public class SolverTests
{
    private const string Declarations = """
        fact a: int at output
        fact b: int at output
        fact c: int at output
        fact x: decimal at output
        fact y: decimal at output
        fact kind: one of [retail, trade, bank] at output
        fact opt: { city: text, age: int? }? at output
        detector both { match "one" weighs 30%  match "two" weighs 50%  score total  found at 60% }
        """;

    private static AnswerKind Ask(string condition)
    {
        var model = Binding.Of(Binding.Policy(Declarations, $"control k {{ at output  when {condition} then block }}")).Model!;
        var builder = new FormulaBuilder(model, isSettled: true);
        return new Solver(builder, 1_000).Ask(builder.Of(model.Controls[0].Placements[0].Rules[0].Condition!)).Kind;
    }

    [Theory]
    [InlineData("a > 2 and a < 3")]
    [InlineData("a < b and b < c and c < a")]
    [InlineData("a < b and b < a + 1")]
    [InlineData("a - b >= 3 and a <= 5 and b > 2")]
    [InlineData("a * 2 == 5")]
    [InlineData("x > 2.5 and x < 2.5")]
    [InlineData("x < y and y < x")]
    [InlineData("kind != retail and kind != trade and kind != bank")]
    [InlineData("(a == 1 or a == 2) and (a == 3 or a == 4)")]
    [InlineData("output.text == \"a\" and output.text == \"b\"")]
    [InlineData("text starts with \"ab\" and not (text contains \"b\")")]
    [InlineData("text matches /^[a-z]+$/ and not (text matches /^\\w+$/)")]
    [InlineData("text matches /^a.c$/ and length(text) > 3")]
    [InlineData("text matches /\\bcat\\b/ and not (text contains \"cat\")")]
    [InlineData("text matches /^CAT$/i and not (text matches /^[cC][aA][tT]$/)")]
    [InlineData("text matches /^[^x]+$/ and text contains \"x\"")]
    [InlineData("length(text) < 0")]
    [InlineData("both.score(text) > 80%")]
    [InlineData("both.found(text) and both.score(text) < 80%")]
    [InlineData("has opt.age and not has opt")]
    [InlineData("pii.card.found(text) and pii.card.count(text) == 0")]
    public void What_cannot_be_is_impossible(string condition) => Assert.Equal(AnswerKind.Impossible, Ask(condition));

    [Theory]
    [InlineData("a > 2 and a < 4")]
    [InlineData("a < b and b < a + 2")]
    [InlineData("x > 2.5 and x < 2.6")]
    [InlineData("x + y > 1 and x < 0 and y < 0")]
    [InlineData("kind != retail and kind != trade")]
    [InlineData("text matches /^[a-z]+$/ and not (text matches /^[a-y]+$/)")]
    [InlineData("text matches /^\\d+$/ and not (text matches /^[0-9]+$/)")]
    [InlineData("text matches /cat/ and not (text matches /\\bcat\\b/)")]
    [InlineData("both.score(text) == 80%")]
    [InlineData("both.score(text) > 40% and not both.found(text)")]
    [InlineData("pii.card.found(text) and pii.card.count(text) > 3")]
    public void What_can_be_is_possible(string condition) => Assert.Equal(AnswerKind.Possible, Ask(condition));

    [Fact]
    public void What_takes_more_choices_than_allowed_is_undecided()
    {
        var model = Binding
            .Of(
                Binding.Policy(
                    Declarations,
                    "control k { at output  when (a == 1 or b == 1) and (a == 2 or b == 2) and (a == 3 or b == 3) then block }"))
            .Model!;
        var builder = new FormulaBuilder(model, isSettled: true);
        Assert.Equal(
            AnswerKind.Undecided,
            new Solver(builder, 1).Ask(builder.Of(model.Controls[0].Placements[0].Rules[0].Condition!)).Kind);
    }
}
